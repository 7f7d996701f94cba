"""The full-text indexes of the ledger: whether they are in step with their tables, and making them anew."""

import sqlite3

from sayso.ledger.failures import telling_failures
from sayso.ledger.ledger import Ledger
from sayso.ledger.schema import transaction

INDEXES = ("attribution_fts", "attribution_source_fts", "source_fts", "revision_fts")


def is_in_step(connection: sqlite3.Connection, index: str) -> bool:
    """Tell whether a full-text index holds the words of its table and no others. Other writers wait meanwhile.

    Raises:
        sqlite3.Error: the file cannot be read, or may only be read.
    """
    try:
        with transaction(connection, "IMMEDIATE"):
            connection.execute(f"INSERT INTO {index} ({index}, rank) VALUES ('integrity-check', 1)")  # noqa: S608
    except sqlite3.DatabaseError as error:
        if error.sqlite_errorname.startswith("SQLITE_CORRUPT"):
            return False
        raise
    return True


def rebuild_indexes(ledger: Ledger) -> None:
    """Make the full-text indexes of a ledger anew from their tables, all or none.

    Raises:
        LedgerError: it cannot be written.
    """
    with telling_failures(ledger.path), transaction(ledger.connection, "IMMEDIATE"):
        for index in INDEXES:
            ledger.connection.execute(f"INSERT INTO {index} ({index}) VALUES ('rebuild')")  # noqa: S608 - own names


def merge_indexes(connection: sqlite3.Connection) -> None:
    """Make one part of all parts of each full-text index.

    What is deleted from one stays in it until then, marked as deleted.
    """
    for index in INDEXES:
        connection.execute(f"INSERT INTO {index} ({index}) VALUES ('optimize')")  # noqa: S608 - own names
