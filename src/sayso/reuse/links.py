"""Which stories the pages of others name as their originals: by a canonical link to another site, or isBasedOn."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from sayso.records import Story
from sayso.records.addresses import spell_address

NAMED_REASON = "its page names it as the original"

FindHeld = Callable[[Iterable[str]], Mapping[str, Story]]
"""The stories at those of some addresses at which one is held."""


@dataclass(frozen=True, slots=True)
class Links:
    """What the pages of stories name as their originals, by the story's id; who names none is left out.

    Attributes:
        named: The ids of the stories named that are held, in the order of the page.
        missing: The first address named at which none is held.
    """

    named: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    missing: Mapping[str, str] = field(default_factory=dict)

    def name(self, story_id: str, other_id: str) -> bool:
        """Tell whether the page of a story names another one."""
        return other_id in self.named.get(story_id, ())


def find_links(stories: Sequence[Story], find_held: FindHeld) -> Links:
    """Look up the originals that the pages of stories name.

    Two pages that each name the other tell nothing by it, nor does one that names itself.
    """
    naming = [story for story in stories if story.originals]
    if not naming:
        return Links()
    held = find_held({spelling for story in naming for spelling in _spell_all(story)})
    named: dict[str, tuple[str, ...]] = {}
    missing: dict[str, str] = {}
    for story in naming:
        others: dict[str, None] = {}
        for address in story.originals:
            other = next((held[spelling] for spelling in spell_address(address) if spelling in held), None)
            if other is None:
                missing.setdefault(story.id, address)
            elif other.id != story.id and not _names_back(other, story):
                others[other.id] = None
        if others:
            named[story.id] = tuple(others)
    return Links(named, missing)


def find_among(stories: Sequence[Story]) -> FindHeld:
    """How to find the story at an address among some; of several at one the id that sorts first."""

    def find(addresses: Iterable[str]) -> Mapping[str, Story]:
        wanted = set(addresses)
        held: dict[str, Story] = {}
        for story in sorted(stories, key=lambda one: one.id):
            for address in wanted & _own_addresses(story):
                held.setdefault(address, story)
        return held

    return find


def _own_addresses(story: Story) -> set[str]:
    return {address for address in (story.canonical_url, story.url) if address}


def _spell_all(story: Story) -> Iterable[str]:
    return (spelling for address in story.originals for spelling in spell_address(address))


def _names_back(other: Story, story: Story) -> bool:
    return bool(other.originals) and not _own_addresses(story).isdisjoint(_spell_all(other))
