"""The tables: their columns, and their rows. A table looks the same in Parquet, CSV, JSON lines and a data frame."""

from collections.abc import Callable, Iterator
from dataclasses import asdict
from typing import TYPE_CHECKING

import pyarrow as pa

from sayso.errors import UsageError
from sayso.export.content import Content, Part
from sayso.frames import make_frame
from sayso.ledger import SourceRecord
from sayso.records import ROLES, Lineage, join_words
from sayso.shapes import Json, grade_shape, judgement_shape, source_shape, spans_shape
from sayso.trace import Trace, report_shape

if TYPE_CHECKING:
    import pandas

TEXT, WHOLE, NUMBER, YES_OR_NO = pa.string(), pa.int64(), pa.float64(), pa.bool_()
TEXTS, SPAN = pa.list_(TEXT), pa.list_(WHOLE)
SPANS = pa.list_(SPAN)
CLAUSES = pa.list_(pa.struct({"span": SPAN, "certainty": TEXT, "polarity": TEXT, "score": NUMBER}))
GROUNDS = pa.list_(pa.struct({"field": TEXT, "span": SPAN, "words": TEXT, "reason": TEXT}))
IDENTITY = pa.struct({"key": TEXT, "name": TEXT, "reason": TEXT, "score": NUMBER})


def _schema(always: dict[str, pa.DataType], sometimes: dict[str, pa.DataType]) -> pa.Schema:
    """Columns that always hold something, then those that may hold nothing."""
    columns = [pa.field(name, kind, nullable=False) for name, kind in always.items()]
    return pa.schema(columns + [pa.field(name, kind) for name, kind in sometimes.items()])


def _texts(names: str) -> dict[str, pa.DataType]:
    return dict.fromkeys(names.split(), TEXT)


STORIES = _schema(
    _texts("id text text_sha256 added_at read_by model") | {"revision": WHOLE, "originals": TEXTS},
    _texts("title outlet agency byline published modified url canonical_url language encoding note raw_sha256 unread"),
)
STATEMENTS = _schema(
    {"story_id": TEXT, "number": WHOLE}
    | _texts("source cue content speech")
    | {"score": NUMBER}
    | dict.fromkeys((f"{role}_spans" for role in ROLES), SPANS),
    _texts("source_name source_kind source_role affiliation side met_by source_reason")
    | {"source_score": NUMBER, "named_in": SPANS, "identity": IDENTITY}
    | _texts("certainty polarity evidence")
    | {"denied": YES_OR_NO, "negated": YES_OR_NO, "via": TEXTS, "certainty_score": NUMBER, "factuality": NUMBER}
    | {"clauses": CLAUSES, "grounds": GROUNDS, "judged": WHOLE},
)
LINEAGE = _schema({"story_id": TEXT, "kind": TEXT, "families": TEXTS}, {"unrecorded": TEXT})
PARENTS = _schema(
    {"story_id": TEXT, "number": WHOLE, "parent": TEXT, "reason": TEXT, "confidence": NUMBER},
    {"extents": pa.list_(SPANS)},
)
SOURCES = _schema(
    {"identity": TEXT, "kind": TEXT, "names": TEXTS, "sides": TEXTS}
    | {"statements": WHOLE, "stories": WHOLE, "reasons": TEXTS, "score": NUMBER},
    {"name": TEXT},
)
JUDGEMENTS = _schema(
    {"number": WHOLE} | _texts("kind one words other name verdict who judged_at"),
    {"why": TEXT, "superseded_by": WHOLE},
)
CLAIMS = _schema(
    {"claim": TEXT, "standing": TEXT, "reports": WHOLE, "outlets": WHOLE, "independent_origins": WHOLE}
    | {"independent_origins_least": WHOLE, "independent_origins_most": WHOLE}
    | {"absent_words": TEXTS, "sentences_aside": WHOLE, "stories_aside": WHOLE},
    {"as_of": TEXT},
)
REPORTS = _schema(
    {"story_id": TEXT, "stance": TEXT, "words": TEXT, "spans": SPANS, "certainty": TEXT, "evidence": TEXT}
    | {"via": TEXTS, "score": NUMBER, "judged": TEXTS, "sides": TEXTS},
    {"origin": WHOLE} | _texts("origin_name origin_kind source_name outlet published title url"),
)

SCHEMAS = {
    "stories": STORIES,
    "statements": STATEMENTS,
    "lineage": LINEAGE,
    "parents": PARENTS,
    "sources": SOURCES,
    "judgements": JUDGEMENTS,
    "claims": CLAIMS,
    "reports": REPORTS,
}
"""Every table, by name. `claims` and `reports` are those of a claim alone."""

_PER_STORY: dict[str, Callable[[Part, bool], Iterator[Json]]] = {
    "stories": lambda part, _: _story_rows(part),
    "statements": lambda part, _: _statement_rows(part),
    "lineage": lambda part, _: _lineage_rows(part.lineage),
    "parents": lambda part, with_extents: _parent_rows(part.lineage, with_extents),
}


def tables_of(content: Content) -> tuple[str, ...]:
    """The names of the tables that there are of some content."""
    return tuple(name for name in SCHEMAS if content.trace or name not in ("claims", "reports"))


def table_rows(content: Content, names: tuple[str, ...], tell: Callable[[int], None]) -> Iterator[tuple[str, Json]]:
    """The rows of some tables, each with the name of its table; the stories are gone through once.

    Raises:
        LedgerError: the ledger cannot be read.
    """
    per_story = [name for name in names if name in _PER_STORY]
    if per_story:
        for part in content.parts(tell):
            for name in per_story:
                for row in _PER_STORY[name](part, content.has_extents):
                    yield name, row
    if "sources" in names:
        yield from (("sources", _source_row(one)) for one in content.sources())
    if "judgements" in names:
        yield from (("judgements", judgement_shape(one)) for one in content.judgements())
    if content.trace and "claims" in names:
        yield "claims", _claim_row(content.trace)
    if content.trace and "reports" in names:
        yield from (("reports", row) for row in _report_rows(content.trace))


def table_frame(content: Content, name: str) -> "pandas.DataFrame":
    """A table as a pandas DataFrame, all in memory.

    Raises:
        UsageError: there is no such table, or pandas is not installed.
    """
    check_table(content, name)
    return make_frame(row for _, row in table_rows(content, (name,), lambda _: None))


def check_table(content: Content, name: str) -> None:
    """Make sure that some content has a table.

    Raises:
        UsageError: it has none of that name.
    """
    if name not in tables_of(content):
        raise UsageError(f'there is no table "{name}" here', f"one of {', '.join(tables_of(content))}", "Name it anew")


def _story_rows(part: Part) -> Iterator[Json]:
    story: Json = {name: getattr(part.story, name, None) for name in STORIES.names}
    yield story | asdict(part.kept) | {"originals": list(part.story.originals), "unread": part.reading.unread}


def _statement_rows(part: Part) -> Iterator[Json]:
    text = part.story.text
    nothing: Json = dict.fromkeys(STATEMENTS.names)
    for place, one in enumerate(part.reading.attributions):
        row: Json = nothing | {"story_id": part.story.id, "number": place + 1}
        for role in ROLES:
            spans = getattr(one, role)
            row |= {role: join_words(text, spans), f"{role}_spans": spans_shape(spans)}
        row |= {"speech": str(one.speech), "score": one.score}
        row |= source_shape(one.who) if one.who else {}
        row |= grade_shape(one.grade) if one.grade else {}
        yield row | {"judged": part.judged[place].number if place in part.judged else None}


def _lineage_rows(lineage: Lineage) -> Iterator[Json]:
    yield {
        "story_id": lineage.story_id,
        "kind": str(lineage.kind),
        "families": list(lineage.families),
        "unrecorded": lineage.unrecorded,
    }


def _parent_rows(lineage: Lineage, with_extents: bool) -> Iterator[Json]:
    for number, parent in enumerate(lineage.parents):
        yield {
            "story_id": lineage.story_id,
            "number": number + 1,
            "parent": parent.story_id,
            "reason": parent.reason,
            "confidence": parent.confidence,
            "extents": [[list(one.here), list(one.there)] for one in parent.extents] if with_extents else None,
        }


def _source_row(record: SourceRecord) -> Json:
    return {name: list(value) if isinstance(value, tuple) else value for name, value in asdict(record).items()}


def _claim_row(trace: Trace) -> Json:
    count = trace.independent_origins
    return {
        "claim": trace.claim,
        "as_of": trace.as_of.isoformat() if trace.as_of else None,
        "standing": str(trace.standing),
        "reports": trace.reports,
        "outlets": trace.outlets,
        "independent_origins": count.likely,
        "independent_origins_least": count.least,
        "independent_origins_most": count.most,
        "absent_words": list(trace.absent_words),
        "sentences_aside": trace.sentences_aside,
        "stories_aside": trace.stories_aside,
    }


def _report_rows(trace: Trace) -> Iterator[Json]:
    """Origins are numbered from 1, those of denials after those of support; what rests on none has no number."""
    nobody: Json = {"origin": None, "origin_name": None, "origin_kind": None, "sides": []}
    number = 0
    for origin in (*trace.origins, *trace.denials):
        if origin.name:
            number += 1
        kind = origin.kind and str(origin.kind)
        known = {"origin": number, "origin_name": origin.name, "origin_kind": kind, "sides": list(origin.sides)}
        for report in origin.reports:
            yield report_shape(report) | (known if origin.name else nobody)
    for report in trace.no_comment:
        yield report_shape(report) | nobody
