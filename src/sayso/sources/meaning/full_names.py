"""Names in full: a person's without capitals throughout, a body's with the country where another's is called so."""

import re
from dataclasses import replace
from functools import lru_cache

from sayso.records import Source, SourceKind
from sayso.sources.known.bodies import find_namesakes
from sayso.sources.known.gazetteer import Country, find_body, find_country
from sayso.sources.lexicon import TITLES
from sayso.sources.offices.state_words import find_countries
from sayso.text.names import lower_capitals

_ACRONYM = re.compile(r"[A-Z]{2,6}")
_OF_MANY = frozenset(
    {
        "Border Patrol",
        "Department of Agriculture",
        "Department of Education",
        "Department of Energy",
        "Department of Justice",
        "DOJ",
        "DoJ",
        "EPA",
        "Environmental Protection Agency",
        "FDA",
        "Food and Drug Administration",
        "House of Representatives",
        "Investigative Committee",
        "National Security Council",
        "NIS",
        "National Intelligence Service",
        "NSC",
    }
)
"""What several countries call a body of theirs, though the tables have it as one country's."""
_NO_NOUN = r"(?:at|by|to|in|on|with|from|into|for|the|an?|and|or|but|that|which|who|was|were|is|are|has|had)\b"
"""What a body is not told to be in front of its acronym: "Peruvian men held by FBI" make it nobody else's."""
_THE_COMMISSION = re.compile(r"(?P<before>(?:.+ (?:for|of) )?)(?:the )?Commission")
_OF_EUROPE = re.compile(r"\b(?:EU|European Union|Brussels)\b")
_OTHER = re.compile(r"\b(?!The |European )[A-Z][\w-]+ Commission\b|\bCommission (?:of|for|on) ")
"""Another commission, which a story of the European Union may mean by "the Commission"."""


def with_full_name(source: Source, text: str, home: Country | None) -> Source:
    """A source with its name in full.

    Transcripts and headlines have persons in capitals. "Ukraine's military intelligence GRU" is not Russia's, as which
    the tables have it: a text that names another country with an acronym means that one's. So does a story of
    another country (`home`), which never names theirs, with "the Department of Justice".
    """
    if (bare := _THE_COMMISSION.fullmatch(source.name or "")) and _OF_EUROPE.search(text) and not _OTHER.search(text):
        return replace(source, name=f"{bare['before']}European Commission")
    if source.kind is SourceKind.PERSON and source.name:
        name = lower_capitals(source.name)
        return source if name == source.name else _without_title(replace(source, name=name))
    if source.kind is SourceKind.ORGANISATION and _ACRONYM.fullmatch(source.name or ""):
        source = _with_country_told(_as_namesake(source, text, home), text)
    if source.kind is SourceKind.ORGANISATION and source.name in _OF_MANY and home:
        body = find_body(source.name)
        named = {country.code for country in find_countries(text)}
        if body and body.country not in named | {home.code}:
            return replace(source, name=f"{source.name} of {home.name_in_text}")
    return source


def _as_namesake(source: Source, text: str, home: Country | None) -> Source:
    """A body under the full name of its namesake of no country, where a story names nothing of the other's country.

    "RSF" is Sudan's Rapid Support Forces in a story of Sudan, and Reporters Without Borders in one of other countries.
    """
    bodies = find_namesakes(source.name or "")
    named = {country.code for country in find_countries(text)} | ({home.code} if home else set())
    if not bodies or not named or bodies[0].country in named:
        return source
    other = next((body for body in bodies[1:] if body.country is None or body.country in named), None)
    return replace(source, name=other.name) if other else source


def _without_title(source: Source) -> Source:
    """Whom a transcript calls by a title in capitals, too: "AMBASSADOR JANE DOE"."""
    title, _, name = (source.name or "").partition(" ")
    if " " not in name or title.rstrip(".").casefold() not in TITLES:
        return source
    return replace(source, name=name, role=source.role or title)


def _with_country_told(source: Source, text: str) -> Source:
    body = find_body(source.name or "")
    if body is None or body.country is None:
        return source
    countries = [country for words in _owners(source.name or "", text) if (country := find_country(words))]
    if not countries or any(country.code == body.country for country in countries):
        return source
    return replace(source, name=f"{source.name} of {countries[0].name_in_text}")


@lru_cache(maxsize=64)
def _owners(name: str, text: str) -> tuple[str, ...]:
    """The names before which an acronym stands, with words for what it is in between."""
    what = rf"(?:(?!{_NO_NOUN})[a-z][a-z-]* ){{1,4}}"
    return tuple(re.findall(rf"([A-Z]\w+(?: [A-Z]\w+)?)(?:['’]s)? {what}\(?{name}\b", text))
