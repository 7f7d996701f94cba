"""Where quotation marks open and close, for every style that news prints."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from sayso.records import Span

OPENERS = {"“": ("”", "’’", '"'), "„": "“”", "«": "»", '"': '"”', "‘": ("’", "’’"), "'": "'"}
"""What opens a quotation, and what may close it: pages mix curly marks with straight and single ones."""
MARKS = frozenset("“”„«»\"‘’'")

_MARK_OR_LINE = re.compile("’’|[“”„«»\"‘’'\n]")
_CLOSED_LATER = re.compile("[^“\n]*”")
_SHORT_QUOTE_CHARS = 60


@dataclass(frozen=True, slots=True)
class Quotations:
    """Where a text's outermost quotations start and end, marks included, in characters, sorted; they do not overlap."""

    starts: tuple[int, ...]
    ends: tuple[int, ...]

    @classmethod
    def of(cls, text: str) -> "Quotations":
        """Find the quotations of a text."""
        return cls.from_spans(quote_spans(text))

    @classmethod
    def from_spans(cls, spans: Sequence[Span]) -> "Quotations":
        """Those that `quote_spans` found."""
        return cls(tuple([start for start, _ in spans]), tuple([end for _, end in spans]))

    def holds(self, offset: int) -> bool:
        """Tell whether a place stands within a quotation."""
        number = bisect_right(self.starts, offset) - 1
        return number >= 0 and offset < self.ends[number]

    def touching(self, span: Span) -> range:
        """The numbers of the quotations that share a character with a span."""
        return range(bisect_right(self.ends, span.start), bisect_left(self.starts, span.end))


def quote_spans(text: str) -> list[Span]:
    """Find the outermost quotations of a text, marks included.

    Quotations are paired within a line. A double mark that is never closed runs to the end of its line, as the
    opening paragraphs of a long quotation do. Single marks count only where they cannot be apostrophes.

    Returns:
        Non-overlapping spans in text order, in characters.
    """
    spans: list[Span] = []
    opened: re.Match[str] | None = None
    for mark in _MARK_OR_LINE.finditer(text):
        if mark.group() == "\n":
            if opened and opened.group() not in "‘'":
                spans.append(Span(opened.start(), mark.start()))
            opened = None
        elif opened is None:
            if _opens(text, mark):
                opened = mark
        elif _closes(text, opened, mark):
            spans.append(Span(opened.start(), mark.end()))
            opened = None
        elif opened.group() in "‘'" and mark.group() in '“„«"':
            opened = mark
    if opened and opened.group() not in "‘'":
        spans.append(Span(opened.start(), len(text)))
    return spans


def _opens(text: str, mark: re.Match[str]) -> bool:
    if mark.group() not in OPENERS:
        return False
    if mark.group() not in "‘'":
        return True
    before, after = text[: mark.start()][-1:], text[mark.end() : mark.end() + 1]
    return not before.isalnum() and after.isalnum()


def _closes(text: str, opened: re.Match[str], mark: re.Match[str]) -> bool:
    if mark.group() not in OPENERS[opened.group()]:
        return False
    if opened.group() == "“" and mark.group() == '"':
        return _CLOSED_LATER.match(text, mark.end()) is None
    if opened.group() not in "‘'":
        return True
    before, after = text[mark.start() - 1], text[mark.end() : mark.end() + 1]
    ends_a_phrase = before in ",.!?…" or mark.start() - opened.start() <= _SHORT_QUOTE_CHARS
    return not before.isspace() and not after.isalnum() and ends_a_phrase
