"""What came into a ledger last."""

import sqlite3


def latest_story_ids(connection: sqlite3.Connection, most: int, after: int = 0) -> list[str]:
    """The ids of the stories whose latest texts came in last, newest first, without the first `after` of them."""
    rows = connection.execute(
        "SELECT story FROM revision GROUP BY story ORDER BY max(id) DESC LIMIT ? OFFSET ?", (most, after)
    ).fetchall()
    return [row[0] for row in rows]


def count_changes(connection: sqlite3.Connection) -> tuple[int, int]:
    """The numbers of the newest text and of the newest judgement: equal ones mean that the ledger has not changed."""
    (text,) = connection.execute("SELECT coalesce(max(id), 0) FROM revision").fetchone()
    (judgement,) = connection.execute("SELECT coalesce(max(id), 0) FROM judgement").fetchone()
    return int(text), int(judgement)
