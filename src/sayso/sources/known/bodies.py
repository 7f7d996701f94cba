"""Bodies by acronym, long form and pattern: ministries, governments and armies of any country."""

import re
from collections import defaultdict
from dataclasses import dataclass
from functools import cache, lru_cache

from sayso.sources.known.countries import Country, Match, country_of, match_country, may_name_country, may_open_country
from sayso.sources.tables import read_table
from sayso.text.names import letters_of
from sayso.text.spelling import CASE_COUNTS_UP_TO_CHARS, plain_words

LONGEST_NAME_WORDS = 14
"""More words than this are a description; "Main Intelligence Directorate of the Ministry of Defence of …" has 11."""


@dataclass(frozen=True, slots=True)
class Body:
    """A body: canonical name, acronyms, ISO code of its country (if it is of one), the side that it speaks for."""

    name: str
    acronyms: tuple[str, ...]
    country: str | None
    side: str

    def __str__(self) -> str:
        return self.name


_INITIALS = re.compile(r"(?:[A-Z]\.)+[A-Z]")
"""An acronym with points, the last of which a sentence may have kept: "U.N"."""
_IN_BRACKETS = re.compile(r"\s*\(([^)]*)\)")
_BRITISH = {"defense": "defence", "center": "centre", "labor": "labour", "organisation": "organization",
            "programme": "program", "programmes": "programs", "co": "", "cooperation": "operation"}  # fmt: skip

_MINISTRIES = {
    "defence": "Defence", "national defence": "Defence", "foreign": "Foreign Affairs",
    "foreign affairs": "Foreign Affairs", "external affairs": "Foreign Affairs", "interior": "Interior",
    "internal affairs": "Interior", "home affairs": "Interior", "finance": "Finance", "health": "Health",
    "public health": "Health", "justice": "Justice", "education": "Education", "energy": "Energy",
    "transport": "Transport", "transportation": "Transport", "agriculture": "Agriculture", "economy": "Economy",
    "economic affairs": "Economy", "trade": "Trade", "commerce": "Commerce", "culture": "Culture", "labour": "Labour",
    "environment": "Environment", "information": "Information", "unification": "Unification", "tourism": "Tourism",
    "emergency situations": "Emergency Situations", "emergencies": "Emergency Situations",
    "emergency": "Emergency Situations", "science": "Science",
}  # fmt: skip
"""What a ministry is for, as news writes it: as its canonical name has it."""

_BODIES_OF_COUNTRIES = {
    "Government": "government, side, federal government, national government, central government, administration, "
    "cabinet, regime",
    "Armed Forces": "armed forces, military, army, defence forces",
    "Air Force": "air force, armed forces air force",
    "Navy": "navy, naval forces",
    "Parliament": "parliament, national parliament",
    "Supreme Court": "supreme court",
    "Police": "police, national police",
    "Central Bank": "central bank",
    "General Staff": "general staff, general staff of armed forces",
    "Office of the President": "office of president, presidential office, president office",
    "Coast Guard": "coast guard",
    "Mission to the United Nations": "mission to united nations, mission to un, permanent mission to un, "
    "permanent mission to united nations, un mission",
}
"""Body that any country may have: how news names it beside the country."""

_COUNTRY_OF_BODY = {
    spelling.strip(): name for name, all_ in _BODIES_OF_COUNTRIES.items() for spelling in all_.split(",")
}
_ENDS_IN_MINISTRY = re.compile(r"\bof (\w+) ministry$")
_DANGLING_OF = re.compile(r"\bof\s+(?=of\b)|\b(?:of|in)$")
_MINISTRY = re.compile(r"(?:ministry of (?P<after>.+)|(?P<before>.+) ministry)")


def find_namesakes(acronym: str) -> tuple[Body, ...]:
    """The bodies that share an acronym, the one first that it means by itself; none where it is but one's."""
    return _namesakes().get(acronym, ())


@lru_cache(maxsize=16384)
def find_body(words: str) -> Body | None:
    """The body that these words name: "the FBI", "HUR", "Ukraine's Defense Ministry", "Moscow".

    A country, its capital and its seat name its government. A name that many countries have ("the Defence Ministry")
    names a body only beside its country. None where the words name none.
    """
    inside = _IN_BRACKETS.search(words)
    outside = plain_words(_IN_BRACKETS.sub("", words) if inside else words)
    if not outside or len(outside.split()) > LONGEST_NAME_WORDS:
        return None
    return (
        _acronyms().get(outside)
        or (_acronyms().get(outside.replace(".", "")) if _INITIALS.fullmatch(outside) else None)
        or _alone().get(_body_key(outside))
        or _government_meant(outside)
        or _body_beside_country(outside)
        or (_acronyms().get(plain_words(inside[1])) if inside else None)
    )


def _government_meant(words: str) -> Body | None:
    match = match_country(words)
    if match is None or match.how in (Match.DEMONYM, Match.PEOPLE):
        return None
    return _body_of_country("Government", match.country)


def _body_beside_country(words: str) -> Body | None:
    """Take the one country out of the words and look up the rest."""
    if not may_name_country(words):
        return None
    parts = _body_words(words)
    for start in [start for start, word in enumerate(parts) if may_open_country(word)]:
        for end in range(min(len(parts), start + 5), start, -1):
            match = match_country(" ".join(parts[start:end]))
            if match is None or match.how is Match.PEOPLE or (start, end) == (0, len(parts)):
                continue
            rest = _body_key(" ".join(parts[:start] + parts[end:]))
            return _named_beside(_DANGLING_OF.sub("", rest).strip(), match.country)
    return None


def _named_beside(rest: str, country: Country) -> Body | None:
    listed = _beside().get((country.code, rest))
    if listed:
        return listed
    if rest in _COUNTRY_OF_BODY:
        return _body_of_country(_COUNTRY_OF_BODY[rest], country)
    ministry = _MINISTRY.fullmatch(rest)
    if ministry and (field := _MINISTRIES.get(ministry["after"] or ministry["before"])):
        name = f"Ministry of {field} of {country.name_in_text}"
        return _alone().get(_body_key(name)) or Body(name, (), country.code, country.state)
    short = _acronyms().get(rest.upper())
    namesake = short or _alone().get(rest) or _alone().get(rest.replace("centre", "centers"))
    if namesake is None or not namesake.country or namesake.side != country_of(namesake.country).state:
        return None
    own = country_of(namesake.country).name_in_text
    name = rest.upper() if short else namesake.name.removesuffix(f" of {own}")
    if may_name_country(name):
        return None  # the Bank of England is no other country's
    return Body(f"{name} of {country.name_in_text}", (), country.code, country.state)


def _body_of_country(name: str, country: Country) -> Body:
    known = _beside().get((country.code, letters_of(name)))
    if name == "Mission to the United Nations":
        return Body(f"Mission of {country.name_in_text} to the United Nations", (), country.code, country.state)
    return known or Body(f"{name} of {country.name_in_text}", (), country.code, country.state)


def _body_words(words: str) -> list[str]:
    """Words as they are written, without articles."""
    return [word.strip(",") for word in words.split() if word.casefold() != "the"]


def _body_key(words: str) -> str:
    """Words of a body's name folded, in British spelling, without articles."""
    spelt = (_BRITISH.get(word, word) for word in letters_of(plain_words(words)).split() if word != "the")
    key = " ".join([word for word in spelt if word])
    return _ENDS_IN_MINISTRY.sub(r"of ministry of \1", key) if key.endswith(" ministry") else key


@cache
def _bodies() -> tuple[tuple[Body, list[str], list[str]], ...]:
    bodies = []
    for row in read_table("bodies"):
        side = country_of(row["country"]).state if row["side"] == "state" else row["side"] or row["name"]
        body = Body(row["name"], tuple(row["acronyms"]), row["country"], side)
        bodies.append((body, row["others"], row["beside_country"]))
    return tuple(bodies)


@cache
def _acronyms() -> dict[str, Body]:
    """Acronyms and short names, in their own case."""
    index: dict[str, Body] = {}
    for body, others, _ in _bodies():
        for acronym in (*body.acronyms, *(name for name in others if len(name) <= CASE_COUNTS_UP_TO_CHARS)):
            index.setdefault(acronym, body)
    return index


@cache
def _namesakes() -> dict[str, tuple[Body, ...]]:
    """All bodies of each acronym that several have."""
    called: dict[str, list[Body]] = defaultdict(list)
    for body, _, _ in _bodies():
        for acronym in body.acronyms:
            called[acronym].append(body)
    return {acronym: tuple(bodies) for acronym, bodies in called.items() if len(bodies) > 1}


@cache
def _alone() -> dict[str, Body]:
    index: dict[str, Body] = {}
    for body, others, _ in _bodies():
        for name in (body.name, *others):
            if len(name) > CASE_COUNTS_UP_TO_CHARS:
                index.setdefault(_body_key(name), body)
    return index


@cache
def _beside() -> dict[tuple[str, str], Body]:
    return {(body.country, _body_key(name)): body for body, _, names in _bodies() if body.country for name in names}
