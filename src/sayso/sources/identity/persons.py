"""Who a person is across stories."""

import re
from collections.abc import Sequence
from functools import lru_cache

from sayso.records import Identity, Source
from sayso.sources.identity.belonging import country_in
from sayso.sources.identity.keys import (
    FULL_NAME_SCORE,
    OF_ONE_AFFILIATION_SCORE,
    TABLE_SCORE,
    Context,
    described_key,
    identify_by_day,
    is_described,
)
from sayso.sources.known.countries import Match, country_of, match_country
from sayso.sources.known.leaders import (
    Leader,
    Office,
    find_leader_named,
    find_leaders,
    find_leaders_by_surname,
    leading_office,
)
from sayso.sources.known.officials import find_official_spelt
from sayso.sources.offices.office_words import PAST
from sayso.text.names import fold_person, letters_of
from sayso.text.spelling import plain_words

LEADER_BY_ROLE_SCORE = 0.95
LEADER_BY_SURNAME_SCORE = 0.9
LEADER_LATER_SCORE = 0.8
"""Set by kind of rule, not calibrated; the last is for days after the last on which the table knows the leader."""

_OF_OFFICIAL = "full name of an official of the table, in one of its spellings"

_LEADER_WORDS = {
    "president": Office.STATE, "head of state": Office.STATE, "king": Office.STATE, "queen": Office.STATE,
    "emir": Office.STATE, "supreme leader": Office.STATE, "pope": Office.STATE, "prime minister": Office.GOVERNMENT,
    "pm": Office.GOVERNMENT, "premier": Office.GOVERNMENT, "chancellor": Office.GOVERNMENT,
    "head of government": Office.GOVERNMENT, "taoiseach": Office.GOVERNMENT, "leader": Office.BOTH,
}  # fmt: skip
"""Words of a role: the office that they name; a leader is of either."""

_LEADER_ROLE = re.compile(
    rf"(?:the |its |their )?(?P<before>.*?) ?\b(?P<word>{'|'.join(_LEADER_WORDS)})\b(?: of (?P<after>.+))?"
)
_NO_LEADER = re.compile(
    rf"{PAST}|\b(?:vice|deputy|acting|candidate|nominee|elect|company|opposition|party|spokes\w+|adviser|advisor|"
    r"aide|office|secretary|assistant|group|union|rebel|militant)\b"
)


def identify_person(source: Source, name: str, context: Context) -> Identity:
    """A person by full name, a known leader also by surname or office where that is sure, others by name and day."""
    if is_described(name) or _is_role(name):
        return _identify_office(name, context)
    folded = fold_person(plain_words(name))
    if not folded:
        return identify_by_day("person", name, context)
    known = find_leader_named(plain_words(name))
    if known and not _speaks_for_another(known, context):
        return _leader_identity(known[-1], f"full name of a leader of {_country_name(known[-1])}", TABLE_SCORE)
    if len(folded.split()) > 1:
        official = find_official_spelt(plain_words(name), source.side)
        if official and not (official.country and context.countries - {official.country}):
            return Identity(f"person:{fold_person(official.name)}", official.name, _OF_OFFICIAL, TABLE_SCORE)
        return Identity(f"person:{folded}", name, "full name", FULL_NAME_SCORE)
    return _leader_of_surname(source, name, context) or identify_by_day("person", name, context)


def _leader_of_surname(source: Source, surname: str, context: Context) -> Identity | None:
    """The one leader that a surname alone can mean: by role and country on that day, or as a notable name."""
    bearers = [leader for leader in find_leaders_by_surname(surname) if leader.may_hold_on(context.day)]
    if len({leader.name for leader in bearers}) != 1 or _speaks_for_another(bearers, context):
        return None
    leader = bearers[-1]
    if context.day is None and len({bearer.name for bearer in find_leaders_by_surname(surname)}) != 1:
        return None
    office = _office_named(source.role or "")
    if office and leader.country in context.countries and _fits(leader, office):
        return _leader_identity(leader, f"{leader.title} of {_country_name(leader)} on that day", LEADER_BY_ROLE_SCORE)
    if leader.notable and not (source.role and not office):
        score = LEADER_BY_SURNAME_SCORE if leader.held_on(context.day) else LEADER_LATER_SCORE
        return _leader_identity(leader, f"notable surname of the {leader.title} of {_country_name(leader)}", score)
    return None


def _identify_office(name: str, context: Context) -> Identity:
    """One unnamed in an office: the leader who held it that day where that is sure, else whoever holds it."""
    plain = letters_of(plain_words(name))
    found = _LEADER_ROLE.fullmatch(plain)
    if found and context.day and not _NO_LEADER.search(plain):
        leader = _holder(_LEADER_WORDS[found["word"]], found["after"] or found["before"], context.day)
        if leader:
            reason = f"{leader.title} of {_country_name(leader)} on that day"
            return _leader_identity(leader, reason, LEADER_BY_ROLE_SCORE)
    if country_in(name) or context.belongs_to:
        key = f"person:office of {described_key(name)}|{context.belongs_to}"
        return Identity(key, name, "an office, whoever holds it", OF_ONE_AFFILIATION_SCORE)
    return identify_by_day("person:office of", name, context)


def _holder(office: Office, country_words: str, day: str) -> Leader | None:
    """The one leader known to hold an office that day; the words must name the country and nothing else."""
    match = match_country(country_words)
    if match is None:
        return None
    code = match.country.code
    holders = find_leaders(code, leading_office(code) if office is Office.BOTH else office, day)
    return holders[0] if len({leader.name for leader in holders}) == 1 else None


@lru_cache(maxsize=1 << 12)
def _is_role(name: str) -> bool:
    """Tell "Ukrainian President" and "South Korean lawmaker" from names ("German Galushchenko")."""
    before, _, last = plain_words(name).rpartition(" ")
    match = match_country(before)
    is_noun = last[:1].islower() or last.casefold() in _LEADER_WORDS
    return match is not None and match.how in (Match.DEMONYM, Match.NAME) and is_noun


def _office_named(role: str) -> Office | None:
    letters = letters_of(role)
    if _NO_LEADER.search(letters):
        return None
    return next((office for word, office in _LEADER_WORDS.items() if re.search(rf"\b{word}\b", letters)), None)


def _fits(leader: Leader, office: Office) -> bool:
    return Office.BOTH in (office, leader.office) or leader.office is office or leader.title == "President"


def _speaks_for_another(leaders: Sequence[Leader], context: Context) -> bool:
    return bool(context.countries) and not context.countries & {leader.country for leader in leaders}


def _leader_identity(leader: Leader, reason: str, score: float) -> Identity:
    return Identity(f"person:{fold_person(leader.name)}", leader.name, reason, score)


def _country_name(leader: Leader) -> str:
    return country_of(leader.country).name_in_text
