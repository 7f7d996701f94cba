"""What a second core adds: python -m evaluation.cores [STORIES].

Real stories (400) are read into a ledger, all stages, by one process and by two beside the one that writes, by turns,
three times. Printed are KB of text a second on the clock, and the ratio within each round.
"""

import statistics
import tempfile
import time
from collections.abc import Sequence
from itertools import islice
from pathlib import Path

from evaluation.calling import parser_for
from evaluation.corpora import data_folder, read_lines
from sayso.attribution.network.model import load_model, shipped_folder
from sayso.ingest import story_from_text
from sayso.ledger import Ledger
from sayso.pipeline.adding import add_stories
from sayso.pipeline.readers import Readers
from sayso.records import Story
from sayso.reuse import ReuseIndex

STORIES, ROUNDS = 400, 3


def main() -> None:
    """Read and print."""
    parser = parser_for("cores", __doc__)
    parser.add_argument("stories", nargs="?", type=int, default=STORIES)
    asked = parser.parse_args()
    lines = islice(read_lines(data_folder() / "reuse" / "base_news.jsonl.gz"), asked.stories)
    stories = [story_from_text(one["text"], id=one["id"], title=one["title"], outlet=one["source"]) for one in lines]
    ratios = []
    for turn in range(ROUNDS):
        one, two = (add(stories, processes) for processes in (1, 2))
        ratios.append(two / one)
        print(f"round {turn + 1}: {one:.1f} and {two:.1f} KB/s, {two / one:.2f} times", flush=True)
    print(f"two cores against one, median: {statistics.median(ratios):.2f}")


def add(stories: Sequence[Story], processes: int) -> float:
    """KB of text a second that come into a ledger."""
    model = load_model(shipped_folder(), threads=1)
    with tempfile.TemporaryDirectory() as folder, Ledger(Path(folder) / "cores.sayso") as ledger:
        begun = time.perf_counter()
        with Readers(model, processes) as readers:
            for _ in add_stories(ledger, model, stories, readers):
                pass
        ReuseIndex(ledger).update()
        return sum(len(story.text.encode()) for story in stories) / 1000 / (time.perf_counter() - begun)


if __name__ == "__main__":
    main()
