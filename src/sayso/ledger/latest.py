"""What came into a ledger last."""

import json
import sqlite3
from collections.abc import Iterable
from typing import NamedTuple


class State(NamedTuple):
    """What tells whether a ledger has changed: the numbers of its newest text, judgement and forgotten story."""

    text: int
    judgement: int
    forgotten: int


def latest_story_ids(connection: sqlite3.Connection, most: int, after: int = 0) -> list[str]:
    """The ids of the stories whose latest texts came in last, newest first, without the first `after` of them."""
    rows = connection.execute(
        "SELECT story FROM revision GROUP BY story ORDER BY max(id) DESC LIMIT ? OFFSET ?", (most, after)
    ).fetchall()
    return [row[0] for row in rows]


def count_changes(connection: sqlite3.Connection) -> State:
    """The state of the ledger; an equal one means that it has not changed."""
    newest = (
        int(connection.execute(f"SELECT coalesce(max(id), 0) FROM {table}").fetchone()[0])  # noqa: S608 - own names
        for table in ("revision", "judgement", "forgotten")
    )
    return State(*newest)


def came_since(connection: sqlite3.Connection, revision: int, story_ids: Iterable[str]) -> set[str]:
    """Those of some stories that came in, or changed, after the text of a number."""
    rows = connection.execute(
        "SELECT DISTINCT story FROM revision WHERE id > ? AND story IN (SELECT value FROM json_each(?))",
        (revision, json.dumps(sorted(story_ids))),
    )
    return {row[0] for row in rows}


def count_statements(connection: sqlite3.Connection, story_ids: Iterable[str]) -> dict[str, int]:
    """How many statements the latest texts of some stories have; stories without any are left out."""
    rows = connection.execute(
        "SELECT story, count(*) FROM statement WHERE story IN (SELECT value FROM json_each(?)) GROUP BY story",
        (json.dumps(sorted(story_ids)),),
    )
    return dict(rows.fetchall())
