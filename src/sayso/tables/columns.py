"""The columns of the tables. A table looks the same in Parquet, CSV, JSON lines, a data frame and between stages."""

import pyarrow as pa

from sayso.records import ROLES

TEXT, WHOLE, NUMBER, YES_OR_NO = pa.string(), pa.int64(), pa.float64(), pa.bool_()
TEXTS, SPAN = pa.list_(TEXT), pa.list_(WHOLE)
SPANS = pa.list_(SPAN)
CLAUSES = pa.list_(pa.struct({"span": SPAN, "certainty": TEXT, "polarity": TEXT, "score": NUMBER}))
GROUNDS = pa.list_(pa.struct({"field": TEXT, "span": SPAN, "words": TEXT, "reason": TEXT}))
IDENTITY = pa.struct({"key": TEXT, "name": TEXT, "reason": TEXT, "score": NUMBER})
DETAILS = pa.list_(pa.struct({"name": TEXT, "value": TEXT}))


def make_schema(always: dict[str, pa.DataType], sometimes: dict[str, pa.DataType]) -> pa.Schema:
    """Columns that always hold something, then those that may hold nothing."""
    columns = [pa.field(name, kind, nullable=False) for name, kind in always.items()]
    return pa.schema(columns + [pa.field(name, kind) for name, kind in sometimes.items()])


def texts(names: str) -> dict[str, pa.DataType]:
    """Columns of text, by their names with blanks between."""
    return dict.fromkeys(names.split(), TEXT)


STORIES = make_schema(
    texts("id text text_sha256 added_at read_by model") | {"revision": WHOLE, "originals": TEXTS},
    texts("title outlet agency byline published modified url canonical_url language encoding note raw_sha256 unread"),
)
STATEMENTS = make_schema(
    {"story_id": TEXT, "number": WHOLE}
    | texts("source cue content speech")
    | {"score": NUMBER}
    | dict.fromkeys((f"{role}_spans" for role in ROLES), SPANS),
    texts("source_name source_kind source_role affiliation side met_by source_reason")
    | {"source_score": NUMBER, "named_in": SPANS, "identity": IDENTITY}
    | texts("certainty polarity evidence")
    | {"denied": YES_OR_NO, "negated": YES_OR_NO, "via": TEXTS, "certainty_score": NUMBER, "factuality": NUMBER}
    | {"clauses": CLAUSES, "grounds": GROUNDS, "judged": WHOLE},
)
MARKS = make_schema(
    {"story_id": TEXT, "number": WHOLE, "kind": TEXT, "span": SPAN, "reason": TEXT, "values": DETAILS}, {}
)
LINEAGE = make_schema({"story_id": TEXT, "kind": TEXT, "families": TEXTS}, {"unrecorded": TEXT})
PARENTS = make_schema(
    {"story_id": TEXT, "number": WHOLE, "parent": TEXT, "reason": TEXT, "confidence": NUMBER},
    {"extents": pa.list_(SPANS)},
)
PROPOSITIONS = make_schema(
    {"story_id": TEXT, "number": WHOLE, "words": TEXT, "spans": SPANS, "sentence": SPAN}, {"statement": WHOLE}
)
ARRIVAL = pa.field("arrival", WHOLE, nullable=False)
"""The place of a story among all that came: what tells it from others while no ledger has given it its id."""
REJECTIONS = make_schema(texts("where came wanted remedy"), {})
