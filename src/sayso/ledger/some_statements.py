"""A page of the statements that a search finds: all are counted, and only those that are shown are read."""

import json
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass

from sayso.ledger.judged_statements import mark_judged
from sayso.ledger.ledger import Ledger
from sayso.ledger.rows import read_statement
from sayso.ledger.search import find_said, find_statements
from sayso.ledger.statements import Statements
from sayso.records import JudgementKind

_PLACES = "statement.id AS id"
_THESE = "SELECT * FROM statement WHERE id IN (SELECT value FROM json_each(?))"


@dataclass(frozen=True, slots=True)
class SomeStatements:
    """Some of the statements that were found.

    Attributes:
        shown: They, in the order of the search.
        total: How many were found.
        offset: How many were passed over.
    """

    shown: Statements
    total: int
    offset: int

    @property
    def next_offset(self) -> int | None:
        """Where the next ones begin; None where these are the last."""
        after = self.offset + len(self.shown)
        return after if after < self.total else None


def search_some(ledger: Ledger, words: str, limit: int, offset: int = 0) -> SomeStatements:
    """So many of what `Ledger.search` finds.

    Raises:
        UsageError: No word was typed.
    """
    with ledger.one_state():
        found = find_statements(ledger.connection, words, columns=_PLACES)
        return _read_some(ledger, found, limit, offset)


def said_some(ledger: Ledger, name: str, about: str | None, limit: int, offset: int = 0) -> SomeStatements:
    """So many of what `Ledger.said` finds.

    Raises:
        UsageError: `name` or `about` holds no word.
    """
    with ledger.one_state():
        same = ledger.judgements(JudgementKind.SAME_SOURCE)
        found = find_said(ledger.connection, name, about, same, columns=_PLACES)
        return _read_some(ledger, found, limit, offset)


def _read_some(ledger: Ledger, found: Sequence[sqlite3.Row], limit: int, offset: int) -> SomeStatements:
    wanted = [row["id"] for row in found[offset : offset + limit]]
    rows = {row["id"]: row for row in ledger.connection.execute(_THESE, (json.dumps(wanted),))}
    statements = [read_statement(rows[one], ledger.path) for one in wanted]
    judged = mark_judged(statements, ledger.judgements(JudgementKind.ATTRIBUTION))
    return SomeStatements(Statements(judged), len(found), offset)
