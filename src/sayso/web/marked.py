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
        roles: "content", "source", "cue", and the kind of each mark that they stand in, such as "promo".
        statements: The numbers of the statements that they are part of, from 0.
    """

    text: str
    roles: tuple[str, ...]
    statements: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class _Layer:
    span: Span
    role: str
    statement: int | None


def cut_paragraphs(reading: Reading) -> tuple[tuple[Piece, ...], ...]:
    """The paragraphs of a story; put together, the pieces of one are its line."""
    layers = sorted(_layers(reading), key=lambda layer: layer.span)
    return tuple(
        tuple(_cut(reading.story.text, line, [layer for layer in layers if layer.span.overlaps(line)]))
        for line in line_spans(reading.story.text)
    )


def _layers(reading: Reading) -> Iterator[_Layer]:
    for number, attribution in enumerate(reading.attributions):
        for role in ROLES:
            for span in getattr(attribution, role):
                yield _Layer(span, role, number)
    for mark in reading.marks:
        yield _Layer(mark.span, str(mark.kind), None)


def _cut(text: str, line: Span, layers: list[_Layer]) -> Iterator[Piece]:
    borders = {line.start, line.end}
    borders.update(place for layer in layers for place in layer.span if line.start < place < line.end)
    for start, end in pairwise(sorted(borders)):
        held = [layer for layer in layers if layer.span.start <= start and end <= layer.span.end]
        yield Piece(
            text[start:end],
            roles=_once(layer.role for layer in held),
            statements=_once(layer.statement for layer in held if layer.statement is not None),
        )


def _once(values: Iterable[One]) -> tuple[One, ...]:
    return tuple(dict.fromkeys(values))
