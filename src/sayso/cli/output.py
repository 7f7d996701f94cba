"""Data on stdout: JSON, JSON lines, CSV; everything else goes to stderr."""

import csv
import json
import re
import sys
from collections.abc import Iterable, Mapping, Sequence

from rich.console import Console, ConsoleOptions, RenderableType
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    ProgressColumn,
    Task,
    TextColumn,
    TimeRemainingColumn,
)
from rich.segment import Segment
from rich.text import Text

from sayso.records import Rejection
from sayso.text.cells import cell_of

_COMMANDS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
"""What a terminal takes for a command: control characters but tab and line end, and what turns the order of signs; with
them the halves of surrogate pairs, which cannot be printed."""


_COMMANDS_IN_JSON = re.compile(r"[\x7f-\x9f\u061c\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def escape_commands(text: str) -> str:
    r"""Text with what a terminal would obey written out, as "\x1b"."""
    return _COMMANDS.sub(lambda sign: sign.group().encode("unicode_escape").decode(), text)


class _PlainConsole(Console):
    """Stories are strangers' words: what is a command to the terminal in them is shown and not obeyed."""

    def render(self, renderable: RenderableType, options: ConsoleOptions | None = None) -> Iterable[Segment]:
        for text, style, control in super().render(renderable, options):
            yield Segment(text if control else escape_commands(text), style, control)


screen = _PlainConsole(highlight=False, soft_wrap=False)
messages = _PlainConsole(stderr=True, highlight=False)


def print_json(value: object) -> None:
    """Print one JSON document."""
    sys.stdout.write(_json(value, indent=1) + "\n")


def print_json_line(value: object) -> None:
    """Print one line of JSON lines."""
    sys.stdout.write(_json(value) + "\n")


def _json(value: object, indent: int | None = None) -> str:
    """JSON with commands to terminals as escapes, which read as the same."""
    told = json.dumps(value, ensure_ascii=False, indent=indent)
    return _COMMANDS_IN_JSON.sub(lambda sign: f"\\u{ord(sign.group()):04x}", told)


def print_csv(rows: Iterable[Mapping[str, object]], columns: Sequence[str]) -> None:
    """Print rows under a header; lists and objects as JSON in their cell.

    Into a file or another program the texts go as they are, on a terminal with its commands escaped.
    """
    writer = csv.writer(sys.stdout)
    writer.writerow(columns)
    for row in rows:
        cells = [cell_of(row.get(column)) for column in columns]
        if sys.stdout.isatty():
            cells = [escape_commands(cell) if isinstance(cell, str) else cell for cell in cells]
        writer.writerow(cells)


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
