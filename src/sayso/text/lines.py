"""The lines of a text: what stands between line breaks, blank edges left out."""

import re

from sayso.records import Span

_LINE = re.compile("[^\n\r\u2028\u2029]+")
_SENTENCE_END = re.compile(r"[.!?…][\"”’)\]]{0,3}(?=\s|$)")


def trim_span(text: str, start: int, end: int) -> Span:
    """Characters [start, end) without the spaces at either edge; empty where there is nothing else."""
    words = text[start:end]
    trimmed_start = start + len(words) - len(words.lstrip())
    return Span(trimmed_start, trimmed_start + len(words.strip()))


def line_spans(text: str) -> tuple[Span, ...]:
    """Find the lines of a text that hold more than spaces, in order, without the spaces at their edges."""
    trimmed = (trim_span(text, *line.span()) for line in _LINE.finditer(text))
    return tuple(span for span in trimmed if span.end > span.start)


def find_sentence_end(text: str, start: int, end: int) -> int:
    """Where the sentence that holds position `start` ends within [start, end): past its stop, or at `end`."""
    stop = _SENTENCE_END.search(text, start, end)
    return stop.end() if stop else end
