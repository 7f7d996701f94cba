"""A copy of a ledger as it is at one moment, taken while others write."""

import os
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from sayso.errors import LedgerError, UsageError
from sayso.ledger.failures import telling_failures
from sayso.ledger.ledger import Ledger
from sayso.ledger.schema import transaction
from sayso.ledger.verify import list_checks

PAGES_AT_ONCE = 4_096


def back_up(ledger: Ledger, to: Path, tell: Callable[[int, int], None], *, replace: bool = False) -> None:
    """Copy a ledger as it is now, check the copy wholly, and only then give it its name.

    Args:
        ledger: Which; others may go on reading and writing it.
        to: The path of the copy.
        tell: Called with how many pages are copied and how many there are.
        replace: Put it in the place of an older copy.

    Raises:
        UsageError: there is something at the path that is not to be replaced, or it is the ledger itself.
        LedgerError: the ledger cannot be read, the copy cannot be written or is not whole; nothing is left of it then.
    """
    part = to.with_name(f"{to.name}.{os.getpid()}.part")
    with telling_failures(to):
        _check_path(ledger.path, to, replace)
    try:
        with telling_failures(part), closing(sqlite3.connect(part)) as copy, _one_state(ledger):
            ledger.connection.backup(
                copy, pages=PAGES_AT_ONCE, progress=lambda _, left, pages: tell(pages - left, pages)
            )
        _check_copy(part)
        with telling_failures(to):
            _sync(part)
            shutil.copymode(ledger.path, part)
            part.replace(to)
            _sync(to.parent)
    finally:
        for end in ("", "-journal", "-wal", "-shm"):
            part.with_name(part.name + end).unlink(missing_ok=True)


@contextmanager
def _one_state(ledger: Ledger) -> Iterator[None]:
    """The ledger as it is now, whatever others write: without it the copying begins again whenever they do."""
    with transaction(ledger.connection, "DEFERRED"):
        ledger.connection.execute("SELECT 1 FROM sqlite_master LIMIT 1").fetchall()
        yield


def _check_path(ledger: Path, to: Path, replace: bool) -> None:
    if not to.absolute().parent.is_dir():
        raise UsageError(f"there is no folder {to.absolute().parent}", "a folder that exists", "Make it first")
    if to.is_dir():
        raise UsageError(f"{to} is a folder", "the path of a new file", f"Name a file, such as {to / ledger.name}")
    if to.exists() and to.samefile(ledger):
        raise UsageError(f"{to} is the ledger itself", "the path of a copy", "Name another file")
    if to.exists() and not replace:
        raise UsageError(f"{to} is there already", "the path of a new file", "Name another, or give --replace")


def _check_copy(part: Path) -> None:
    with Ledger(part, create=False) as copy:
        faults = [fault for check in list_checks(copy) for fault in check.run(lambda _: None)]
    if faults:
        raise LedgerError(
            f"the copy is not whole ({faults[0].what}; {len(faults)} in all)",
            "a ledger as sayso left it",
            "See what is wrong with: sayso verify",
        )


def _sync(path: Path) -> None:
    """Make sure that a file, or the names in a folder, are on the disk."""
    if path.is_dir() and os.name == "nt":  # Windows syncs names by itself, and opens no folder
        return
    handle = os.open(path, os.O_RDONLY if path.is_dir() else os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
