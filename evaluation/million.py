"""A million simulated stories into one ledger: python -m evaluation.million FOLDER [STORIES [ORIGINALS]].

All that `sayso add` does is done for each, but for the networks: what they tell of the stories of one world of so many
ORIGINALS (1,000 by default, 8,282 stories, which takes 20 minutes) is told once, kept in FOLDER and used again for all
worlds, that differ from it in their letters alone (`evaluation.told_world`). Each story comes as a line of JSON, is
cleaned, resolved and graded by processes beside this one, a core each, and written by this one with its bytes, its
statements, its fingerprints and its place in the index.

Ended and run again, it goes on with the ledger that FOLDER holds; the figures are those of all its runs, without what
was begun of 5,000 stories when one ended. Printed are the minutes on the clock and of the processors, stories a second,
the most memory that all processes together held, and KB on disk a story beyond its text, by table.
"""

import gc
import json
import os
import resource
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import asdict, dataclass, replace
from itertools import islice
from multiprocessing import get_context
from pathlib import Path

from evaluation.calling import parser_for
from evaluation.told_world import World, told_world
from sayso.ingest.fields.stories import check_text
from sayso.ledger import Ledger
from sayso.ledger.prepared import PreparedReading, prepare
from sayso.pipeline.adding import add_stories
from sayso.pipeline.method import Told, read_as_told
from sayso.pipeline.models import shipped_model
from sayso.records import Story
from sayso.reuse import ReuseIndex
from sayso.shapes import story_shape
from sayso.text.language import detect_language

STORIES, ORIGINALS = 1_000_000, 1_000
INDEXED_AT_ONCE = 5_000
SHOWN_BYTES = 50
"""Tables and indexes that take less a story are not told one by one."""
_BYTES = """
    SELECT sum(length(CAST(text AS BLOB))), (SELECT sum(size_bytes) FROM raw) FROM revision
"""


@dataclass(frozen=True)
class Spent:
    """What all runs took so far."""

    minutes: float = 0.0
    cpu_minutes: float = 0.0
    peak_mb: float = 0.0


class ToldReaders:
    """Processes that do all that reading does beside the networks; they have the world from this one."""

    together = 64
    ahead = 4 * together

    def __init__(self, world: World, processes: int) -> None:
        _told.update(world.told_by_id())
        self._pool = ProcessPoolExecutor(processes, mp_context=get_context("fork"))

    def begin(self, story: Story) -> Callable[[], PreparedReading]:
        """See `Reader.begin`."""
        reading = self._pool.submit(_read, story)
        return lambda: replace(reading.result(), story=story)

    def end(self) -> None:
        """End the processes, so that what they took is known."""
        self._pool.shutdown()


_told: dict[str, Told] = {}


def _read(story: Story) -> PreparedReading:
    told = _told[story.id.partition("-")[2]]
    return replace(prepare(read_as_told(story, lambda _: told)), story=Story(story.id, ""))


def main() -> None:
    """Fill the ledger of a folder, and tell what it took."""
    parser = parser_for("million", __doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("stories", nargs="?", type=int, default=STORIES)
    parser.add_argument("originals", nargs="?", type=int, default=ORIGINALS)
    asked = parser.parse_args()
    tell(asked.folder, fill(asked.folder, told_world(asked.folder, asked.originals), asked.stories))


def fill(folder: Path, world: World, stories: int) -> Spent:
    """Add stories until the ledger of a folder holds so many: what that took, with what it took before."""
    kept, processes = folder / "spent.json", os.cpu_count() or 1
    spent = Spent(**json.loads(kept.read_text(encoding="utf-8"))) if kept.exists() else Spent()
    gc.freeze()  # else the processes copy what they share as soon as it is looked at
    with Ledger(folder / "million.sayso") as ledger:
        index, held = ReuseIndex(ledger), ledger.count_stories()
        coming = stories_from(world, held)
        while held < stories:
            begun, cpu = time.monotonic(), cpu_seconds()
            readers = ToldReaders(world, processes)
            some = islice(coming, min(INDEXED_AT_ONCE, stories - held))
            held += sum(1 for _ in add_stories(ledger, shipped_model(), some, readers))
            readers.end()
            index.update()
            spent = Spent(
                spent.minutes + (time.monotonic() - begun) / 60,
                spent.cpu_minutes + (cpu_seconds() - cpu) / 60,
                max(spent.peak_mb, peak_mb(processes)),
            )
            kept.write_text(json.dumps(asdict(spent)), encoding="utf-8")
            print(f"{held:,} of {stories:,} stories, {held / spent.minutes / 60:.0f} a second so far", flush=True)
    return spent


def stories_from(world: World, place: int) -> Iterator[Story]:
    """Stories as they are read from lines of JSON, from one on; in the language of the letters before the swap."""
    for base, story in world.stories_from(place):
        raw = (json.dumps(story_shape(story), ensure_ascii=False) + "\n").encode()
        fields = json.loads(raw)
        check_text(fields["text"])
        yield Story(**fields, language=detect_language(base.text), encoding="utf-8", raw=raw)


def cpu_seconds() -> float:
    """What this process and those that it began and that ended have taken."""
    spent = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(one.ru_utime + one.ru_stime for one in spent)


def peak_mb(processes: int) -> float:
    """The most that this process held, and so many of the largest beside it: less, as they share most of it."""
    here, beside = (resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return (here + processes * beside) / 1024


def tell(folder: Path, spent: Spent) -> None:
    """Print what it took, and what lies on the disk."""
    with Ledger(folder / "million.sayso", create=False) as ledger:
        ledger.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        held = ledger.count_stories()
        texts, came = ledger.connection.execute(_BYTES).fetchone()
        tables = ledger.connection.execute(
            "SELECT name, sum(pgsize) FROM dbstat GROUP BY name ORDER BY 2 DESC"
        ).fetchall()
    index = sum(file.stat().st_size for file in folder.glob("million.sayso-index/*"))
    on_disk = index + (folder / "million.sayso").stat().st_size
    print(
        f"{held:,} stories: {spent.minutes:.1f} minutes, {held / spent.minutes / 60:.0f} a second; "
        f"{spent.cpu_minutes:.1f} minutes of CPU, {60_000 * spent.cpu_minutes / held:.1f} ms a story; "
        f"at most {spent.peak_mb:,.0f} MB"
    )
    print(
        f"{on_disk / held / 1024:.2f} KB a story on disk, {(on_disk - texts) / held / 1024:.2f} beyond its text of ",
        end="",
    )
    print(f"{texts / held / 1024:.2f} (it came in {came / held / 1024:.2f})")
    for name, size in (*((name, size) for name, size in tables if size > SHOWN_BYTES * held), ("index folder", index)):
        print(f"{name:32} {size / held / 1024:6.2f}")


if __name__ == "__main__":
    main()
