"""Cells of CSV, which no spreadsheet runs as formulas, and what they were made from."""

import json

import pyarrow as pa

_RISKY = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
_MARK = "'"
"""Put before what a spreadsheet would run, and before what has one already, so that taking one away gives it back."""


def cell_of(value: object) -> object:
    """A value as a cell: lists and objects as JSON, nothing as an empty cell, text such that it is never a formula.

    Stories are strangers' words: a spreadsheet would run a cell that begins with "=" as a formula.
    """
    if isinstance(value, list | dict):
        return json.dumps(value, ensure_ascii=False)
    if isinstance(value, str):
        return _MARK + value if value.startswith((*_RISKY, _MARK)) else value
    return "" if value is None else value


def column_cell(value: object, column: pa.Field) -> object:
    """A value as the cell of a column: where that may hold nothing, an empty text is told from it by a lone mark."""
    return _MARK if value == "" and column.nullable else cell_of(value)


def read_cell(cell: str, column: pa.Field) -> object:
    """The value that a cell of a column was made from.

    Raises:
        ValueError: it is none of that column.
    """
    if cell == "" and column.nullable:
        return None
    if pa.types.is_string(column.type):
        return cell.removeprefix(_MARK)
    if pa.types.is_boolean(column.type):
        return {"True": True, "False": False}[cell]
    if pa.types.is_integer(column.type):
        return int(cell)
    if pa.types.is_floating(column.type):
        return float(cell)
    return json.loads(cell)
