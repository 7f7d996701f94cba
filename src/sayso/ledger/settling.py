"""Which stories of an archive are one, and in what order its texts came, told without a ledger file."""

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from sayso.ledger.identity import addresses_of, id_apart
from sayso.ledger.schema import open_in_memory
from sayso.ledger.store import Added, add_reading
from sayso.records import Reading, Run, Story

_RUN = Run("", "")


class Settled(NamedTuple):
    """Under which id a ledger would hold a text, and as which revision."""

    story_id: str
    revision: int


def keys_of(story: Story) -> Iterator[str]:
    """What stories must have in common for one of them to decide under which id another is held."""
    yield f"id {story.id}"
    yield f"id {id_apart(story)}"
    yield from (f"at {address}" for address in addresses_of(story))


def settle_stories(stories: Sequence[Story]) -> list[Settled | None]:
    """What adding stories to an empty ledger, in their order, makes of each; see `sayso.ledger.identity`.

    Args:
        stories: All that have a key in common, by however many steps. Of their texts only which are the same matters.

    Returns:
        One of each; None for a text that its story has had before.
    """
    if len(stories) == 1:
        return [Settled(stories[0].id, 1)]
    with open_in_memory() as connection:
        return list(_add(connection, stories))


def _add(connection: sqlite3.Connection, stories: Iterable[Story]) -> Iterator[Settled | None]:
    for story in stories:
        if add_reading(connection, Reading(story, (), ()), _RUN) is Added.UNCHANGED:
            yield None
        else:
            yield Settled(*connection.execute("SELECT story, number FROM revision ORDER BY id DESC LIMIT 1").fetchone())
