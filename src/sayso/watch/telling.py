"""Telling when a claim that is followed stands otherwise: written down first, told then, marked as told last.

A program that is killed in between tells it after the next start. What is told has an id that stays the same, by which
a receiver knows what it had already.
"""

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Protocol

from sayso.errors import InputError
from sayso.ledger import Ledger, fold_claim
from sayso.ledger.following import list_followed
from sayso.ledger.latest import count_changes
from sayso.ledger.tellings import (
    Message,
    Pending,
    find_told,
    mark_delivered,
    mark_undelivered,
    next_delivery,
    write_telling,
)
from sayso.records import Followed, Seen
from sayso.reuse import ReuseIndex
from sayso.shapes import Json
from sayso.trace import trace
from sayso.trace.following import Development, compare_with_seen, development_shape
from sayso.watch.clock import Clock
from sayso.watch.defects import telling_defects

RETRY_SECONDS = 60.0
LONGEST_RETRY_SECONDS = 3600.0
"""What could not be told is tried again after a minute, then after twice as long each time, at last every hour."""


class Channel(Protocol):
    """To whom something is told."""

    @property
    def name(self) -> str:
        """What it is called in the ledger: the same at every start, and without secrets."""
        ...

    def tell(self, message: Message) -> None:
        """Tell something.

        Raises:
            InputError: it could not be told.
        """
        ...


def note_standings(ledger: Ledger, moment: datetime) -> None:
    """Note from where on to tell of those claims of which nothing was told yet: from what was seen of them last."""
    for followed in list_followed(ledger):
        if find_told(ledger, followed.claim) is None:
            write_telling(ledger, followed.claim, 0, followed.seen, moment)


def find_turns(ledger: Ledger, channels: Sequence[str], moment: datetime, report: Callable[[Json], None]) -> None:
    """Trace the claims that are followed, and write down what is to be told of those that stand otherwise.

    A claim stands otherwise when its standing, or the likely number of its independent origins, is another one than
    when it was told of last.

    Args:
        ledger: Where.
        channels: To whom it is to be told.
        moment: Now.
        report: Is given what happens, as JSON.

    Raises:
        LedgerError: the ledger cannot be read or written.
    """
    note_standings(ledger, moment)
    ReuseIndex(ledger).update()
    for followed in list_followed(ledger):
        try:
            with telling_defects():
                message = _find_turn(ledger, followed, channels, moment)
        except InputError as error:
            report({"event": "untraced", "claim": followed.claim, "why": str(error)})
        else:
            if message:
                report({"event": "turned", "claim": followed.claim, "id": message["id"]})


def _find_turn(ledger: Ledger, followed: Followed, channels: Sequence[str], moment: datetime) -> Message | None:
    number, then = find_told(ledger, followed.claim) or (0, followed.seen)
    changes = count_changes(ledger.connection)
    if not changes.forgotten and changes[:2] == (then.newest_revision, then.newest_judgement):
        return None
    traced = trace(ledger, followed.claim)
    development = compare_with_seen(ledger, replace(followed, seen=then), traced, changes)
    if _headline(development.now) == _headline(then):
        return None
    message = _message(development, number, moment)
    written = write_telling(ledger, followed.claim, number, development.now, moment, message, channels)
    return message if written else None


def _headline(seen: Seen) -> tuple[str, int]:
    return str(seen.standing), seen.origins.likely


def _message(development: Development, after: int, moment: datetime) -> Message:
    claim, then, now = development.followed.claim, development.followed.seen, development.now
    key = f"{fold_claim(claim)}\n{after}\n{then.looked_at}\n{_headline(then)}\n{_headline(now)}"
    names = f": {', '.join(now.names)}" if now.names else ""
    shape = development_shape(development)
    del shape["who"], shape["changed"]
    return {
        "id": hashlib.sha256(key.encode()).hexdigest()[:32],
        "told_at": moment.isoformat(timespec="seconds"),
        "text": f"“{claim}”: {then.standing}, {then.origins.in_words} → {now.standing}, {now.origins.in_words}{names}",
        **shape,
    }


def deliver(ledger: Ledger, channels: Sequence[Channel], clock: Clock, report: Callable[[Json], None]) -> None:
    """Tell on each channel what is still to be told there, the oldest first, as far as the channel takes it.

    Raises:
        LedgerError: the ledger cannot be read or written.
    """
    for channel in channels:
        while (pending := next_delivery(ledger, channel.name)) and pending.next_at <= clock.now():
            try:
                channel.tell(pending.message)
            except InputError as error:
                _put_off(ledger, channel.name, pending, clock, error)
                report({"event": "untold", "channel": channel.name, "id": pending.message["id"], "why": str(error)})
                break
            mark_delivered(ledger, pending.telling, channel.name, clock.now())


def _put_off(ledger: Ledger, channel: str, pending: Pending, clock: Clock, error: InputError) -> None:
    wait = min(RETRY_SECONDS * 2.0 ** min(pending.tries, 30), LONGEST_RETRY_SECONDS)
    mark_undelivered(ledger, pending.telling, channel, clock.now() + timedelta(seconds=wait), str(error))


def next_try(ledger: Ledger, channels: Sequence[Channel]) -> datetime | None:
    """When something is to be told next; None where nothing is."""
    pending = (next_delivery(ledger, channel.name) for channel in channels)
    return min((one.next_at for one in pending if one), default=None)
