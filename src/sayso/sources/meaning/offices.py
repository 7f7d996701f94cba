"""Whom an office or a calling means: "the President", "the Ukrainian leader", "the lawmaker"."""

import re
from collections.abc import Container, Sequence
from itertools import pairwise

from sayso.records import day_of
from sayso.sources.known.countries import Country
from sayso.sources.known.gazetteer import find_country, find_leader_named
from sayso.sources.known.leaders import Leader, find_leaders_by_surname
from sayso.sources.lexicon import COURTESY_TITLES, DETERMINERS
from sayso.sources.meaning.antecedents import add_context, find_candidates, join_candidates
from sayso.sources.meaning.naming import speaker_of
from sayso.sources.meaning.speakers import Scene, Speaker
from sayso.sources.names.lawmakers import PARTISANS
from sayso.sources.names.mention_kinds import MentionKind
from sayso.sources.names.people import TITLES_IN_FULL, Member
from sayso.sources.names.phrases import Phrase
from sayso.sources.offices.office_words import is_past, when_held
from sayso.text.outlets import find_publisher
from sayso.text.word_tables import word_table

_SAME_ROLE = {
    "premier": "minister", "pm": "minister", "secretary": "minister", "minister": "secretary", "chief": "head",
    "head": "president", "leader": "president", "father": "husband", "spokesperson": "spokesman",
    "spokesman": "spokesperson", "spokeswoman": "spokesperson", "mp": "lawmaker", "attorney": "lawyer",
    "lawyer": "attorney",
    "chairman": "chair", "chairwoman": "chair", "chairperson": "chair",
}  # fmt: skip
"""Head noun: another that the same person may have been introduced with."""
QUALIFIERS = word_table(
    "former foreign interior defence defense health finance prime vice deputy police first attorney inspector consul "
    "postmaster surgeon solicitor majority minority press homeland treasury energy transport transportation education "
    "labor labour trade justice home environment agriculture commerce culture"
)
_LEADER = re.compile(
    r"(?:(?P<country>[A-Z][\w. -]+?)(?:['’]s)? )?"
    r"(?P<noun>(?i:president|prime minister|premier|chancellor|leader|head of (?:state|government)))"
    r"(?: of (?:the )?(?P<of>[A-Z][\w ]+))?"
)
_ONCE_HELD = frozenset({"president", "prime minister", "premier", "chancellor"})
_NATS_OF_OWN = 2.0
"""How much more "the President" suits the one that a story so calls without a country; 4 nats put no more right."""
_BEYOND_ROLE = re.compile(r" (?:of|for|in|at|from|to|with|on|under)\b|\bwho(?:se|m)?\b")
_OWNER = re.compile(r".*['’]s? ")
_BEHIND = re.compile(r",? (?:\(|of |(?<=, ))[\w. -]{2,25}")
_LONGEST_SHORT_CHARS = 4
"""As news shortens the names of states behind a lawmaker's: "Calif.", "Mich.", "Fla."."""
_GENDERS = COURTESY_TITLES | {"man": "male", "boy": "male", "woman": "female", "girl": "female"}
ON_COMMITTEE = re.compile(r" on the ((?:[A-Z][\w-]* ?)+)")
"""Where "the top Democrat on the Harbour Committee" sits, which tells one from those on others."""


def find_role(scene: Scene, phrase: Phrase, bare: str, head: str) -> Speaker | None:
    """The one introduced with this office, best in the country meant, last before the phrase."""
    before_of, _, after_of = bare.casefold().partition(" of ")
    needed = {word for word in before_of.split()[:-1] if word in QUALIFIERS} | (set(after_of.split()) - DETERMINERS)
    if head in PARTISANS and (seat := ON_COMMITTEE.search(bare)):
        needed |= set(seat[1].casefold().split())
    country = next((find_country(word) for word in bare.split() if find_country(word)), None)
    of_body = _leads_body(bare)
    leaders = set() if of_body else _leaders_in_office(scene, bare, country)
    telling = telling_places(bare)
    fitting: list[tuple[bool, bool, bool, int, Member]] = []
    for mention, member in scene.cast.pairs:
        leads = member in leaders
        if "vice" in member.words - needed and not is_called(member, head):
            continue
        if not leads and (member.kind is not MentionKind.PERSON or not _has_role(member, head, needed)):
            continue
        if of_body and not is_told(scene, member, telling):
            continue
        if not leads and member.gender not in (None, _GENDERS.get(head, member.gender)):
            continue
        told = {found for role in member.roles for word in role.split() if (found := find_country(word))}
        if not leads and country and told and country not in told:
            continue  # "the Greek envoy" is not the one who is told as Chile's
        elsewhere = not leads and bool(country) and not told
        exact = (leads or is_called(member, head)) and not (
            f"{head}-elect" in member.words or ("vice" in member.words and "vice" not in needed)
        )
        before = mention.start < phrase.core.start
        place = mention.start if before else -mention.start
        fitting.append((not elsewhere and exact, is_told(scene, member, telling), before, place, member))
    if not fitting and is_past(bare):
        if once := _once_in_office(scene, phrase, bare, country):
            return speaker_of(once, 0.8, f'"the {bare}": in office once, by the table')
        # Who held an office then may have been introduced with it.
        return find_role(scene, phrase, when_held(bare), head)
    if not fitting:
        return None
    best = max(each[:3] for each in fitting)
    last = max((each for each in fitting if each[:3] == best), key=lambda each: each[3])[-1]
    likely = {each[-1] for each in fitting if each[:3] == best}
    alone = country is None and _LEADER.fullmatch(bare) is not None
    own = {one for one in likely if alone and _is_own(scene, one, head)}
    member = likeliest(scene, phrase, likely, own) or last
    return speaker_of(member, 0.85, f'"the {head}": introduced as such')


def _leads_body(bare: str) -> bool:
    """Tell "World Bank president", whom no leader of a state is: no country and no party stands in front."""
    office = _LEADER.fullmatch(bare)
    owner = office["country"] if office else None
    if not owner or any(find_country(word) for word in (owner, *owner.split())):
        return False
    return bool(telling_places(bare))


def telling_places(bare: str) -> list[str]:
    """The places in front of a noun, which tell one lawmaker from others: "Texas" of "Texas Republican"."""
    words = [word for word in bare.split()[:-1] if word[0].isupper() and not find_country(word)]
    return [word.casefold() for word in words if not word.startswith(("Democrat", "Republican", "GOP"))]


def is_told(scene: Scene, member: Member, telling: Sequence[str]) -> bool:
    """Tell whether a story says all of these words of a person, before the name or right behind: "(D-Calif.)"."""
    behind = " ".join(found[0] for span in member.spans if (found := _BEHIND.match(scene.text, span.end))).casefold()
    return all(word in member.words or word[:_LONGEST_SHORT_CHARS] in behind for word in telling)


def _is_own(scene: Scene, member: Member, head: str) -> bool:
    """Tell whether "the President" alone suits one: so called with no country told, or the outlet's own leader."""
    called = [role for role in member.roles if head in re.findall(r"[\w-]+", role.casefold())]
    home = find_publisher(scene.story.outlet) if scene.story.outlet else None
    if home and any(term.country == home.country for term in terms_of(scene, member)):
        return True
    return bool(called) and not any(find_country(word) for role in called for word in role.split())


def likeliest(scene: Scene, phrase: Phrase, members: Container[Member], own: Container[Member] = ()) -> Member | None:
    """The one of these whom the story speaks of most right before, and its own rather; None where none is near."""
    found = list(find_candidates(scene, phrase.core, lambda each: each.member is not None and each.member in members))
    add_context(scene, phrase.core, found)
    ranked = [
        (each.weight + _NATS_OF_OWN * (each.speaker.member in own), each.at, each.speaker.member)
        for each in join_candidates(found)
    ]
    return max(ranked, key=lambda each: each[:2])[-1] if ranked else None


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
    day = day_of(scene.story.published)
    found = None
    for mention, member in scene.cast.pairs:
        if member.kind in (MentionKind.PERSON, MentionKind.UNCLEAR) and (
            found is None or mention.start < phrase.core.start
        ):
            terms = find_leader_named(member.name, day)
            if any(not country or term.country == country.code for term in terms):
                found = member
    return speaker_of(found, 0.85, f'"the {bare}": a leader by the table') if found else None


def _leaders_in_office(scene: Scene, bare: str, country: Country | None) -> set[Member]:
    """Those of the cast who by the table were in such an office on that day; with no day, whose office it ever was."""
    office = _LEADER.fullmatch(bare)
    if office is None:
        return set()
    named = {member: terms_of(scene, member) for member in scene.cast.members()}
    return {
        member
        for member, terms in named.items()
        if any(office["noun"].casefold() in term.title.casefold() for term in terms)
        and (country is None or any(term.country == country.code for term in terms))
    }


def _once_in_office(scene: Scene, phrase: Phrase, bare: str, country: Country | None) -> Member | None:
    """The likeliest of those whom the table has in an office before the story's day, and not on it."""
    day = day_of(scene.story.published)
    noun = when_held(bare.casefold().split(" of ")[0])
    if day is None or noun not in _ONCE_HELD:
        return None
    once = {
        member
        for member in scene.cast.members()
        if any(
            term.end < day and noun in term.title.casefold() and (country is None or term.country == country.code)
            for term in find_leader_named(member.name)
        )
        and not terms_of(scene, member)
    }
    return likeliest(scene, phrase, once)


def terms_of(scene: Scene, member: Member) -> tuple[Leader, ...]:
    """The terms of a leader, by full name or by a surname that means no other, on the story's day."""
    day = day_of(scene.story.published)
    return find_leader_named(member.name, day) or _terms_of_surname(member, day)


def _terms_of_surname(member: Member, day: str | None) -> tuple[Leader, ...]:
    """Terms of the one leader that a surname alone can mean."""
    if " " in member.name:
        return ()
    terms = tuple(term for term in find_leaders_by_surname(member.name) if term.notable and term.held_on(day))
    return terms if len({term.name for term in terms}) == 1 else ()


def _has_role(member: Member, head: str, needed: set[str]) -> bool:
    heads = {head, _SAME_ROLE.get(head, head)}
    return bool(heads & member.words) and needed <= member.words


def is_called(member: Member, head: str) -> bool:
    """Tell whether a role is the member's own: not the president's in "Jane Doe, the president's lawyer"."""
    roles = [_OWNER.sub("", role.casefold()) for role in member.roles]
    own = re.compile(rf"(?:.*(?<!vice)(?<!deputy) )?{re.escape(head)}")
    words = (re.findall(r"[\w-]+", _BEYOND_ROLE.split(role)[0]) for role in roles)
    return any(own.fullmatch(role) for role in roles) or any(
        head == TITLES_IN_FULL.get(word, word) and before not in ("vice", "deputy")
        for role in words
        for before, word in pairwise(["", *role])
    )
