"""Where a story was written, by its dateline: "LANSING, Mich. (AP) - ", of which a bare "Gov." and "police" are."""

import re
from functools import lru_cache
from typing import NamedTuple

from sayso.records import Span
from sayso.sources.known.countries import Country, Match, find_country, match_country
from sayso.text.names import lower_capitals
from sayso.text.on_air import opens_on_air
from sayso.text.word_tables import word_table

_DATELINE = re.compile(
    r"\s*(?P<place>[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){0,3})(?:, (?P<region>[^\n(]{2,30}?))?(?: ?\([^)\n]{2,30}\))? ?"
    r"(?:--|[-–—:.]) "
)
_US_STATES = dict(
    pair.split(":")
    for pair in word_table(
        "Ala:Alabama Ariz:Arizona Ark:Arkansas Calif:California Colo:Colorado Conn:Connecticut Del:Delaware "
        "Fla:Florida Ga:Georgia Ill:Illinois Ind:Indiana Kan:Kansas Ky:Kentucky La:Louisiana Md:Maryland "
        "Mass:Massachusetts Mich:Michigan Minn:Minnesota Miss:Mississippi Mo:Missouri Mont:Montana Neb:Nebraska "
        "Nev:Nevada Okla:Oklahoma Ore:Oregon Pa:Pennsylvania Tenn:Tennessee Vt:Vermont Va:Virginia Wash:Washington "
        "Wis:Wisconsin Wyo:Wyoming Alaska:Alaska Hawaii:Hawaii Idaho:Idaho Iowa:Iowa Maine:Maine Ohio:Ohio "
        "Tex:Texas Texas:Texas Utah:Utah"
    )
)
"""As datelines write them, without their full stops."""


_ALSO_GIVEN_NAMES = frozenset({"Georgia", "Virginia"})
_STATE_NAMES = frozenset(_US_STATES.values()) | {
    "New Hampshire", "New Jersey", "New Mexico", "New York", "North Carolina", "North Dakota", "Rhode Island",
    "South Carolina", "South Dakota", "West Virginia",
}  # fmt: skip


class Dateline(NamedTuple):
    """Where a story was written: the place as it is mostly written, the US state behind it, the country.

    `country` is that behind the place ("LAKHAPADA, India"), or that whose capital the place is.
    """

    place: str
    us_state: str | None
    capital_of: Country | None
    country: Country | None
    is_shouted: bool


@lru_cache(maxsize=16)
def find_dateline(text: str) -> Dateline | None:
    """The place that a text says it was written in; None where it starts otherwise."""
    found = _DATELINE.match(text)
    if found is None or opens_on_air(text):
        return None
    place, region = found["place"], (found["region"] or "").split(",")[0].strip().rstrip(".")
    state, capital_of = _US_STATES.get(region), country_of_capital(place)
    country = find_country(region) if region and not state else None
    return Dateline(lower_capitals(place), state, capital_of, country or capital_of, place.isupper())


def skip_dateline(text: str, span: Span) -> Span:
    """Words without the capital that a text says before them that it was written in: "Rabat - The Ministry"."""
    found, dateline = _DATELINE.match(text), find_dateline(text)
    opens = found is not None and dateline is not None and dateline.capital_of is not None
    return Span(found.end(), span.end) if opens and found and span.start < found.end() < span.end else span


def country_of_capital(place: str) -> Country | None:
    """The country whose capital a place is; words behind it may be others: "Jakarta Tuesday"."""
    for words in (place, place.split()[0]):
        match = match_country(words)
        if match and match.how is Match.CAPITAL:
            return match.country
    return None


def is_state_shortened(word: str) -> bool:
    """Tell whether a word is a US state as datelines shorten it, without its full stop: "Mich"."""
    return _US_STATES.get(word, word) != word


def is_us_state(name: str) -> bool:
    """Tell whether a name is that of one of the 50 states, none of which is a given name's as well."""
    return name in _STATE_NAMES and name not in _ALSO_GIVEN_NAMES


def may_be_us_state(name: str) -> bool:
    """Tell whether a name is that of one of the 50 states, be it a given name as well."""
    return name in _STATE_NAMES


def is_city(dateline: Dateline) -> bool:
    """Tell whether a dateline names a city that stands for no government."""
    return dateline.is_shouted and dateline.capital_of is None and find_country(dateline.place) is None
