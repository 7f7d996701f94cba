"""Polling a feed and fetching a page: what came is in the ledger before the feed is left as polled.

A program that is killed in between polls the feed again: what it held is passed over, by address, guid and text.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from random import Random

from sayso.attribution.network.model import AttributionModel
from sayso.errors import InputError, SaysoError
from sayso.ingest import ColumnMapping
from sayso.ingest.address import read_page
from sayso.ledger import Added, Ledger
from sayso.ledger.feeds import (
    find_feed,
    find_known,
    find_read,
    forget_entries,
    save_entry,
    save_poll,
    save_veiled,
    touch_entries,
)
from sayso.ledger.forgotten import Forgotten
from sayso.pipeline.adding import add_stories
from sayso.records import Rejection, Story
from sayso.records.feeds import Entry, EntryState, Feed
from sayso.shapes import Json
from sayso.watch.clock import Clock
from sayso.watch.defects import telling_defects
from sayso.watch.intervals import FIRST_SECONDS, SHORTEST_SECONDS, adapt_interval, back_off, with_jitter
from sayso.watch.reading import Polled, read_feed
from sayso.watch.visiting import RefusedError, RestingError, Visitor

ENTRIES_KEPT = timedelta(days=90)
"""An entry is remembered for so long after it stood in its feed last; its story stays."""

MOST_TRIES = 6
"""A page is asked for so often, the last time a day and a half after the first."""

MOST_TEXTS = 12
"""A story is read again out of its feed until it has had so many texts: a feed that counts comments in its texts would
bring a new one at every poll."""

_TOUCHED_AFTER = timedelta(days=1)
_FIRST_WAIT_SECONDS = 1800.0

Report = Callable[[Json], None]


@dataclass(frozen=True, slots=True)
class Poller:
    """Polls feeds and fetches pages into a ledger.

    Attributes:
        ledger: Where stories go, and what is known of feeds.
        model: What reads the stories.
        visitor: What asks hosts.
        clock: Tells the time.
        random: For the jitter.
        report: Is given what happens, as JSON.
        shortest_seconds: Between two polls of a feed.
    """

    ledger: Ledger
    model: AttributionModel
    visitor: Visitor
    clock: Clock
    random: Random
    report: Report
    shortest_seconds: float = SHORTEST_SECONDS

    def poll(self, feed: Feed) -> Feed:
        """Poll a feed: read the stories that it carries whole, and let the others wait for their pages.

        Returns:
            The feed, as it is left in the ledger.

        Raises:
            LedgerError: the ledger cannot be read or written.
        """
        try:
            with telling_defects():
                visit = self.visitor.visit(feed.address, feed.etag, feed.last_modified)
                polled = read_feed(visit.page, feed.address) if visit.page else None
        except InputError as error:
            return self._fail(feed, error)
        news = self._take(feed, polled) if polled else []
        stated = polled.stated_seconds if polled else feed.stated_seconds
        interval = adapt_interval(feed.interval_seconds, len(news), stated, self.shortest_seconds)
        left = replace(
            feed,
            title=polled.title if polled else feed.title,
            etag=visit.etag or (None if polled else feed.etag),
            last_modified=visit.last_modified or (None if polled else feed.last_modified),
            interval_seconds=interval,
            stated_seconds=stated,
            next_at=self._in(with_jitter(interval, self.random)),
            polled_at=self.clock.now(),
            failures=0,
            problem=None,
        )
        waiting = [one for one in news if one.state is EntryState.WAITING]
        save_poll(self.ledger, left, waiting, self.clock.now())
        self.report({"event": "polled", "feed": feed.address, "new": len(news), "waiting": len(waiting)})
        return left

    def fetch(self, entry: Entry) -> Entry:
        """Fetch the page of an entry, and read the story there.

        Returns:
            The entry, as it is left in the ledger.

        Raises:
            LedgerError: the ledger cannot be read or written.
        """
        address = entry.link or ""
        try:
            with telling_defects():
                page = self.visitor.visit(address).page
                found = read_page(page, address, ColumnMapping()) if page else ()
                items = [_dated(item, entry) for item in found]
        except RestingError as error:
            return self._leave(replace(entry, next_at=error.until, problem=str(error)))
        except InputError as error:
            tries = entry.tries + 1
            if isinstance(error, RefusedError) or tries >= MOST_TRIES:
                return self._refuse(entry, str(error))
            wait = with_jitter(back_off(_FIRST_WAIT_SECONDS, tries), self.random)
            return self._leave(replace(entry, tries=tries, next_at=self._in(wait), problem=str(error)))
        return self._read(entry, items)

    def tidy(self) -> None:
        """Forget entries that are long gone from their feeds."""
        forget_entries(self.ledger, self.clock.now() - ENTRIES_KEPT)

    def _take(self, feed: Feed, polled: Polled) -> list[Entry]:
        """Read the stories that are new and whole; give all entries that are new, as they are left."""
        now = self.clock.now()
        entries = [item.entry for item in polled.items]
        known = find_known(self.ledger, entries)
        touch_entries(self.ledger, feed.address, known, now, now - _TOUCHED_AFTER)
        read = find_read(self.ledger, entries)
        news: list[Entry] = []
        for item in polled.items:
            if item.entry.guid in known:
                if item.entry.guid in read and isinstance(item.carried, Story):
                    self._correct(item.entry, item.carried)
                continue
            if item.carried is None:
                news.append(replace(item.entry, next_at=now))
                continue
            news.append(self._read(item.entry, [item.carried]))
        return news

    def _correct(self, entry: Entry, story: Story) -> None:
        """Read another text of a story that was read out of its feed before, as its next revision."""
        held = self.ledger.id_of(story)
        if held is None or self.ledger.holds(story):
            return
        texts = len(self.ledger.revision_times(held))
        if texts >= MOST_TEXTS:
            return
        self._add(entry, [story])
        if texts + 1 == MOST_TEXTS:
            why = f"it has had {MOST_TEXTS} texts; later ones are not read, but by sayso add"
            self.report({"event": "refused", "feed": entry.feed, "address": entry.link, "why": why})

    def _read(self, entry: Entry, items: Iterable[Story | Rejection]) -> Entry:
        """Read the stories of an entry into the ledger, and write down what became of it."""
        problem = self._add(entry, items)
        if problem:
            return self._refuse(entry, problem)
        return self._leave(replace(entry, state=EntryState.READ, next_at=None, problem=None))

    def _add(self, entry: Entry, items: Iterable[Story | Rejection]) -> str | Forgotten | None:
        """Read stories into the ledger; give why none of them came in, if none did."""
        problem: str | Forgotten = "a page without a story"
        came = False
        try:
            with telling_defects():
                for outcome in add_stories(self.ledger, self.model, items):
                    came |= outcome.story is not None and not outcome.forgotten
                    problem = outcome.forgotten or (str(outcome.rejection) if outcome.rejection else problem)
                    if outcome.story and outcome.added in (Added.NEW, Added.REVISED):
                        self.report(_story_event(entry, outcome.story, outcome.added, outcome.statements))
        except InputError as error:
            problem = str(error)
        return None if came else problem

    def _fail(self, feed: Feed, error: SaysoError) -> Feed:
        failures = feed.failures + 1
        wait = with_jitter(back_off(feed.interval_seconds, failures), self.random)
        next_at = max(self._in(wait), error.until) if isinstance(error, RestingError) else self._in(wait)
        left = replace(feed, failures=failures, problem=str(error), next_at=next_at, polled_at=self.clock.now())
        save_poll(self.ledger, left, (), self.clock.now())
        self.report({"event": "failed", "feed": feed.address, "failures": failures, "why": str(error)})
        return left

    def _refuse(self, entry: Entry, why: str | Forgotten) -> Entry:
        self.report({"event": "refused", "feed": entry.feed, "address": entry.link, "why": str(why)})
        refused = replace(entry, state=EntryState.REFUSED, next_at=None, problem=str(why))
        if isinstance(why, Forgotten):
            save_veiled(self.ledger, entry, self.clock.now())
            return refused
        return self._leave(refused)

    def _leave(self, entry: Entry) -> Entry:
        save_entry(self.ledger, entry, self.clock.now())
        return entry

    def _in(self, seconds: float) -> datetime:
        return self.clock.now() + timedelta(seconds=seconds)


def take_up(ledger: Ledger, addresses: Iterable[str], now: datetime) -> dict[str, Feed]:
    """The feeds at some addresses as they were left; those that were never watched are to be polled at once."""
    feeds = {}
    for address in dict.fromkeys(addresses):
        feed = find_feed(ledger, address)
        if feed is None:
            feed = Feed(address, FIRST_SECONDS, now)
            save_poll(ledger, feed, (), now)
        feeds[address] = feed
    return feeds


def _dated(item: Story | Rejection, entry: Entry) -> Story | Rejection:
    """A story whose page tells no date has that of the feed."""
    return replace(item, published=entry.published) if isinstance(item, Story) and not item.published else item


def _story_event(entry: Entry, story: Story, added: Added, statements: int) -> Json:
    return {
        "event": "story",
        "feed": entry.feed,
        "id": story.id,
        "title": story.title,
        "outlet": story.outlet,
        "address": story.address or entry.link,
        "added": str(added),
        "statements": statements,
    }
