"""What was told of claims that are followed, and to whom it is still to be told."""

import json
import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from typing import Any

from sayso.ledger.failures import damage, telling_failures
from sayso.ledger.judgements import fold_claim
from sayso.ledger.ledger import Ledger
from sayso.ledger.schema import transaction
from sayso.records import Count, Seen, Standing

Message = dict[str, object]


@dataclass(frozen=True, slots=True)
class Pending:
    """Something that is to be told to somebody: the number of the telling, what, and how often it was tried."""

    telling: int
    message: Message
    tries: int
    next_at: datetime


def find_told(ledger: Ledger, claim: str) -> tuple[int, Seen] | None:
    """The number of the last telling of a claim, and what the claim rested on then; None before the first.

    Raises:
        LedgerError: the ledger cannot be read.
    """
    with telling_failures(ledger.path):
        row = _newest(ledger.connection, claim)
    if row is None:
        return None
    try:
        return int(row["id"]), _read_seen(json.loads(row["seen"]))
    except (ValueError, TypeError, KeyError) as error:
        raise damage(ledger.path, f"what was told of a claim cannot be read ({error})") from error


def write_telling(
    ledger: Ledger,
    claim: str,
    after: int,
    seen: Seen,
    moment: datetime,
    message: Message | None = None,
    channels: Sequence[str] = (),
) -> bool:
    """Write down what is to be told of a claim, and to whom, wholly or not at all.

    Args:
        ledger: Where.
        claim: The claim.
        after: The number of the telling that this one follows, 0 for none.
        seen: What the claim rests on now.
        moment: Now.
        message: What is told; None where it is only noted what the claim rests on.
        channels: To whom.

    Returns:
        Whether it was; not where another program told of the claim meanwhile.

    Raises:
        LedgerError: the ledger cannot be written.
    """
    at = _time(moment)
    with telling_failures(ledger.path), transaction(ledger.connection, "IMMEDIATE"):
        newest = _newest(ledger.connection, claim)
        if (newest["id"] if newest else 0) != after:
            return False
        told = ledger.connection.execute(
            "INSERT INTO telling (claim, seen, message, told_at) VALUES (?, ?, ?, ?)",
            (
                fold_claim(claim),
                json.dumps(asdict(seen), ensure_ascii=False),
                json.dumps(message, ensure_ascii=False) if message else None,
                at,
            ),
        ).lastrowid
        if message:
            ledger.connection.executemany(
                "INSERT INTO delivery (telling, channel, tries, next_at) VALUES (?, ?, 0, ?)",
                [(told, channel, at) for channel in channels],
            )
    return True


def next_delivery(ledger: Ledger, channel: str) -> Pending | None:
    """What is to be told on a channel next, the oldest first; None where nothing is."""
    with telling_failures(ledger.path):
        row = ledger.connection.execute(
            "SELECT telling, message, tries, next_at FROM delivery JOIN telling ON telling.id = telling "
            "WHERE channel = ? AND delivered_at IS NULL ORDER BY telling LIMIT 1",
            (channel,),
        ).fetchone()
    if row is None:
        return None
    return Pending(row["telling"], json.loads(row["message"]), row["tries"], datetime.fromisoformat(row["next_at"]))


def mark_delivered(ledger: Ledger, telling: int, channel: str, moment: datetime) -> None:
    """Note that something was told on a channel."""
    _mark(ledger, "delivered_at = ?, problem = NULL", (_time(moment),), telling, channel)


def mark_undelivered(ledger: Ledger, telling: int, channel: str, next_at: datetime, problem: str) -> None:
    """Note that it could not be told, why, and when to try again."""
    changed = (_time(next_at), problem)
    _mark(ledger, "tries = tries + 1, next_at = ?, problem = ?", changed, telling, channel)


def latest_messages(ledger: Ledger, most: int) -> list[Message]:
    """What was told last, the newest first."""
    with telling_failures(ledger.path):
        rows = ledger.connection.execute(
            "SELECT message FROM telling WHERE message IS NOT NULL ORDER BY id DESC LIMIT ?", (most,)
        ).fetchall()
    return [json.loads(row["message"]) for row in rows]


def leave_out(connection: sqlite3.Connection, story_id: str) -> None:
    """Let what was told, or is still to be, name a story no more among those that brought it about."""
    rows = connection.execute(
        "SELECT id, message FROM telling WHERE message IS NOT NULL AND EXISTS (SELECT 1 FROM "
        "json_each(message, '$.brought_by') WHERE json_extract(value, '$.story_id') = ?)",
        (story_id,),
    ).fetchall()
    for row in rows:
        message = json.loads(row["message"])
        message["brought_by"] = [one for one in message["brought_by"] if one["story_id"] != story_id]
        connection.execute(
            "UPDATE telling SET message = ? WHERE id = ?", (json.dumps(message, ensure_ascii=False), row["id"])
        )


def list_undelivered(ledger: Ledger) -> list[tuple[str, int, str | None]]:
    """The channels on which something is still to be told, with how much and why it could not be."""
    with telling_failures(ledger.path):
        rows = ledger.connection.execute(
            "SELECT channel, count(*) AS waiting, max(problem) AS problem FROM delivery "
            "WHERE delivered_at IS NULL GROUP BY channel ORDER BY channel"
        ).fetchall()
    return [(row["channel"], row["waiting"], row["problem"]) for row in rows]


def _time(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat(timespec="microseconds")


def _newest(connection: sqlite3.Connection, claim: str) -> sqlite3.Row | None:
    found: sqlite3.Row | None = connection.execute(
        "SELECT * FROM telling WHERE claim = ? ORDER BY id DESC LIMIT 1", (fold_claim(claim),)
    ).fetchone()
    return found


def _mark(ledger: Ledger, change: str, values: Iterable[object], telling: int, channel: str) -> None:
    with telling_failures(ledger.path):
        ledger.connection.execute(
            f"UPDATE delivery SET {change} WHERE telling = ? AND channel = ?",  # noqa: S608 - own words
            (*values, telling, channel),
        )


def _read_seen(kept: dict[str, Any]) -> Seen:
    standing, origins, names = Standing(kept["standing"]), Count(**kept["origins"]), tuple(map(str, kept["names"]))
    return Seen(**kept | {"standing": standing, "origins": origins, "names": names})
