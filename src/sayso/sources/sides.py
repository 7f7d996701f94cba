"""The affiliation of a source, and the side that it speaks for."""

import re
from dataclasses import replace

from sayso.records import Source, SourceKind
from sayso.sources.gazetteer import Country, country_of, find_body, find_country, find_leader_named

_STATE_WORDS = re.compile(
    r"\b(?:government|ministry|minister|president|chancellor|premier|ambassador|envoy|army|navy|military|air force|"
    r"armed forces|police|intelligence|foreign secretary|secretary of (?:state|defen[cs]e)|"
    r"embassy|kremlin|white house|parliament|state department|pentagon|prosecutor general|head of state|governor|"
    r"officials?|authorities|admiral|general|national security|security council|crown prince|king|queen|"
    r"supreme leader)\b",
    re.IGNORECASE,
)
_NO_STATE = re.compile(
    r"\b(?:former|ex-|company|corporation|club|union|university|vice president of|association)\b", re.IGNORECASE
)
_FORMER = re.compile(r"\b(?:former|ex-|late|retired)", re.IGNORECASE)
_OF_BODY = re.compile(r"\b(?:of|for|at|from|with) (?:the )?([A-Z][^,;]*)")
_CAPITALISED = re.compile(r"[A-Z][\w.]*(?: [A-Z][\w.]*)?")


def give_side(source: Source, day: str | None) -> Source:
    """Fill in affiliation and side by what the source is, what its role says and who led a country on that day."""
    affiliation = source.affiliation or _affiliation(source)
    return replace(source, affiliation=affiliation, side=_side(source, affiliation, day))


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
        if country and _STATE_WORDS.search(words):
            return f"Government of {country.name_in_text}"
    return None


def _side(source: Source, affiliation: str | None, day: str | None) -> str | None:
    if source.kind is SourceKind.ANONYMOUS:
        words = source.name or "no source given"
        return f"{words}, as met by {source.met_by}" if source.met_by else words
    if source.kind is SourceKind.PERSON and not _is_described(source):
        words = source.role or ""
        if not _NO_STATE.search(words) and (leaders := find_leader_named(source.name or "", day)):
            return country_of(leaders[-1].country).state
    else:
        words = source.name or ""
        if source.kind is SourceKind.COLLECTIVE and not _is_described(source) and " and " in words:
            return words
        if source.kind is SourceKind.ORGANISATION and (body := find_body(words)):
            return body.side
    country = _country_in(words)
    if country and _STATE_WORDS.search(words) and not _NO_STATE.search(words):
        return country.state
    if affiliation and (body := find_body(affiliation)):
        return body.side if _STATE_WORDS.search(words) or source.role else affiliation
    return affiliation or source.name


def _country_in(words: str) -> Country | None:
    for found in _CAPITALISED.finditer(words):
        for part in (found.group(), *found.group().split()):
            if country := find_country(part):
                return country
    return None


def _is_described(source: Source) -> bool:
    """Tell whether a source's name is a description: "spokesperson for Interpol"."""
    return source.name is not None and source.name[:1].islower()
