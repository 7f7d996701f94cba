"""What was forgotten, and by what it is known when it comes again: hashes of its texts, bytes and addresses."""

import hashlib
import json
import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass

from sayso.ledger.identity import addresses_of
from sayso.ledger.rows import hash_text
from sayso.records import Story
from sayso.records.addresses import shortest_spelling

_FIND = """
    SELECT forgotten.* FROM forgotten_print JOIN forgotten ON forgotten.id = forgotten_print.forgotten
    WHERE sha256 IN (SELECT value FROM json_each(?)) AND forgotten.id NOT IN (SELECT forgotten FROM let_back)
    ORDER BY forgotten.id DESC LIMIT 1
"""
_ANY = "SELECT EXISTS (SELECT 1 FROM forgotten_print)"


@dataclass(frozen=True, slots=True)
class Forgotten:
    """That a story was forgotten.

    Attributes:
        story: Its id.
        texts: The SHA-256 of each of its texts, oldest first.
        raws: Of what these were taken from.
        who: Who decided.
        why: Their reason, if they gave one.
        forgotten_at: When, in UTC, ISO 8601.
    """

    story: str
    texts: tuple[str, ...]
    raws: tuple[str, ...]
    who: str
    why: str | None
    forgotten_at: str

    def __str__(self) -> str:
        because = f" ({self.why})" if self.why else ""
        return (
            f"{self.story} was forgotten on {self.forgotten_at[:10]} by {self.who}{because} and is left out; to let it "
            f"be taken in again: sayso forget {self.story} --let-back"
        )


def read_forgotten(row: sqlite3.Row) -> Forgotten:
    """A row of `forgotten`.

    Raises:
        ValueError: it is damaged.
    """
    texts, raws = tuple(json.loads(row["texts"])), tuple(json.loads(row["raws"]))
    return Forgotten(row["story"], texts, raws, row["who"], row["why"], row["forgotten_at"])


def print_address(address: str) -> str:
    """The SHA-256 of an address, the same however it is written."""
    return hash_text(shortest_spelling(address))


def find_again(connection: sqlite3.Connection, story: Story) -> Forgotten | None:
    """That a story which comes again was forgotten, by its text, its bytes or its address; None where it was not."""
    if not connection.execute(_ANY).fetchone()[0]:
        return None
    prints = [hash_text(story.text), *map(print_address, addresses_of(story))]
    if story.raw is not None:
        prints.append(hashlib.sha256(story.raw).hexdigest())
    row = connection.execute(_FIND, (json.dumps(prints),)).fetchone()
    return read_forgotten(row) if row else None


def write_prints(connection: sqlite3.Connection, forgotten: int, prints: Iterable[str]) -> None:
    """Write down by what a story that was forgotten is known."""
    connection.executemany(
        "INSERT OR IGNORE INTO forgotten_print (sha256, forgotten) VALUES (?, ?)", [(one, forgotten) for one in prints]
    )
