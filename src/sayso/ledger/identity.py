"""Which story of the ledger a story is: the one at the same address, else the one with the same id."""

import sqlite3
from collections.abc import Iterable
from urllib.parse import urlsplit

from sayso.records import Story
from sayso.records.addresses import are_of_one_site, names_a_page

_ADDRESSES_AT_ONCE = 400


def find_story(connection: sqlite3.Connection, story: Story, text_sha256: str) -> str | None:
    """The id under which the ledger holds a story, in whatever revision; None if it does not.

    The same address, canonical or fetched, is the same story; one that a page names on another site is not its own, but
    that of its original. Else the same id is, with two exceptions. Another outlet's is another story: one that came
    without an id is named by its text, and outlets print an agency's text word for word. So is another text at another
    address: ids that only number the rows of a table come again in the next.
    """
    for address in addresses_of(story):
        rows = connection.execute(
            "SELECT story, url, canonical_url FROM revision WHERE url = :address OR canonical_url = :address",
            {"address": address},
        )
        for known, url, canonical_url in rows:
            # Up to schema 4 the canonical addresses of other sites were kept among those of the story.
            if url in (None, address) or are_of_one_site(url, canonical_url):
                return str(known)
    if not _is_taken(connection, story.id):
        return None
    if not _is_taken_by_another(connection, story, text_sha256):
        return story.id
    apart = id_apart(story)
    return apart if _is_taken(connection, apart) else None


def find_at(connection: sqlite3.Connection, addresses: Iterable[str]) -> dict[str, str]:
    """The ids of the stories at those of some addresses at which the ledger holds one, in whatever revision."""
    wanted = sorted(addresses)
    held: dict[str, str] = {}
    for begin in range(0, len(wanted), _ADDRESSES_AT_ONCE):
        some = wanted[begin : begin + _ADDRESSES_AT_ONCE]
        marks = ", ".join("?" * len(some))
        asked = set(some)
        rows = connection.execute(
            f"SELECT story, url, canonical_url FROM revision WHERE url IN ({marks}) "  # noqa: S608 - marks alone
            f"UNION SELECT story, url, canonical_url FROM revision WHERE canonical_url IN ({marks}) ORDER BY story",
            some * 2,
        )
        for known, url, canonical_url in rows:
            own = {url} if url and canonical_url and not are_of_one_site(url, canonical_url) else {url, canonical_url}
            for address in asked & own:
                held.setdefault(address, str(known))
    return held


def new_id(connection: sqlite3.Connection, story: Story) -> str:
    """The id for a story that the ledger does not hold: its own, if no other story has taken it."""
    return id_apart(story) if _is_taken(connection, story.id) else story.id


def id_apart(story: Story) -> str:
    """The id of a story whose own is taken by another: "7c1f…@Coast Post", "12@https://herald.example/ferry"."""
    return f"{story.id}@{next(iter(addresses_of(story)), story.outlet)}"


def addresses_of(story: Story) -> list[str]:
    """The addresses that tell a story from others, its canonical one first.

    A site's front page tells none: pages that wrongly call it their own would all be one story.
    """
    addresses = (story.canonical_url, story.url)
    return [address for address in addresses if address and names_a_page(address)]


def _is_taken(connection: sqlite3.Connection, story_id: str) -> bool:
    return connection.execute("SELECT 1 FROM story WHERE id = ?", (story_id,)).fetchone() is not None


def _is_taken_by_another(connection: sqlite3.Connection, story: Story, text_sha256: str) -> bool:
    outlet, address = connection.execute(
        "SELECT outlet, address FROM story JOIN revision ON revision.story = story.id WHERE story.id = ? "
        "ORDER BY number DESC",
        (story.id,),
    ).fetchone()
    theirs, ours = _outlet_of(outlet, address), _outlet_of(story.outlet, story.address)
    if theirs and ours and theirs.casefold() != ours.casefold():
        return True
    same_text = connection.execute(
        "SELECT 1 FROM revision WHERE story = ? AND text_sha256 = ?", (story.id, text_sha256)
    ).fetchone()
    return bool(address and addresses_of(story)) and same_text is None


def _outlet_of(outlet: str | None, address: str | None) -> str:
    if outlet:
        return outlet
    try:
        return urlsplit(address or "").netloc
    except ValueError:
        return ""
