"""What words say of a state: the countries and bodies that they name, and whether who is so called speaks for one."""

import re
from collections.abc import Iterator
from functools import lru_cache

from sayso.sources.known.gazetteer import Body, Country, Match, find_body, find_country, match_country
from sayso.sources.names.roles import head_noun
from sayso.text.word_tables import word_table

STATE_WORDS = re.compile(
    r"\b(?:government|regime(?! change)|ministry|minister|president|chancellor|premier|ambassador|delegate|envoy|"
    r"army|navy|military|air force|armed forces|police|intelligence|foreign secretary|"
    r"secretary of (?:state|defen[cs]e)|"
    r"embassy|high commission(?:er)?|consulate|kremlin|white house|parliament|state department|pentagon|"
    r"prosecutor(?: general)?|attorney general|"
    r"u\.?s\.? attorney|(?<!company )secretary|(?:head|chief) of [\w'’ -]+ (?:region|province|oblast)|head of state|"
    r"governor|official|authorities|admiral|general|national security|security council|"
    r"crown prince|king|queen|supreme leader|pm|investigator|detective|coast ?guard|negotiator|"
    r"trade representative)s?\b|"
    r"\btop brass\b|\b(?:mission|delegation)$|"
    r"\brepresentatives (?:from|of|for) (?:the )?(?-i:[A-Z])[\w.]*(?: (?-i:[A-Z])[\w.]*)*$",
    re.IGNORECASE,
)
_AGAINST_STATE = re.compile(
    r"\b(?:opposition|(?:rebel|dissident|separatist|insurgent|militant)s?|association|foundation|institute|society|chamber|"
    r"league|company|corporation|red cross|red crescent|club|university|airlines?|(?<!russian )federation)\b",
    re.IGNORECASE,
)
"""Of "the American Farm Federation's president": a country in the name of what is no state's."""
_OUTSIDERS = word_table(
    "blogger expert analyst activist resident rebel journalist reporter correspondent critic opponent protester "
    "protestor demonstrator separatist insurgent militant dissident exile veteran historian scholar academic professor "
    "commentator observer watcher columnist author economist witness witnesse eyewitness eyewitnesse relative familie "
    "family lawyer defector prisoner detainee refugee citizen civilian hacker channel newspaper website broadcaster "
    "enthusiast contractor buff media press television tv people opposition"
)
"""Nouns, without the s of the plural, for people and media who speak for themselves, whatever they write about."""
_DEPARTMENTS_LAWYERS = re.compile(
    r"\b(?:Department|Ministry|Pentagon|White House|[Gg]overnment|[Aa]dministration) (?:lawyer|attorney)s?$"
)
_OWNER_BEHIND = re.compile(r" (?:in|to) (?:the )?[A-Z][\w.-]*(?: [A-Z][\w.-]*)* of (?:the )?(?=[A-Z])")
_TOPIC = re.compile(
    r" (?:on|about|regarding|concerning) (?!the [\w-]+ side\b)|"
    r"(?:(?<=[Ee]nvoy)|(?<=[Aa]mbassador)|(?<=[Aa]ttaché)|(?<=[Dd]iplomat)) (?:to|in) "
)
_HOW_HIGH = re.compile(r"\A(?:Senior|Top|Longtime|Veteran) ")
"""Before an office with its body: "Senior White House adviser"."""
_CAPITALISED = re.compile(r"[A-Z][\w.]*(?: [A-Z][\w.]*)?(?!-(?:aligned|allied|backed|led|sponsored|funded)\b)(?!\w)")


@lru_cache(maxsize=1 << 12)
def speaks_for_state(words: str) -> bool:
    """Tell whether words that name a country name its state: "Russian generals" do, "Russian military bloggers" not."""
    return bool(STATE_WORDS.search(words)) and not is_against_state(words) and not is_outsider(words)


def is_against_state(words: str) -> bool:
    """Tell whether words are for what is no state's, whatever country they name: "opposition leader of Chile"."""
    return _AGAINST_STATE.search(words) is not None


@lru_cache(maxsize=1 << 12)
def is_outsider(words: str) -> bool:
    """Tell whether the noun that words are built on is one for people who speak for themselves.

    A department's own lawyers speak for it.
    """
    if _DEPARTMENTS_LAWYERS.search(words):
        return False
    head = head_noun(words)
    return head in _OUTSIDERS or head.removesuffix("s") in _OUTSIDERS


@lru_cache(maxsize=1 << 12)
def first_country_in(words: str) -> Country | None:
    """The first country that words name; None where they name none.

    Where a body sits, what a text is on and where one is sent are not whose it is: "envoy to Oslo of Chile", "note on
    Chilean gas", "the bloc's envoy to Chile".
    """
    whose = _OWNER_BEHIND.search(words)
    owners = countries_in(words[whose.end() :]) if whose else ()
    return next(iter(owners or countries_in(_TOPIC.split(words)[0])), None)


@lru_cache(maxsize=1 << 14)
def countries_in(words: str) -> tuple[Country, ...]:
    """The countries that words name, in their order: "Ukrainian and South Korean officials" names two."""
    return tuple(dict.fromkeys(find_countries(words)))


def find_countries(words: str) -> Iterator[Country]:
    """The country of each of the places where words name one, in their order."""
    for run in _CAPITALISED.findall(words):
        if country := next(filter(None, map(find_country, (run, *run.split()))), None):
            yield country


@lru_cache(maxsize=1 << 12)
def body_in(words: str) -> Body | None:
    """The body in the words of a role: the Pentagon in "Pentagon spokesman", but no country in "US singer"."""
    for found in _CAPITALISED.finditer(_HOW_HIGH.sub("", words)):
        place = match_country(found.group())
        if (place is None or place.how is Match.SEAT) and (body := find_body(found.group())):
            return body
    return None
