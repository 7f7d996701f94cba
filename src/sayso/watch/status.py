"""How it goes with what is watched, out of the ledger: also while another program watches."""

from dataclasses import dataclass

from sayso.ledger import Ledger
from sayso.ledger.feeds import count_entries, list_feeds
from sayso.records.feeds import EntryState, Feed
from sayso.shapes import Json


@dataclass(frozen=True, slots=True)
class FeedStatus:
    """A feed and what became of its entries.

    Attributes:
        feed: It.
        read, waiting, refused: How many of its entries were read, wait for their page, and could not be read.
    """

    feed: Feed
    read: int
    waiting: int
    refused: int


def list_status(ledger: Ledger) -> list[FeedStatus]:
    """How it goes with every feed that was ever watched, those that fail first.

    Raises:
        LedgerError: the ledger cannot be read.
    """
    counts = count_entries(ledger)
    told = [
        FeedStatus(feed, *(counts.get((feed.address, state), 0) for state in _IN_ORDER)) for feed in list_feeds(ledger)
    ]
    return sorted(told, key=lambda one: (-one.feed.failures, one.feed.address))


_IN_ORDER = (EntryState.READ, EntryState.WAITING, EntryState.REFUSED)


def status_shape(status: FeedStatus) -> Json:
    """How it goes with a feed, as JSON."""
    feed = status.feed
    return {
        "feed": feed.address,
        "title": feed.title,
        "last_polled": feed.polled_at and feed.polled_at.isoformat(),
        "next_poll": feed.next_at.isoformat(),
        "read": status.read,
        "waiting": status.waiting,
        "refused": status.refused,
        "failures": feed.failures,
        "why": feed.problem,
    }
