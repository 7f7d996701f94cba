"""What was read in many stories, with a query for each table rather than for each story."""

import json
import sqlite3
from collections.abc import Iterable
from pathlib import Path

from sayso.ledger.rows import READ_COLUMNS, read_attribution, read_mark, read_story
from sayso.records import Reading

_LATEST = """
    SELECT * FROM revision WHERE story IN (SELECT value FROM json_each(?)) AND NOT EXISTS (
        SELECT 1 FROM revision AS later WHERE later.story = revision.story AND later.number > revision.number
    )
"""
_MARKS = "SELECT * FROM mark WHERE revision IN (SELECT value FROM json_each(?)) ORDER BY revision, ordinal"
_ATTRIBUTIONS = (
    f"SELECT {READ_COLUMNS} FROM graded_attribution "  # noqa: S608 - own names
    "WHERE revision IN (SELECT value FROM json_each(?)) ORDER BY revision, ordinal"
)


def read_readings(connection: sqlite3.Connection, path: Path, story_ids: Iterable[str]) -> dict[str, Reading]:
    """What was read in the latest revision of some stories, by id, without raw bytes.

    Raises:
        LedgerError: A story is damaged.
    """
    revisions = connection.execute(_LATEST, (json.dumps(sorted(story_ids)),)).fetchall()
    numbers = json.dumps(sorted(row["id"] for row in revisions))
    marks = _by_revision(connection.execute(_MARKS, (numbers,)))
    attributions = _by_revision(connection.execute(_ATTRIBUTIONS, (numbers,)))
    return {
        row["story"]: Reading(
            story=read_story(row, path),
            marks=tuple(read_mark(mark, path) for mark in marks.get(row["id"], ())),
            attributions=tuple(read_attribution(one, path) for one in attributions.get(row["id"], ())),
            unread=row["unread"],
        )
        for row in revisions
    }


def _by_revision(rows: Iterable[sqlite3.Row]) -> dict[int, list[sqlite3.Row]]:
    told: dict[int, list[sqlite3.Row]] = {}
    for row in rows:
        told.setdefault(row["revision"], []).append(row)
    return told
