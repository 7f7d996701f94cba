"""Writing readings into the ledger: each story wholly or not at all."""

import json
import sqlite3
from collections.abc import Sequence
from enum import StrEnum
from functools import cache

from sayso.ledger.forgotten import find_again
from sayso.ledger.identity import addresses_of, find_story, new_id
from sayso.ledger.prepared import PreparedAttribution, PreparedReading, prepare
from sayso.ledger.raw_rows import write_raw
from sayso.ledger.rows import story_row
from sayso.ledger.schema import now, transaction
from sayso.ledger.shared_rows import Row, SharedRows
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
    """Write a story with all that was read in it, in one transaction; see `add_prepared`.

    Raises:
        InputError: A span lies outside the text.
        UnicodeEncodeError: A text holds half a character.
        sqlite3.Error: The ledger cannot be written; nothing of the story is.
    """
    (added,) = add_prepared(connection, [prepare(reading)], run)
    return added


def add_prepared(connection: sqlite3.Connection, readings: Sequence[PreparedReading], run: Run) -> list[Added]:
    """Write stories with all that was read in them, all in one transaction or none.

    A text that a story has had before, in whatever revision, changes nothing: so a folder with two texts of one
    story can be added again and again. Nor does a story that was forgotten, unless it was let back.

    Raises:
        UnicodeEncodeError: A title or name holds half a character.
        sqlite3.Error: The ledger cannot be written; nothing of the stories is.
    """
    if all(holds_text(connection, one.story, one.text_sha256) for one in readings):
        return [Added.UNCHANGED] * len(readings)
    with transaction(connection, "IMMEDIATE"):
        shared = SharedRows(connection)
        return [_add(connection, one, run, shared) for one in readings]


def _add(connection: sqlite3.Connection, reading: PreparedReading, run: Run, shared: SharedRows) -> Added:
    story = reading.story
    known = find_story(connection, story, reading.text_sha256)
    if _has_text(connection, known, reading.text_sha256):
        return Added.UNCHANGED
    if find_again(connection, story):
        return Added.FORGOTTEN
    run_id = _write_run(connection, run)
    story_id = known or new_id(connection, story)
    _write_story(connection, story, story_id, run_id)
    revision = _write_revision(connection, reading, story_id, run_id)
    _write_attributions(connection, reading.attributions, revision, run_id, shared)
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
    if found:
        return int(found[0])
    written = connection.execute(
        "INSERT INTO run (started_at, code_version, model, parameters) "
        "VALUES (:started_at, :code_version, :model, :parameters)",
        key,
    )
    return int(written.lastrowid or 0)


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


def _write_revision(connection: sqlite3.Connection, reading: PreparedReading, story_id: str, run_id: int) -> int:
    """Write a text with its marks, and tell its number."""
    (number,) = connection.execute("SELECT count(*) + 1 FROM revision WHERE story = ?", (story_id,)).fetchone()
    (revision,) = connection.execute(_NEXT_REVISION).fetchone()
    raw = reading.raw
    if raw:
        write_raw(connection, raw, reading.story.text, reading.text_sha256, run_id)
    row = story_row(reading.story) | {
        "id": revision,
        "story": story_id,
        "number": number,
        "text_sha256": reading.text_sha256,
        "raw_sha256": raw and raw.sha256,
        "unread": reading.unread,
        "added_at": now(),
    }
    _insert(connection, "revision", [row], run_id)
    _insert(connection, "mark", [{"revision": revision} | row for row in reading.marks], run_id)
    return int(revision)


def _write_attributions(
    connection: sqlite3.Connection,
    attributions: Sequence[PreparedAttribution],
    revision: int,
    run_id: int,
    shared: SharedRows,
) -> None:
    (before,) = connection.execute("SELECT coalesce(max(id), 0) FROM kept_attribution").fetchone()
    routes: dict[str, int] = {}
    rows: list[Row] = [
        {
            "id": id_,
            "revision": revision,
            "manner": shared.number("manner", one.manner),
            "source": shared.number("source", one.source, run=run_id) if one.source else None,
            "rule": shared.number("rule", one.rule) if one.rule else None,
            "route": None if one.via is None else routes.setdefault(one.via, id_),
            **one.row,
        }
        for id_, one in enumerate(attributions, start=before + 1)
    ]
    _insert(connection, "kept_attribution", rows, run_id)
    connection.executemany("INSERT INTO route (id, via) VALUES (?, ?)", [(id_, via) for via, id_ in routes.items()])


def _insert(connection: sqlite3.Connection, table: str, rows: Sequence[Row], run_id: int) -> None:
    """Insert rows with the same columns, in the same order."""
    if rows:
        statement = _insertion(table, (*rows[0], "run"))
        connection.executemany(statement, [(*row.values(), run_id) for row in rows])


@cache
def _insertion(table: str, columns: tuple[str, ...]) -> str:
    marks = ", ".join("?" * len(columns))
    return f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({marks})"  # noqa: S608 - own names
