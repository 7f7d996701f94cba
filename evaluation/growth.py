"""What adding one more story costs as a ledger grows: python -m evaluation.growth FOLDER [SIZES...].

By default at 10,000, 100,000 and 1,000,000 stories, which takes half an hour and 12 GB in FOLDER. The ledger is filled
with simulated wire worlds, each with its letters swapped for others, so that no two worlds share text. At each size 100
stories of a new world are added one by one, in the order of their times: written, fingerprinted, indexed, and the
lineage of each told. They are the same 100 at each size, in other letters, so that each finds as many relatives. The
CPU time of the median and of the mean is printed. Nobody's claims are read: the model is not what grows. Run again, it
goes on with the ledger that FOLDER holds.
"""

import random
import resource
import statistics
import string
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path

from evaluation.calling import parser_for
from evaluation.corpora import read_lines
from evaluation.lineage import make_world, read_story
from sayso.ledger import Ledger
from sayso.records import Reading, Run, Story
from sayso.reuse import ReuseIndex

SIZES = (10_000, 100_000, 1_000_000)
ORIGINALS = 3_400
PROBES, PROBE_SEED = 100, 1_000_000
RUN = Run("evaluation", "none")
VOWELS = "aeiouy"
CONSONANTS = "".join(letter for letter in string.ascii_lowercase if letter not in VOWELS)
INDEXED_AT_ONCE = 20_000


@dataclass(frozen=True)
class Grown:
    """A ledger of some size: stories a CPU-second on the way there, CPU-milliseconds of each more, memory and disk."""

    stories: int
    a_second: float
    one_more_ms: tuple[float, ...]
    peak_mb: float
    story_kb: float


def main() -> None:
    """Fill a ledger, stopping at each size to add a few stories one by one."""
    parser = parser_for("growth", __doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("sizes", nargs="*", type=int, default=SIZES)
    asked = parser.parse_args()
    begun = time.process_time()
    for grown in grow(asked.folder, asked.sizes):
        print(
            f"{grown.stories:>9} stories: {grown.a_second:.0f} a CPU-second written and indexed, one more costs "
            f"{statistics.median(grown.one_more_ms):.1f} ms (mean {statistics.mean(grown.one_more_ms):.1f}); peak "
            f"{grown.peak_mb:.0f} MB; {grown.story_kb:.1f} KB a story on disk",
            flush=True,
        )
    print(f"{time.process_time() - begun:.0f} CPU-seconds in all")


def grow(folder: Path, sizes: Iterable[int]) -> Iterator[Grown]:
    """Fill the ledger of a folder: what it costs at each size, told as soon as it is reached."""
    base = world_in_time(folder)
    with Ledger(folder / "growth.sayso") as ledger:
        # What is measured is CPU time; waiting for the disk after each of a million stories would only take longer.
        ledger.connection.execute("PRAGMA synchronous = OFF")
        index = ReuseIndex(ledger)
        index.update()
        held = ledger.count_stories()
        ordinary = islice(swapped_worlds(base), held, None)
        for size in sizes:
            before, spent = held, time.process_time()
            held = fill(ledger, index, ordinary, held, size)
            probes = swapped_worlds(base, seed=PROBE_SEED + held)
            rate = (held - before) / max(time.process_time() - spent, 1e-9)
            costs = tuple(1000 * add_one(ledger, index, next(probes)) for _ in range(PROBES))
            held += PROBES
            peak_mb = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
            yield Grown(size, rate, costs, peak_mb, disk_bytes(folder) / held / 1024)


def world_in_time(folder: Path) -> list[Story]:
    """One simulated world, in the order of its times; FOLDER keeps it."""
    folder.mkdir(parents=True, exist_ok=True)
    world = folder / "world.jsonl"
    if not world.exists():
        unfinished = folder / "world.part"
        make_world(unfinished, ORIGINALS, seed=1)
        unfinished.replace(world)
    return sorted(map(read_story, read_lines(world)), key=lambda story: story.published or "")


def swapped_worlds(base: list[Story], seed: int = 0) -> Iterator[Story]:
    """The stories of world after world, each with its own letters: vowels for vowels, consonants for consonants."""
    while True:
        seed += 1
        rng = random.Random(seed)  # noqa: S311 - a simulation
        swapped = str.maketrans(VOWELS + CONSONANTS, _shuffle(VOWELS, rng) + _shuffle(CONSONANTS, rng))
        for story in base:
            yield replace(story, id=f"w{seed}-{story.id}", text=story.text.translate(swapped))


def _shuffle(letters: str, rng: random.Random) -> str:
    return "".join(rng.sample(letters, len(letters)))


def fill(ledger: Ledger, index: ReuseIndex, stories: Iterator[Story], held: int, size: int) -> int:
    """Add stories until the ledger holds so many; how many it holds."""
    while held < size:
        ledger.add(Reading(next(stories), (), (), None), RUN)
        held += 1
        if held % INDEXED_AT_ONCE == 0 or held == size:
            index.update()
    return held


def add_one(ledger: Ledger, index: ReuseIndex, story: Story) -> float:
    """CPU-seconds to add a story and tell its lineage."""
    begun = time.process_time()
    ledger.add(Reading(story, (), (), None), RUN)
    index.update()
    index.lineage_of([story.id], with_extents=False)
    return time.process_time() - begun


def disk_bytes(folder: Path) -> int:
    """What the ledger and its index take on disk."""
    return sum(file.stat().st_size for file in folder.rglob("*") if file.is_file() and file.name != "world.jsonl")


if __name__ == "__main__":
    main()
