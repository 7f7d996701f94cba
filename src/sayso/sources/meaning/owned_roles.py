"""Whom an owned role means: "Doe's lawyer" where the story names Doe's lawyer elsewhere."""

import re

from sayso.sources.known.countries import Country
from sayso.sources.known.gazetteer import find_country
from sayso.sources.lexicon import PERSON_NOUNS
from sayso.sources.meaning.naming import speaker_of
from sayso.sources.meaning.offices import QUALIFIERS, is_called
from sayso.sources.meaning.speakers import Scene, Speaker
from sayso.sources.names.mention_kinds import MentionKind
from sayso.sources.names.people import Member

_OWNED_ROLE = re.compile(r"(?:[A-Z][\w.-]+ )*(?P<owner>[A-Z][\w-]+)['’]s?(?: [A-Za-z][\w-]+)+")
_AIDES = "(?:aide|advis[eo]r)"
"""What news calls one and the same: "Doe aide Jane Roe", then "Doe's foreign policy adviser"."""
_WHERE = r"(?: (?:to|for|in|of) [A-Z]\w+)?,? "


def find_owned_role(scene: Scene, words: str, head: str) -> Speaker | None:
    """The one person whom the story calls so: "Doe's lawyer" where "Doe's lawyer, Jane Roe," stands elsewhere."""
    owned = _OWNED_ROLE.fullmatch(words)
    if owned is None or head not in PERSON_NOUNS:
        return None
    called = _AIDES if re.fullmatch(_AIDES, head) else re.escape(head)
    introduced = re.compile(rf"\b{re.escape(owned['owner'])}(?:['’]s?)? (?:[a-z][\w-]+ )*{called}{_WHERE}")
    ends = [found.end() for found in introduced.finditer(scene.text)]
    named = {member for end in ends for _, member in scene.cast.between(end, end + 1)}
    persons = [member for member in named if member.kind is MentionKind.PERSON]
    if not persons and (country := find_country(owned["owner"])):
        persons = _holders(scene, words, head, country)
    return speaker_of(persons[0], 0.85, f'"{words}": called so elsewhere') if len(persons) == 1 else None


def _holders(scene: Scene, words: str, head: str, country: Country) -> list[Member]:
    """Who in the story holds an office, unless it is that of another country."""
    needed = QUALIFIERS.intersection(words.casefold().split())
    return [
        member
        for member in scene.cast.members()
        if member.kind is MentionKind.PERSON
        and is_called(member, head)
        and needed == QUALIFIERS & member.words
        and {find_country(word) for role in member.roles for word in role.split()} <= {country, None}
    ]
