"""Spans: characters of a story's text."""

from collections.abc import Iterable
from typing import NamedTuple

_GAP = " … "
_INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u2060\ufeff"))


class Span(NamedTuple):
    """Characters [start, end) of a story's text."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The words of this span."""
        return text[self.start : self.end]

    def overlaps(self, other: "Span") -> bool:
        """Tell whether the two share a character."""
        return self.start < other.end and other.start < self.end


def join_words(text: str, spans: Iterable[Span]) -> str:
    """The words of spans in order, with " … " where the text goes on in between.

    Soft hyphens and other signs that no one sees are left out, so that a name is found whole.
    """
    words = _GAP.join([span.of(text) for span in spans])
    return words if words.isascii() else words.translate(_INVISIBLE)
