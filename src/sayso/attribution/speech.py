"""How a statement is reported, by the quotation marks round its content."""

from collections.abc import Sequence

from sayso.records import Span, Speech
from sayso.text.quotes import MARKS

_MOSTLY_QUOTED = 0.9
"""Share of quoted characters from which content counts as verbatim; the corpus scorers draw the line there too."""

_EDGE = MARKS | set(" \t\n.,;:!?-–—()[]")


def speech_of(text: str, content: Sequence[Span], quotes: Sequence[Span]) -> Speech:
    """Tell direct from indirect speech.

    Args:
        text: The story.
        content: Spans of what is said.
        quotes: The story's quotations, as `quote_spans` finds them.
    """
    trimmed = [_trim(text, span) for span in content]
    length = sum(end - start for start, end in trimmed)
    quoted = sum(
        min(span.end, quote.end) - max(span.start, quote.start)
        for span in trimmed
        for quote in quotes
        if span.overlaps(quote)
    )
    if not quoted:
        return Speech.INDIRECT
    return Speech.DIRECT if quoted >= _MOSTLY_QUOTED * length else Speech.MIXED


def _trim(text: str, span: Span) -> Span:
    start, end = span
    while start < end and text[start] in _EDGE:
        start += 1
    while end > start and text[end - 1] in _EDGE:
        end -= 1
    return Span(start, end)
