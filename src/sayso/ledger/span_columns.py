"""Spans as a column: a JSON list of [start, end)."""

import json
from collections.abc import Iterable
from typing import Any

from sayso.records import Span

_DECODE = json.JSONDecoder().raw_decode


def write_spans(spans: Iterable[Span]) -> str:
    """The column of some spans; lists of whole numbers look the same in Python and in JSON, but for the spaces."""
    return f"[{','.join([f'[{start},{end}]' for start, end in spans])}]"


def read_spans(column: str) -> tuple[Span, ...]:
    """The spans of a column.

    Raises:
        ValueError, TypeError: the column holds something else.
    """
    return tuple([Span(start, end) for start, end in read_list(column)])


def read_list(column: str) -> list[Any]:
    """The list of a column; most are empty.

    Raises:
        ValueError: the column is no JSON.
    """
    if column == "[]":
        return []
    told: list[Any]
    # No column has spaces before or behind; not to look for any takes a third less time than `json.loads`.
    told, end = _DECODE(column)
    if end != len(column):
        raise ValueError(f"{column[end:][:40]!r} stands behind a list")
    return told
