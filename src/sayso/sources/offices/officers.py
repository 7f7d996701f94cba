"""Whom officers, aides and administrations speak for, by the words that name them: "Northwind CEO", "Biden aide"."""

import re
from functools import lru_cache

from sayso.sources.known.bodies import Body, find_body
from sayso.sources.known.countries import STATE, country_of, find_country
from sayso.sources.known.leaders import find_leader_named, find_leaders_by_surname
from sayso.sources.lexicon import BODY_NAME_WORDS
from sayso.sources.offices.national_offices import is_national
from sayso.sources.offices.office_fields import is_field

_BODY = r"[A-Z][\w.&-]*(?: (?:(?:of|and|for|the) )*[A-Z][\w.&-]*)*?"
_COMPANY_TITLE = (
    r"(?:C[EFOT]O|chief (?:executive|financial|operating|technology)(?: officer)?|chair(?:man|woman)|"
    r"(?:co-)?founder|managing director|[ES]?VP|(?:senior |executive )?vice[ -]president)"
)
_TITLE = (
    rf"(?:{_COMPANY_TITLE}|spokes(?:man|woman|person)|secretary|director|chief(?: of staff)?|head|commissioner|"
    r"administrator)"
)
_OFFICER = re.compile(
    rf"(?P<body>{_BODY})(?P<owns>['’]s)? "
    r"(?:(?:co-)?founder and |press |deputy |executive |regional |national |medical )?"
    rf"(?i:(?P<title>{_TITLE}))(?: [A-Z][a-z]+\.)?(?: (?:of|for) (?:[\w-]+ ){{0,3}}[\w-]+)?"
)
_OFFICER_OF = re.compile(rf"(?i:(?P<title>{_TITLE})) (?:of|at|for) (?:the )?(?P<body>{_BODY})")
_MANAGERS = r"executives|bosses|managers|vice[ -]presidents|founders|spokes(?:men|women|people|persons)"
_OFFICERS = re.compile(
    r"(?:(?i:two|three|four|five|six|several|some|other|more) )?"
    rf"(?:(?P<body>{_BODY})(?:['’]s)? (?:top |senior )?(?:{_MANAGERS}|officers|leaders|representatives|officials)|"
    rf"(?i:(?:top |senior )?(?:{_MANAGERS})) (?:of|at|for) (?:the )?(?P<of>{_BODY}))"
)
_IS_COMPANY_TITLE = re.compile(_COMPANY_TITLE, re.IGNORECASE)
_NO_NAME = re.compile(
    r"(?i:board|western|eastern|international|world|former|ex|late|retired|deputy|interim|acting|new|vice|its|his|her|their|longtime|then|senior|executive|press|on|the|a|"
    r"district|city|county|town|village|provincial|local|"
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b"
)
_AIDE = re.compile(
    r"(?P<leader>[A-Z][\w.-]*(?: [A-Z][\w.-]*)*)(?:['’]s)? (?:[a-z]+ )*"
    r"(?:spokes(?:man|woman|person)|adviser|advisor|aide|press secretary|chief of staff)s?"
)
_ADMINISTRATION = re.compile(
    r"(?:(?i:the|two|three|several|some|other|many|senior|top|high-ranking) )*"
    r"(?P<before>[A-Z][\w.-]*(?: [A-Z][\w.-]*)*)(?:['’]s?)? (?:administration|government|cabinet|regime)"
    r"(?: (?:officials?|aides?|spokes(?:man|woman|person)))?|"
    r"(?i:the )?(?:administration|government|cabinet|office|regime) of "
    r"(?:(?:Mr|Mrs|Ms|Dr)\. |[Pp]resident )?(?P<after>[A-Z][\w.-]*(?: (?:al-|el-)?[A-Z][\w.-]*)*)"
)
"""Who governs with a leader: "Doe administration", "senior Doe administration officials", "regime of Doe"."""
_REGIME_OF_PEOPLE = re.compile(
    r"(?:the )?regime of (?:the )?(?P<people>[A-Z][a-z]+) (?:dictator|president|strongman|leader|ruler|king)\b.*",
    re.IGNORECASE,
)
_OF_ADMINISTRATION = re.compile(
    r"(?:the )?(?P<leader>[A-Z][\w.-]*(?: [A-Z][\w.-]*)*) (?:administration|government|cabinet)['’]s? (?P<body>[A-Z].*)"
)
_WITH_OTHERS = re.compile(
    r"(?P<first>.+?) and (?:(?:\w+ )?others?\b.*|colleagues|(?:his|her|their|top|senior) .+)", re.IGNORECASE
)
_LEADS = re.compile(r"(?:the )?(?:[A-Z][\w.]+ )?(?:president|prime minister|chancellor|premier)", re.IGNORECASE)
_MOST_BODY_WORDS = 3


@lru_cache(maxsize=1 << 14)
def find_employer(words: str) -> str | None:
    """The body whose officer words name: of "Northwind CEO" and "founder of Northwind" that company.

    A body that the tables know, or that stands as an owner, is one's by any office, another by one that companies have
    or as its spokesperson.
    """
    found = _OFFICER.fullmatch(words) or _OFFICER_OF.fullmatch(words)
    if found is None or _NO_NAME.match(found["body"]):
        return None
    name = found["body"].strip()
    if body := find_body(name):
        return body.name
    owns = found.groupdict().get("owns") is not None
    speaks = " " in name and found["title"].casefold().startswith("spokes") and name.split()[-1] in BODY_NAME_WORDS
    is_name = (owns or speaks or _IS_COMPANY_TITLE.fullmatch(found["title"])) and not find_country(name)
    return name if is_name and not find_state_led(name, None) else None


def find_employer_of_several(words: str) -> str | None:
    """The company or movement whose officers words name: of "Northwind executives" that company."""
    found = _OFFICERS.fullmatch(words)
    body = found and (found["body"] or found["of"])
    if not body or _NO_NAME.match(body) or find_country(body) or is_field(body) or is_national(words, "US"):
        return None
    return body


def find_state_of_title(role: str, surname: str, day: str | None) -> str | None:
    """The state of "President Trump", whom a story names by no more than that."""
    return find_state_led(surname, day) if " " not in surname and _LEADS.fullmatch(role) else None


def find_leaders_side(words: str, day: str | None) -> str | None:
    """The state whose leader words name with those who work for them: "Trump administration", "Putin's spokesman".

    Args:
        words: A role or the name of a body.
        day: When it was said; a leader speaks for the state while in office.
    """
    if aide := _AIDE.fullmatch(words):
        leader = aide["leader"]
    elif administration := _ADMINISTRATION.fullmatch(words):
        leader = administration["before"] or administration["after"]
    else:
        return None
    return find_state_led(leader, day)


def find_state_of_regime(words: str) -> str | None:
    """The country whose government is called by its leader: "the Doe regime", "regime of Syrian dictator Doe"."""
    if "regime" not in words:
        return None
    if of_people := _REGIME_OF_PEOPLE.fullmatch(words):
        country = find_country(of_people["people"])
        return country.name if country else None
    side = find_leaders_side(words, None)
    return side.removesuffix(STATE) if side else None


def find_body_of_administration(words: str) -> Body | None:
    """The body of the state that a leader of the tables led: "the Trump administration's Department of Justice"."""
    found = _OF_ADMINISTRATION.fullmatch(words)
    state = find_state_led(found["leader"], None) if found else None
    return find_body(f"{found['body']} of {state.removesuffix(STATE)}") if found and state else None


def find_state_led(name: str, day: str | None) -> str | None:
    """The state that somebody of this name, or surname, leads on a day, if it is but one; without a day, ever led."""
    leaders = find_leader_named(name, day)
    if not leaders and " " not in name:
        leaders = tuple(leader for leader in find_leaders_by_surname(name) if leader.held_on(day))
    states = {country_of(leader.country).state for leader in leaders}
    return states.pop() if len(states) == 1 else None


@lru_cache(maxsize=1 << 12)
def find_international(words: str) -> Body | None:
    """The body of no country that a role starts with, wherever its holder is sent: "UN Yemen envoy"."""
    parts = words.split()
    bodies = (find_body(" ".join(parts[:count])) for count in range(min(len(parts), _MOST_BODY_WORDS), 0, -1))
    return next((body for body in bodies if body and body.country is None), None)


def find_named_one(words: str) -> str | None:
    """The one who is named of several: "Jane Doe" of "Jane Doe and other analysts"."""
    found = _WITH_OTHERS.fullmatch(words)
    return found["first"] if found else None
