"""Watching: whatever is due first is done first, one thing after the other, until there is a stop.

All that must outlive the program is in the ledger; in memory are the feeds, and a bounded number of hosts.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import partial

from sayso.ledger import Ledger
from sayso.ledger.feeds import next_pages
from sayso.ledger.latest import State, count_changes
from sayso.records.feeds import Entry, Feed
from sayso.watch.intervals import still_planned
from sayso.watch.polling import Poller
from sayso.watch.telling import Channel, deliver, find_turns, next_try, note_standings
from sayso.watch.visiting import LONGEST_PAUSE_SECONDS, host_of

TELL_AFTER = timedelta(minutes=5)
"""What came in is weighed when nothing else is due, and where there always is something, after so long."""

_SHORT_WAIT = timedelta(seconds=LONGEST_PAUSE_SECONDS)
"""While the next thing is so near, what came in is not weighed yet."""

_LONGEST_SLEEP_SECONDS = 60.0
"""A judgement that another program wrote, or a clock that was set, is noticed within so long."""

_TIDY_EVERY = timedelta(days=1)


@dataclass
class Watch:
    """Feeds that are watched into a ledger.

    Attributes:
        ledger: Where.
        poller: Polls and fetches.
        channels: To whom it is told when a claim stands otherwise.
        feeds: What is watched, by address.
        is_stopped: Tells whether to stop after what is being done.
        problems: How many polls and pages failed.
    """

    ledger: Ledger
    poller: Poller
    channels: Sequence[Channel]
    feeds: dict[str, Feed]
    is_stopped: Callable[[], bool]
    problems: int = 0
    _weighed: State | None = field(default=None, init=False)
    _weighed_at: datetime = field(default=datetime.min.replace(tzinfo=UTC), init=False)
    _tidied_at: datetime | None = field(default=None, init=False)

    def run(self, *, once: bool = False) -> None:
        """Watch until there is a stop.

        Args:
            once: End when all is done that is due now, and told.

        Raises:
            LedgerError: the ledger cannot be read or written.
        """
        clock = self.poller.clock
        round_at = clock.now() if once else None
        self._weigh()
        while not self.is_stopped():
            due = self._next(round_at)
            now = clock.now()
            if due and due[0] <= now:
                due[1]()
            if due and due[0] <= now + _SHORT_WAIT and abs(clock.now() - self._weighed_at) < TELL_AFTER:
                clock.sleep(max((due[0] - now).total_seconds(), 0.0))
                continue
            self._weigh()
            self._tidy()
            if due is None and once:
                return
            if due is None or due[0] > now:
                self._rest(due and due[0])

    def _rest(self, until: datetime | None) -> None:
        """Wait until something is to be done or told, or a while."""
        now = self.poller.clock.now()
        waits = [moment for moment in (until, next_try(self.ledger, self.channels)) if moment]
        seconds = (min(waits) - now).total_seconds() if waits else _LONGEST_SLEEP_SECONDS
        self.poller.clock.sleep(min(max(seconds, 0.0), _LONGEST_SLEEP_SECONDS))

    def _next(self, round_at: datetime | None) -> tuple[datetime, Callable[[], None]] | None:
        """What is to be done next and when; of a single round only what is due in it, at hosts that may be asked."""
        now = self.poller.clock.now()
        tasks: list[tuple[datetime, str, Callable[[], None]]] = [
            (still_planned(feed.next_at, now), host_of(feed.address), partial(self._poll, feed))
            for feed in self.feeds.values()
            if round_at is None or still_planned(feed.next_at, round_at) <= round_at
        ]
        tasks += [
            (still_planned(entry.next_at or now, now), entry.host, partial(self._fetch, entry))
            for entry in next_pages(self.ledger)
            if round_at is None or entry.next_at is None or entry.next_at <= now
        ]
        ready = [(max(at, self.poller.visitor.free_at(host)), work) for at, host, work in tasks]
        if round_at is not None:
            ready = [one for one in ready if one[0] <= now + _SHORT_WAIT]
        return min(ready, key=lambda one: one[0], default=None)

    def _poll(self, feed: Feed) -> None:
        self.feeds[feed.address] = left = self.poller.poll(feed)
        self.problems += left.problem is not None

    def _fetch(self, entry: Entry) -> None:
        self.problems += self.poller.fetch(entry).problem is not None

    def _weigh(self) -> None:
        """See whether claims stand otherwise, where anything changed since the last time; tell what is to be told."""
        self._weighed_at = self.poller.clock.now()
        changes = count_changes(self.ledger.connection)
        if changes != self._weighed:
            names = [one.name for one in self.channels]
            find_turns(self.ledger, names, self._weighed_at, self.poller.report)
            self._weighed = changes
        else:
            note_standings(self.ledger, self._weighed_at)
        deliver(self.ledger, self.channels, self.poller.clock, self.poller.report)

    def _tidy(self) -> None:
        now = self.poller.clock.now()
        if self._tidied_at is None or abs(now - self._tidied_at) >= _TIDY_EVERY:
            self.poller.tidy()
            self._tidied_at = now
