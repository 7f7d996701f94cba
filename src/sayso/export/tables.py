"""The tables: their columns, and their rows. A table looks the same in Parquet, CSV, JSON lines and a data frame."""

from collections.abc import Callable, Iterator
from dataclasses import asdict
from typing import TYPE_CHECKING

from sayso.errors import UsageError
from sayso.export.content import Content, Part
from sayso.frames import make_frame
from sayso.ledger import SourceRecord
from sayso.shapes import Json, judgement_shape
from sayso.tables.columns import (
    LINEAGE,
    NUMBER,
    PARENTS,
    SPANS,
    STATEMENTS,
    STORIES,
    TEXT,
    TEXTS,
    WHOLE,
    make_schema,
    texts,
)
from sayso.tables.rows import lineage_row, parent_rows, statement_row
from sayso.trace import Trace, report_shape

if TYPE_CHECKING:
    import pandas

SOURCES = make_schema(
    {"identity": TEXT, "kind": TEXT, "names": TEXTS, "sides": TEXTS}
    | {"statements": WHOLE, "stories": WHOLE, "reasons": TEXTS, "score": NUMBER},
    {"name": TEXT},
)
JUDGEMENTS = make_schema(
    {"number": WHOLE} | texts("kind one words other name verdict who judged_at"),
    {"why": TEXT, "superseded_by": WHOLE},
)
CLAIMS = make_schema(
    {"claim": TEXT, "standing": TEXT, "reports": WHOLE, "outlets": WHOLE, "independent_origins": WHOLE}
    | {"independent_origins_least": WHOLE, "independent_origins_most": WHOLE}
    | {"absent_words": TEXTS, "sentences_aside": WHOLE, "stories_aside": WHOLE},
    {"as_of": TEXT},
)
REPORTS = make_schema(
    {"story_id": TEXT, "stance": TEXT, "words": TEXT, "spans": SPANS, "certainty": TEXT, "evidence": TEXT}
    | {"via": TEXTS, "score": NUMBER, "judged": TEXTS, "sides": TEXTS},
    {"origin": WHOLE} | texts("origin_name origin_kind source_name outlet published title url"),
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
    "lineage": lambda part, _: iter((lineage_row(part.lineage),)),
    "parents": lambda part, with_extents: parent_rows(part.lineage, with_extents=with_extents),
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
    for place, one in enumerate(part.reading.attributions):
        yield statement_row(part.story, place, one, part.judged[place].number if place in part.judged else None)


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
