"""Comparisons that were made before, kept beside the ledger: a claim that is traced again costs what is new."""

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from hashlib import blake2b
from struct import Struct

from sayso.claims.comparison import ComparisonModel
from sayso.claims.passages import Passage
from sayso.ledger import Ledger
from sayso.records import Compared

FILE = "comparisons.sqlite"

MOST_KEPT = 1_000_000
"""So many are kept, the newest ones: some 100 bytes each."""

BUSY_TIMEOUT_SECONDS = 1.0

_SHARES = Struct("<4d")
_TABLE = "CREATE TABLE IF NOT EXISTS compared (id INTEGER PRIMARY KEY, what BLOB NOT NULL UNIQUE, shares BLOB NOT NULL)"
_KNOWN = "SELECT what, shares FROM compared WHERE what IN ({})"
_ASKED_AT_ONCE = 500
_KEEP = "INSERT INTO compared (what, shares) VALUES (?, ?) ON CONFLICT (what) DO UPDATE SET shares = excluded.shares"
_FORGET = "DELETE FROM compared WHERE id <= (SELECT max(id) FROM compared) - ?"


class RememberedComparisons:
    """A comparison model that looks up what it told before of the same claim and the same passage.

    What it remembers lies in a file beside the ledger, in "war.sayso-index". It is lost without harm: where it cannot
    be read or written, all is compared anew.

    Attributes:
        compared: How many passages the model itself has read.
    """

    def __init__(self, ledger: Ledger, model: ComparisonModel) -> None:
        """Remember what a model tells of the stories of a ledger."""
        self.compared = 0
        self._model = model
        self._file = ledger.index_folder / FILE

    def compare(self, claim: str, passages: Sequence[Passage]) -> list[Compared]:
        """See `ComparisonModel.compare`."""
        keys = {passage: self._key(claim, passage) for passage in passages}
        told = self._known(keys)
        new = [passage for passage in keys if passage not in told]
        found = dict(zip(new, self._model.compare(claim, new), strict=True))
        self._keep({keys[passage]: one for passage, one in found.items()})
        self.compared += len(new)
        told |= found
        return [told[passage] for passage in passages]

    def forget(self) -> None:
        """Remember nothing of what was compared before."""
        with suppress(OSError):
            self._file.unlink(missing_ok=True)

    def _key(self, claim: str, passage: Passage) -> bytes:
        parts = (self._model.sha256, claim, passage.words, passage.context)
        return blake2b("\0".join(parts).encode("utf-8", "replace"), digest_size=16).digest()

    def _known(self, keys: dict[Passage, bytes]) -> dict[Passage, Compared]:
        if not self._file.is_file():
            return {}
        try:
            with self._open() as rows:
                found = dict(_look_up(rows, list(keys.values())))
        except sqlite3.Error:
            return {}
        return {
            passage: Compared(_SHARES.unpack(found[key]))
            for passage, key in keys.items()
            if len(found.get(key, b"")) == _SHARES.size
        }

    def _keep(self, told: dict[bytes, Compared]) -> None:
        if not told:
            return
        try:
            self._file.parent.mkdir(exist_ok=True)
            with self._open() as rows, rows:
                rows.execute(_TABLE)
                rows.executemany(_KEEP, ((key, _SHARES.pack(*one.shares)) for key, one in told.items()))
                rows.execute(_FORGET, (MOST_KEPT,))
        except (sqlite3.OperationalError, OSError):
            return
        except sqlite3.DatabaseError:
            # It is damaged, or something else; a new one is begun the next time.
            self.forget()

    @contextmanager
    def _open(self) -> Iterator[sqlite3.Connection]:
        with closing(sqlite3.connect(self._file, timeout=BUSY_TIMEOUT_SECONDS)) as connection:
            # What is lost in a power cut is compared anew.
            connection.execute("PRAGMA synchronous = OFF")
            yield connection


def _look_up(rows: sqlite3.Connection, keys: Sequence[bytes]) -> Iterator[tuple[bytes, bytes]]:
    for begin in range(0, len(keys), _ASKED_AT_ONCE):
        some = keys[begin : begin + _ASKED_AT_ONCE]
        yield from rows.execute(_KNOWN.format(", ".join("?" * len(some))), some)
