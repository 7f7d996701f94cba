"""What "the region" is in a story that named it before: "the Kursk region"."""

import re
from functools import lru_cache

from sayso.text.word_tables import word_table

FEWEST_NOUN_CHARS = 4
MOST_NAME_WORDS = 5
MOST_WORD_CHARS = 40
"""Without bounds a text of capitals takes a time that grows with its square."""

_NAMED = re.compile(
    rf"(?P<inside>[\w,;:'’”)—–-] ?)?\b(?P<name>(?:[A-Z][\w'’.-]{{0,{MOST_WORD_CHARS}}} ){{1,{MOST_NAME_WORDS}}})"
    rf"(?P<noun>[a-z]{{{FEWEST_NOUN_CHARS},{MOST_WORD_CHARS}}})\b"
)
"""A noun behind a name, and whether that stands inside a sentence, where a capital is no beginning's."""
_BARE = re.compile(rf"\b(?P<the>[Tt]he|[Tt]his) (?P<noun>[a-z]{{{FEWEST_NOUN_CHARS},}})\b(?!['’-])")
_OWNER = re.compile(r"['’]s?(?: |$)")
_NO_NAME = word_table(
    "A An And Another As At But By For From He Her His I If In It Its Last More Most Mr Mrs Ms My No On One Or Our She "
    "Some That The Their These They This Those To Two We What When While With You Your "
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August "
    "September October November December"
)
_THE_COUNTRY = re.compile(r"\b(?:the|his|her|their|its) (?:country|nation)\b(?! (?:of|that|which)\b)(?!['’])")


def with_names(text: str, words: str, start: int) -> str:
    """Words of a story with the name of what they only call by its noun, where the story gives it one name alone.

    Args:
        text: The story.
        words: Some of its words.
        start: Where in the story they stand, in characters: what is named later is not meant.
    """

    def name(found: re.Match[str]) -> str:
        named_at, called = _find_named(text).get(found["noun"], (start, ""))
        return f"{found['the']} {called} {found['noun']}" if named_at < start else found[0]

    return _BARE.sub(name, words)


def with_country(words: str, country: str) -> str:
    """Words of a state with the name of its country where they say "the country"."""
    return _THE_COUNTRY.sub(f"the {country}" if country.startswith("United ") else country, words)


@lru_cache(maxsize=256)
def _find_named(text: str) -> dict[str, tuple[int, str]]:
    """The nouns that stand behind one name alone, with where that stands first and that."""
    found: dict[str, list[tuple[int, str]]] = {}
    for one in _NAMED.finditer(text):
        words = one["name"].split()
        while words and words[0] in _NO_NAME:
            words.pop(0)
        if words and (one["inside"] or len(words) > 1) and _NO_NAME.isdisjoint(words):
            found.setdefault(one["noun"], []).append((one.start("name"), " ".join(words)))
    return {
        noun: places[0]
        for noun, places in found.items()
        if len({name.split()[-1] for _, name in places}) == 1 and not _OWNER.search(places[0][1])
    }
