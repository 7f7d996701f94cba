"""Data on stdout: JSON, JSON lines, CSV; everything else goes to stderr."""

import csv
import json
import sys
from collections.abc import Iterable, Mapping, Sequence

from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    ProgressColumn,
    Task,
    TextColumn,
    TimeRemainingColumn,
)
from rich.text import Text

from sayso.export.cells import cell_of
from sayso.records import Rejection

screen = Console(highlight=False, soft_wrap=False)
messages = Console(stderr=True, highlight=False)


def print_json(value: object) -> None:
    """Print one JSON document."""
    json.dump(value, sys.stdout, ensure_ascii=False, indent=1)
    sys.stdout.write("\n")


def print_json_line(value: object) -> None:
    """Print one line of JSON lines."""
    json.dump(value, sys.stdout, ensure_ascii=False)
    sys.stdout.write("\n")


def print_csv(rows: Iterable[Mapping[str, object]], columns: Sequence[str]) -> None:
    """Print rows under a header; lists and objects as JSON in their cell."""
    writer = csv.writer(sys.stdout)
    writer.writerow(columns)
    for row in rows:
        writer.writerow([cell_of(row.get(column)) for column in columns])


def tell_rejections(rejections: Sequence[Rejection]) -> None:
    """List on stderr what could not be read, and why."""
    if not rejections:
        return
    count = len(rejections)
    messages.print(f"\n{count} {'story' if count == 1 else 'stories'} could not be read:", style="bold")
    for rejection in rejections:
        messages.print(f"  {rejection}", markup=False, soft_wrap=True)


def progress_bar() -> Progress:
    """A bar on stderr with rate and time left, gone when the work is done."""
    return Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        _Rate(),
        TimeRemainingColumn(),
        console=messages,
        transient=True,
    )


class _Rate(ProgressColumn):
    def render(self, task: Task) -> Text:
        return Text(f"{task.speed:.1f} stories/s" if task.speed else "", style="dim")
