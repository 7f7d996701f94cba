"""Attributions that need no network: signed posts and quotations, the turns of a transcript, "reportedly"."""

from bisect import bisect_left
from collections.abc import Sequence

from sayso.attribution.hearsay import find_hearsay
from sayso.attribution.posts import find_posts
from sayso.attribution.signatures import find_signed
from sayso.attribution.turns import read_turns
from sayso.records import Attribution, Span


def find_plain(text: str, quotes: Sequence[Span], skip: Sequence[Span]) -> tuple[Attribution, ...]:
    """What the form of a text plainly tells, without what touches a span to skip, in the order of the cues."""
    found = (*find_posts(text), *find_signed(text), *read_turns(text), *find_hearsay(text, quotes))
    kept = (one for one in found if not any(span.overlaps(part) for span in skip for part in _parts(one)))
    return tuple(sorted(kept, key=lambda one: one.cue[0]))


def with_plain(plain: Sequence[Attribution], found: Sequence[Attribution], inside: Span) -> tuple[Attribution, ...]:
    """Attributions with those that are plain in a part of the text, in the order of the cues.

    One that is found stays as it is, and what has its source, or stands within it, is left out.
    """
    first, last = (bisect_left(plain, place, key=lambda one: one.cue[0].start) for place in inside)
    new = [one for one in plain[first:last] if not any(_holds(other, one) for other in found)]
    return tuple(sorted((*found, *new), key=lambda one: one.cue[0])) if new else tuple(found)


def _holds(found: Attribution, plain: Attribution) -> bool:
    within = any(part.overlaps(plain.cue[0]) for part in _parts(found))
    return within or any(part.overlaps(whose) for part in found.source for whose in plain.source)


def _parts(attribution: Attribution) -> tuple[Span, ...]:
    return (*attribution.source, *attribution.cue, *attribution.content)
