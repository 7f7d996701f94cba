"""A reading made ready to be written: all that can be done before the ledger is at hand, or by another process."""

import hashlib
import zlib
from dataclasses import dataclass

from sayso.ledger.resolution_rows import grade_row, resolution_row
from sayso.ledger.rows import attribution_row, check_spans, hash_text, mark_row
from sayso.records import Reading, Story

Row = dict[str, object]


@dataclass(frozen=True, slots=True)
class PreparedRaw:
    """What a story was taken from: its SHA-256, how it is kept, and how many bytes it was."""

    sha256: str
    compressed: bytes
    size_bytes: int


@dataclass(frozen=True, slots=True)
class PreparedReading:
    """A reading as rows, without the numbers that only the ledger can give.

    Attributes:
        story: The story.
        text_sha256: Of its text.
        raw: What it was taken from, if that is known.
        unread: Why no attributions were looked for, if so.
        marks, attributions: The columns of those tables, in order.
        resolutions, grades: The same, each with the place of the attribution that it is of.
    """

    story: Story
    text_sha256: str
    raw: PreparedRaw | None
    unread: str | None
    marks: tuple[Row, ...]
    attributions: tuple[Row, ...]
    resolutions: tuple[tuple[int, Row], ...]
    grades: tuple[tuple[int, Row], ...]


def prepare(reading: Reading) -> PreparedReading:
    """Make a reading ready to be written.

    Raises:
        InputError: A span lies outside the text.
        UnicodeEncodeError: A text holds half a character.
    """
    check_spans(reading)
    story, said = reading.story, tuple(enumerate(reading.attributions))
    return PreparedReading(
        story=story,
        text_sha256=hash_text(story.text),
        raw=None if story.raw is None else _prepare_raw(story.raw),
        unread=reading.unread,
        marks=tuple({"ordinal": ordinal} | mark_row(mark) for ordinal, mark in enumerate(reading.marks)),
        attributions=tuple({"ordinal": ordinal} | attribution_row(one, story.text) for ordinal, one in said),
        resolutions=tuple((ordinal, resolution_row(one.who)) for ordinal, one in said if one.who),
        grades=tuple((ordinal, grade_row(one.grade)) for ordinal, one in said if one.grade),
    )


def _prepare_raw(raw: bytes) -> PreparedRaw:
    return PreparedRaw(hashlib.sha256(raw).hexdigest(), zlib.compress(raw), len(raw))
