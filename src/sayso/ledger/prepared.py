"""A reading made ready to be written: all that can be done before the ledger is at hand, or by another process."""

from dataclasses import dataclass

from sayso.ledger.raw_rows import PreparedRaw, prepare_raw
from sayso.ledger.resolution_rows import manner_row, source_row, write_via
from sayso.ledger.rows import attribution_row, check_spans, hash_text, mark_row
from sayso.ledger.shared_rows import Row
from sayso.records import Attribution, Reading, Story


@dataclass(frozen=True, slots=True)
class PreparedAttribution:
    """An attribution as rows.

    Attributes:
        row: The columns of `kept_attribution` that are its own.
        manner: Those of `manner`.
        source, rule: Those of `source` and `rule`; None where it was not resolved.
        via: That of `route`; None where it was not graded.
    """

    row: Row
    manner: Row
    source: Row | None
    rule: Row | None
    via: str | None


@dataclass(frozen=True, slots=True)
class PreparedReading:
    """A reading as rows, without the numbers that only the ledger can give.

    Attributes:
        story: The story.
        text_sha256: Of its text.
        raw: What it was taken from, if that is known.
        unread: Why no attributions were looked for, if so.
        marks: The columns of `mark`, in order.
        attributions: In order.
    """

    story: Story
    text_sha256: str
    raw: PreparedRaw | None
    unread: str | None
    marks: tuple[Row, ...]
    attributions: tuple[PreparedAttribution, ...]


def prepare(reading: Reading) -> PreparedReading:
    """Make a reading ready to be written.

    Raises:
        InputError: A span lies outside the text.
        UnicodeEncodeError: A text holds half a character.
    """
    check_spans(reading)
    story = reading.story
    return PreparedReading(
        story=story,
        text_sha256=hash_text(story.text),
        raw=None if story.raw is None else prepare_raw(story.raw, story.text),
        unread=reading.unread,
        marks=tuple({"ordinal": ordinal} | mark_row(mark) for ordinal, mark in enumerate(reading.marks)),
        attributions=tuple(_prepare(ordinal, one, story.text) for ordinal, one in enumerate(reading.attributions)),
    )


def _prepare(ordinal: int, attribution: Attribution, text: str) -> PreparedAttribution:
    who, grade = attribution.who, attribution.grade
    return PreparedAttribution(
        row={"ordinal": ordinal} | attribution_row(attribution, text),
        manner=manner_row(attribution),
        source=source_row(who) if who else None,
        rule={"reason": who.reason, "score": who.score} if who else None,
        via=write_via(grade) if grade else None,
    )
