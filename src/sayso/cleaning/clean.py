"""What in a story is not what the story tells, and what is damaged."""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator

from sayso.cleaning.byline import find_bylines
from sayso.cleaning.caption import find_captions
from sayso.cleaning.credit import find_credits
from sayso.cleaning.dateline import find_datelines
from sayso.cleaning.dropped_words import find_dropped_words
from sayso.cleaning.garbling import find_garbling
from sayso.cleaning.inset_links import find_inset_links
from sayso.cleaning.layout import Layout
from sayso.cleaning.lost_spaces import find_lost_spaces
from sayso.cleaning.promo import find_promos
from sayso.cleaning.stripped_links import find_stripped_links
from sayso.records import Mark, MarkKind, Span, Story

_FURNITURE: tuple[Callable[[Layout], Iterator[Mark]], ...] = (
    find_credits,
    find_datelines,
    find_bylines,
    find_captions,
    find_inset_links,
    find_promos,
)
"""In the order in which they claim text: of two marks that overlap, the earlier rule's stays."""

_DAMAGE: tuple[Callable[[Layout], Iterator[Mark]], ...] = (
    find_dropped_words,
    find_stripped_links,
    find_lost_spaces,
    find_garbling,
)


def clean(story: Story) -> tuple[Mark, ...]:
    """Label what in a story is not what it tells (datelines, credits, ...) and what is damaged.

    The text stays as it is. The same text always gives the same marks.

    Returns:
        Marks sorted by the start of their span, in characters of `story.text`. No two overlap unless one is DAMAGE.
        No span is empty, and none starts or ends on a space.
    """
    layout = Layout.of(story)
    furniture = _keep_apart(mark for find in _FURNITURE for mark in find(layout))
    damage = _keep_apart(mark for find in _DAMAGE for mark in find(layout))
    return tuple(sorted(furniture + damage, key=lambda mark: (mark.span, mark.kind)))


def spans_to_skip(marks: Iterable[Mark]) -> tuple[Span, ...]:
    """The spans that are not the story's own telling: all marks but DAMAGE, merged and sorted."""
    merged: list[Span] = []
    for span in sorted(mark.span for mark in marks if mark.kind is not MarkKind.DAMAGE):
        if merged and span.start <= merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(span.end, merged[-1].end))
        else:
            merged.append(span)
    return tuple(merged)


def _keep_apart(marks: Iterable[Mark]) -> list[Mark]:
    kept: list[Mark] = []
    for mark in marks:
        place = bisect_left(kept, mark.span.start, key=lambda other: other.span.start)
        before_ok = place == 0 or kept[place - 1].span.end <= mark.span.start
        after_ok = place == len(kept) or mark.span.end <= kept[place].span.start
        if before_ok and after_ok and mark.span.start < mark.span.end:
            kept.insert(place, mark)
    return kept
