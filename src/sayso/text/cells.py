"""Cells of CSV, which no spreadsheet runs as formulas."""

import json

_RISKY = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
MARK = "'"
"""Put before what a spreadsheet would run, and before what has one already, so that taking one away gives it back."""


def cell_of(value: object) -> object:
    """A value as a cell: lists and objects as JSON, nothing as an empty cell, text such that it is never a formula.

    Stories are strangers' words: a spreadsheet would run a cell that begins with "=" as a formula.
    """
    if isinstance(value, list | dict):
        return json.dumps(value, ensure_ascii=False)
    if isinstance(value, str):
        return MARK + value if value.startswith((*_RISKY, MARK)) else value
    return "" if value is None else value
