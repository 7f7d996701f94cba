"""Whom an office or a calling means: "the President", "the Ukrainian leader", "the lawmaker"."""

import re

from sayso.records import SourceKind
from sayso.sources.gazetteer import find_country, find_leader_named
from sayso.sources.leaders import Leader, find_leaders_by_surname
from sayso.sources.lexicon import PERSON_NOUNS, SECOND_NAMES
from sayso.sources.mentions import MentionKind
from sayso.sources.naming import speaker_of
from sayso.sources.people import Member
from sayso.sources.phrases import Phrase
from sayso.sources.speakers import Scene, Speaker

_SAME_ROLE = {
    "premier": "minister", "pm": "minister", "secretary": "minister", "minister": "secretary", "chief": "head",
    "head": "president", "leader": "president", "father": "husband", "spokesperson": "spokesman",
    "spokesman": "spokesperson", "spokeswoman": "spokesperson", "mp": "lawmaker", "attorney": "lawyer",
}  # fmt: skip
"""Head noun: another that the same person may have been introduced with."""
_QUALIFIERS = frozenset(
    [
        "former",
        "foreign",
        "interior",
        "defence",
        "defense",
        "health",
        "finance",
        "prime",
        "vice",
        "deputy",
        "police",
        "first",
    ]
)
_LEADER = re.compile(
    r"(?:(?P<country>[A-Z][\w. -]+?)(?:['’]s)? )?"
    r"(?P<noun>(?i:president|prime minister|premier|chancellor|leader|head of (?:state|government)))"
    r"(?: of (?:the )?(?P<of>[A-Z][\w ]+))?"
)
_SECOND_NAME_REACH_SENTENCES = 3
_OWNED_ROLE = re.compile(r"(?:[A-Z][\w.-]+ )*(?P<owner>[A-Z][\w-]+)['’]s? [a-z][\w-]+")


def find_role(scene: Scene, phrase: Phrase, bare: str, head: str) -> Speaker | None:
    """The one introduced with this office, best in the country meant, last before the phrase."""
    needed = {word for word in bare.casefold().split()[:-1] if word in _QUALIFIERS}
    country = next((find_country(word) for word in bare.split() if find_country(word)), None)
    fitting: list[tuple[bool, bool, int, Member]] = []
    for mention, member in zip(scene.cast.mentions, scene.cast.named, strict=True):
        if member.kind is not MentionKind.PERSON or not _has_role(member, head, needed):
            continue
        elsewhere = bool(country) and not any(
            find_country(word) == country for role in member.roles for word in role.split()
        )
        exact = head in member.words and not (
            f"{head}-elect" in member.words or ("vice" in member.words and "vice" not in needed)
        )
        before = mention.start < phrase.core.start
        fitting.append((not elsewhere and exact, before, mention.start if before else -mention.start, member))
    if not fitting:
        return None
    member = max(fitting, key=lambda each: each[:3])[3]
    return speaker_of(member, 0.85, f'"the {head}": introduced as such')


def find_last_person(scene: Scene, phrase: Phrase, head: str) -> Speaker | None:
    """Who "the lawmaker" is whom nothing called so before: the last person heard, if not far back."""
    if head not in SECOND_NAMES:
        return None
    numbers = scene.cast.sentences
    here = numbers.number_at(phrase.core.start)
    for heard in reversed(scene.heard):
        if here - numbers.number_at(heard.at) > _SECOND_NAME_REACH_SENTENCES:
            break
        named = heard.speaker.member
        if heard.at < phrase.core.start and named and heard.speaker.source.kind is SourceKind.PERSON:
            return speaker_of(named, 0.6, f'"the {head}": the last person heard')
    start = numbers.starts[max(0, here - 1)]
    persons = {m for _, m in scene.cast.between(start, phrase.core.start) if m.kind is MentionKind.PERSON}
    return speaker_of(persons.pop(), 0.5, f'"the {head}": the one person named before') if len(persons) == 1 else None


def find_leader(scene: Scene, phrase: Phrase, bare: str) -> Speaker | None:
    """Who "the head of state" or "the Ukrainian leader" is: one of the cast whom the table of leaders knows as such."""
    office = _LEADER.fullmatch(bare)
    if office is None:
        return None
    country = find_country(office["country"] or office["of"] or "")
    if not country and (office["country"] or office["of"]):
        return None
    if not country and not office["noun"].casefold().startswith("head"):
        return None
    day = scene.story.published[:10] if scene.story.published else None
    found = None
    for mention, member in zip(scene.cast.mentions, scene.cast.named, strict=True):
        if member.kind in (MentionKind.PERSON, MentionKind.UNCLEAR) and (
            found is None or mention.start < phrase.core.start
        ):
            terms = find_leader_named(member.name, day)
            if any(not country or term.country == country.code for term in terms):
                found = member
    return speaker_of(found, 0.85, f'"the {bare}": a leader by the table') if found else None


def find_leader_in_office(scene: Scene, bare: str) -> Speaker | None:
    """Who "the president" is whom nothing introduced so: the one of the cast who was in such an office on that day."""
    office = _LEADER.fullmatch(bare)
    if office is None or office["country"] or office["of"]:
        return None
    day = scene.story.published[:10] if scene.story.published else None
    found = {}
    for member in scene.cast.members():
        terms = find_leader_named(member.name, day) or _terms_of_surname(member, day)
        if any(office["noun"].casefold() in term.title.casefold() for term in terms):
            found[terms[-1].name] = member
    if len(found) != 1:
        return None
    return speaker_of(next(iter(found.values())), 0.75, f'"the {bare}": in that office by the table')


def _terms_of_surname(member: Member, day: str | None) -> tuple[Leader, ...]:
    """Terms of the one leader that a surname alone can mean."""
    if " " in member.name:
        return ()
    terms = tuple(term for term in find_leaders_by_surname(member.name) if term.notable and term.held_on(day))
    return terms if len({term.name for term in terms}) == 1 else ()


def _has_role(member: Member, head: str, needed: set[str]) -> bool:
    heads = {head, _SAME_ROLE.get(head, head)}
    return bool(heads & member.words) and needed <= member.words


def find_owned_role(scene: Scene, words: str, head: str) -> Speaker | None:
    """The one person whom the story calls so: "Doe's lawyer" where "Doe's lawyer, Jane Roe," stands elsewhere."""
    owned = _OWNED_ROLE.fullmatch(words)
    if owned is None or head not in PERSON_NOUNS:
        return None
    introduced = re.compile(rf"\b{re.escape(owned['owner'])}['’]s? (?:[a-z][\w-]+ )*{re.escape(head)},? ")
    ends = [found.end() for found in introduced.finditer(scene.text)]
    named = {member for end in ends for _, member in scene.cast.between(end, end + 1)}
    persons = [member for member in named if member.kind is MentionKind.PERSON]
    return speaker_of(persons[0], 0.85, f'"{words}": called so elsewhere') if len(persons) == 1 else None
