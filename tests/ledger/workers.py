"""What the tests run as programs of their own: `python -m tests.ledger.workers VERB LEDGER ...`."""

import resource
import sys
from dataclasses import replace
from pathlib import Path
from random import Random

from sayso.errors import LedgerError
from sayso.ledger import Ledger
from sayso.records import Reading
from tests.ledger.samples import RUN, ferry_reading


def numbered_reading(name: str, number: int) -> Reading:
    """A ferry story of its own text, address and page, whose page does not compress."""
    story_id = f"{name}-{number}"
    reading = ferry_reading(story_id, url=f"https://herald.example/{story_id}", canonical_url=None)
    page = Random(story_id).randbytes(20_000)
    story = replace(reading.story, text=f"{reading.story.text}\n{story_id}", raw=page)
    return replace(reading, story=story)


def tell(words: str) -> None:
    sys.stdout.write(f"{words}\n")
    sys.stdout.flush()


def add_many(path: Path, name: str, count: int) -> None:
    """Add stories, and say of each that it was added once it was."""
    with Ledger(path) as ledger:
        for number in range(count):
            reading = numbered_reading(name, number)
            ledger.add(reading, RUN)
            tell(reading.story.id)


def read_until(path: Path, name: str, count: int) -> None:
    """Read until the last story is there; each state that is met must be whole."""
    with Ledger(path) as ledger:
        seen = 0
        while seen < count:
            stories = ledger.count_stories()
            assert stories >= seen
            seen = stories
            for statement in ledger.said("Álvarez"):
                reading = ledger.reading(statement.story_id)
                assert len(reading.attributions) == 3
                assert reading.story.raw is not None


def add_under_limit(path: Path, name: str, limit_bytes: int) -> None:
    """Add stories until no file may grow further; give the error's words."""
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit_bytes, limit_bytes))
    with Ledger(path) as ledger:
        for number in range(1000):
            reading = numbered_reading(name, number)
            try:
                ledger.add(reading, RUN)
            except LedgerError as error:
                tell(str(error))
                return
            tell(reading.story.id)


if __name__ == "__main__":
    verb, path, name, number = sys.argv[1:]
    {"add": add_many, "read": read_until, "limit": add_under_limit}[verb](Path(path), name, int(number))
