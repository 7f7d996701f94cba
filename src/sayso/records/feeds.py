"""Feeds that are watched, their entries, and what is told of claims that are followed."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed that is watched.

    Attributes:
        address: Where it is.
        interval_seconds: How long to wait from one poll to the next, as often as it has had news.
        next_at: When it is to be polled next.
        stated_seconds: How long it asks to be left alone between two polls; 0 where it does not.
        title: Its own.
        etag, last_modified: What its host wants to be shown, to answer that nothing is new.
        polled_at: When it was polled last; None before the first time.
        failures: How many polls in a row failed.
        problem: Why the last one did; None where it did not.
    """

    address: str
    interval_seconds: float
    next_at: datetime
    stated_seconds: float = 0.0
    title: str | None = None
    etag: str | None = None
    last_modified: str | None = None
    polled_at: datetime | None = None
    failures: int = 0
    problem: str | None = None


class EntryState(StrEnum):
    """What became of an entry: its page is to be fetched, it was read, or it could not be."""

    WAITING = "waiting"
    READ = "read"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of a feed.

    Attributes:
        feed: The address of the feed.
        guid: What the feed calls it.
        address: By which it is known in other feeds too: its link without what differs from feed to feed; empty where
            it has none.
        link: Where its page is.
        host: Of the link, as "https://herald.example".
        published: When, as the feed says.
        state: What became of it.
        tries: How often its page was asked for in vain.
        next_at: When it is to be asked for; None where it is not.
        problem: Why it could not be read.
    """

    feed: str
    guid: str
    address: str
    link: str | None
    host: str
    published: str | None = None
    state: EntryState = EntryState.WAITING
    tries: int = 0
    next_at: datetime | None = None
    problem: str | None = None


@dataclass(frozen=True, slots=True)
class FeedHost:
    """What a host asks of programs: its robots.txt as it was at a time, and until when it wants to be left alone."""

    host: str
    robots: str | None = None
    robots_at: datetime | None = None
    rest_until: datetime | None = None
