"""Sides that words name: those of two who are quoted as one, and the state that a side is of."""

import re

from sayso.records import Source, SourceKind
from sayso.sources.known.countries import STATE
from sayso.sources.known.gazetteer import find_body
from sayso.sources.offices.office_words import is_described_source
from sayso.sources.offices.officers import find_state_led
from sayso.sources.offices.state_words import countries_in, first_country_in, speaks_for_state

_ONE_OF_TWO = re.compile(r"\s+and\s+")


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
    sides = []
    for part in _ONE_OF_TWO.split(words):
        body, country = find_body(part), first_country_in(part)
        if body:
            sides.append(body.side)
        elif country and speaks_for_state(part):
            sides.append(country.state)
        elif state := find_state_led(part, day):
            sides.append(state)
        else:
            return ()
    return tuple(dict.fromkeys(sides))


def side_named(words: str) -> str | None:
    """The side of the state that words name: "the United States", "Kyiv"; None where they name none."""
    body = find_body(words)
    return body.side if body and body.name.startswith("Government of ") else None


def government_of(side: str) -> str:
    """The name of the government whose side it is; the side's own name where it is no state's."""
    body = find_body(side.removesuffix(STATE))
    return body.name if body else side
