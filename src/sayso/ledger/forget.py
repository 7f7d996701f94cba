"""Forgetting a story: it goes, with all that was drawn from it, that it did is written down, and it stays gone."""

import json
import sqlite3

from sayso.errors import LedgerError, UsageError
from sayso.ledger.failures import telling_failures
from sayso.ledger.feeds import unveil_entries, veil_entries
from sayso.ledger.forgotten import Forgotten, find_again, print_address, read_forgotten, write_prints
from sayso.ledger.indexes import merge_indexes
from sayso.ledger.ledger import Ledger
from sayso.ledger.schema import now, transaction
from sayso.ledger.tellings import leave_out
from sayso.records import Story
from sayso.records.addresses import are_of_one_site, names_a_page

_OF_REVISIONS = "(SELECT id FROM revision WHERE story = :story)"
_OF_ATTRIBUTIONS = f"(SELECT id FROM kept_attribution WHERE revision IN {_OF_REVISIONS})"  # noqa: S608 - own words
_DRAWN = (
    f"DELETE FROM route WHERE id IN {_OF_ATTRIBUTIONS}",  # noqa: S608
    f"DELETE FROM kept_attribution WHERE revision IN {_OF_REVISIONS}",  # noqa: S608
    "DELETE FROM source WHERE NOT EXISTS (SELECT 1 FROM kept_attribution WHERE source = source.id)",
    "DELETE FROM rule WHERE id NOT IN (SELECT rule FROM kept_attribution WHERE rule IS NOT NULL)",
    f"DELETE FROM mark WHERE revision IN {_OF_REVISIONS}",  # noqa: S608
    f"DELETE FROM fingerprint WHERE revision IN {_OF_REVISIONS}",  # noqa: S608
    "DELETE FROM revision WHERE story = :story",
    "DELETE FROM story WHERE id = :story",
)
_RAW = "DELETE FROM raw WHERE sha256 = ?1 AND NOT EXISTS (SELECT 1 FROM revision WHERE raw_sha256 = ?1)"
_KEPT = "SELECT 1 FROM raw WHERE sha256 = ?"


def forget_story(ledger: Ledger, story_id: str, who: str, why: str | None = None) -> Forgotten:
    """Remove a story and all that was drawn from it, and overwrite their bytes in the file.

    Its texts, marks, statements, fingerprints and words in the indexes go, and the bytes that it was taken from unless
    another story was too; the entries of feeds that led to it are known by hashes from then on, and what was told of
    claims names it no more. Judgements on it stay without the words of it, and no longer stand. Of a story that was
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
    return tuple(map(read_forgotten, rows))


def find_forgotten(ledger: Ledger, story: Story) -> Forgotten | None:
    """That a story which comes again was forgotten; None where it was not, or may be taken in again.

    It is known by each of its texts, by the bytes that it was taken from unless another story was too, and by its
    addresses in whatever spelling.

    Raises:
        LedgerError: the ledger cannot be read.
    """
    with telling_failures(ledger.path):
        return find_again(ledger.connection, story)


def let_back(ledger: Ledger, story_id: str, who: str, why: str | None = None) -> None:
    """Let a story that was forgotten be taken in again when it is given again; that is written down too.

    Raises:
        UsageError: nobody decides, or no such story is forgotten.
        LedgerError: the ledger cannot be written.
    """
    if not who.strip():
        raise UsageError("a story to be let back by nobody", "the name of whoever decides", "Name yourself")
    with telling_failures(ledger.path), transaction(ledger.connection, "IMMEDIATE"):
        done = ledger.connection.execute(
            "INSERT INTO let_back (forgotten, who, why, let_back_at) SELECT id, ?, ?, ? FROM forgotten "
            "WHERE story = ? AND id NOT IN (SELECT forgotten FROM let_back)",
            (who, why, now(), story_id),
        )
        unveil_entries(ledger.connection, story_id)
    if not done.rowcount:
        raise UsageError(
            f"no story {story_id} is kept out of {ledger.path}", "the id of one that was forgotten", "Check the id"
        )


def _remove(connection: sqlite3.Connection, story_id: str, who: str, why: str | None) -> None:
    revisions = connection.execute("SELECT * FROM revision WHERE story = ? ORDER BY number", (story_id,)).fetchall()
    raws = dict.fromkeys(row["raw_sha256"] for row in revisions if row["raw_sha256"])
    forgotten = connection.execute(
        "INSERT INTO forgotten (story, texts, raws, newest_revision, who, why, forgotten_at) "
        "VALUES (?, ?, ?, ?, ?, ?, ?)",
        (
            story_id,
            json.dumps([row["text_sha256"] for row in revisions]),
            json.dumps(list(raws)),
            max(row["id"] for row in revisions),
            *(who, why, now()),
        ),
    ).lastrowid
    for statement in _DRAWN:
        connection.execute(statement, {"story": story_id})
    connection.executemany(_RAW, [(sha256,) for sha256 in raws])
    gone = [sha256 for sha256 in raws if not connection.execute(_KEPT, (sha256,)).fetchone()]
    addresses = {address for row in revisions for address in _addresses_of(row)}
    texts = (row["text_sha256"] for row in revisions)
    write_prints(connection, int(forgotten or 0), [*texts, *gone, *map(print_address, addresses)])
    veil_entries(connection, addresses)
    leave_out(connection, story_id)
    connection.execute("UPDATE judgement SET words = '' WHERE one = ? AND words <> ''", (story_id,))
    merge_indexes(connection)


def _addresses_of(row: sqlite3.Row) -> list[str]:
    """The addresses of a text of a story, but for that of its original, which ledgers before schema 5 kept there."""
    url, canonical = row["url"], row["canonical_url"]
    own = (url, canonical if canonical and are_of_one_site(url or canonical, canonical) else None)
    return [address for address in own if address and names_a_page(address)]


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
