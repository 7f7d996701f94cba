"""A reading made ready to be written: all that can be done before the ledger is at hand, or by another process."""

from dataclasses import dataclass

from sayso.ledger.raw_rows import PreparedRaw, prepare_raw
from sayso.ledger.resolution_rows import grade_row, source_row
from sayso.ledger.rows import attribution_row, check_spans, hash_text, mark_row
from sayso.ledger.span_columns import write_spans
from sayso.records import Reading, Story

Row = dict[str, object]


@dataclass(frozen=True, slots=True)
class PreparedReading:
    """A reading as rows, without the numbers that only the ledger can give.

    Attributes:
        story: The story.
        text_sha256: Of its text.
        raw: What it was taken from, if that is known.
        unread: Why no attributions were looked for, if so.
        marks, attributions: The columns of those tables, in order.
        grades: The same, each with the place of the attribution that it is of.
        sources: The columns of `source`, each once, with the place of the first attribution to it.
        spoken_by: The columns of that table; the attribution and its source by their places.
    """

    story: Story
    text_sha256: str
    raw: PreparedRaw | None
    unread: str | None
    marks: tuple[Row, ...]
    attributions: tuple[Row, ...]
    grades: tuple[tuple[int, Row], ...]
    sources: tuple[tuple[int, Row], ...]
    spoken_by: tuple[tuple[int, int, str, str, float], ...]


def prepare(reading: Reading) -> PreparedReading:
    """Make a reading ready to be written.

    Raises:
        InputError: A span lies outside the text.
        UnicodeEncodeError: A text holds half a character.
    """
    check_spans(reading)
    story, said = reading.story, tuple(enumerate(reading.attributions))
    sources: dict[tuple[object, ...], tuple[int, Row]] = {}
    spoken_by = []
    for ordinal, one in said:
        if one.who:
            who, row = one.who, source_row(one.who)
            first, _ = sources.setdefault(tuple(row.values()), (ordinal, row))
            spoken_by.append((ordinal, first, write_spans(who.named_in), who.reason, who.score))
    return PreparedReading(
        story=story,
        text_sha256=hash_text(story.text),
        raw=None if story.raw is None else prepare_raw(story.raw, story.text),
        unread=reading.unread,
        marks=tuple({"ordinal": ordinal} | mark_row(mark) for ordinal, mark in enumerate(reading.marks)),
        attributions=tuple({"ordinal": ordinal} | attribution_row(one, story.text) for ordinal, one in said),
        grades=tuple((ordinal, grade_row(one.grade)) for ordinal, one in said if one.grade),
        sources=tuple((place, row) for place, row in sources.values()),
        spoken_by=tuple(spoken_by),
    )
