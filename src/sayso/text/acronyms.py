"""Spans that begin or end inside a name with full stops."""

import re

from sayso.records import Span

_INITIALS_BEFORE_A_STOP = re.compile(r"\b(?:[A-Z]\.)+[A-Z]\Z")
_SITE_AHEAD = re.compile(r"\b[A-Z]\w+\.\Z")
_ENDING = re.compile(r"[A-Z][a-z]\b")


def open_site(text: str, span: Span) -> Span:
    """Take in the first part of "News.Az" where a span begins behind its full stop."""
    site = _SITE_AHEAD.search(text, max(0, span.start - 20), span.start)
    return Span(site.start(), span.end) if site and _ENDING.match(text, *span) else span


def close_acronym(text: str, span: Span) -> Span:
    """Take in the last full stop of "U.S." where a span ends before it."""
    tail = text[max(span.start, span.end - 12) : span.end]
    if text[span.end : span.end + 1] == "." and _INITIALS_BEFORE_A_STOP.search(tail):
        return Span(span.start, span.end + 1)
    return span
