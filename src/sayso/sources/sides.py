"""The affiliation of a source, and the side that it speaks for."""

import re
from dataclasses import replace

from sayso.records import Source, SourceKind, Story
from sayso.sources.gazetteer import Body, Country, country_of, find_body, find_country, find_leader_named
from sayso.sources.officials import Official, find_official
from sayso.sources.told_sides import find_body_beside, find_party, told_role
from sayso.text.word_tables import word_table

_STATE_WORDS = re.compile(
    r"\b(?:government|ministry|minister|president|chancellor|premier|ambassador|envoy|army|navy|military|air force|"
    r"armed forces|police|intelligence|foreign secretary|secretary of (?:state|defen[cs]e)|"
    r"embassy|kremlin|white house|parliament|state department|pentagon|prosecutor general|head of state|governor|"
    r"official|authorities|admiral|general|national security|security council|crown prince|king|queen|"
    r"supreme leader)s?\b",
    re.IGNORECASE,
)
_NO_STATE = re.compile(
    r"\b(?:former|company|corporation|club|union|university|vice president of|association)\b|\bex-",
    re.IGNORECASE,
)
_AGAINST_STATE = re.compile(r"\b(?:opposition|(?:rebel|dissident|separatist|insurgent|militant)s?)\b", re.IGNORECASE)
_OUTSIDERS = word_table(
    "blogger expert analyst activist resident rebel journalist reporter correspondent critic opponent protester "
    "protestor demonstrator separatist insurgent militant dissident exile veteran historian scholar academic professor "
    "commentator observer watcher columnist author economist witness witnesse eyewitness eyewitnesse relative familie "
    "family lawyer defector prisoner detainee refugee citizen civilian hacker channel newspaper website broadcaster "
    "enthusiast contractor buff media press television tv people opposition"
)
"""Nouns, without the s of the plural, for people and media who speak for themselves, whatever they write about."""
_AFTER_HEAD = re.compile(r",|\s+(?:of|for|at|in|on|from|with|who|that|which|to|by|about|against|close|near|inside)\b")
_FORMER = re.compile(r"\b(?:former|ex-|late|retired)", re.IGNORECASE)
_OF_BODY = re.compile(r"\b(?:of|for|at|from|with) (?:the )?([A-Z][^,;]*)")
_ONE_OF_TWO = re.compile(r"\s+and\s+")
_CAPITALISED = re.compile(r"[A-Z][\w.]*(?: [A-Z][\w.]*)?(?!-(?:aligned|allied|backed|led|sponsored|funded)\b)\b")


def give_side(source: Source, story: Story) -> Source:
    """Fill in affiliation and side, by what the source is, what the story says of it and who was in office that day.

    A role is filled in only from the table of officials, where the story gives none.
    """
    day = story.published[:10] if story.published else None
    affiliation = source.affiliation or _affiliation(source)
    if side := _told_side(source, affiliation, story, day):
        return replace(source, affiliation=affiliation, side=side)
    if official := _official(source, affiliation, story):
        role = source.role or official.title
        return replace(source, role=role, affiliation=affiliation or official.affiliation, side=official.side)
    return replace(source, affiliation=affiliation, side=affiliation or source.name)


def _affiliation(source: Source) -> str | None:
    """The body that a person's role names: of "spokesman for the Ministry of Defence" that ministry."""
    if source.kind is not SourceKind.PERSON:
        return None
    if _FORMER.search(source.role or ""):
        return None
    for words in filter(None, (source.role, source.name if _is_described(source) else None)):
        if found := _OF_BODY.search(words):
            body = find_body(found[1])
            return body.name if body else found[1].strip()
        country = _country_in(words)
        if country and speaks_for_state(words):
            return f"Government of {country.name_in_text}"
    return None


def _told_side(source: Source, affiliation: str | None, story: Story, day: str | None) -> str | None:
    """The side that the story tells, by its words for the source; None where these tell none."""
    if source.kind is SourceKind.ANONYMOUS:
        words = source.name or "no source given"
        return f"{words}, as met by {source.met_by}" if source.met_by else words
    if source.kind is SourceKind.PERSON and not _is_described(source):
        words = source.role or ""
        if not _NO_STATE.search(words) and (leaders := find_leader_named(source.name or "", day)):
            return country_of(leaders[-1].country).state
        if party := find_party(source, story.text):
            return party
    else:
        words = source.name or ""
        if source.kind is SourceKind.COLLECTIVE and not _is_described(source) and " and " in words:
            sides = _sides_of_parts(words)
            return sides[0] if len(sides) == 1 else words
        if source.kind is SourceKind.ORGANISATION and (body := find_body(words) or find_body_beside(words, story.text)):
            return body.side
    country = _country_in(words)
    if country and speaks_for_state(words) and not _NO_STATE.search(words):
        return country.state
    if not _NO_STATE.search(words) and not _is_outsider(words) and (body := _body_in(words)):
        return body.side
    if affiliation and (body := find_body(affiliation) or find_body_beside(affiliation, story.text)):
        return body.side if _STATE_WORDS.search(words) or source.role else affiliation
    return None


def _official(source: Source, affiliation: str | None, story: Story) -> Official | None:
    """The official whom a person's name means, unless the story gives a role, a country or a body that is another's."""
    if source.kind is not SourceKind.PERSON or not source.name or _is_described(source):
        return None
    role = source.role or ""
    if _NO_STATE.search(told_role(source, story.text)) or not (official := find_official(source.name, story.published)):
        return None
    countries = {country.code for country in countries_in(told_role(source, story.text))}
    if official.country and countries - {official.country}:
        return None
    if _is_outsider(role) or not (official.country in countries or official.fits_role(_without_countries(role))):
        return None
    return official if not affiliation or _is_body_of(affiliation, official) else None


def _without_countries(role: str) -> str:
    return " ".join(word for word in role.split() if not find_country(word))


def _is_body_of(affiliation: str, official: Official) -> bool:
    """Tell whether a body that is named without its country is one that this official's country has."""
    if official.country is None:
        return False
    return find_body(f"{affiliation} of {country_of(official.country).name_in_text}") is not None


def speaks_for_state(words: str) -> bool:
    """Tell whether words that name a country name its state: "Russian generals" do, "Russian military bloggers" not."""
    return bool(_STATE_WORDS.search(words)) and not _AGAINST_STATE.search(words) and not _is_outsider(words)


def _is_outsider(words: str) -> bool:
    """Tell whether the noun that words are built on is one for people who speak for themselves."""
    phrase = _AFTER_HEAD.split(words, maxsplit=1)[0].split()
    head = phrase[-1].casefold() if phrase else ""
    return head in _OUTSIDERS or head.removesuffix("s") in _OUTSIDERS


def _country_in(words: str) -> Country | None:
    return next(iter(countries_in(words)), None)


def countries_in(words: str) -> tuple[Country, ...]:
    """The countries that words name, in their order: "Ukrainian and South Korean officials" names two."""
    found: dict[Country, None] = {}
    for run in _CAPITALISED.finditer(words):
        for part in (run.group(), *run.group().split()):
            if country := find_country(part):
                found[country] = None
                break
    return tuple(found)


def _body_in(words: str) -> Body | None:
    """The body in the words of a role: the Pentagon in "Pentagon spokesman"."""
    for found in _CAPITALISED.finditer(words):
        if body := find_body(found.group()):
            return body
    return None


def sides_of(source: Source) -> tuple[str, ...]:
    """Every side that a source speaks for: two where two governments or bodies are quoted as one.

    Empty where the story gives no source.
    """
    if source.kind is SourceKind.COLLECTIVE and source.name:
        named = " and " in source.name and not _is_described(source)
        if named and (sides := _sides_of_parts(source.name)):
            return sides
        countries = countries_in(source.name)
        if len(countries) > 1 and speaks_for_state(source.name):
            return tuple(dict.fromkeys(country.state for country in countries))
    return (source.side,) if source.name and source.side else ()


def _sides_of_parts(words: str) -> tuple[str, ...]:
    """The sides of "the Pentagon and senior US officials"; none where one part is nobody's."""
    sides = []
    for part in _ONE_OF_TWO.split(words):
        body, country = find_body(part), _country_in(part)
        if body:
            sides.append(body.side)
        elif country and speaks_for_state(part):
            sides.append(country.state)
        else:
            return ()
    return tuple(dict.fromkeys(sides))


def side_named(words: str) -> str | None:
    """The side of the state that words name: "the United States", "Kyiv"; None where they name none."""
    body = find_body(words)
    return body.side if body and body.name.startswith("Government of ") else None


def government_of(side: str) -> str:
    """The name of the government whose side it is; the side's own name where it is no state's."""
    body = find_body(side.removesuffix(" (state)"))
    return body.name if body else side


def _is_described(source: Source) -> bool:
    """Tell whether a source's name is a description: "spokesperson for Interpol"."""
    return source.name is not None and source.name[:1].islower()
