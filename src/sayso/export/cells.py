"""Cells of tables with typed columns, and what they were made from."""

import json

import pyarrow as pa

from sayso.text.cells import MARK, cell_of


def column_cell(value: object, column: pa.Field) -> object:
    """A value as the cell of a column: where that may hold nothing, an empty text is told from it by a lone mark."""
    return MARK if value == "" and column.nullable else cell_of(value)


def read_cell(cell: str, column: pa.Field) -> object:
    """The value that a cell of a column was made from.

    Raises:
        ValueError: it is none of that column.
    """
    if cell == "" and column.nullable:
        return None
    if pa.types.is_string(column.type):
        return cell.removeprefix(MARK)
    if pa.types.is_boolean(column.type):
        return {"True": True, "False": False}[cell]
    if pa.types.is_integer(column.type):
        return int(cell)
    if pa.types.is_floating(column.type):
        return float(cell)
    return json.loads(cell)
