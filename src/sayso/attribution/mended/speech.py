"""How a statement is reported, by the quotation marks round its content."""

import re
from bisect import bisect_right
from collections.abc import Sequence

from sayso.records import Span, Speech

_WORD = re.compile(r"\w+")
_LINKS = frozenset(("that", "and"))
"""Words that may stand outside the marks of verbatim speech: said that “…” and “…”."""


def speech_of(text: str, cue: Sequence[Span], content: Sequence[Span], quotes: Sequence[Span]) -> Speech:
    """Tell direct from indirect speech: every word of the content stands in quotation marks, some do, or none.

    Marks round the cue as well are another's: within “He told us that it was over” the content is indirect.

    Args:
        text: The story.
        cue: Spans of the words that mark the attribution.
        content: Spans of what is said.
        quotes: The story's quotations in text order, as `quote_spans` finds them.
    """
    words = [
        Span(span.start + word.start(), span.start + word.end())
        for span in content
        for word in _WORD.finditer(span.of(text))
    ]
    quoted = [_is_quoted(word, cue, quotes) for word in words]
    if not any(quoted):
        return Speech.INDIRECT
    outside = (word.of(text).lower() for word, inside in zip(words, quoted, strict=True) if not inside)
    return Speech.DIRECT if all(word in _LINKS for word in outside) else Speech.MIXED


def _is_quoted(word: Span, cue: Sequence[Span], quotes: Sequence[Span]) -> bool:
    before = bisect_right(quotes, word.start, key=lambda quote: quote.start)
    if not before or quotes[before - 1].end < word.end:
        return False
    return not any(quotes[before - 1].overlaps(span) for span in cue)
