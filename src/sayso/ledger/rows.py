"""Records as rows and back: spans as JSON, texts with their hashes."""

import hashlib
import json
import sqlite3
from pathlib import Path

from sayso.errors import InputError
from sayso.ledger.failures import damage
from sayso.ledger.resolution_rows import grade_row, read_grade, read_source
from sayso.ledger.schema import sum_words
from sayso.ledger.span_columns import read_spans, write_spans
from sayso.records import ROLES, Attribution, Mark, MarkKind, Reading, Span, Speech, Statement, Story, join_words

STORY_COLUMNS = (
    "title", "text", "outlet", "agency", "byline", "published", "modified", "url", "canonical_url", "language",
    "encoding", "note",
)  # fmt: skip
"""The columns of `revision` that are fields of a Story by the same name; `originals` is one as JSON."""

READ_COLUMNS = ", ".join((
    "id", "revision", "source_spans", "cue_spans", "content_spans", "speech", "score", "source_name", "source_kind",
    "source_role", "affiliation", "side", "met_by", "named_in", "source_reason", "source_score", "identity",
    "identity_name", "identity_reason", "identity_score", "certainty", "polarity", "evidence", "denied", "negated",
    "via", "clauses", "grounds", "certainty_score", "factuality",
))  # fmt: skip
"""The columns of `graded_attribution` that `read_attribution` reads; not the words, so that SQLite cuts out none."""


def hash_text(text: str) -> str:
    """SHA-256 of a text in UTF-8, hexadecimal."""
    return hashlib.sha256(text.encode()).hexdigest()


def story_row(story: Story) -> dict[str, object]:
    """The columns of `revision` that a story fills."""
    row: dict[str, object] = {column: getattr(story, column) for column in STORY_COLUMNS}
    return row | {"originals": json.dumps(story.originals, ensure_ascii=False) if story.originals else None}


def mark_row(mark: Mark) -> dict[str, object]:
    """The columns of `mark` that a mark fills."""
    return {
        "kind": mark.kind.value,
        "span": json.dumps(mark.span),
        "reason": mark.reason,
        "details": json.dumps(dict(mark.values), ensure_ascii=False),
    }


def attribution_row(attribution: Attribution, text: str) -> dict[str, object]:
    """The columns of `kept_attribution` that an attribution in this text fills by itself."""
    row: dict[str, object] = {f"{role}_spans": write_spans(getattr(attribution, role)) for role in ROLES}
    named_in = write_spans(attribution.who.named_in) if attribution.who else None
    return row | {
        "words_crc32": sum_words(*(join_words(text, getattr(attribution, role)) for role in ROLES)),
        "score": attribution.score,
        "named_in": None if named_in == row["source_spans"] else named_in,
        **grade_row(attribution.grade),
    }


def check_spans(reading: Reading) -> None:
    """Make sure that every span lies within the story's text.

    Raises:
        InputError: One does not.
    """
    spans = [mark.span for mark in reading.marks]
    for attribution in reading.attributions:
        spans += [*attribution.source, *attribution.cue, *attribution.content]
        if attribution.who:
            spans += attribution.who.named_in
        if attribution.grade:
            spans += [clause.span for clause in attribution.grade.clauses]
            spans += [ground.span for ground in attribution.grade.grounds]
    length = len(reading.story.text)
    for start, end in spans:
        if not 0 <= start <= end <= length:
            raise InputError(
                f"a span [{start}, {end}) of story {reading.story.id}, whose text has {length} characters",
                "spans within the text",
                "Report this with the story: it is a defect of sayso",
            )


def read_story(row: sqlite3.Row, path: Path) -> Story:
    """The story of a `revision` row, without its raw bytes.

    Raises:
        LedgerError: The text is not the one that was stored, or the row is damaged.
    """
    if hash_text(row["text"]) != row["text_sha256"]:
        raise damage(path, f"the text of story {row['story']} is not the one that was stored")
    try:
        originals = tuple(map(str, json.loads(row["originals"]))) if row["originals"] else ()
    except (ValueError, TypeError) as error:
        raise damage(path, f"the originals of story {row['story']} cannot be read ({error})") from error
    return Story(id=row["story"], originals=originals, **{column: row[column] for column in STORY_COLUMNS})


def read_mark(row: sqlite3.Row, path: Path) -> Mark:
    """The mark of a `mark` row.

    Raises:
        LedgerError: The row is damaged.
    """
    try:
        start, end = json.loads(row["span"])
        return Mark(MarkKind(row["kind"]), Span(start, end), row["reason"], json.loads(row["details"]))
    except (ValueError, TypeError) as error:
        raise damage(path, f"mark {row['id']} cannot be read ({error})") from error


def read_attribution(row: sqlite3.Row, path: Path) -> Attribution:
    """The attribution of a `statement` row, or of one with its columns.

    Raises:
        LedgerError: The row is damaged.
    """
    # SQLite looks a column up by comparing its name with those before.
    told = dict(zip(row.keys(), row, strict=True))
    try:
        return Attribution(
            source=read_spans(told["source_spans"]),
            cue=read_spans(told["cue_spans"]),
            content=read_spans(told["content_spans"]),
            speech=Speech(told["speech"]),
            score=told["score"],
            who=read_source(told),
            grade=read_grade(told),
        )
    except (ValueError, TypeError) as error:
        raise damage(path, f"attribution {row['id']} cannot be read ({error})") from error


def read_statement(row: sqlite3.Row, path: Path) -> Statement:
    """The statement of a `statement` row.

    Raises:
        LedgerError: The row is damaged.
    """
    return Statement(
        story_id=row["story"],
        revision=row["revision"],
        title=row["title"],
        outlet=row["outlet"],
        published=row["published"],
        url=row["url"],
        source=row["source"],
        cue=row["cue"],
        content=row["content"],
        attribution=read_attribution(row, path),
        modified=row["modified"],
        note=row["note"],
    )
