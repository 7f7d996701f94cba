"""Who "the lawmaker" or "the former mayor" is whom nothing called so before: the likeliest person spoken of."""

import re

from sayso.records import SourceKind
from sayso.sources.lexicon import COURTESY_TITLES, MALE_PRONOUNS, ON_AIR, ROLE_NOUNS, SECOND_NAMES
from sayso.sources.meaning.antecedents import REACH_CHARS
from sayso.sources.meaning.naming import speaker_of
from sayso.sources.meaning.offices import ON_COMMITTEE, QUALIFIERS, is_told, likeliest, telling_places, terms_of
from sayso.sources.meaning.speakers import Scene, Speaker
from sayso.sources.names.lawmakers import PARTISANS, is_partisan
from sayso.sources.names.mention_kinds import MentionKind
from sayso.sources.names.people import Member
from sayso.sources.names.phrases import Phrase
from sayso.sources.offices.office_words import is_past

_AGED = re.compile(r"(\d\d)-year-old\b")
_TO_OUTLET_CHARS = 30
_OF_ONE_NAMED = re.compile(
    r"(?:[,(—–-]|\b(?:is|was|are|were|as|be|been|being|became|become|becoming|remains?|remained|like|not|such|of|for|and|or))"
    r"\s*\Z"
)
"""What stands before a noun that tells what somebody named is: "Doe, a lawmaker", "works as a lawmaker"."""
_NAMES_BEHIND = re.compile(r",? (?:named |called |of the )?[A-Z]|['’]s?\b")
_LONGEST_BEFORE = 12
_PRONOUN_BEHIND = re.compile(r"[^.!?;:\n“”\"]{0,80}?\b(he|his|she|her)\b")
_OWNS = re.compile(r"['’]s (?:[a-z]+ )?")


def find_last_person(scene: Scene, phrase: Phrase, bare: str, head: str) -> Speaker | None:
    """Who "the lawmaker" is whom nothing called so before: the person whom the story speaks of most right before."""
    aged = _AGED.match(bare)
    words = set(bare.casefold().split())
    held_once = is_past(bare) and head in ROLE_NOUNS
    if aged is None and not held_once and (head not in SECOND_NAMES or QUALIFIERS & words - {head, "former"}):
        return None
    if aged:
        told = re.compile(rf",? (?:aged )?{aged[1]}\b|,? \({aged[1]}\)")
        of_age = {
            member for member in scene.cast.members() if any(told.match(scene.text, each.end) for each in member.spans)
        }
        if len(of_age) == 1:
            return speaker_of(of_age.pop(), 0.9, f'"the {bare}": of that age')
    gender = COURTESY_TITLES.get(head) or _gender_behind(scene, phrase)
    persons = {
        member
        for member in scene.cast.members()
        if _is_person(member) and (gender is None or member.gender in (None, gender))
    }
    if head in ON_AIR:
        persons = {member for member in persons if _is_of_outlet(scene, member)} or persons
    if head in PARTISANS:
        if ON_COMMITTEE.search(bare):
            return None
        persons = {member for member in persons if is_partisan(scene.text, member, head)} or persons
    if held_once:
        # Who holds the highest office now is called by that, not by one before it.
        persons = {member for member in persons if not terms_of(scene, member)} or persons
    if not aged and _is_introduced_unnamed(scene, phrase, head):
        return None
    of_place = {member for member in persons if is_told(scene, member, telling_places(bare))}
    found = likeliest(scene, phrase, of_place) or likeliest(scene, phrase, persons)
    return speaker_of(found, 0.6, f'"the {head}": the likeliest person before it') if found else None


def _gender_behind(scene: Scene, phrase: Phrase) -> str | None:
    """The gender that the next pronoun of the clause tells: "the candidate declining to speak at her rally"."""
    found = _PRONOUN_BEHIND.match(scene.text, phrase.core.end)
    if found is None or scene.cast.between(phrase.core.end, found.start(1)):
        return None
    return "male" if found[1] in MALE_PRONOUNS else "female"


def _is_introduced_unnamed(scene: Scene, phrase: Phrase, head: str) -> bool:
    """Tell whether the story told of somebody by this noun and gave no name: "a professor who …", "the professor".

    In "Jane Doe, a professor," and "a professor, Jane Doe," it tells of one who is named.
    """
    introduced = re.compile(rf"(?<![\w’'-])an? (?:[a-z][\w-]+ ){{0,3}}{re.escape(head)}\b", re.IGNORECASE)
    return any(
        not _OF_ONE_NAMED.search(scene.text, max(0, found.start() - _LONGEST_BEFORE), found.start())
        and not _NAMES_BEHIND.match(scene.text, found.end())
        for found in introduced.finditer(scene.text, max(0, phrase.core.start - REACH_CHARS), phrase.core.start)
    )


def _is_person(member: Member) -> bool:
    """Tell whether a name is a person's for sure, or reads as one and has a given name that no table knows."""
    if member.kind is MentionKind.UNCLEAR:
        return len(member.spans) > 1 and " " in member.name and speaker_of(member).source.kind is SourceKind.PERSON
    return member.kind is MentionKind.PERSON


def _is_of_outlet(scene: Scene, member: Member) -> bool:
    """Tell whether an outlet stands right before a name somewhere: "Harbour News's Jane Doe"."""
    for span in member.spans:
        for mention, other in scene.cast.between(max(0, span.start - _TO_OUTLET_CHARS), span.start):
            if other.kind is MentionKind.MEDIA and _OWNS.fullmatch(scene.text, mention.span.end, span.start):
                return True
    return False
