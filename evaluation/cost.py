"""What resolving and grading cost beside attributing: python -m evaluation.cost [ROUNDS] (one core, PolNeAR dev)."""

import os
import statistics
import time

from evaluation.calling import parser_for
from evaluation.corpora import data_folder, read_lines
from sayso.attribution.network.model import AttributionModel, load_model, shipped_folder
from sayso.attribution.reader import Passage, read_attributions
from sayso.cleaning import clean, spans_to_skip
from sayso.ingest import story_from_text
from sayso.pipeline.method import read_story
from sayso.records import Story

GOAL_SHARE = 0.30


def main() -> None:
    """Time cleaning and attributing alone against the whole, in turns, and print what the rest adds."""
    parser = parser_for("cost", __doc__)
    parser.add_argument("rounds", nargs="?", type=int, default=5)
    asked = parser.parse_args()
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {0})
    model = load_model(shipped_folder(), threads=1)
    stories = [
        story_from_text(story["text"], id=story["id"])
        for story in read_lines(data_folder() / "attribution" / "polnear_dev.jsonl.gz")
    ]
    read_story(model, stories[0])
    shares = []
    for _ in range(asked.rounds):
        alone, whole = time_attributing(model, stories), time_reading(model, stories)
        shares.append(whole / alone - 1)
        print(f"attributing {alone:.1f} s, the whole {whole:.1f} s: adds {shares[-1]:.1%}", flush=True)
    print(f"median {statistics.median(shares):.1%} (goal: at most {GOAL_SHARE:.0%})")


def time_attributing(model: AttributionModel, stories: list[Story]) -> float:
    """Seconds to clean and attribute."""
    begun = time.perf_counter()
    for story in stories:
        read_attributions(model, Passage(story.text, spans_to_skip(clean(story))))
    return time.perf_counter() - begun


def time_reading(model: AttributionModel, stories: list[Story]) -> float:
    """Seconds to read: clean, attribute, resolve and grade."""
    begun = time.perf_counter()
    for story in stories:
        read_story(model, story)
    return time.perf_counter() - begun


if __name__ == "__main__":
    main()
