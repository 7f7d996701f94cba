"""Sides that words name: those of two who are quoted as one, and the state that a side is of."""

import re
from collections.abc import Sequence

from sayso.records import Source, SourceKind
from sayso.sources.known.countries import STATE
from sayso.sources.known.gazetteer import find_body
from sayso.sources.offices.office_words import is_described_source, may_speak_for
from sayso.sources.offices.officers import find_state_led
from sayso.sources.offices.state_words import countries_in, first_country_in, speaks_for_state
from sayso.sources.sides.parties import find_partys_side

_ONE_OF_TWO = re.compile(r"\s+and\s+")
_AND_OTHERS = re.compile(r"\s+and\s+(?:\w+\s+)?others?\b.*")
"""Who is only like the one who is named: "Jane Doe and other Republicans"."""
_OF_COMMITTEE = re.compile(
    r"\b(?:Democrat|Republican)\w* (?:on|of) the (?P<committee>.*\b(?:[Cc]ommittee|[Pp]anel|[Cc]ommission))$"
)
"""Members of both parties of a committee, who speak for it: "Republicans and Democrats on the Senate panel"."""
_FEW_OF_PARTY = re.compile(
    r"\A(?:(?:at least )?(?:an?|one|two|three|few) )?(?P<party>Democrat|Republican)(?:ic)?s?(?: alike)?\Z"
)
"""How a party's members are told beside another's: "Democrats and at least one Republican"."""


def sides_of(source: Source) -> tuple[str, ...]:
    """Every side that a source speaks for: two where two governments or bodies are quoted as one.

    Empty where the story gives no source.
    """
    if source.kind is SourceKind.COLLECTIVE and source.name:
        named = " and " in source.name and not is_described_source(source)
        if named and (sides := sides_of_parts(source.name)):
            return sides
        countries = countries_in(source.name)
        if len(countries) > 1 and speaks_for_state(source.name):
            return tuple(dict.fromkeys(country.state for country in countries))
    return (source.side,) if source.name and source.side else ()


def sides_of_parts(words: str, day: str | None = None) -> tuple[str, ...]:
    """The sides of "the Pentagon and senior US officials"; none where one part is nobody's."""
    if both := _OF_COMMITTEE.search(words):
        body = find_body(both["committee"])
        return (body.side if body else both["committee"],)
    parts = _ONE_OF_TWO.split(_AND_OTHERS.sub("", words))
    return join_sides(parts, [_side_of_part(part, day) for part in parts])


def join_sides(parts: Sequence[str], sides: Sequence[str | None]) -> tuple[str, ...]:
    """The sides of those named together; none where one of them is nobody's.

    Who is told without a country is of the only state that the others are of: "the Pentagon and administration
    officials".
    """
    known = tuple(dict.fromkeys(filter(None, sides)))
    unknown = [part for part, side in zip(parts, sides, strict=True) if side is None]
    if unknown and not (len(known) == 1 and all(may_speak_for(part, known[0]) for part in unknown)):
        return ()
    return known


def _side_of_part(part: str, day: str | None) -> str | None:
    body, country = find_body(part), first_country_in(part)
    if body:
        return body.side
    if country and speaks_for_state(part):
        return country.state
    return find_state_led(part, day) or find_partys_side(_FEW_OF_PARTY.sub(r"\g<party>s", part))


def side_named(words: str) -> str | None:
    """The side of the state that words name: "the United States", "Kyiv"; None where they name none."""
    body = find_body(words)
    return body.side if body and body.name.startswith("Government of ") else None


def government_of(side: str) -> str:
    """The name of the government whose side it is; the side's own name where it is no state's."""
    body = find_body(side.removesuffix(STATE))
    return body.name if body else side
