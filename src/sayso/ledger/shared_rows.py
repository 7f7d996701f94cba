"""Rows that many others have in common and name by their number: each is written once."""

import sqlite3
from functools import cache

Row = dict[str, object]


class SharedRows:
    """The numbers of such rows, for as long as one transaction is open."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._known: dict[tuple[object, ...], int] = {}

    def number(self, table: str, row: Row, **besides: object) -> int:
        """The number of the row of a table that has these columns; it is written, with those besides, if none has."""
        values = tuple(row.values())
        key = (table, *values)
        if key not in self._known:
            find, insert = _statements(table, tuple(row), tuple(besides))
            found = self._connection.execute(find, values).fetchone()
            written = None if found else self._connection.execute(insert, (*values, *besides.values()))
            self._known[key] = int(written.lastrowid or 0) if written else int(found[0])
        return self._known[key]


@cache
def _statements(table: str, columns: tuple[str, ...], besides: tuple[str, ...]) -> tuple[str, str]:
    every = (*columns, *besides)
    return (
        f"SELECT id FROM {table} WHERE {' AND '.join(f'{column} IS ?' for column in columns)}",  # noqa: S608 - own names
        f"INSERT INTO {table} ({', '.join(every)}) VALUES ({', '.join('?' * len(every))})",  # noqa: S608
    )
