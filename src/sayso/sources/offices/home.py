"""The country that a story is of, for offices of a state that it tells without one: "the Interior Ministry"."""

import re
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache

from sayso.records import Source, Story
from sayso.sources.known.gazetteer import Country, country_of, find_country
from sayso.sources.names.datelines import country_of_capital, find_dateline, is_city
from sayso.sources.names.people import Cast
from sayso.sources.offices.local_offices import Level, find_place_beside, find_place_led, level_of
from sayso.sources.offices.national_offices import is_national, is_union
from sayso.sources.offices.state_words import find_countries, first_country_in
from sayso.text.outlets import OutletKind, find_outlet

_TIMES_MORE = 3
"""The home of a story is named so many times as often as any other country."""
_FEWEST_BESIDE_OUTLET = 3
"""So often a story of another country's outlet or agency names its home, where that is not its own."""
_TIMES_LESS = 4
"""An outlet's own country is the home of its story unless another is named so many times as often."""
_MANY_ARE_CALLED = re.compile(r"The [A-Z][a-z]+")
"""Outlets of several countries have the same such name, "The Herald": alone it tells none."""
_OF_THE_WORLD = frozenset({"AFP", "AP", "Bloomberg", "dpa", "EFE", "Reuters", "UPI"})
"""Agencies that name the country of whatever they tell."""
_LEAD_CHARS = 250
_NEAR_CHARS = 400
_OFFICERS = re.compile(
    r"\b(?P<country>(?:U\.[KS]\.|[A-Z]\w*(?: [A-Z]\w*)?))(?:['’]s?)? (?:[a-z]+ ){0,2}"
    r"(?i:minist(?:er|ers|ry)|government|navy|army|police|coast ?guard|prosecutors?|investigators|"
    r"authorities|officials|military|president|premier|chancellor)\b"
)
_WHERE = re.compile(r"\b(?:[Ii]n|[Ff]rom|[Ii]nside) (?P<place>[A-Z][\w.-]+(?: [A-Z][\w.-]+)?)")
"""Where a sentence is set: "In Jakarta, Trade Minister Jane Doe said"."""
_OPENS_IN = re.compile(r"(?:Meanwhile,? )?(?:[Ii]n|[Ff]rom) (?P<place>[A-Z][\w.-]+(?: [A-Z][\w.-]+)?), (?:the )?")
"""All that stands before an office which is of that country: "In Finland, the government said"."""


def find_side_at_home(told: Iterable[str | None], story: Story, source: Source, cast: Cast) -> str | None:
    """The state, city or member of a union whose office words name, where they or the story tell which it is.

    Args:
        told: What a source is called or is, and to what it belongs: "Prime Minister", "Ohio Gov.", "coast guard".
        story: The story that has them.
        source: Who is called so, for the sentence that names them.
        cast: Who stands in the story.
    """
    home = home_of(story)
    undivided = home.state if home and not is_union(home.code) else None
    here = _place_of_sentence(source, cast) or home
    near = _sentences_before(source, cast)
    for words in filter(None, (*told, source.name)):
        if place := find_place_led(words, undivided):
            return place
        if is_national(words, here.code if here else "") and (of := _country_told_with(words, source, cast) or here):
            return of.state
        if place := find_place_beside(words, near, undivided) or find_place_beside(words, story.text, undivided):
            return place
        if not undivided and (place := _place_of_dateline(words, story)):
            return place
    return None


def _sentences_before(source: Source, cast: Cast) -> str:
    """What a story tells right before a source: the sentence before, and its own up to there."""
    if not source.named_in:
        return ""
    start = source.named_in[0].start
    number = cast.sentences.number_at(start)
    return cast.text[cast.sentences.starts[max(0, number - 1)] : start]


def _country_told_with(office: str, source: Source, cast: Cast) -> Country | None:
    """The country with which a story tells the same office, and nobody's name, in what a source is called or before."""
    if not source.named_in:
        return None
    start, end = source.named_in[0]
    told = re.compile(rf"([A-Z]\w+(?: [A-Z]\w+)?)(?:['’]s?)? (?i:{re.escape(office)})\b(?! [A-Z])")
    found = (find_country(owner) for owner in told.findall(cast.text, max(0, start - _NEAR_CHARS), end))
    return next(filter(None, reversed(list(found))), None)


def find_country_opening(cast: Cast, start: int) -> Country | None:
    """The country with which a sentence opens right before a place in it: "In Finland, the government said"."""
    opening = _OPENS_IN.fullmatch(cast.text, cast.sentences.start_at(start), start)
    return find_country(opening["place"]) if opening else None


def _place_of_sentence(source: Source, cast: Cast) -> Country | None:
    """The country in whose capital the sentence that names a source is set: "In Jakarta, the trade minister said"."""
    if not source.named_in:
        return None
    start = source.named_in[0].start
    if opening := find_country_opening(cast, start):
        return opening
    here = cast.sentences.start_at(start)
    found = [where["place"] for where in _WHERE.finditer(cast.text, here, start)]
    countries = {country for place in found if (country := country_of_capital(place))}
    return countries.pop() if len(countries) == 1 else None


def _place_of_dateline(words: str, story: Story) -> str | None:
    """The city, or US state, in which a story was written that tells its mayor, police or governor without a place."""
    dateline, level = find_dateline(story.text), level_of(words)
    if dateline is None or not is_city(dateline):
        return None
    return {Level.CITY: dateline.place, Level.MEMBER: dateline.us_state}.get(level) if level else None


@lru_cache(maxsize=16)
def home_of(story: Story) -> Country | None:
    """The one country that a story is of: that of its dateline, the one it names most, else that of its outlet."""
    text = f"{story.title or ''}\n{story.text}"
    often = Counter(country.code for country in find_countries(text))
    outlet = _country_of_outlet(story.outlet)
    if not often:
        return country_of(outlet) if outlet and not _MANY_ARE_CALLED.fullmatch(story.outlet or "") else None
    dateline = find_dateline(story.text)
    written_in = dateline.country if dateline else None
    (home, most), *others = often.most_common(2)
    if written_in and 2 * often[written_in.code] > most:
        return written_in
    if outlet and most < _TIMES_LESS * often[outlet]:
        return country_of(outlet)
    in_lead = {country.code for country in find_countries(text[:_LEAD_CHARS])}
    if any(most < _TIMES_MORE * other for _, other in others):
        officers = _countries_of_officers(text)
        one = next(iter(officers)) if len(officers) == 1 else None
        return country_of(one) if one and often[one] == most and (one in in_lead or not in_lead) else None
    own = outlet or _country_of_agency(story.outlet)
    if own and own != home and most < _FEWEST_BESIDE_OUTLET:
        return None
    return country_of(home) if most > 1 or home in in_lead else None


def _countries_of_officers(text: str) -> frozenset[str]:
    """The countries whose offices and forces a text names beside them: "the Greek coast guard"."""
    return frozenset(
        country.code for found in _OFFICERS.finditer(text) if (country := first_country_in(found["country"]))
    )


def _country_of_outlet(name: str | None) -> str | None:
    """The country of an outlet, by the table or by its name ("The Jakarta Ledger"); agencies write on every one."""
    known = find_outlet(name) if name else None
    if known:
        return None if known.kind is OutletKind.AGENCY else known.country
    country = first_country_in(name or "")
    return country.code if country else None


def _country_of_agency(name: str | None) -> str | None:
    """The country of a news agency that tells its own country's news without naming it."""
    known = find_outlet(name) if name else None
    of_one = known is not None and known.kind is OutletKind.AGENCY and known.name not in _OF_THE_WORLD
    return known.country if known and of_one else None
