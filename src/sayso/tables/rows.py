"""Stories, statements, marks and lineages as rows of tables, and back."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from sayso.records import (
    ROLES,
    Attribution,
    Certainty,
    Clause,
    Evidence,
    Grade,
    Ground,
    Identity,
    Lineage,
    Mark,
    MarkKind,
    Polarity,
    Source,
    SourceKind,
    Span,
    Speech,
    Story,
    join_words,
)
from sayso.shapes import Json, grade_shape, source_shape, spans_shape
from sayso.tables.columns import STATEMENTS

STORY_FIELDS = tuple(Story.__dataclass_fields__)
Row = Mapping[str, Any]

_NOTHING: Json = dict.fromkeys(STATEMENTS.names)


def story_row(story: Story) -> Json:
    """The columns that a story fills; those of its text among them, and its raw bytes."""
    row: Json = {name: getattr(story, name) for name in STORY_FIELDS}
    return row | {"originals": list(story.originals)}


def read_story_row(row: Row) -> Story:
    """The story of a row; columns that it lacks are not known."""
    known = {name: row[name] for name in STORY_FIELDS if name in row}
    return Story(**known | {"originals": tuple(row["originals"])})


def statement_row(story: Story, place: int, one: Attribution, judged: int | None = None) -> Json:
    """A statement, by its place among those of its story from 0, with the number of what was decided on its source."""
    row = _NOTHING | {"story_id": story.id, "number": place + 1}
    for role in ROLES:
        spans = getattr(one, role)
        row |= {role: join_words(story.text, spans), f"{role}_spans": spans_shape(spans)}
    row |= {"speech": str(one.speech), "score": one.score}
    row |= source_shape(one.who) if one.who else {}
    row |= grade_shape(one.grade) if one.grade else {}
    return row | {"judged": judged}


def read_statement_row(row: Row) -> Attribution:
    """The attribution of a row."""
    return Attribution(
        source=_spans(row["source_spans"]),
        cue=_spans(row["cue_spans"]),
        content=_spans(row["content_spans"]),
        speech=Speech(row["speech"]),
        score=row["score"],
        who=_read_source(row),
        grade=_read_grade(row),
    )


def mark_row(story: Story, place: int, mark: Mark) -> Json:
    """A mark, by its place among those of its story from 0."""
    return {
        "story_id": story.id,
        "number": place + 1,
        "kind": str(mark.kind),
        "span": list(mark.span),
        "reason": mark.reason,
        "values": [{"name": name, "value": value} for name, value in mark.values.items()],
    }


def read_mark_row(row: Row) -> Mark:
    """The mark of a row."""
    values = {one["name"]: one["value"] for one in row["values"]}
    return Mark(MarkKind(row["kind"]), Span(*row["span"]), row["reason"], values)


def lineage_row(lineage: Lineage) -> Json:
    """Where a story's text comes from, its parents apart."""
    return {
        "story_id": lineage.story_id,
        "kind": str(lineage.kind),
        "families": list(lineage.families),
        "unrecorded": lineage.unrecorded,
    }


def parent_rows(lineage: Lineage, *, with_extents: bool) -> Iterator[Json]:
    """The parents of a story, the likeliest first."""
    for number, parent in enumerate(lineage.parents, start=1):
        yield {
            "story_id": lineage.story_id,
            "number": number,
            "parent": parent.story_id,
            "reason": parent.reason,
            "confidence": parent.confidence,
            "extents": [[list(one.here), list(one.there)] for one in parent.extents] if with_extents else None,
        }


def _spans(listed: Sequence[Sequence[int]]) -> tuple[Span, ...]:
    return tuple(Span(*span) for span in listed)


def _read_source(row: Row) -> Source | None:
    if row["source_kind"] is None:
        return None
    return Source(
        name=row["source_name"],
        kind=SourceKind(row["source_kind"]),
        role=row["source_role"],
        affiliation=row["affiliation"],
        side=row["side"],
        met_by=row["met_by"],
        named_in=_spans(row["named_in"]),
        reason=row["source_reason"],
        score=row["source_score"],
        identity=Identity(**row["identity"]) if row["identity"] else None,
    )


def _read_grade(row: Row) -> Grade | None:
    if row["certainty"] is None:
        return None
    return Grade(
        certainty=Certainty(row["certainty"]),
        polarity=Polarity(row["polarity"]),
        evidence=Evidence(row["evidence"]),
        denied=row["denied"],
        negated=row["negated"],
        via=tuple(row["via"]),
        clauses=tuple(
            Clause(Span(*one["span"]), Certainty(one["certainty"]), Polarity(one["polarity"]), one["score"])
            for one in row["clauses"]
        ),
        grounds=tuple(Ground(one["field"], Span(*one["span"]), one["reason"], one["words"]) for one in row["grounds"]),
        score=row["certainty_score"],
        factuality=row["factuality"],
    )
