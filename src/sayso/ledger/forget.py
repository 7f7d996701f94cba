"""Forgetting a story: it goes, with all that was drawn from it, and that it did is written down."""

import json
import sqlite3
from dataclasses import dataclass

from sayso.errors import LedgerError, UsageError
from sayso.ledger.failures import telling_failures
from sayso.ledger.indexes import merge_indexes
from sayso.ledger.ledger import Ledger
from sayso.ledger.schema import now, transaction

_OF_REVISIONS = "(SELECT id FROM revision WHERE story = :story)"
_OF_ATTRIBUTIONS = f"(SELECT id FROM attribution WHERE revision IN {_OF_REVISIONS})"  # noqa: S608 - own words
_DRAWN = (
    f"DELETE FROM grade WHERE attribution IN {_OF_ATTRIBUTIONS}",  # noqa: S608
    f"DELETE FROM resolution WHERE attribution IN {_OF_ATTRIBUTIONS}",  # noqa: S608
    f"DELETE FROM attribution WHERE revision IN {_OF_REVISIONS}",  # noqa: S608
    f"DELETE FROM mark WHERE revision IN {_OF_REVISIONS}",  # noqa: S608
    f"DELETE FROM fingerprint WHERE revision IN {_OF_REVISIONS}",  # noqa: S608
    "DELETE FROM revision WHERE story = :story",
    "DELETE FROM story WHERE id = :story",
)
_RAW = "DELETE FROM raw WHERE sha256 = ?1 AND NOT EXISTS (SELECT 1 FROM revision WHERE raw_sha256 = ?1)"


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


def forget_story(ledger: Ledger, story_id: str, who: str, why: str | None = None) -> Forgotten:
    """Remove a story and all that was drawn from it, and overwrite their bytes in the file.

    Its texts, marks, statements, fingerprints and words in the indexes go, and the bytes that it was taken from unless
    another story was too. Judgements on it stay without the words of it, and no longer stand. Of a story that was
    forgotten already the bytes are overwritten again, should something have come between the first time.

    Raises:
        UsageError: nobody decides, or there is no such story.
        LedgerError: the ledger cannot be written; where it says that the story is forgotten, only the overwriting is
            left to do.
    """
    if not who.strip():
        raise UsageError("a story to be forgotten by nobody", "the name of whoever decides", "Name yourself")
    connection = ledger.connection
    with telling_failures(ledger.path):
        connection.execute("PRAGMA secure_delete = ON")
        with transaction(connection, "IMMEDIATE"):
            if connection.execute("SELECT 1 FROM story WHERE id = ?", (story_id,)).fetchone():
                _remove(connection, story_id, who, why)
    found = [one for one in list_forgotten(ledger) if one.story == story_id]
    if not found:
        raise UsageError(
            f"there is no story {story_id} in {ledger.path}",
            "a story that the ledger holds",
            "Look its id up among the results of a search",
        )
    _overwrite(ledger)
    return found[-1]


def list_forgotten(ledger: Ledger) -> tuple[Forgotten, ...]:
    """What was forgotten, the oldest first.

    Raises:
        LedgerError: the ledger cannot be read.
    """
    with telling_failures(ledger.path):
        rows = ledger.connection.execute("SELECT * FROM forgotten ORDER BY id").fetchall()
    return tuple(
        Forgotten(
            story=row["story"],
            texts=tuple(json.loads(row["texts"])),
            raws=tuple(json.loads(row["raws"])),
            who=row["who"],
            why=row["why"],
            forgotten_at=row["forgotten_at"],
        )
        for row in rows
    )


def _remove(connection: sqlite3.Connection, story_id: str, who: str, why: str | None) -> None:
    revisions = connection.execute("SELECT * FROM revision WHERE story = ? ORDER BY number", (story_id,)).fetchall()
    raws = dict.fromkeys(row["raw_sha256"] for row in revisions if row["raw_sha256"])
    connection.execute(
        "INSERT INTO forgotten (story, texts, raws, newest_revision, who, why, forgotten_at) "
        "VALUES (?, ?, ?, ?, ?, ?, ?)",
        (
            story_id,
            json.dumps([row["text_sha256"] for row in revisions]),
            json.dumps(list(raws)),
            max(row["id"] for row in revisions),
            *(who, why, now()),
        ),
    )
    for statement in _DRAWN:
        connection.execute(statement, {"story": story_id})
    connection.executemany(_RAW, [(sha256,) for sha256 in raws])
    connection.execute("UPDATE judgement SET words = '' WHERE one = ? AND words <> ''", (story_id,))
    merge_indexes(connection)


def _overwrite(ledger: Ledger) -> None:
    """Write the file anew: pages that were split before secure_delete was on may hold what was moved out of them.

    Raises:
        LedgerError: others have the ledger open, or there is no room for it.
    """
    try:
        with telling_failures(ledger.path):
            ledger.connection.execute("VACUUM")
            (busy, *_) = ledger.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    except LedgerError as error:
        raise _not_overwritten(error.came) from error
    if busy:
        raise _not_overwritten("another program is reading the ledger")


def _not_overwritten(cause: str) -> LedgerError:
    return LedgerError(
        f"the story is forgotten, but the file may hold remains of it ({cause})",
        "a ledger that no other program has open, and room for it once more on the disk",
        "See to that and run the same command again, which overwrites them",
    )
