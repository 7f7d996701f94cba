"""`sayso watch`: feeds that are polled for as long as it runs, and what is told of claims that are followed."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from threading import Event
from typing import Annotated, Any

import typer

from sayso.cli.options import LedgerOption
from sayso.cli.output import messages
from sayso.cli.serve import DEFAULT_PORT
from sayso.cli.watch_lines import print_event, print_json_line_now, print_status, print_telling
from sayso.errors import UsageError
from sayso.ledger import Ledger
from sayso.ledger.tellings import latest_messages
from sayso.settings import DEFAULT_LEDGER
from sayso.watch.beginning import Manners, begin_watch
from sayso.watch.channels import FeedFile, NotifyFile, Spoken, Webhook
from sayso.watch.clock import SystemClock
from sayso.watch.intervals import SHORTEST_SECONDS
from sayso.watch.lock import only_watcher
from sayso.watch.targets import find_feeds
from sayso.watch.telling import Channel
from sayso.watch.visiting import DELAY_SECONDS

_Feeds = Annotated[
    list[str] | None,
    typer.Argument(help="Addresses of feeds and sitemaps, OPML files, and files of such addresses, one a line."),
]
_Once = Annotated[bool, typer.Option("--once", help="Do what is due now, and end.")]
_Status = Annotated[bool, typer.Option("--status", help="Only tell how it goes with the feeds.")]
_NotifyFile = Annotated[
    Path | None, typer.Option("--notify-file", help="A file to add a line of JSON to for each telling.")
]
_Feed = Annotated[Path | None, typer.Option("--feed", help="An RSS file to write what was told last to.")]
_Webhook = Annotated[str, typer.Option("--webhook", help="An address to send what is told to, as JSON.")]
_WebhookSecret = Annotated[
    str,
    typer.Option(
        "--webhook-secret",
        envvar="SAYSO_WEBHOOK_SECRET",
        help='Sent to the webhook as "Authorization: Bearer …".',
        show_default=False,
    ),
]
_Shortest = Annotated[
    float, typer.Option("--shortest", min=0.1, help="Minutes between two polls of a feed, at the least.")
]
_Delay = Annotated[
    float, typer.Option("--delay", min=0, help="Seconds between two requests to one host, at the least.")
]
_Desk = Annotated[str, typer.Option("--desk", help="Where the desk is, for links in the RSS file.")]
_AllowPrivate = Annotated[
    bool, typer.Option("--allow-private", help="Poll and fetch from private and loopback addresses too.")
]
_AllowPrivateWebhook = Annotated[
    bool, typer.Option("--allow-private-webhook", help="The webhook may be at a private or loopback address.")
]
_Json = Annotated[bool, typer.Option("--json", help="Print a line of JSON for all that happens.")]


def watch(
    feeds: _Feeds = None,
    ledger: LedgerOption = DEFAULT_LEDGER,
    once: _Once = False,
    status: _Status = False,
    notify_file: _NotifyFile = None,
    feed: _Feed = None,
    webhook: _Webhook = "",
    webhook_secret: _WebhookSecret = "",
    shortest: _Shortest = SHORTEST_SECONDS / 60,
    delay: _Delay = DELAY_SECONDS,
    desk: _Desk = f"http://127.0.0.1:{DEFAULT_PORT}",
    allow_private: _AllowPrivate = False,
    allow_private_webhook: _AllowPrivateWebhook = False,
    as_json: _Json = False,
) -> None:
    """Watch feeds: read what is new into a ledger, and tell when a claim that is followed stands otherwise.

    It runs until Ctrl-C or SIGTERM, and goes on from there when it is started again: nothing is read twice, and what
    was not told yet is told then. Claims are followed by `sayso follow`. With --once the exit code is 1 if a feed or
    page failed.

    Example:  sayso watch feeds.opml --notify-file told.jsonl --ledger war.sayso
    """
    if status:
        with Ledger(ledger, create=False) as opened:
            print_status(opened, as_json=as_json)
        return
    addresses = find_feeds(feeds or [])
    if not addresses:
        raise UsageError("no feed", "addresses of feeds, or a file that lists some", "See: sayso watch --help")
    with _until_stopped() as stop, Ledger(ledger) as opened, only_watcher(ledger):
        told: list[Channel] = [Spoken("terminal", partial(print_telling, as_json=as_json))]
        told += [NotifyFile(notify_file)] if notify_file else []
        told += [FeedFile(feed, partial(latest_messages, opened), desk)] if feed else []
        if webhook:
            told.append(Webhook(webhook, webhook_secret or None, allow_private=allow_private_webhook))
        report = print_json_line_now if as_json else print_event
        manners = Manners(shortest * 60, delay, allow_private)
        watched = begin_watch(opened, addresses, told, report, SystemClock(stop), stop.is_set, manners)
        watched.run(once=once)
        if not as_json:
            print_status(opened, as_json=False)
    if once and watched.problems:
        raise typer.Exit(1)


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
