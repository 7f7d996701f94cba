"""The state of what is watched: feeds, their entries, and the hosts that they are on."""

import json
import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import asdict, replace
from datetime import UTC, datetime

from sayso.ledger.failures import damage, telling_failures
from sayso.ledger.forgotten import print_address
from sayso.ledger.ledger import Ledger
from sayso.ledger.rows import hash_text
from sayso.ledger.schema import transaction
from sayso.records.addresses import compare_address, is_web_page
from sayso.records.feeds import Entry, EntryState, Feed, FeedHost

Row = dict[str, object]

_NEXT_OF_EACH_HOST = """
    SELECT * FROM feed_entry WHERE id IN (
        SELECT (
            SELECT id FROM feed_entry AS first WHERE state = 'waiting' AND first.host = hosts.host
            ORDER BY next_at, id LIMIT 1
        ) FROM (SELECT DISTINCT host FROM feed_entry WHERE state = 'waiting') AS hosts
    ) ORDER BY next_at, id
"""
_COUNTS = "SELECT feed, state, count(*) FROM feed_entry GROUP BY feed, state"


def find_feed(ledger: Ledger, address: str) -> Feed | None:
    """A feed as it was left; None where it was never watched."""
    return next(iter(_read_feeds(ledger, "SELECT * FROM feed WHERE address = ?", address)), None)


def list_feeds(ledger: Ledger) -> tuple[Feed, ...]:
    """All feeds that were ever watched, by address."""
    return _read_feeds(ledger, "SELECT * FROM feed ORDER BY address")


def save_poll(ledger: Ledger, feed: Feed, entries: Iterable[Entry], seen_at: datetime) -> None:
    """Write down what a poll gave, wholly or not at all: how the feed is left, and the entries that are new in it.

    Raises:
        LedgerError: the ledger cannot be written.
    """
    with telling_failures(ledger.path), transaction(ledger.connection, "IMMEDIATE"):
        _put(ledger.connection, "feed", ("address",), _row(asdict(feed)))
        for entry in entries:
            _put(ledger.connection, "feed_entry", ("feed", "guid"), _row(asdict(entry) | {"seen_at": seen_at}))


def save_entry(ledger: Ledger, entry: Entry, seen_at: datetime) -> None:
    """Write down what became of an entry.

    Raises:
        LedgerError: the ledger cannot be written.
    """
    with telling_failures(ledger.path), transaction(ledger.connection, "IMMEDIATE"):
        _put(ledger.connection, "feed_entry", ("feed", "guid"), _row(asdict(entry) | {"seen_at": seen_at}))


def find_known(ledger: Ledger, entries: Sequence[Entry]) -> set[str]:
    """The guids of those entries of one feed that were met before: by guid in it, or by address in any."""
    guids = {spelling: one.guid for one in entries for spelling in (one.guid, hash_text(one.guid))}
    at = {spelling for one in entries if one.address for spelling in (one.address, print_address(one.address))}
    with telling_failures(ledger.path):
        by_guid = ledger.connection.execute(
            "SELECT guid FROM feed_entry WHERE feed IN (SELECT value FROM json_each(?)) "
            "AND guid IN (SELECT value FROM json_each(?))",
            (json.dumps(sorted({one.feed for one in entries})), json.dumps(sorted(guids))),
        ).fetchall()
        by_address = ledger.connection.execute(
            "SELECT address FROM feed_entry WHERE address IN (SELECT value FROM json_each(?))",
            (json.dumps(sorted(at)),),
        ).fetchall()
    addresses = {row[0] for row in by_address}
    return {guids[row[0]] for row in by_guid} | {
        one.guid for one in entries if addresses & {one.address, print_address(one.address)}
    }


def find_read(ledger: Ledger, entries: Sequence[Entry]) -> set[str]:
    """The guids of those entries that were read in their own feed under the same guid and address."""
    with telling_failures(ledger.path):
        rows = ledger.connection.execute(
            "SELECT feed, guid, address FROM feed_entry WHERE state = 'read' "
            "AND feed IN (SELECT value FROM json_each(?)) AND guid IN (SELECT value FROM json_each(?))",
            (json.dumps(sorted({one.feed for one in entries})), json.dumps([one.guid for one in entries])),
        )
        read = {tuple(row) for row in rows}
    return {one.guid for one in entries if (one.feed, one.guid, one.address) in read}


def save_veiled(ledger: Ledger, entry: Entry, seen_at: datetime) -> None:
    """Write down that an entry's story was forgotten: hashes tell it from others, none of its addresses is kept.

    Raises:
        LedgerError: the ledger cannot be written.
    """
    with telling_failures(ledger.path), transaction(ledger.connection, "IMMEDIATE"):
        _veil(ledger.connection, entry, _time(seen_at))


def _veil(connection: sqlite3.Connection, entry: Entry, seen_at: str) -> None:
    connection.execute("DELETE FROM feed_entry WHERE feed = ? AND guid = ?", (entry.feed, entry.guid))
    veiled = Entry(
        feed=entry.feed,
        guid=hash_text(entry.guid),
        address=print_address(entry.address) if entry.address else "",
        link=None,
        host="",
        state=EntryState.REFUSED,
        problem="forgotten",
    )
    _put(connection, "feed_entry", ("feed", "guid"), _row(asdict(veiled) | {"seen_at": seen_at}))


def veil_entries(connection: sqlite3.Connection, addresses: Iterable[str]) -> None:
    """Let the entries that led to some addresses be told from others by hashes alone."""
    compared = sorted({compare_address(one) for one in addresses if is_web_page(one)})
    rows = connection.execute(
        "SELECT * FROM feed_entry WHERE address IN (SELECT value FROM json_each(?))", (json.dumps(compared),)
    ).fetchall()
    for row in rows:
        _veil(connection, _read_entry(row), row["seen_at"])


def unveil_entries(connection: sqlite3.Connection, story_id: str) -> None:
    """Let feeds bring a story again that was forgotten and is let back."""
    connection.execute(
        "DELETE FROM feed_entry WHERE problem = 'forgotten' AND link IS NULL AND address IN (SELECT sha256 "
        "FROM forgotten_print JOIN forgotten ON forgotten.id = forgotten_print.forgotten WHERE story = ?)",
        (story_id,),
    )


def touch_entries(ledger: Ledger, feed: str, guids: Iterable[str], now: datetime, stale: datetime) -> None:
    """Note that entries still stand in their feed, where that was noted last before a time."""
    with telling_failures(ledger.path):
        ledger.connection.execute(
            "UPDATE feed_entry SET seen_at = ? WHERE feed = ? AND seen_at < ? "
            "AND guid IN (SELECT value FROM json_each(?))",
            (_time(now), feed, _time(stale), json.dumps(list(guids))),
        )


def forget_entries(ledger: Ledger, before: datetime) -> None:
    """Forget entries that are done and have not stood in their feed since a time; their stories are kept."""
    with telling_failures(ledger.path):
        ledger.connection.execute("DELETE FROM feed_entry WHERE state <> 'waiting' AND seen_at < ?", (_time(before),))


def next_pages(ledger: Ledger) -> list[Entry]:
    """Of each host the entry whose page is to be fetched next, the soonest first."""
    with telling_failures(ledger.path):
        return [_read_entry(row) for row in ledger.connection.execute(_NEXT_OF_EACH_HOST)]


def count_entries(ledger: Ledger) -> dict[tuple[str, EntryState], int]:
    """How many entries there are of each feed in each state; those without are left out."""
    with telling_failures(ledger.path):
        return {(row[0], EntryState(row[1])): row[2] for row in ledger.connection.execute(_COUNTS)}


def find_host(ledger: Ledger, host: str) -> FeedHost:
    """What is known of a host."""
    with telling_failures(ledger.path):
        row = ledger.connection.execute("SELECT * FROM feed_host WHERE host = ?", (host,)).fetchone()
    if row is None:
        return FeedHost(host)
    return FeedHost(host, row["robots"], _read_time(row["robots_at"]), _read_time(row["rest_until"]))


def save_host(ledger: Ledger, host: FeedHost) -> None:
    """Write down what is known of a host."""
    with telling_failures(ledger.path), transaction(ledger.connection, "IMMEDIATE"):
        _put(ledger.connection, "feed_host", ("host",), _row(asdict(host)))


def _read_feeds(ledger: Ledger, query: str, *values: str) -> tuple[Feed, ...]:
    with telling_failures(ledger.path):
        rows = ledger.connection.execute(query, values).fetchall()
    try:
        return tuple(
            Feed(**dict(row) | {"next_at": _known_time(row["next_at"]), "polled_at": _read_time(row["polled_at"])})
            for row in rows
        )
    except (ValueError, TypeError) as error:
        raise damage(ledger.path, f"a feed cannot be read ({error})") from error


def _read_entry(row: sqlite3.Row) -> Entry:
    values = {key: row[key] for key in row.keys() if key not in ("id", "seen_at")}  # noqa: SIM118 - a Row is no mapping
    return replace(Entry(**values), state=EntryState(row["state"]), next_at=_read_time(row["next_at"]))


def _put(connection: sqlite3.Connection, table: str, key: tuple[str, ...], row: Row) -> None:
    columns, values = ", ".join(row), ", ".join(f":{column}" for column in row)
    changed = ", ".join(f"{column} = excluded.{column}" for column in row if column not in key)
    connection.execute(
        f"INSERT INTO {table} ({columns}) VALUES ({values}) "  # noqa: S608 - own names
        f"ON CONFLICT ({', '.join(key)}) DO UPDATE SET {changed}",
        row,
    )


def _row(values: Row) -> Row:
    return {key: _time(value) if isinstance(value, datetime) else value for key, value in values.items()}


def _time(moment: datetime) -> str:
    """A time in UTC so that times compare as their texts do."""
    return moment.astimezone(UTC).isoformat(timespec="milliseconds")


def _known_time(words: str) -> datetime:
    return datetime.fromisoformat(words)


def _read_time(words: str | None) -> datetime | None:
    return datetime.fromisoformat(words) if words else None
