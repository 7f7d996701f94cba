"""Sides that other words of a story tell: the country of "the Joint Chiefs of Staff", the place that a mayor leads."""

import re
from collections.abc import Iterator
from typing import Literal

from sayso.records import Source
from sayso.sources.known.bodies import Body, find_body
from sayso.sources.known.gazetteer import Country, find_country
from sayso.sources.lexicon import SAYING_WORDS
from sayso.sources.offices.national_offices import is_national
from sayso.sources.offices.officers import find_body_of_administration
from sayso.text.places import places_of

_STATE_FORCE = re.compile(
    r"military|army|navy|air force|armed forces|security forces|police|authorities|prosecutors|government|"
    r"state (?:television|tv|media|radio|broadcaster|news agency)|"
    r"national (?:cent(?:re|er)|institute|laboratory|agency|authority|observatory|survey|service) (?:for|of) [\w ]+",
    re.IGNORECASE,
)
"""What every state has, so that its name alone does not tell whose it is."""
_STATES_OWN = re.compile(
    r"(?:Administration|Agency|Authority|Bureau|Commission|Department|Directorate|Inspectorate|Service|Survey|"
    r"(?:Civil Aviation|Atomic Energy|Meteorological|Maritime|Space Research) Organi[sz]ation)$"
)
"""How the names of bodies end that are a state's where it owns them: "Kenya's Wildlife Service"."""
_OWNER = re.compile(r"\b(?P<country>(?:[A-Z]\w+ )?[A-Z]\w+|(?:[A-Z]\.){2,})(?:['’]s?)? (?P<office>(?:[a-z]+ ){0,4})\Z")
"""Right before a name: whose it is, and what ("Iran's ", "Iran's weather office ")."""
_OWNER_WORDS = 6
"""How many words that takes at most."""
_OWNS = ("'s ", "’s ", "' ", "’ ")
_PARTING = SAYING_WORDS | {"and", "or"}
_WORD = re.compile(r"[^\s,;:.()]+")
_EDGE = re.compile(r"\b")
_WORDS_BEFORE = 3
"""How many words before a body's name may name its country: "the United States' Joint Chiefs of Staff"."""
_PART_ENDS = re.compile(r"[,;:()—–] |(?<=[a-z])[.!?][\"”]? ")
"""Past these no country is a body's: "To Chile, the Ministry of Finance said"."""
_BEFORE_ROLE = {most: re.compile(rf"(?:[\w.'’-]+ ){{1,{most}}}$") for most in (2, 3)}
_OPENED = re.compile(
    r".*(?:[a-z]{3}[.!?][\"”’]? |\b(?:But|And|Plus|Another|Both|Even|Also|Meanwhile|When|While|As|If) )"
)
"""What ends before the sentence or opens it: "But" and "Ohio." of "left Ohio. But founder Jane Doe" are no body."""
_LEADS_BEHIND = re.compile(
    r"(?:(?:interim|acting|caretaker) )?"
    r"(?:president|prime minister|premier|chancellor|king|queen|emir|sultan|(?P<place>gov(?:ernor)?\.?|mayor))",
    re.IGNORECASE,
)
_COUNTRY_AFTER = re.compile(r" of (?:the )?((?:[A-Z][\w-]+ ?){1,3})")


def told_role(source: Source, text: str, words_before: Literal[2, 3] = 2) -> str:
    """A person's role with the words before it, where it stands before the name: "former", "US Democratic"."""
    role = source.role or ""
    start = source.named_in[0].start - len(role) - 1 if source.named_in else -1
    if not role or start < 0 or not text.startswith(role, start):
        return role
    words = _BEFORE_ROLE[words_before].search(text, _start_of_words(text, start, words_before), start)
    return f"{_OPENED.sub('', words.group())}{role}" if words else role


def _start_of_words(text: str, end: int, count: int) -> int:
    """Where the last so many words before an offset start: from a text's start it took an eighth of reading a story."""
    for _ in range(count + 1):
        end = text.rfind(" ", 0, max(end, 0))
    return end + 1


def find_state_behind(source: Source, text: str) -> str | None:
    """The state or place told behind a leader's name, or its state before the title.

    "President Jane Doe of Chile", "Mayor Jane Doe of Lyon", "Norway's King John".
    """
    leads = _LEADS_BEHIND.fullmatch(source.role or "")
    if leads is None:
        return None
    if not leads["place"] and (country := _country_owning(source, text)):
        return country.state
    behind = (_COUNTRY_AFTER.match(text, span.end) for span in source.named_in)
    words = [found[1].split() for found in behind if found]
    if leads["place"]:
        return " ".join(words[0]) if words else None
    named = (find_country(" ".join(some[:count])) for some in words for count in range(len(some), 0, -1))
    return next((country.state for country in named if country), None)


def _country_owning(source: Source, text: str) -> Country | None:
    """The country whose leader a title is told to be right in front of it: "Norway's King John"."""
    titles = [span.start - len(f"{source.role} ") for span in source.named_in]
    owners = (_OWNER.search(text, _start_of_words(text, start, 2), start) for start in titles if start > 0)
    told = (found["country"] for found in owners if found and found.group().endswith(_OWNS))
    return next(filter(None, map(find_country, told)), None)


def find_state_beside(words: str, text: str) -> str | None:
    """The state whose "military" or "Accident Bureau" a story means: the one country beside whose name it stands.

    Args:
        words: What a source is called.
        text: The story, which calls it "Iran's military", "Iranian state television" or "Iran's weather office ISMA"
            elsewhere.
    """
    if _STATE_FORCE.fullmatch(words) or is_national(words, ""):
        beside = [found for found in _owners_before(words, text) if not found["office"]]
    elif words[:1].isupper():
        owned = _STATES_OWN.search(words) is not None
        beside = [
            found
            for found in _owners_before(words, text)
            if _tells_owner(found["office"].split()) or (owned and found.group().endswith(_OWNS))
        ]
    else:
        return None
    countries = {
        country
        for found in beside
        for part in (found["country"], found["country"].split()[-1])
        if (country := find_country(part))
    }
    return countries.pop().state if len(countries) == 1 else None


def _owners_before(words: str, text: str) -> Iterator[re.Match[str]]:
    """What tells whose something is, right before each place where a text names it."""
    for start in _where_told(words, text):
        owner = _OWNER.search(text, _start_of_words(text, start, _OWNER_WORDS), start)
        if owner and _EDGE.match(text, start + len(words)):
            yield owner


def _where_told(words: str, text: str) -> Iterator[int]:
    """Where a text has words; an office in small letters, too, but for another's: "Kenya's trade minister Jane Doe"."""
    if is_national(words, ""):
        office = re.escape(words)
        yield from (found.start() for found in re.finditer(rf"(?<= )(?:{office}|(?i:{office})(?! [A-Z]))", text))
        return
    yield from (at + 1 for at in places_of(f" {words}", text))


def _tells_owner(office: list[str]) -> bool:
    """Tell whether words between are an office's.

    "Chile's interior ministry told KNA" and "the Chilean interior minister and KNA" say nothing of whose KNA is.
    """
    return bool(office) and _PARTING.isdisjoint(office) and is_national(" ".join(office), "")


def find_body_beside(name: str, text: str) -> Body | None:
    """The body that a name without a country means in a story: the one country's with which the story names it.

    Args:
        name: A proper name that many countries' bodies bear ("Joint Chiefs of Staff").
        text: The story.
    """
    if not name[:1].isupper() or " " not in name or find_body(name):
        return None
    found = {body for start in places_of(name, text) if (body := _body_at(name, start, text))}
    return found.pop() if len(found) == 1 else None


def _body_at(name: str, start: int, text: str) -> Body | None:
    """The body that a name and the country before or behind it name at one place of a text."""
    if after := _COUNTRY_AFTER.match(text, start + len(name)):
        words = after[1].split()
        named = (find_body(f"{name} of {' '.join(words[:count])}") for count in range(len(words), 0, -1))
        if body := next(filter(None, named), None):
            return body
    before = _PART_ENDS.split(text[text.rfind("\n", 0, start) + 1 : start])[-1].split()[-_WORDS_BEFORE:]
    told = [f"{' '.join(before[first:])} {name}" for first in range(len(before))]
    named = (find_body(words) or find_body_of_administration(words) for words in told)
    return next((body for body in named if body and body.country), None)
