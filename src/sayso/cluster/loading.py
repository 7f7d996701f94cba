"""Bringing stories of an archive into a ledger, with all that was read in them."""

from collections import defaultdict
from collections.abc import Container, Iterable, Iterator
from itertools import groupby
from typing import Any

from sayso.cluster.folder import Folder
from sayso.errors import UsageError
from sayso.ledger import Added, Ledger
from sayso.ledger.prepared import prepare
from sayso.records import Reading, Run
from sayso.tables.rows import read_mark_row, read_statement_row, read_story_row

Row = dict[str, Any]

TOGETHER = 64
"""So many stories are written in one transaction: one by one they take half as long again."""


def count_stories(folder: Folder, months: Iterable[str]) -> int:
    """How many stories of some months there are."""
    return sum(folder.count_rows(path) for month in months for path in folder.tables(f"stories/month={month}"))


def choose_months(folder: Folder, wanted: Iterable[str]) -> list[str]:
    """The months of a folder that are wanted: all where none is named; "2024" stands for those of the year.

    Raises:
        UsageError: the folder holds no archive, or nothing of a month.
    """
    held = folder.months()
    if not held:
        raise UsageError(
            f"{folder.place} holds no stories", "a folder that sayso add --engine daft wrote", "Check the path"
        )
    chosen: dict[str, None] = {}
    for one in wanted:
        found = [month for month in held if month == one or month.startswith(f"{one}-")]
        if not found:
            raise UsageError(f"{folder.place} holds nothing of {one}", f"one of {', '.join(held)}", "Name another")
        chosen |= dict.fromkeys(found)
    return sorted(chosen) or held


def load_stories(
    ledger: Ledger, folder: Folder, months: Iterable[str], only: Container[int] | None = None
) -> Iterator[Added]:
    """Add the stories of some months to a ledger as they were read, in the order in which they came.

    Args:
        ledger: To which.
        folder: The archive.
        months: As `choose_months` gives them.
        only: The arrivals of those that are wanted; all by default.

    Raises:
        LedgerError: the ledger cannot be written; what was yielded before is in it.
    """
    lots: dict[str, list[str]] = defaultdict(list)
    for month in months:
        for path in folder.tables(f"stories/month={month}"):
            lots[path.rpartition("/")[2]].append(month)
    for lot in sorted(lots):
        readings = [one for month in lots[lot] for one in _read_lot(folder, f"month={month}/{lot}")]
        wanted = [one for one in sorted(readings, key=lambda one: one[0]) if only is None or one[0] in only]
        for run, ones in groupby(wanted, key=lambda one: one[2]):
            prepared = [prepare(reading) for _, reading, _ in ones]
            for first in range(0, len(prepared), TOGETHER):
                yield from ledger.add_prepared(prepared[first : first + TOGETHER], run)


def _read_lot(folder: Folder, path: str) -> Iterator[tuple[int, Reading, Run]]:
    statements, marks = (_by_story(folder, f"{table}/{path}") for table in ("statements", "marks"))
    for row in folder.read_table(f"stories/{path}").to_pylist():
        arrival = row["arrival"]
        reading = Reading(
            story=read_story_row(row),
            marks=tuple(read_mark_row(one) for one in marks[arrival]),
            attributions=tuple(read_statement_row(one) for one in statements[arrival]),
            unread=row["unread"],
        )
        yield arrival, reading, Run(row["read_by"], row["model"])


def _by_story(folder: Folder, path: str) -> dict[int, list[Row]]:
    """The rows of a file by the story that they are of, in their order; a lot without rows has no file."""
    rows: dict[int, list[Row]] = defaultdict(list)
    if folder.holds(path):
        for row in folder.read_table(path).to_pylist():
            rows[row["arrival"]].append(row)
    return rows
