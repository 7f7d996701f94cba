"""Parents that the pages of stories name, put into a lineage that was told by the texts."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from sayso.records import Extent, Lineage, Parent, Span, Story
from sayso.reuse.links import NAMED_REASON, Links

NAMED_CONFIDENCE, SAME_TEXT_CONFIDENCE, ELSEWHERE_CONFIDENCE = 0.95, 0.97, 0.9
"""How sure a parent is that a page names where the texts agree, where they are the same, and where they share nothing:
a rewritten or translated story, or a link gone wrong. Reasoned: no corpus at hand has such links."""

MOST_STEPS = 1_000
"""Longer chains of copies of copies are not followed."""


def name_texts(stories: Sequence[Story], place: Sequence[int], links: Links) -> dict[str, int]:
    """The numbers of the texts of stories that are named by pages or name others, by the stories' ids.

    Args:
        stories: All stories.
        place: The number of each one's text.
        links: What their pages name.
    """
    if not links.named:
        return {}
    asked = links.named.keys() | {other for others in links.named.values() for other in others}
    return {story.id: number for story, number in zip(stories, place, strict=True) if story.id in asked}


def add_named_parents(
    stories: Sequence[Story], place: Sequence[int], lineages: Sequence[Lineage], links: Links
) -> tuple[Lineage, ...]:
    """Put what pages name into the lineage of each story; none becomes its own ancestor by that.

    Args:
        stories: All stories.
        place: The number of each one's text.
        lineages: The lineage of each, as the texts tell it.
        links: What their pages name.
    """
    if not links.named and not links.missing:
        return tuple(lineages)
    told = {one.story_id: one for one in lineages}
    number_of = {story.id: number for story, number in zip(stories, place, strict=True)}
    text = {story.id: story.text for story in stories if story.id in links.named}
    for story_id in sorted(links.named.keys() & told.keys()):
        for other in reversed(links.named[story_id]):
            if not _descends(told, other, story_id):
                parents = _name_parent(told, number_of, story_id, other, len(text[story_id]))
                told[story_id] = replace(told[story_id], parents=parents)
    for story_id in links.missing.keys() & told.keys():
        missing = f"its page names {links.missing[story_id]} as the original, which is not in the ledger"
        known = told[story_id].unrecorded
        told[story_id] = replace(told[story_id], unrecorded=f"{missing}; {known}" if known else missing)
    return tuple(replace(told[one.story_id], unrecorded=_settle(told[one.story_id], links)) for one in lineages)


def _settle(lineage: Lineage, links: Links) -> str | None:
    """A credit tells of a parent that is missing only while none is known."""
    return None if lineage.parents and lineage.story_id not in links.missing else lineage.unrecorded


def _name_parent(
    told: Mapping[str, Lineage], number_of: Mapping[str, int], story_id: str, other: str, length_chars: int
) -> tuple[Parent, ...]:
    """The parents of a story with one that its page names among them."""
    lineage = told[story_id]
    text = number_of.get(other)
    if text == number_of[story_id]:
        whole = (Extent(Span(0, length_chars), Span(0, length_chars)),)
        named = Parent(other, f"{NAMED_REASON}; the same text", SAME_TEXT_CONFIDENCE, whole)
        return named, *(parent for parent in lineage.parents if parent.story_id != other)
    known = next((one for one in lineage.parents if one.story_id == other or number_of.get(one.story_id) == text), None)
    if known is None:
        if text is not None and not set(lineage.families).isdisjoint(told[other].families):
            return lineage.parents
        return *lineage.parents, Parent(other, NAMED_REASON, ELSEWHERE_CONFIDENCE)
    reason = known.reason if NAMED_REASON in known.reason else f"{NAMED_REASON}; {known.reason}"
    named = Parent(other, reason, max(known.confidence, NAMED_CONFIDENCE), known.extents)
    return tuple(named if one is known else one for one in lineage.parents)


def _descends(told: Mapping[str, Lineage], story_id: str, ancestor: str) -> bool:
    """Tell whether a story is another one, or comes from it by the likeliest parents."""
    at = story_id
    for _ in range(MOST_STEPS):
        if at == ancestor:
            return True
        parents = told[at].parents if at in told else ()
        if not parents:
            return False
        at = parents[0].story_id
    return True
