"""Which stretches of a story's text the others around it have too."""

from collections.abc import Iterable
from dataclasses import dataclass

from sayso.records import Extent, Lineage, Story
from sayso.reuse.extents import align_passages, read_passages
from sayso.shapes import Json

MOST_RAILS = 8
"""So many rails stand beside a text, those of the stories that share most; further ones are told in the list alone."""


@dataclass(frozen=True, slots=True)
class SharedText:
    """The text that a story shares with another one.

    Attributes:
        story: The other story.
        extents: What is shared, in the order of the story looked at; characters of both texts.
        share: How much of the text looked at that is, 0 to 1 of its characters.
        is_parent: The text looked at comes from that story, likely.
        is_child: That story comes from the text looked at, likely.
    """

    story: Story
    extents: tuple[Extent, ...]
    share: float
    is_parent: bool
    is_child: bool


def find_shared_text(story: Story, around: Iterable[Lineage], kin: dict[str, Story]) -> tuple[SharedText, ...]:
    """What a story's text has in common with each of the stories around it that it shares text with, most first.

    Args:
        story: The story looked at.
        around: Its own lineage, and theirs.
        kin: The stories of these, by id.
    """
    parents = {one.story_id: {parent.story_id for parent in one.parents} for one in around}
    length = len(story.text.strip())
    others = [story_id for story_id in parents if story_id != story.id]
    own, *passages = read_passages([story.text, *(kin[story_id].text for story_id in others)])
    shared = []
    for story_id, passage in zip(others, passages, strict=True):
        if extents := align_passages(own, passage):
            chars = sum(extent.here.end - extent.here.start for extent in extents)
            is_parent, is_child = story_id in parents[story.id], story.id in parents[story_id]
            shared.append(SharedText(kin[story_id], extents, min(1.0, chars / length), is_parent, is_child))
    return tuple(sorted(shared, key=lambda one: (-one.share, one.story.published or "", one.story.id)))


def shared_text_shape(one: SharedText) -> Json:
    """Shared text as JSON; an extent is [[start, end) here, [start, end) in the other story]."""
    return {
        "id": one.story.id,
        "outlet": one.story.outlet,
        "published": one.story.published,
        "title": one.story.title,
        "share": one.share,
        "is_parent": one.is_parent,
        "is_child": one.is_child,
        "extents": [[list(extent.here), list(extent.there)] for extent in one.extents],
    }
