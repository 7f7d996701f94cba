"""How the ledger holds stories: since when, with which hashes, and what read them."""

import json
import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass

_KEPT = """
    SELECT story, number, added_at, text_sha256, raw_sha256, code_version, model
    FROM revision JOIN run ON run.id = revision.run
    WHERE story IN (SELECT value FROM json_each(?)) AND NOT EXISTS (
        SELECT 1 FROM revision AS later WHERE later.story = revision.story AND later.number > revision.number
    )
"""


@dataclass(frozen=True, slots=True)
class Kept:
    """The latest text of a story as the ledger holds it.

    Attributes:
        revision: Its number from 1.
        added_at: When it came in, in UTC.
        text_sha256: Of the text in UTF-8, hexadecimal.
        raw_sha256: Of the bytes that it was taken from; None where nothing but its text is kept.
        read_by: The version of sayso that read it.
        model: The model that it was read with.
    """

    revision: int
    added_at: str
    text_sha256: str
    raw_sha256: str | None
    read_by: str
    model: str


def list_story_ids(connection: sqlite3.Connection) -> tuple[str, ...]:
    """The ids of all stories, in order."""
    return tuple(row[0] for row in connection.execute("SELECT id FROM story ORDER BY id"))


def find_kept(connection: sqlite3.Connection, story_ids: Iterable[str]) -> dict[str, Kept]:
    """How the latest texts of some stories are held, by id."""
    rows = connection.execute(_KEPT, (json.dumps(sorted(story_ids)),))
    return {
        row["story"]: Kept(
            revision=row["number"],
            added_at=row["added_at"],
            text_sha256=row["text_sha256"],
            raw_sha256=row["raw_sha256"],
            read_by=row["code_version"],
            model=row["model"],
        )
        for row in rows
    }
