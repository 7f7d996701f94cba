"""A story's text cut into the pieces that a page shows: which statements and which marks each is part of."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import TypeVar

from sayso.records import ROLES, Reading, Span
from sayso.text.lines import line_spans

One = TypeVar("One")


@dataclass(frozen=True, slots=True)
class Piece:
    """Some characters of a text that all stand in the same spans.

    Attributes:
        text: They.
        roles: "content", "source", "cue", "own" for the story's own voice, and the kind of each mark that they are
            part of, such as "promo".
        statements, marks, rails: The numbers of the statements, the marks and the other stories' texts that they are
            part of, from 0.
    """

    text: str
    roles: tuple[str, ...] = ()
    statements: tuple[int, ...] = ()
    marks: tuple[int, ...] = ()
    rails: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Stretch:
    """What of a paragraph another story has too, as a rail beside it shows it.

    Attributes:
        rail: The number of that story, from 0.
        top, height: Where it begins and how long it is, in hundredths of the paragraph.
    """

    rail: int
    top: float
    height: float


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A line of a story: its pieces, which put together are the line, and the rails beside it."""

    pieces: tuple[Piece, ...]
    stretches: tuple[Stretch, ...] = ()


@dataclass(frozen=True, slots=True)
class Layer:
    """A span of a text, and what it is; see `Piece`."""

    span: Span
    role: str | None = None
    statement: int | None = None
    mark: int | None = None
    rail: int | None = None


def cut_paragraphs(reading: Reading, more: Iterable[Layer] = ()) -> tuple[Paragraph, ...]:
    """The paragraphs of a story.

    Args:
        reading: The story, with who says what in it.
        more: What else is shown in its text.
    """
    text = reading.story.text
    layers = sorted((*_layers(reading), *more), key=lambda layer: layer.span)
    paragraphs = []
    for line in line_spans(text):
        held = [layer for layer in layers if layer.span.overlaps(line)]
        paragraphs.append(Paragraph(tuple(_cut(text, line, held)), tuple(_stretches(line, held))))
    return tuple(paragraphs)


def _layers(reading: Reading) -> Iterator[Layer]:
    for number, attribution in enumerate(reading.attributions):
        for role in ROLES:
            for span in getattr(attribution, role):
                yield Layer(span, role, statement=number)
    for number, mark in enumerate(reading.marks):
        yield Layer(mark.span, str(mark.kind), mark=number)


def _cut(text: str, line: Span, layers: list[Layer]) -> Iterator[Piece]:
    borders = {line.start, line.end}
    borders.update(place for layer in layers for place in layer.span if line.start < place < line.end)
    for start, end in pairwise(sorted(borders)):
        held = [layer for layer in layers if layer.span.start <= start and end <= layer.span.end]
        yield Piece(
            text[start:end],
            roles=_once(layer.role for layer in held),
            statements=_once(layer.statement for layer in held),
            marks=_once(layer.mark for layer in held),
            rails=_once(layer.rail for layer in held),
        )


def _stretches(line: Span, layers: list[Layer]) -> Iterator[Stretch]:
    chars = line.end - line.start
    for layer in layers:
        if layer.rail is not None:
            start, end = max(layer.span.start, line.start), min(layer.span.end, line.end)
            yield Stretch(
                layer.rail, round(100 * (start - line.start) / chars, 1), round(100 * (end - start) / chars, 1)
            )


def _once(values: Iterable[One | None]) -> tuple[One, ...]:
    return tuple(dict.fromkeys(value for value in values if value is not None))
