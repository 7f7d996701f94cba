"""Resolved sources and grades as rows and back."""

import json
import sqlite3
from collections.abc import Mapping
from typing import Any

from sayso.ledger.span_columns import read_list, read_spans
from sayso.records import (
    Attribution,
    Certainty,
    Clause,
    Evidence,
    Grade,
    Ground,
    Identity,
    Polarity,
    Source,
    SourceKind,
    Span,
)
from sayso.text.names import fold_name

Row = sqlite3.Row | Mapping[str, Any]

_JSON = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))


def source_row(source: Source) -> dict[str, object]:
    """The columns of `source` that a resolved source fills.

    Raises:
        ValueError: it has no identity yet.
    """
    identity = source.identity
    if identity is None:
        raise ValueError(f"the source {source.name!r} has no identity; the pipeline gives it one before the ledger")
    names = (name for name in (source.name, identity.name) if name)
    return {
        "name": source.name,
        "kind": source.kind.value,
        "role": source.role,
        "affiliation": source.affiliation,
        "side": source.side,
        "met_by": source.met_by,
        "identity": identity.key,
        "identity_name": identity.name,
        "identity_reason": identity.reason,
        "identity_score": identity.score,
        "search_name": " ".join(dict.fromkeys(word for name in names for word in fold_name(name).split())),
    }


def manner_row(attribution: Attribution) -> dict[str, object]:
    """The columns of `manner` that an attribution fills."""
    grade = attribution.grade
    return {
        "speech": attribution.speech.value,
        "certainty": grade and grade.certainty.value,
        "polarity": grade and grade.polarity.value,
        "evidence": grade and grade.evidence.value,
        "denied": grade and int(grade.denied),
        "negated": grade and int(grade.negated),
    }


def write_via(grade: Grade) -> str:
    """The column of `route` that a grade fills."""
    return _JSON.encode(grade.via)


def grade_row(grade: Grade | None) -> dict[str, object]:
    """The columns of `kept_attribution` that a grade fills; empty where there is none."""
    if grade is None:
        return dict.fromkeys(("clauses", "grounds", "certainty_score", "factuality"))
    return {
        "clauses": _JSON.encode(
            [[clause.span, clause.certainty, clause.polarity, clause.score] for clause in grade.clauses]
        ),
        "grounds": _JSON.encode([[ground.field, ground.span, ground.reason, ground.words] for ground in grade.grounds]),
        "certainty_score": grade.score,
        "factuality": grade.factuality,
    }


def read_source(row: Row) -> Source | None:
    """The resolved source of a `statement` row; None where an older version left it unresolved.

    Raises:
        ValueError: a column holds what no version writes.
    """
    if row["source_kind"] is None:
        return None
    return Source(
        name=row["source_name"],
        kind=SourceKind(row["source_kind"]),
        role=row["source_role"],
        affiliation=row["affiliation"],
        side=row["side"],
        met_by=row["met_by"],
        named_in=read_spans(row["named_in"]),
        reason=row["source_reason"],
        score=row["source_score"],
        identity=Identity(
            key=row["identity"],
            name=row["identity_name"],
            reason=row["identity_reason"],
            score=row["identity_score"],
        ),
    )


def read_grade(row: Row) -> Grade | None:
    """The grade of a `statement` row; None where an older version left it ungraded.

    Raises:
        ValueError: a column holds what no version writes.
    """
    if row["certainty"] is None:
        return None
    return Grade(
        certainty=Certainty(row["certainty"]),
        polarity=Polarity(row["polarity"]),
        evidence=Evidence(row["evidence"]),
        denied=bool(row["denied"]),
        negated=bool(row["negated"]),
        via=tuple(read_list(row["via"])),
        clauses=tuple(
            Clause(Span(*span), Certainty(certainty), Polarity(polarity), score)
            for span, certainty, polarity, score in read_list(row["clauses"])
        ),
        grounds=tuple(
            Ground(field, Span(*span), reason, words) for field, span, reason, words in read_list(row["grounds"])
        ),
        score=row["certainty_score"],
        factuality=row["factuality"],
    )
