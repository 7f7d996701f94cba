"""Spans as a column: a JSON list of [start, end)."""

import json

from sayso.records import Span


def read_spans(column: str) -> tuple[Span, ...]:
    """The spans of a column.

    Raises:
        ValueError, TypeError: the column holds something else.
    """
    return tuple(Span(start, end) for start, end in json.loads(column))
