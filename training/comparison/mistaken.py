"""Passages of invented events that a network takes wrongly: python -m training.comparison.mistaken EVENTS OUT.

What states or contradicts a claim for the network that ships, though nobody labelled it so, is either a label that was
forgotten or what it has most to learn of. Each is written down with its claim, to be judged by a person; what neither
states nor contradicts its claim is then one of its `mistaken` (see `invented.py`).
"""

import argparse
import json
import random
from collections.abc import Iterator
from pathlib import Path

from evaluation.corpora import read_lines
from sayso.claims.comparison import Comparer, shipped_comparison_model
from sayso.records import Compared, Relation
from sayso.trace.finding.candidates import Candidate
from training.comparison.invented import labels_of, told_in

STATES_SHARE, CONTRADICTS_SHARE = 0.45, 0.6
"""From so likely on a network takes a passage for one that states or contradicts a claim."""


def main() -> None:
    """Write down a line for each passage, event by event."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("events", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--of", type=float, default=1.0, help="the share of the unlabelled passages to look at")
    options = parser.parse_args()
    with options.out.open("w", encoding="utf-8") as out:
        for event in read_lines(options.events):
            for one in mistaken_in(shipped_comparison_model(), event, options.of):
                out.write(json.dumps(one, ensure_ascii=False) + "\n")
            out.flush()


def mistaken_in(model: Comparer, event: dict, share: float = 1.0) -> Iterator[dict]:
    """What of an event a network takes to state or contradict a claim, and is not labelled.

    Args:
        model: The network.
        event: A line of `labels/invented.jsonl`.
        share: The share of the unlabelled passages to look at.
    """
    told, rng = told_in(event), random.Random(event["event"])
    for claim in event["claims"]:
        labels = labels_of(claim, told)
        open_ones = [
            (story_id, one)
            for story_id, candidates in told.items()
            for place, one in enumerate(candidates)
            if (story_id, place) not in labels and rng.random() < share
        ]
        compared = model.compare(claim["query"], [one.passage for _, one in open_ones])
        for (story_id, one), found in zip(open_ones, compared, strict=True):
            if taken := _taken_for(found):
                yield {
                    "event": event["event"],
                    "claim": claim["id"],
                    "query": claim["query"],
                    "article": story_id,
                    "words": _words_of(one),
                    "passage": one.passage.words,
                    "taken": taken,
                }


def _taken_for(found: Compared) -> str:
    if found.share(Relation.STATES) >= STATES_SHARE:
        return "states"
    return "contradicts" if found.share(Relation.CONTRADICTS) >= CONTRADICTS_SHARE else ""


def _words_of(candidate: Candidate) -> str:
    """The words as they stand in the story, with what interrupts them."""
    spans = candidate.proposition.spans
    return candidate.story.text[spans[0].start : spans[-1].end]


if __name__ == "__main__":
    main()
