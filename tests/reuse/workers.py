"""What the tests of the index run as programs of their own: `python -m tests.reuse.workers VERB LEDGER NAME`."""

import resource
import sys
from pathlib import Path

from sayso.ledger import Ledger
from sayso.reuse import ReuseIndex
from sayso.reuse.postings import Postings
from tests.ledger.workers import tell
from tests.reuse.ledgers import add_stories, small_runs, updated
from tests.reuse.texts import make_story, write_text


def rebuild_for_ever(path: Path, name: str) -> None:
    """Make the index anew again and again, text by text."""
    with Ledger(path) as ledger, small_runs(largest=2, printed=1):
        found = ReuseIndex(ledger)
        tell("ready")
        while True:
            found.rebuild()


def merge_runs(path: Path, name: str) -> None:
    """Make runs of what is in the ledger once a line is given, one revision each, and merge them."""
    with Ledger(path) as ledger, small_runs(1, largest=1):
        found = Postings(ledger)
        tell("ready")
        sys.stdin.readline()
        found.update()


def add_and_update(path: Path, name: str) -> None:
    """Add stories, with the index brought up to date after each."""
    with Ledger(path) as ledger, small_runs():
        found = ReuseIndex(ledger)
        shared = write_text(5000)
        for number in range(25):
            add_stories(ledger, [make_story(f"{name}{number:02}", [*shared, *write_text(hash_of(name, number), 1)])])
            found.update()


def ask_without_room(path: Path, name: str) -> None:
    """Tell the families of a story where no file may grow."""
    with Ledger(path) as ledger:
        resource.setrlimit(resource.RLIMIT_FSIZE, (100, 100))
        with small_runs(largest=2):
            found = updated(ledger)
        for lineage in found.lineage_of([name], with_extents=False):
            tell(repr(lineage))


def hash_of(name: str, number: int) -> int:
    return 6000 + 100 * ord(name[0]) + number


if __name__ == "__main__":
    verb, path, name = sys.argv[1:]
    verbs = {"rebuild": rebuild_for_ever, "merge": merge_runs, "add": add_and_update, "ask": ask_without_room}
    verbs[verb](Path(path), name)
