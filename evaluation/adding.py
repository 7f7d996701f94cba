"""What adding a real story costs, all stages: python -m evaluation.adding FOLDER [SIZE].

A ledger of 100,000 stories (or SIZE) is filled in FOLDER as evaluation.growth does; one that FOLDER holds is filled up.
Then 40 stories of Wikinews are added to it one by one, in one thread: read, attributed, resolved, graded, written,
fingerprinted and indexed, with the lineage of each told. The ledger keeps them: run again, those that it holds are left
out and the next ones are added.
"""

import statistics
import time
from itertools import islice
from pathlib import Path

from evaluation.calling import parser_for
from evaluation.corpora import data_folder, read_lines
from evaluation.growth import fill, make_world, swapped_worlds
from sayso.attribution.network.model import AttributionModel, load_model, shipped_folder
from sayso.ingest import story_from_text
from sayso.ledger import Added, Ledger
from sayso.pipeline.adding import add_stories
from sayso.records import Story
from sayso.reuse import ReuseIndex

SIZE, ADDED = 100_000, 40


def main() -> None:
    """Fill the ledger, add the stories and print the milliseconds that each took."""
    parser = parser_for("adding", __doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("size", nargs="?", type=int, default=SIZE)
    asked = parser.parse_args()
    base = make_world(asked.folder)
    model = load_model(shipped_folder(), threads=1)
    with Ledger(asked.folder / "adding.sayso") as ledger:
        ledger.connection.execute("PRAGMA synchronous = OFF")
        index = ReuseIndex(ledger)
        index.update()
        held = ledger.count_stories()
        fill(ledger, index, islice(swapped_worlds(base), held, None), held, asked.size)
        ledger.connection.execute("PRAGMA synchronous = FULL")
        new = (story for story in real_stories() if not ledger.holds(story))
        first, *costs = (add_one(ledger, index, model, story) for story in islice(new, ADDED + 1))
        print(f"{ledger.count_stories()} stories; the first one took {first[0]:.0f} ms")
    for what, some in zip(("wall", "processor"), zip(*costs, strict=True), strict=True):
        print(f"{what:9} median {statistics.median(some):5.0f} ms  most {max(some):5.0f} ms")


def real_stories() -> list[Story]:
    """The stories of Wikinews, in their order."""
    lines = read_lines(data_folder() / "news" / "wikinews_2019_2020.jsonl")
    known = ("id", "title", "outlet", "published", "url")
    return [story_from_text(one["text"], **{key: one.get(key) for key in known}) for one in lines]


def add_one(ledger: Ledger, index: ReuseIndex, model: AttributionModel, story: Story) -> tuple[float, float]:
    """Milliseconds on the clock and of the processor to add a story and to tell its lineage.

    Raises:
        ValueError: The story was not added.
    """
    wall, cpu = time.perf_counter(), time.process_time()
    (outcome,) = add_stories(ledger, model, [story])
    index.update()
    index.lineage_of([story.id], with_extents=False)
    if outcome.added is not Added.NEW:
        raise ValueError(f"story {story.id} was not added: {outcome}")
    return 1000 * (time.perf_counter() - wall), 1000 * (time.process_time() - cpu)


if __name__ == "__main__":
    main()
