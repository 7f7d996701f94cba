"""Spans that end inside an acronym with full stops."""

import re

from sayso.records import Span

_INITIALS_BEFORE_A_STOP = re.compile(r"\b(?:[A-Z]\.)+[A-Z]\Z")


def close_acronym(text: str, span: Span) -> Span:
    """Take in the last full stop of "U.S." where a span ends before it."""
    tail = text[max(span.start, span.end - 12) : span.end]
    if text[span.end : span.end + 1] == "." and _INITIALS_BEFORE_A_STOP.search(tail):
        return Span(span.start, span.end + 1)
    return span
