"""Beginning to watch: what polls, fetches, reads and tells, put together."""

import random
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from sayso.ledger import Ledger
from sayso.pipeline.models import shipped_model
from sayso.watch.clock import Clock
from sayso.watch.intervals import SHORTEST_SECONDS
from sayso.watch.polling import Poller, Report, take_up
from sayso.watch.telling import Channel
from sayso.watch.visiting import DELAY_SECONDS, Visitor
from sayso.watch.watching import Watch


@dataclass(frozen=True, slots=True)
class Manners:
    """How hosts are asked.

    Attributes:
        shortest_seconds: Between two polls of a feed, at the least.
        delay_seconds: Between two requests to one host, at the least.
        allow_private: Ask private and loopback addresses too.
    """

    shortest_seconds: float = SHORTEST_SECONDS
    delay_seconds: float = DELAY_SECONDS
    allow_private: bool = False


def begin_watch(
    ledger: Ledger,
    addresses: Iterable[str],
    channels: Sequence[Channel],
    report: Report,
    clock: Clock,
    is_stopped: Callable[[], bool],
    manners: Manners,
) -> Watch:
    """Take up the feeds at some addresses as they were left.

    Args:
        ledger: Where stories go, and what is known of feeds.
        addresses: Of the feeds.
        channels: To whom it is told when a claim stands otherwise.
        report: Is given what happens, as JSON.
        clock: Tells the time and waits.
        is_stopped: Tells whether to stop after what is being done.
        manners: How hosts are asked.

    Raises:
        LedgerError: the ledger cannot be read or written.
    """
    visitor = Visitor(ledger, clock, delay_seconds=manners.delay_seconds, allow_private=manners.allow_private)
    poller = Poller(
        ledger,
        shipped_model(),
        visitor,
        clock,
        random.SystemRandom(),
        report,
        shortest_seconds=manners.shortest_seconds,
    )
    return Watch(ledger, poller, channels, take_up(ledger, addresses, clock.now()), is_stopped)
