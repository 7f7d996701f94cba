"""Judgements in the ledger: rows are added and superseded, never changed."""

import sqlite3

from sayso.errors import UsageError
from sayso.ledger.schema import now
from sayso.records import Judgement, JudgementKind, Verdict

_NEWEST = """
    SELECT * FROM judgement
    WHERE kind = ? AND id IN (SELECT max(id) FROM judgement GROUP BY kind, one, other)
    ORDER BY id
"""


def add_judgement(connection: sqlite3.Connection, judgement: Judgement) -> None:
    """Write a judgement, which supersedes any older one on the pair.

    Raises:
        UsageError: it is on one thing and itself.
    """
    one, other = sorted((judgement.one, judgement.other))
    if one == other:
        raise UsageError(
            f"a judgement on {one!r} and itself", "two different ones", "Name two that the ledger keeps apart"
        )
    connection.execute(
        "INSERT INTO judgement (kind, one, other, verdict, who, why, judged_at) VALUES (?, ?, ?, ?, ?, ?, ?)",
        (judgement.kind.value, one, other, judgement.verdict.value, judgement.who, judgement.why, now()),
    )


def standing_judgements(connection: sqlite3.Connection, kind: JudgementKind) -> tuple[Judgement, ...]:
    """The newest judgement on every pair, oldest first.

    Raises:
        ValueError: a row holds what no version writes.
    """
    return tuple(
        Judgement(
            kind=JudgementKind(row["kind"]),
            one=row["one"],
            other=row["other"],
            verdict=Verdict(row["verdict"]),
            who=row["who"],
            why=row["why"],
            judged_at=row["judged_at"],
        )
        for row in connection.execute(_NEWEST, (kind.value,))
    )
