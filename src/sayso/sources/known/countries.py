"""Countries by their names, demonyms, peoples, capitals and seats of government."""

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache

from sayso.sources.tables import read_table
from sayso.text.names import letters_of
from sayso.text.spelling import look_up_key, plain_words

STATE = " (state)"
"""Ends the name of the side of a state, behind its country's."""
_ONE_OF_MEN = re.compile(r"(?:wo)?man$")
_ARTICLED_ENDINGS = ("Republic", "Islands", "Emirates", "Congo")
_ARTICLED = frozenset({"Netherlands", "Philippines", "Gambia", "Bahamas", "Maldives", "Seychelles", "Comoros"})


class Match(StrEnum):
    """By which of its names a country was found."""

    NAME = "name"
    DEMONYM = "demonym"
    CAPITAL = "capital"
    SEAT = "seat"
    PEOPLE = "people"


@dataclass(frozen=True, slots=True)
class Country:
    """A country.

    Attributes:
        code: ISO 3166-1 alpha-2 (XK for Kosovo).
        name: Its common English name.
        demonyms: Adjectives ("Ukrainian").
        capital: Its capital.
        seats: What stands for its government as its capital does ("Kremlin", "Downing Street").
    """

    code: str
    name: str
    demonyms: tuple[str, ...]
    capital: str
    seats: tuple[str, ...]

    def __str__(self) -> str:
        return self.name

    @property
    def name_in_text(self) -> str:
        """Its name as it stands after "of": "the United States"."""
        articled = self.name.startswith("United ") or self.name.endswith(_ARTICLED_ENDINGS) or self.name in _ARTICLED
        return f"the {self.name}" if articled else self.name

    @property
    def state(self) -> str:
        """The side that its officials speak for."""
        return f"{self.name}{STATE}"


@dataclass(frozen=True, slots=True)
class CountryMatch:
    """A country and by which of its names it was found."""

    country: Country
    how: Match


@lru_cache(maxsize=16384)
def match_country(words: str) -> CountryMatch | None:
    """The country that these words name, and how: "Kyiv" Ukraine by its capital, "Ukrainian" by its demonym.

    Names of up to three letters count only in capitals. A capital that is oftener something else (Victoria, Santiago)
    names no country.
    """
    return _index().get(look_up_key(words))


@lru_cache(maxsize=16384)
def find_country(words: str) -> Country | None:
    """The country that these words name, however; None where they name none."""
    match = match_country(words)
    return match.country if match else None


def country_of_people(one: str) -> Country | None:
    """The country one of whose people is so called: "Spaniard", "Brazilian", "Dutchwoman"; None for other words."""
    named = _ONE_OF_MEN.sub("men", one) if _ONE_OF_MEN.search(one) else f"{one}s"
    match = match_country(named)
    return match.country if match and match.how is Match.PEOPLE else None


def may_name_country(words: str) -> bool:
    """Tell whether the first word of some country's name is among these: else no part of them names a country."""
    return not _first_words().isdisjoint(letters_of(plain_words(words)).split())


def may_open_country(word: str) -> bool:
    """Tell whether some country's name may begin with a word, as with what is no word and looked through."""
    folded = letters_of(plain_words(word)).split()
    return not folded or folded[0] == "the" or folded[0] in _first_words()


def country_of(code: str) -> Country:
    """The country of an ISO code of the table.

    Raises:
        KeyError: The table has no such code.
    """
    return _by_code()[code]


@cache
def _by_code() -> dict[str, Country]:
    return {
        row["code"]: Country(row["code"], row["name"], tuple(row["demonyms"]), row["capital"], tuple(row["seats"]))
        for row in read_table("countries")
    }


@cache
def _index() -> dict[str, CountryMatch]:
    index: dict[str, CountryMatch] = {}
    rows = read_table("countries")
    for how, names_of in _NAMES.items():
        for row in rows:
            for name in names_of(row):
                index.setdefault(look_up_key(name), CountryMatch(country_of(row["code"]), how))
    return index


@cache
def _first_words() -> frozenset[str]:
    """The first words of all names of countries, folded."""
    return frozenset(letters_of(key).split()[0] for key in _index())


def _peoples(row: dict[str, list[str]]) -> list[str]:
    return row["peoples"] + [f"{demonym}s" for demonym in row["demonyms"] if demonym.endswith(("an", "i", "b", "k"))]


_NAMES = {
    Match.NAME: lambda row: [row["name"], *row["others"]],
    Match.DEMONYM: lambda row: row["demonyms"],
    Match.CAPITAL: lambda row: row["capitals"],
    Match.SEAT: lambda row: row["seats"],
    Match.PEOPLE: _peoples,
}
"""In this order, so that Luxembourg and Singapore are countries first."""
