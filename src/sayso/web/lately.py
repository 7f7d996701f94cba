"""What came in lately: a story and its copies as one, with how many statements were read in each."""

from collections.abc import Iterable
from dataclasses import dataclass

from sayso.ledger import Ledger
from sayso.ledger.latest import count_statements, latest_story_ids
from sayso.records import Story
from sayso.reuse import ReuseIndex

LATEST_STORIES = 60
"""So many stories are looked at; what these share takes a tenth of a second."""


@dataclass(frozen=True, slots=True)
class Together:
    """Stories with one text.

    Attributes:
        stories: They, the likeliest original first, then in time.
        statements: How many statements each has, by id.
    """

    stories: tuple[Story, ...]
    statements: dict[str, int]

    @property
    def first(self) -> Story:
        """The likeliest original."""
        return self.stories[0]

    @property
    def outlets(self) -> int:
        """How many outlets carry it."""
        return len({one.outlet.casefold() for one in self.stories if one.outlet})


@dataclass(frozen=True, slots=True)
class Holdings:
    """What a ledger holds.

    Attributes:
        stories, statements: How many.
        lately: The stories that came in last.
    """

    stories: int
    statements: int
    lately: tuple[Together, ...]


def find_holdings(ledger: Ledger) -> Holdings:
    """What a ledger holds."""
    return Holdings(ledger.count_stories(), ledger.count_attributions(), find_lately(ledger))


def find_lately(ledger: Ledger, most: int = LATEST_STORIES) -> tuple[Together, ...]:
    """The stories that came in last, newest first, with those among them that have one text together."""
    index = ReuseIndex(ledger)
    index.print_texts()
    with ledger.one_state():
        ids = latest_story_ids(ledger.connection, most)
        lineages = {one.story_id: one for one in index.lineage_among(ids)}
        stories, counts = ledger.stories_by_id(ids), count_statements(ledger.connection, ids)
    families: dict[str, list[str]] = {}
    for story_id in ids:
        if story_id in lineages:  # what came in since the texts were printed is shown next time
            families.setdefault(lineages[story_id].families[0], []).append(story_id)

    def order(story_id: str) -> tuple[int, str]:
        above = sum(parent.story_id in lineages for parent in lineages[story_id].parents)
        return above, stories[story_id].published or "9999"

    return tuple(
        _together((stories[story_id] for story_id in sorted(members, key=order)), counts)
        for members in families.values()
    )


def _together(stories: Iterable[Story], counts: dict[str, int]) -> Together:
    kept = tuple(stories)
    return Together(kept, {one.id: counts.get(one.id, 0) for one in kept})
