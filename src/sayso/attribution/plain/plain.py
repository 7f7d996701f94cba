"""Attributions that need no network: signed posts, turns, "reportedly", no comment, who is told first, amid or last."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from sayso.attribution.plain.asides import find_asides
from sayso.attribution.plain.closings import find_closings
from sayso.attribution.plain.counts import find_counts
from sayso.attribution.plain.denied import find_denied
from sayso.attribution.plain.hearsay import find_hearsay
from sayso.attribution.plain.openings import find_openings
from sayso.attribution.plain.papers import find_papers
from sayso.attribution.plain.positions import find_positions
from sayso.attribution.plain.posts import find_posts
from sayso.attribution.plain.signatures import find_signed
from sayso.attribution.plain.silences import find_silences
from sayso.attribution.plain.sourced import find_sourced
from sayso.attribution.plain.turns import read_turns
from sayso.records import Attribution, Span


def find_plain(text: str, quotes: Sequence[Span], skip: Sequence[Span]) -> tuple[Attribution, ...]:
    """What the form of a text plainly tells, in the order of the cues.

    Nothing of it touches a span to skip, but that a brief's "Source:" line is a credit too.
    """
    forms = (
        find_posts(text),
        find_signed(text),
        read_turns(text),
        find_hearsay(text, quotes),
        find_silences(text, quotes),
        find_denied(text, quotes),
        find_papers(text),
        find_counts(text, quotes),
        find_asides(text, quotes),
        find_closings(text, quotes),
        find_openings(text, quotes),
        find_positions(text, quotes),
    )
    found = (one for form in forms for one in form)
    kept = (one for one in found if not any(span.overlaps(part) for span in skip for part in _parts(one)))
    return tuple(sorted((*kept, *find_sourced(text)), key=lambda one: one.cue[0]))


def with_plain(plain: Sequence[Attribution], found: Sequence[Attribution], inside: Span) -> tuple[Attribution, ...]:
    """Attributions with those that are plain in a part of the text, in the order of the cues.

    One that is found stays as it is, and what has its source, or stands within it, is left out; but the turn of which
    it is the first words is told whole.
    """
    first, last = (bisect_left(plain, place, key=lambda one: one.cue[0].start) for place in inside)
    found = [_whole(one, plain[first:last]) for one in found]
    new = [one for one in plain[first:last] if not any(_holds(other, one) for other in found)]
    if not new:
        return tuple(found)
    return tuple(sorted((*(_without(one, new) for one in found), *new), key=lambda one: one.cue[0]))


def _whole(found: Attribution, plain: Sequence[Attribution]) -> Attribution:
    """An attribution with all of the turn that its source and the colon behind it open."""
    if not (found.source and found.cue and found.content and found.cue[0].start == found.source[0].end):
        return found
    turns = (one for one in plain if one.source == found.source and one.cue == found.cue)
    turn = next((one for one in turns if one.content[0].start <= found.content[0].start), None)
    return replace(found, content=turn.content) if turn else found


def _without(found: Attribution, new: Sequence[Attribution]) -> Attribution:
    """An attribution without pieces of content that are plainly another's, unless it has no others."""
    plainly = [part for one in new for part in one.content]
    content = tuple(
        span for span in found.content if not any(span.start >= part.start and span.end <= part.end for part in plainly)
    )
    return replace(found, content=content) if 0 < len(content) < len(found.content) else found


def _holds(found: Attribution, plain: Attribution) -> bool:
    within = any(part.overlaps(plain.cue[0]) for part in _parts(found))
    return within or any(part.overlaps(whose) for part in found.source for whose in plain.source)


def _parts(attribution: Attribution) -> tuple[Span, ...]:
    return (*attribution.source, *attribution.cue, *attribution.content)
