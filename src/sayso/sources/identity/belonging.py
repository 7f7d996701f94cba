"""Which country and which body a source speaks for."""

from functools import lru_cache

from sayso.records import Source, SourceKind
from sayso.sources.known.bodies import find_body
from sayso.sources.known.countries import STATE, Country, find_country, may_name_country
from sayso.text.names import fold_name
from sayso.text.spelling import plain_words


def countries_of(source: Source) -> frozenset[str]:
    """ISO codes of the countries that a source speaks for, as its side, affiliation and role tell; often none."""
    for words in (source.side, source.affiliation, source.role):
        if not words or (words == source.name and source.kind is SourceKind.PERSON):
            continue
        plain = words.removesuffix(STATE)
        if code := _country_meant(plain):
            return frozenset({code})
    return frozenset()


@lru_cache(maxsize=1 << 14)
def _country_meant(words: str) -> str | None:
    """The country of "Ukraine", "Ministry of Defence of Ukraine", "Ukraine's president" or "Pentagon spokesman"."""
    body = find_body(words)
    if body and body.country:
        return body.country
    if country := country_in(words):
        return country.code
    first_words = (words.rsplit(" ", cut)[0] for cut in range(1, words.count(" ") + 1))
    named = (find_body(part) for part in first_words)
    return next((body.country for body in named if body and body.country), None)


def country_in(words: str) -> Country | None:
    """The first country named in a phrase: "President of Ukraine", "Ukraine's president"."""
    parts = plain_words(words).split() if may_name_country(words) else []
    for start in range(len(parts)):
        for end in range(min(len(parts), start + 4), start, -1):
            if country := find_country(" ".join(parts[start:end])):
                return country
    return None


def belonging(source: Source) -> str:
    """The folded body that a source belongs to or speaks for; empty where nothing but its own name is known."""
    for words in (source.affiliation, source.side):
        if words and words != source.name:
            body = find_body(words.removesuffix(STATE))
            return fold_name(body.name if body else plain_words(words.removesuffix(STATE)))
    return ""
