"""Words that a page's layout gives to their speaker: signed posts, signed quotations, the turns of a transcript."""

from collections.abc import Sequence

from sayso.attribution.posts import find_posts
from sayso.attribution.signatures import find_signed
from sayso.attribution.turns import read_turns
from sayso.records import Attribution, Span


def find_laid_out(text: str, skip: Sequence[Span] = ()) -> tuple[Attribution, ...]:
    """What the layout of a text tells, without what touches a span to skip, in the order of the cues."""
    found = (*find_posts(text), *find_signed(text), *read_turns(text))
    kept = (one for one in found if not any(span.overlaps(part) for span in skip for part in _parts(one)))
    return tuple(sorted(kept, key=lambda one: one.cue[0]))


def with_laid_out(
    laid_out: Sequence[Attribution], found: Sequence[Attribution], inside: Span
) -> tuple[Attribution, ...]:
    """Attributions with those that the layout tells of a part of the text, in the order of the cues.

    One of the same source that is found already stays as it is.
    """
    here = [one for one in laid_out if inside.start <= one.cue[0].start < inside.end]
    new = [one for one in here if not any(_have_one_source(one, other) for other in found)]
    return tuple(sorted((*found, *new), key=lambda one: one.cue[0])) if new else tuple(found)


def _have_one_source(one: Attribution, other: Attribution) -> bool:
    return any(part.overlaps(whose) for part in one.source for whose in other.source)


def _parts(attribution: Attribution) -> tuple[Span, ...]:
    return (*attribution.source, *attribution.cue, *attribution.content)
