"""What is known by name offline: countries, given names, outlets, bodies and leaders."""

from functools import lru_cache

from sayso.sources.known.bodies import Body, find_body
from sayso.sources.known.countries import Country, CountryMatch, Match, country_of, find_country, match_country
from sayso.sources.known.given_names import gender_of
from sayso.sources.known.leaders import Leader, Office, find_leader_named, find_leaders, find_leaders_by_surname
from sayso.text.outlets import Outlet, OutletKind, find_outlet

__all__ = [
    "Body",
    "Country",
    "CountryMatch",
    "Leader",
    "Match",
    "Office",
    "Outlet",
    "OutletKind",
    "country_of",
    "find_body",
    "find_country",
    "find_leader_named",
    "find_leaders",
    "find_leaders_by_surname",
    "find_outlet",
    "gender_of",
    "is_known",
    "match_country",
]


@lru_cache(maxsize=1 << 12)
def is_known(name: str) -> bool:
    """Tell whether a table has a name, or its first word as a given name."""
    if gender_of(name.split()[0]) is not None or find_country(name) or find_body(name):
        return True
    return bool(find_outlet(name) or find_leaders_by_surname(name))
