"""What `sayso watch` prints: what happens, what is told, and how it goes with the feeds."""

from collections.abc import Callable

from rich.table import Table

from sayso.cli.output import messages, print_json_line, screen
from sayso.ledger import Ledger
from sayso.ledger.tellings import Message, list_undelivered
from sayso.shapes import Json
from sayso.watch.status import list_status, status_shape


def print_json_line_now(event: Json) -> None:
    """Print a line of JSON, for whoever reads along."""
    print_json_line(event)
    screen.file.flush()


def print_telling(message: Message, *, as_json: bool) -> None:
    """Print what is told, at once."""
    if as_json:
        print_json_line_now({"event": "told", **message})
    else:
        screen.print(str(message["text"]), markup=False, soft_wrap=True, style="bold")
        screen.file.flush()


def print_event(event: Json) -> None:
    """Print on stderr what happens, a line each."""
    words: dict[str, Callable[[], str]] = {
        "polled": lambda: f"{event['feed']}: {event['new']} new",
        "story": lambda: f"  {event['outlet'] or 'unknown outlet'}: {event['title'] or event['id']}",
        "failed": lambda: f"{event['feed']} failed: {event['why']}",
        "refused": lambda: f"  {event['address'] or event['feed']} is not read: {event['why']}",
        "untold": lambda: f"{event['channel']} could not be told: {event['why']}",
        "untraced": lambda: f"“{event['claim']}” could not be traced: {event['why']}",
    }
    line = words.get(str(event["event"]))
    if line:
        messages.print(line(), markup=False, soft_wrap=True, style="dim")


def print_status(opened: Ledger, *, as_json: bool) -> None:
    """Print how it goes with the feeds, and what is still to be told."""
    statuses = list_status(opened)
    untold = list_undelivered(opened)
    if as_json:
        for one in statuses:
            print_json_line(status_shape(one))
        for channel, waiting, why in untold:
            print_json_line({"channel": channel, "untold": waiting, "why": why})
        return
    table = Table("feed", "last polled (UTC)", "read", "waiting", "not read", "failing", box=None, header_style="bold")
    for one in statuses:
        polled = f"{one.feed.polled_at:%Y-%m-%d %H:%M}" if one.feed.polled_at else "never"
        failing = f"{one.feed.failures} ×: {one.feed.problem}" if one.feed.failures else ""
        table.add_row(one.feed.address, polled, str(one.read), str(one.waiting), str(one.refused), failing)
    messages.print(table)
    for channel, waiting, why in untold:
        messages.print(f"{channel}: {waiting} untold ({why or 'not tried yet'})", markup=False, soft_wrap=True)
