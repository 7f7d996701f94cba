"""Reading on batches of Arrow: what an engine runs on many machines is what `sayso read` and `sayso add` run on one."""

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

import pyarrow as pa

from sayso.attribution.network.model import AttributionModel
from sayso.claims.propositions import find_propositions, words_of
from sayso.pipeline.method import read_story
from sayso.records import MarkKind, Reading
from sayso.shapes import Json, spans_shape
from sayso.tables.columns import ARRIVAL, MARKS, PROPOSITIONS, STATEMENTS
from sayso.tables.rows import mark_row, read_story_row, statement_row


class ReadBatch(NamedTuple):
    """What was read in a batch of stories.

    Attributes:
        unread: Why no statements were looked for, one a story; null where they were.
        statements, marks, propositions: The tables of those names, with the `arrival` of the story that each row is of.
    """

    unread: pa.Array
    statements: pa.Table
    marks: pa.Table
    propositions: pa.Table


def read_batch(model: AttributionModel, stories: pa.RecordBatch) -> ReadBatch:
    """Clean, attribute, resolve and grade a batch of stories, and cut them into propositions.

    Args:
        model: What reads.
        stories: The columns of `story_row`, and `arrival`, a number that tells each from all others.
    """
    rows = stories.to_pylist()
    read = [(row["arrival"], read_story(model, read_story_row(row))) for row in rows]
    return ReadBatch(
        unread=pa.array([reading.unread for _, reading in read], pa.string()),
        statements=_table(STATEMENTS, read, _statement_rows),
        marks=_table(MARKS, read, _mark_rows),
        propositions=_table(PROPOSITIONS, read, _proposition_rows),
    )


def _table(
    schema: pa.Schema, read: Iterable[tuple[int, Reading]], rows_of: Callable[[Reading], Iterable[Json]]
) -> pa.Table:
    rows = [row | {"arrival": arrival} for arrival, reading in read for row in rows_of(reading)]
    return pa.Table.from_pylist(rows, schema.append(ARRIVAL))


def _statement_rows(reading: Reading) -> Iterator[Json]:
    for place, one in enumerate(reading.attributions):
        yield statement_row(reading.story, place, one)


def _mark_rows(reading: Reading) -> Iterator[Json]:
    for place, one in enumerate(reading.marks):
        yield mark_row(reading.story, place, one)


def _proposition_rows(reading: Reading) -> Iterator[Json]:
    """What a claim is compared with, by the number of the statement that it is of."""
    text = reading.story.text
    skip = [mark.span for mark in reading.marks if mark.kind is not MarkKind.DAMAGE]
    for number, one in enumerate(find_propositions(text, reading.attributions, skip), start=1):
        yield {
            "story_id": reading.story.id,
            "number": number,
            "words": words_of(text, one),
            "spans": spans_shape(one.spans),
            "sentence": list(one.sentence),
            "statement": None if one.attribution is None else one.attribution + 1,
        }
