"""Whom a definite description points back to: the last one named or heard before that it fits."""

import re

from sayso.sources.lexicon import (
    CARRIER_NOUNS,
    DOCUMENT_NOUNS,
    GROUP_NOUNS,
    MEDIA_NOUNS,
    PERSON_NOUNS,
    ROLE_NOUNS,
    SECOND_NAMES,
)
from sayso.sources.meaning.known_bodies import find_known_body
from sayso.sources.meaning.last_person import find_last_person
from sayso.sources.meaning.nations import find_kingdom, find_last_country, find_only_country_near
from sayso.sources.meaning.offices import find_role
from sayso.sources.meaning.speakers import Scene, Speaker, find_described, find_unnamed
from sayso.sources.names.kinds import names_force
from sayso.sources.names.phrases import Phrase
from sayso.sources.offices.office_fields import is_field
from sayso.sources.offices.office_words import is_past, when_held

_ONLY_DESCRIBES = re.compile(
    r"(?:al|ic|ed|ing|ous|ive|ful|less|able|ible|an|ish|y|er|est|ior|ary|ent|ant|ern|wide|old|new|same|own|big|top|huge"
    r"|small|main|late|other|latter|first|second|third|whole|entire|chief|giant|powerful|private|public|elite)$|-"
)
_NATIONS = frozenset({"country", "nation", "kingdom"})
_A_NATION = re.compile(r"(?:[\w-]+ ){0,2}\w+")
"""A country by itself or with what it is: "the Nordic country", "the island nation"."""
_POINTING_BACK = (GROUP_NOUNS | DOCUMENT_NOUNS | CARRIER_NOUNS) - ROLE_NOUNS
_ANY_PERSON = frozenset({"person", "source", "official", "man", "woman", "individual", "insider", "witness"})
"""What one is called who was described and not named before."""
_UNNAMED = frozenset({"person", "source", "official", "insider", "informant"})
"""What one is called who was unnamed before, by whatever words."""


def find_known(scene: Scene, phrase: Phrase, bare: str, head: str) -> Speaker | None:
    """The last one named or heard that "the President" or "the agency" fits."""
    if bare.casefold() == "commander in chief":
        return find_role(scene, phrase, "president", "president")
    if head.startswith("ex-"):
        return find_known(scene, phrase, f"former {when_held(bare)}", head.removeprefix("ex-"))
    if " of " in bare:
        held_once = is_past(bare) and head in ROLE_NOUNS
        found = find_role(scene, phrase, bare, head)
        return found or (find_last_person(scene, phrase, bare, head) if held_once else None)
    described = find_described(scene, head, phrase.core.start)
    if described and _are_of_two_fields(bare, described.source.name or ""):
        described = None  # "the finance minister" behind the interior minister
    alike = described is not None and _is_alike(bare, described)
    if described and alike and (head in _POINTING_BACK or head in _ANY_PERSON):
        return described
    last = scene.last_heard(phrase.core.start)
    if described and alike and last and last.speaker.source.name == described.source.name:
        return described  # "a legal expert said", then "the expert"
    if head in _UNNAMED and bare.casefold() == head:
        return find_unnamed(scene, phrase.core.start)
    if head in _NATIONS and _A_NATION.fullmatch(bare):
        country = find_last_country(scene, phrase) or (find_kingdom(scene) if head == "kingdom" else None)
        if country:
            return country
    if head in MEDIA_NOUNS and (medium := find_known_body(scene, phrase, bare, head)):
        return medium  # "the broadcaster", which a person may be too
    if bare.casefold() == "regime":
        return find_known_body(scene, phrase, bare, head) or find_only_country_near(scene, phrase)
    if (head in PERSON_NOUNS and not names_force(bare)) or head in SECOND_NAMES or "-year-old" in bare:
        return find_role(scene, phrase, bare, head) or described or find_last_person(scene, phrase, bare, head)
    return find_known_body(scene, phrase, bare, head)


def _is_alike(bare: str, described: Speaker) -> bool:
    """Tell whether words may mean one who was described before: "the harbour board" is not the tide board."""
    if not all(word.casefold() in described.words for word in _telling_words(bare)):
        return False
    name = described.source.name or ""
    now, before = (_kinds_of(words) for words in (bare, name))
    if now and not before:
        return not any(word.isalpha() and word.islower() for word in name.partition(" of ")[0].split()[:-1])
    return not now or not now.isdisjoint(before)


def _are_of_two_fields(bare: str, name: str) -> bool:
    """Tell whether two offices are of two fields."""
    one, other = (
        {word.casefold() for word in words.partition(" of ")[0].split()[:-1] if is_field(word)}
        for words in (bare, name)
    )
    return bool(one and other) and one.isdisjoint(other)


def _kinds_of(bare: str) -> set[str]:
    """The nouns in small letters in front of a noun, which tell of what kind it is; adjectives only describe."""
    before = bare.partition(" of ")[0].split()[:-1]
    return {word for word in before if word.islower() and not _ONLY_DESCRIBES.search(word)}


def _telling_words(bare: str) -> list[str]:
    """Names and numbers in front of a noun, which tell one report or official from others."""
    return [word for word in bare.split()[:-1] if word[0].isupper() or any(sign.isdigit() for sign in word)]
