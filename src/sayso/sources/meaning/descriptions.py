"""Whom a description means: "the President", "his associates", "a statement by the company"."""

import re
from collections import Counter

from sayso.records import Source, SourceKind
from sayso.sources.known.gazetteer import Country, find_country
from sayso.sources.lexicon import CARRIER_NOUNS, POSSESSIVE_DETERMINERS, ROLE_NOUNS
from sayso.sources.meaning.carriers import find_going_round, find_maker
from sayso.sources.meaning.elsewhere import find_elsewhere
from sayso.sources.meaning.introduced import find_introduced, find_introduced_body
from sayso.sources.meaning.known_before import find_known
from sayso.sources.meaning.naming import drop_article, government_named, speaker_of, starts_definite
from sayso.sources.meaning.of_two import find_of_two
from sayso.sources.meaning.offices import find_leader
from sayso.sources.meaning.own_words import describe_in_own_words
from sayso.sources.meaning.owned_roles import find_owned_role
from sayso.sources.meaning.speakers import Scene, Speaker
from sayso.sources.names.datelines import find_dateline
from sayso.sources.names.kinds import names_force
from sayso.sources.names.phrases import Phrase
from sayso.sources.offices.home import find_country_opening, home_of

_GOVERNMENTS = frozenset({"government", "federal government", "national government", "central government", "regime"})
_SHERIFFS = re.compile(r"\bSheriff['’]s\b")
_LOCAL_POLICE = re.compile(r"(?:[A-Z][\w.]+ )+police\b(?! (?:chief|officer|department|spokes))")
_OF_SO_MANY = re.compile(r"(?:mother|father|mum|mom|dad) of (?:two|three|four|five|six|seven|eight|nine|ten)")
"""What news calls one already named, so as not to repeat the name."""
_TIMES_NAMED_MORE = 2


def resolve_description(scene: Scene, phrase: Phrase) -> Speaker:
    """Whom a description means: one named or described before that it fits, else its own words in full."""
    words = phrase.core.of(scene.text)
    head = phrase.head.casefold()
    if government := government_named(words):
        return Speaker(
            Source(government, SourceKind.ORGANISATION, named_in=(phrase.core,), reason="the government of a country"),
            words=frozenset({"government"}),
        )
    if one_of_two := find_of_two(scene, phrase):
        return one_of_two
    bare = drop_article(words)
    bare_plural = head.endswith("s") and not starts_definite(words)
    if head in CARRIER_NOUNS and not bare_plural:
        going_round = find_going_round(scene, phrase, head) if starts_definite(words) else None
        if maker := going_round or find_maker(scene, phrase, bare):
            return maker
    if bare.casefold() in _GOVERNMENTS and starts_definite(words) and (only := _only_government(scene, phrase)):
        return only
    if head == "police" and bare.casefold() == head and (force := _only_police(scene)):
        return force
    if holder := find_owned_role(scene, words, head):
        return holder
    definite = (
        starts_definite(words) or scene.text[max(0, phrase.core.start - 4) : phrase.core.start].casefold() == "the "
    )
    if definite and (leader := find_leader(scene, phrase, bare)):
        return leader
    if found := find_elsewhere(scene, phrase, bare, head, definite):
        return found
    of_so_many = _OF_SO_MANY.fullmatch(bare) is not None
    plain = " of " not in words or of_so_many or (" of " in bare and bare.islower() and head in ROLE_NOUNS)
    if definite and words.split()[0].casefold() not in POSSESSIVE_DETERMINERS and plain:
        found = find_known(scene, phrase, head if of_so_many else bare, head)
        if found:
            return found
    introduced = None if names_force(bare) else find_introduced(scene, phrase, head)
    return introduced or find_introduced_body(scene, phrase, head) or describe_in_own_words(scene, phrase, head)


def _only_government(scene: Scene, phrase: Phrase) -> Speaker | None:
    """The government of the country that its sentence opens with, or that the story is about.

    That is the one in whose capital it was written, or that it names far more than others.
    """
    if opening := find_country_opening(scene.cast, phrase.core.start):
        return _government_of(opening, "of the country with which its sentence opens")
    written = find_dateline(scene.text)
    if written and written.country and written.country == home_of(scene.story):
        return _government_of(written.country, "of the country in which the story was written")
    named = Counter(country for member in scene.cast.named if (country := find_country(member.name)))
    (most, count), (_, second) = [*named.most_common(2), (None, 0), (None, 0)][:2]
    if most is None or count < _TIMES_NAMED_MORE * second + 1:
        return None
    return _government_of(most, "of the one country named most")


def _government_of(country: Country, reason: str) -> Speaker:
    source = Source(f"Government of {country.name_in_text}", SourceKind.ORGANISATION, reason=reason, score=0.7)
    return Speaker(source, words=frozenset({"government"}))


def _only_police(scene: Scene) -> Speaker | None:
    """The one police force that the story names, if it names but one and no sheriff: "Porto Police", "Porto police"."""
    named = {member for member in scene.cast.named if "Police" in member.name.split()[1:]}
    if len(named) == 1:
        return speaker_of(named.pop(), 0.7, "the one police force that is named")
    local = {found[0] for found in _LOCAL_POLICE.finditer(scene.text)}
    if named or len(local) != 1 or _SHERIFFS.search(scene.text):
        return None
    source = Source(local.pop(), SourceKind.ORGANISATION, reason="the one police force that is named", score=0.7)
    return Speaker(source, words=frozenset({"police"}))
