"""The ledger's table of fingerprints: what texts are known by when others are sought that share words with them."""

import sqlite3
from collections.abc import Iterable, Iterator
from pathlib import Path

from sayso.ledger.failures import telling_failures
from sayso.ledger.rows import read_story
from sayso.ledger.schema import transaction
from sayso.records import Story, TextPrint

_ROWS_AT_ONCE = 500
_NEWER = "SELECT 1 FROM revision AS newer WHERE newer.story = revision.story AND newer.number > revision.number"
_LATEST = f"AND NOT EXISTS ({_NEWER})"
_TEXTS = "SELECT id, text_sha256 FROM revision"
_PRINTS = "SELECT revision, words, hashes FROM fingerprint"
_UNPRINTED = "id > (SELECT coalesce(max(revision), 0) FROM fingerprint)"


class PrintTable:
    """Fingerprints by revision. They are written oldest first, so that none is missing below the newest.

    Every method raises LedgerError when the file cannot be read or written.
    """

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        self._connection = connection
        self._path = path

    def count_missing(self) -> int:
        """How many revisions have no fingerprints yet."""
        return int(self._rows(f"SELECT count(*) FROM revision WHERE {_UNPRINTED}")[0][0])  # noqa: S608 - own words

    def texts_missing(self, limit: int) -> list[tuple[int, str]]:
        """The oldest revisions without fingerprints, and their texts."""
        query = f"SELECT id, text FROM revision WHERE {_UNPRINTED} ORDER BY id LIMIT ?"  # noqa: S608 - own words
        return [(row["id"], row["text"]) for row in self._rows(query, limit)]

    def write(self, prints: Iterable[TextPrint]) -> None:
        """Write the fingerprints of the oldest revisions that have none, all or nothing.

        Those that another program wrote meanwhile stay. Where one took older ones away, nothing is written, so that
        none is ever missing below the newest.
        """
        with telling_failures(self._path), transaction(self._connection, "IMMEDIATE"):
            newest = self.newest()
            (next_one,) = self._rows(f"SELECT min(id) FROM revision WHERE {_UNPRINTED}")[0]  # noqa: S608 - own words
            new = [one for one in prints if one.revision > newest]
            if new and new[0].revision == next_one:
                self._connection.executemany(
                    "INSERT INTO fingerprint (revision, words, hashes) VALUES (?, ?, ?)",
                    ((one.revision, one.words, one.hashes) for one in new),
                )

    def forget(self) -> None:
        """Delete all fingerprints; they can be made anew from the texts."""
        with telling_failures(self._path), transaction(self._connection, "IMMEDIATE"):
            self._connection.execute("DELETE FROM fingerprint")

    def after(self, revision: int, limit: int) -> list[TextPrint]:
        """Those of the next revisions behind one, oldest first."""
        rows = self._rows(f"{_PRINTS} WHERE revision > ? ORDER BY revision LIMIT ?", revision, limit)
        return [TextPrint(*row) for row in rows]

    def of(self, revisions: Iterable[int]) -> list[TextPrint]:
        """Those of these revisions, by number."""
        return [TextPrint(*row) for row in self._among(_PRINTS, "revision", revisions)]

    def newest(self) -> int:
        """The newest revision that has fingerprints; 0 where none has."""
        return int(self._rows("SELECT coalesce(max(revision), 0) FROM fingerprint")[0][0])

    def begun_at(self) -> str:
        """When the ledger was begun, to the microsecond, and how many stories it forgot: what tells it from others."""
        begun, forgot = self._rows(
            "SELECT applied_at, (SELECT count(*) FROM forgotten) FROM migration WHERE number = 1"
        )[0]
        return f"{begun} without {forgot}" if forgot else str(begun)

    def text_sha256(self, revision: int) -> str | None:
        """The SHA-256 of a revision's text, the latest of its story or not; None where there is no such revision."""
        rows = self._rows("SELECT text_sha256 FROM revision WHERE id = ?", revision)
        return str(rows[0][0]) if rows else None

    def texts_of(self, revisions: Iterable[int]) -> dict[int, str]:
        """The SHA-256 of the texts of those revisions that are the latest of their story."""
        return {row["id"]: row["text_sha256"] for row in self._among(_TEXTS, "id", revisions, _LATEST)}

    def with_texts(self, texts: Iterable[str]) -> dict[int, str]:
        """The revisions that are the latest of their story and have one of these texts, given and told as SHA-256."""
        return {row["id"]: row["text_sha256"] for row in self._among(_TEXTS, "text_sha256", texts, _LATEST)}

    def sizes(self, revisions: Iterable[int]) -> dict[int, int]:
        """How many fingerprints revisions have."""
        rows = self._among("SELECT revision, length(hashes) * 8 / 41 AS size FROM fingerprint", "revision", revisions)
        return {row["revision"]: row["size"] for row in rows}

    def published(self, revisions: Iterable[int]) -> dict[int, tuple[str | None, str | None]]:
        """The outlets of revisions and when they published them."""
        rows = self._among("SELECT id, outlet, published FROM revision", "id", revisions)
        return {row["id"]: (row["outlet"], row["published"]) for row in rows}

    def latest(self, story_ids: Iterable[str]) -> list[int]:
        """The latest revision of each story."""
        return [row["id"] for row in self._among("SELECT id FROM revision", "story", story_ids, _LATEST)]

    def latest_of_all(self) -> list[int]:
        """The latest revision of every story of the ledger."""
        return [row[0] for row in self._rows("SELECT max(id) FROM revision GROUP BY story")]

    def stories(self, revisions: Iterable[int]) -> dict[int, Story]:
        """The stories that revisions are of, as they were."""
        return {
            row["id"]: read_story(row, self._path) for row in self._among("SELECT * FROM revision", "id", revisions)
        }

    def _rows(self, query: str, *values: object) -> list[sqlite3.Row]:
        with telling_failures(self._path):
            return self._connection.execute(query, values).fetchall()

    def _among(self, query: str, column: str, values: Iterable[int | str], rest: str = "") -> Iterator[sqlite3.Row]:
        """The rows of a query whose column has one of many values, in the order of the column."""
        wanted = sorted(values)
        for begin in range(0, len(wanted), _ROWS_AT_ONCE):
            some = wanted[begin : begin + _ROWS_AT_ONCE]
            marks = ", ".join("?" * len(some))
            yield from self._rows(f"{query} WHERE {column} IN ({marks}) {rest} ORDER BY {column}", *some)
