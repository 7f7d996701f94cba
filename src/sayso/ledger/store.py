"""Writing readings into the ledger: each story wholly or not at all."""

import hashlib
import json
import sqlite3
import zlib
from collections.abc import Mapping
from enum import StrEnum

from sayso.ledger.forgotten import find_again
from sayso.ledger.identity import addresses_of, find_story, new_id
from sayso.ledger.resolution_rows import grade_row, resolution_row
from sayso.ledger.rows import attribution_row, check_spans, hash_text, mark_row, story_row
from sayso.ledger.schema import now, transaction
from sayso.records import Reading, Run, Story

_PROCESS_STARTED_AT = now()

# What came since a text of some number is told by the numbers: that of a forgotten one is not given again.
_NEXT_REVISION = """
    SELECT 1 + max(
        (SELECT coalesce(max(id), 0) FROM revision), (SELECT coalesce(max(newest_revision), 0) FROM forgotten)
    )
"""


class Added(StrEnum):
    """What adding a reading did to the ledger."""

    NEW = "new"
    REVISED = "revised"
    UNCHANGED = "unchanged"
    FORGOTTEN = "forgotten"
    """Nothing: it was forgotten, and stays so."""


def add_reading(connection: sqlite3.Connection, reading: Reading, run: Run) -> Added:
    """Write a story with all that was read in it, in one transaction.

    A text that the story has had before, in whatever revision, changes nothing: so a folder with two texts of one
    story can be added again and again. Nor does a story that was forgotten, unless it was let back.

    Raises:
        InputError: A span lies outside the text.
        UnicodeEncodeError: A text holds half a character.
        sqlite3.Error: The ledger cannot be written; nothing of the story is.
    """
    check_spans(reading)
    story = reading.story
    text_sha256 = hash_text(story.text)
    if holds_text(connection, story, text_sha256):
        return Added.UNCHANGED
    with transaction(connection, "IMMEDIATE"):
        # Another program may have added it while this one waited for the ledger.
        known = find_story(connection, story, text_sha256)
        if _has_text(connection, known, text_sha256):
            return Added.UNCHANGED
        if find_again(connection, story):
            return Added.FORGOTTEN
        run_id = _write_run(connection, run)
        story_id = known or new_id(connection, story)
        _write_story(connection, story, story_id, run_id)
        _write_revision(connection, reading, story_id, text_sha256, run_id)
    return Added.REVISED if known else Added.NEW


def holds_text(connection: sqlite3.Connection, story: Story, text_sha256: str) -> bool:
    """Tell whether the ledger holds this story with this text, in whatever revision."""
    return _has_text(connection, find_story(connection, story, text_sha256), text_sha256)


def _has_text(connection: sqlite3.Connection, known: str | None, text_sha256: str) -> bool:
    """Tell whether a story of the ledger has had a text, in whatever revision; None has had none."""
    if known is None:
        return False
    found = connection.execute("SELECT 1 FROM revision WHERE story = ? AND text_sha256 = ?", (known, text_sha256))
    return found.fetchone() is not None


def _write_run(connection: sqlite3.Connection, run: Run) -> int:
    key = {
        "started_at": _PROCESS_STARTED_AT,
        "code_version": run.code_version,
        "model": run.model,
        "parameters": json.dumps(dict(run.parameters), ensure_ascii=False, sort_keys=True),
    }
    found = connection.execute(
        "SELECT id FROM run WHERE started_at = :started_at AND code_version = :code_version AND model = :model "
        "AND parameters = :parameters",
        key,
    ).fetchone()
    return int(found[0]) if found else _insert(connection, "run", key)


def _write_story(connection: sqlite3.Connection, story: Story, story_id: str, run_id: int) -> None:
    # In a ledger that was begun before schema 5 a copy may have the address of its original.
    taken = "SELECT 1 FROM story WHERE address = ? AND id <> ?"
    free = (one for one in addresses_of(story) if connection.execute(taken, (one, story_id)).fetchone() is None)
    address = next(free, None)
    connection.execute(
        "INSERT INTO story (id, address, run) VALUES (?, ?, ?) "
        "ON CONFLICT (id) DO UPDATE SET address = coalesce(address, excluded.address)",
        (story_id, address, run_id),
    )


def _write_revision(
    connection: sqlite3.Connection, reading: Reading, story_id: str, text_sha256: str, run_id: int
) -> None:
    story = reading.story
    (number,) = connection.execute("SELECT count(*) + 1 FROM revision WHERE story = ?", (story_id,)).fetchone()
    (row_id,) = connection.execute(_NEXT_REVISION).fetchone()
    revision = story_row(story) | {
        "id": row_id,
        "story": story_id,
        "number": number,
        "text_sha256": text_sha256,
        "raw_sha256": None if story.raw is None else _write_raw(connection, story.raw, run_id),
        "unread": reading.unread,
        "added_at": now(),
        "run": run_id,
    }
    revision_id = _insert(connection, "revision", revision)
    for ordinal, mark in enumerate(reading.marks):
        place = {"revision": revision_id, "ordinal": ordinal, "run": run_id}
        _insert(connection, "mark", place | mark_row(mark))
    for ordinal, attribution in enumerate(reading.attributions):
        place = {"revision": revision_id, "ordinal": ordinal, "run": run_id}
        attribution_id = _insert(connection, "attribution", place | attribution_row(attribution, story.text))
        belongs = {"attribution": attribution_id, "run": run_id}
        if attribution.who:
            _insert(connection, "resolution", belongs | resolution_row(attribution.who))
        if attribution.grade:
            _insert(connection, "grade", belongs | grade_row(attribution.grade))


def _write_raw(connection: sqlite3.Connection, raw: bytes, run_id: int) -> str:
    sha256 = hashlib.sha256(raw).hexdigest()
    if connection.execute("SELECT 1 FROM raw WHERE sha256 = ?", (sha256,)).fetchone() is None:
        row = {"sha256": sha256, "compressed": zlib.compress(raw), "size_bytes": len(raw), "run": run_id}
        _insert(connection, "raw", row)
    return sha256


def _insert(connection: sqlite3.Connection, table: str, row: Mapping[str, object]) -> int:
    columns, values = ", ".join(row), ", ".join(f":{column}" for column in row)
    cursor = connection.execute(f"INSERT INTO {table} ({columns}) VALUES ({values})", row)  # noqa: S608 - own names
    return int(cursor.lastrowid or 0)
