"""One watcher for a ledger: two would ask every host twice."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from sayso.errors import LedgerError


@contextmanager
def only_watcher(path: Path) -> Iterator[None]:
    """Be the only program that watches into a ledger; the system lets go of that however the program ends.

    Args:
        path: The ledger. The lock is that of an empty SQLite file beside it ("war.sayso-watch").

    Raises:
        LedgerError: another program watches, or the file cannot be made.
    """
    beside = path.with_name(f"{path.name}-watch")
    try:
        connection = sqlite3.connect(beside, timeout=0, isolation_level=None)
    except sqlite3.Error as error:
        raise _not_alone(path, f"cannot be locked ({error})") from error
    with closing(connection):
        try:
            connection.execute("BEGIN EXCLUSIVE")
        except sqlite3.Error as error:
            raise _not_alone(path, f"is watched by another program ({error})") from error
        yield


def _not_alone(path: Path, came: str) -> LedgerError:
    return LedgerError(f"{path} {came}", "to be the only one that watches into it", "Wait for the other, or end it")
