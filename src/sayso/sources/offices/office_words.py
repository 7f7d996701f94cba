"""What words tell of a source's office: whether they name one, whose it is, and whether that is a state's."""

import re

from sayso.records import Source, SourceKind
from sayso.sources.known.countries import STATE, find_country
from sayso.sources.offices.national_offices import is_national
from sayso.sources.offices.state_words import countries_in, is_outsider

PAST = r"\b(?:former(?:ly)?|previous|ex|one-?time|erstwhile|retired|late)\b"
"""What stands before an office that is held no longer; "outgoing" is said of one who still holds it."""
SPEAKS_FOR_NONE = (
    r"(?-i:\b(?:during|under) (?:the |(?:former )?[Pp]resident )?[A-Z])|"
    r"\bMEPs?\b|\bEuropean Parliament (?:member|lawmaker|deputy)|\bmember of the European Parliament\b"
)
"""An office of another's time, "an adviser on trade during the Doe administration", and a seat among many."""
NO_LONGER = re.compile(PAST, re.IGNORECASE)
HOLDS_NO_OFFICE = re.compile(
    rf"{PAST}|who (?:served|was|had)\b|{SPEAKS_FOR_NONE}|\b(?:nominee|candidate|contender|hopeful)s?\b|"
    r"\b(?:company|corporation|club|union|university|vice president of|association)\b",
    re.IGNORECASE,
)
"""What no state's office has before or behind it: "former", "candidate", "company president"."""


def is_past(words: str) -> bool:
    """Tell whether words are for an office that is held no longer: "former minister", "late president"."""
    return NO_LONGER.match(words) is not None


def when_held(words: str) -> str:
    """Words for an office as they were while it was held: "minister" of "former minister"."""
    return NO_LONGER.sub("", words, count=1).strip(" -")


def words_for(source: Source) -> str:
    """What a story calls a source: the role of one who is named, else the name."""
    named = source.kind is SourceKind.PERSON and not is_described_source(source)
    return (source.role if named else source.name) or ""


def is_described_source(source: Source) -> bool:
    """Tell whether a source's name is a description: "spokesperson for Interpol", "US secretary"."""
    if not source.name:
        return False
    role = source.role if source.kind is SourceKind.PERSON else None
    return source.name[:1].islower() or (role is not None and f" {role} ".casefold() in f"{source.name} ".casefold())


def may_speak_for(words: str, state: str) -> bool:
    """Tell whether words without a country name an office that a state has once.

    Args:
        words: What a story calls a source: "prosecutors", "Transport Minister".
        state: The side of a state; another side where no story tells which state it is.
    """
    if HOLDS_NO_OFFICE.search(words) or is_outsider(words) or countries_in(words):
        return False
    country = find_country(state.removesuffix(STATE))
    return is_national(words, country.code if country else "")


def names_its_state(source: Source) -> bool:
    """Tell whether the words for a source name the state whose side it is on, as "the Greek minister" does."""
    words = " ".join(filter(None, (source.role, source.affiliation, source.name)))
    return source.side in {country.state for country in countries_in(words)}
