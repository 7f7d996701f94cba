"""`sayso watch`: feeds that are polled for as long as it runs, and what is told of claims that are followed."""

import random
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from threading import Event
from typing import Annotated, Any

import typer
from rich.table import Table

from sayso.cli.options import LedgerOption
from sayso.cli.output import messages, print_json_line, screen
from sayso.cli.serve import DEFAULT_PORT
from sayso.errors import UsageError
from sayso.ingest import Format, find_inputs
from sayso.ledger import Ledger
from sayso.ledger.tellings import Message, latest_messages, list_undelivered
from sayso.pipeline.models import shipped_model
from sayso.settings import DEFAULT_LEDGER
from sayso.shapes import Json
from sayso.watch.channels import FeedFile, NotifyFile, Spoken, Webhook
from sayso.watch.clock import SystemClock
from sayso.watch.intervals import SHORTEST_SECONDS
from sayso.watch.lock import only_watcher
from sayso.watch.polling import Poller, take_up
from sayso.watch.status import list_status, status_shape
from sayso.watch.telling import Channel
from sayso.watch.visiting import DELAY_SECONDS, Visitor
from sayso.watch.watching import Watch


def watch(
    feeds: Annotated[
        list[str] | None, typer.Argument(help="Addresses of feeds, and files of such addresses, one a line.")
    ] = None,
    ledger: LedgerOption = DEFAULT_LEDGER,
    once: Annotated[bool, typer.Option("--once", help="Do what is due now, and end.")] = False,
    status: Annotated[bool, typer.Option("--status", help="Only tell how it goes with the feeds.")] = False,
    notify_file: Annotated[
        Path | None, typer.Option("--notify-file", help="A file to add a line of JSON to for each telling.")
    ] = None,
    feed: Annotated[Path | None, typer.Option("--feed", help="An RSS file to write what was told last to.")] = None,
    webhook: Annotated[str, typer.Option("--webhook", help="An address to send what is told to, as JSON.")] = "",
    webhook_secret: Annotated[
        str,
        typer.Option(
            "--webhook-secret",
            envvar="SAYSO_WEBHOOK_SECRET",
            help='Sent to the webhook as "Authorization: Bearer …".',
            show_default=False,
        ),
    ] = "",
    shortest: Annotated[
        float, typer.Option("--shortest", min=0.1, help="Minutes between two polls of a feed, at the least.")
    ] = SHORTEST_SECONDS / 60,
    delay: Annotated[
        float, typer.Option("--delay", min=0, help="Seconds between two requests to one host, at the least.")
    ] = DELAY_SECONDS,
    desk: Annotated[str, typer.Option("--desk", help="Where the desk is, for links in the RSS file.")] = (
        f"http://127.0.0.1:{DEFAULT_PORT}"
    ),
    allow_private: Annotated[
        bool, typer.Option("--allow-private", help="Poll and fetch from private and loopback addresses too.")
    ] = False,
    allow_private_webhook: Annotated[
        bool, typer.Option("--allow-private-webhook", help="The webhook may be at a private or loopback address.")
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print a line of JSON for all that happens.")] = False,
) -> None:
    """Watch feeds: read what is new into a ledger, and tell when a claim that is followed stands otherwise.

    It runs until Ctrl-C or SIGTERM, and goes on from there when it is started again: nothing is read twice, and what
    was not told yet is told then. Claims are followed by `sayso follow`. With --once the exit code is 1 if a feed or
    page failed.

    Example:  sayso watch https://herald.example/rss --notify-file told.jsonl --ledger war.sayso
    """
    if status:
        with Ledger(ledger, create=False) as opened:
            _show_status(opened, as_json=as_json)
        return
    addresses = list(_find_addresses(feeds or []))
    if not addresses:
        raise UsageError("no feed", "addresses of feeds, or a file of such addresses", "See: sayso watch --help")
    with _until_stopped() as stop, Ledger(ledger) as opened, only_watcher(ledger):
        told: list[Channel] = [Spoken("terminal", partial(_tell, as_json=as_json))]
        if notify_file:
            told.append(NotifyFile(notify_file))
        if feed:
            told.append(FeedFile(feed, partial(latest_messages, opened), desk))
        if webhook:
            told.append(Webhook(webhook, webhook_secret or None, allow_private=allow_private_webhook))
        clock = SystemClock(stop)
        poller = Poller(
            ledger=opened,
            model=shipped_model(),
            visitor=Visitor(opened, clock, delay_seconds=delay, allow_private=allow_private),
            clock=clock,
            random=random.SystemRandom(),
            report=print_json_line_now if as_json else _report,
            shortest_seconds=shortest * 60,
        )
        watched = Watch(opened, poller, told, take_up(opened, addresses, clock.now()), stop.is_set)
        watched.run(once=once)
        if not as_json:
            _show_status(opened, as_json=False)
    if once and watched.problems:
        raise typer.Exit(1)


def _find_addresses(targets: list[str]) -> Iterator[str]:
    """The addresses that are given, or that stand in files.

    Raises:
        UsageError: a target is neither.
    """
    for target in targets:
        for source in find_inputs(target):
            if source.format is not Format.ADDRESS:
                raise UsageError(
                    f"{source.where} is no list of addresses", "addresses of feeds, one a line", "Name the feed itself"
                )
            yield source.path


@contextmanager
def _until_stopped() -> Iterator[Event]:
    """An event that Ctrl-C or SIGTERM sets, so that what is being done is done; a second one ends the program."""
    stop = Event()
    before: dict[int, Any] = {number: signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)}

    def set_stop(number: int, _: object) -> None:
        stop.set()
        signal.signal(number, before[number])
        messages.print("Stopping after what is being done; once more to stop at once.", style="dim")

    for number in before:
        signal.signal(number, set_stop)
    try:
        yield stop
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def print_json_line_now(event: Json) -> None:
    """Print a line of JSON, for whoever reads along."""
    print_json_line(event)
    screen.file.flush()


def _tell(message: Message, *, as_json: bool) -> None:
    if as_json:
        print_json_line_now({"event": "told", **message})
    else:
        screen.print(str(message["text"]), markup=False, soft_wrap=True, style="bold")
        screen.file.flush()


def _report(event: Json) -> None:
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


def _show_status(opened: Ledger, *, as_json: bool) -> None:
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
