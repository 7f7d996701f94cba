"""Whom "the Spaniard" means: the one person of the story who may be of that country, else one so described."""

import re
from collections.abc import Iterator

from sayso.records import Source, SourceKind
from sayso.sources.known.countries import Country, country_of_people
from sayso.sources.known.gazetteer import Match, find_country, find_outlet, match_country
from sayso.sources.meaning.naming import as_person, speaker_of
from sayso.sources.meaning.speakers import Scene, Speaker
from sayso.sources.names.mention_kinds import MentionKind
from sayso.sources.names.mentions import Mention
from sayso.sources.names.people import Member
from sayso.sources.names.phrases import Phrase
from sayso.sources.offices.state_words import countries_in

_ONE = re.compile(r"[Tt]he (?P<who>[A-Z][a-z]+?(?P<gender>woman|man)?)")
_GENDERS = {"man": "male", "woman": "female"}
_OWNS = re.compile(r"(?:['’]s?)? (?:[a-z-]+ )*")
_BEFORE_CHARS = 40
_PARTISANS = {"Democratic": "Democrats", "Republican": "Republicans", "GOP": "Republicans"}
_CLAIMS = re.compile(r" (?:claims?|allegations?|accusations?|assertions?|suggestions?|denials?|assurances?)\b")


def find_national(scene: Scene, phrase: Phrase) -> Speaker | None:
    """The person whom words for one of a people mean; None for other words, and for an outlet called so.

    One person who is told to be of that country is meant, else the only one of whom no other country is told.
    """
    one = _ONE.fullmatch(scene.text, *phrase.core)
    country = country_of_people(one["who"]) if one else None
    if one is None or country is None or find_outlet(one[0]):
        return None
    if (place := match_country(one["who"])) and place.how is Match.NAME:
        return None  # "the Vatican"
    persons = _persons(scene, _GENDERS.get(one["gender"]))
    told = {member: set(_countries_told(scene, member)) for member in persons}
    of_it = [member for member in persons if country in told[member]]
    fitting = of_it or [member for member in persons if not told[member]]
    if len(fitting) == 1:
        return as_person(speaker_of(fitting[0], 0.7, f'"{one[0]}": the only one whom it fits'))
    source = Source(one["who"], SourceKind.PERSON, named_in=(phrase.core,), reason="its own words", score=0.6)
    return Speaker(source, _GENDERS.get(one["gender"]), words=frozenset({one["who"].casefold()}))


def find_state_claiming(scene: Scene, phrase: Phrase) -> Speaker | None:
    """The government or party whose claims a story tells of by an adjective: "she rejected Russian claims"."""
    words = phrase.core.of(scene.text)
    if not _CLAIMS.match(scene.text, phrase.core.end):
        return None
    if partisans := _PARTISANS.get(words):
        return Speaker(Source(partisans, SourceKind.COLLECTIVE, named_in=(phrase.core,), score=0.8), plural=True)
    country = find_country(words)
    if country is None or words not in country.demonyms:
        return None
    name = f"Government of {country.name_in_text}"
    source = Source(name, SourceKind.ORGANISATION, named_in=(phrase.core,), reason="a state's claims", score=0.8)
    return Speaker(source, words=frozenset({"government"}))


def _persons(scene: Scene, gender: str | None) -> list[Member]:
    """The persons of a story who may have a gender, with those whose names only read as persons'."""
    personal = (MentionKind.PERSON, MentionKind.UNCLEAR)
    members = [member for member in scene.cast.members() if member.kind in personal]
    persons = [member for member in members if speaker_of(member).source.kind is SourceKind.PERSON]
    return [member for member in persons if gender is None or member.gender in (None, gender)]


def _countries_told(scene: Scene, member: Member) -> Iterator[Country]:
    """The countries that a story tells of a person: by a role, or right before the name ("Spain's Jane Doe")."""
    for role in member.roles:
        yield from countries_in(role)
    for mention, other in scene.cast.pairs:
        if other is member and (country := _country_before(scene, mention)):
            yield country


def _country_before(scene: Scene, mention: Mention) -> Country | None:
    near = scene.cast.between(max(0, mention.start - _BEFORE_CHARS), mention.start)
    if not near or _OWNS.fullmatch(scene.text, near[-1][0].span.end, mention.start) is None:
        return None
    return find_country(near[-1][1].name)
