"""Bodies that no table has and whose one name joins words with "and": "the Harbour and Fisheries Agency (HFA)"."""

import re
from functools import lru_cache

from sayso.records import Span
from sayso.sources.known.gazetteer import is_known
from sayso.sources.lexicon import BODY_NAME_WORDS, PERSON_NOUNS, TITLES
from sayso.sources.names.beside_names import ACRONYM
from sayso.sources.names.runs import is_acronym

_JOIN = " and "
"""Without it no name of a text is joined, as in some short ones."""
_NOUN = (
    r"(?:Agency|Authority|Commission|Ministry|Department|Administration|Office|Committee|Board|Service|Services|Bureau|"
    r"Directorate|Council|Institute|Inspectorate|Secretariat|Association|Union|Federation)"
)
_TOPIC = r"[A-Z][a-z]+(?:-[A-Z][a-z]+)?"
_TOPICS = rf"{_TOPIC}(?: {_TOPIC})?"
_ENDS = rf"{_TOPICS} {_NOUN}"
_PORTFOLIO = (
    rf"(?:Ministry|Department|Secretariat|Bureau|Office|Institute|Agency) (?:of|for) {_TOPICS}"
    rf"(?:, {_TOPICS})+,? and {_TOPICS}"
)
LISTED_NAME = rf"(?:{_PORTFOLIO}|{_TOPIC}(?:, {_TOPIC})+,? and {_ENDS})"
"""A name with commas: "Tides, Trade and Harbour Office", "Ministry of Tides, Trade and Harbours"."""
_LISTED = re.compile(rf"\b{_PORTFOLIO}")
_FIRST = rf"(?P<first>{_TOPICS})(?:, {_TOPIC})*"
_HELD = re.compile(
    r"(?=[A-Zt])"  # the letters that it begins with: looked at first, they halve the search
    rf"(?P<article>\b[Tt]he )?(?<![\w’'-])(?P<name>{_FIRST} and (?P<second>{_ENDS})(?: of [A-Z][a-z]+)?)"
    r"(?! [A-Z]|['’]s [A-Z])(?: (?P<officer>[a-z]+))?"
)
_BEFORE = re.compile(rf"(?<![\w’'-])(?!The ){_FIRST} and \Z")
_LONGEST_BEFORE_CHARS = 60
_TOKEN = re.compile(r"\S+")
_SMALL_WORDS = frozenset({"of", "the", "and", "for", "in", "on", "to", "&"})


@lru_cache(maxsize=16)
def find_joined_names(text: str) -> dict[int, int]:
    """Where such names start and end: an acronym in brackets spells them, an article or an officer holds them together.

    Two bodies have an article each ("the Senate and the Fisheries Office"), or the first is named alone as well.
    """
    if _JOIN not in text:
        return {}
    spelt = (spelt_out(text, short) for short in ACRONYM.finditer(text))
    names = {span.start: span.end for span in spelt if span and _JOIN in span.of(text)}
    names |= dict(found.span() for found in _LISTED.finditer(text))
    for found in _HELD.finditer(text):
        is_held = found["article"] or found["officer"] in PERSON_NOUNS
        if is_held and _is_topic(text, found["first"]) and f"the {found['second']}" not in text:
            names.setdefault(*found.span("name"))
    return names


def joined_before(text: str, start: int, office: str) -> str:
    """The words that an office before a name goes on from: "Tides and " of "Tides and Fisheries Minister Jane Doe"."""
    words = office.split()
    if len(words) < 2 or not office[:1].isupper() or words[0].casefold() in TITLES:
        return ""
    is_of_body = not BODY_NAME_WORDS.isdisjoint(words) and words[-1].casefold() in PERSON_NOUNS
    if not is_of_body and words[-1].casefold() not in TITLES:
        return ""
    found = _BEFORE.search(text, max(0, start - _LONGEST_BEFORE_CHARS), start)
    return found[0] if found and _is_topic(text, found["first"]) else ""


def spelt_out(text: str, short: re.Match[str]) -> Span | None:
    """The words whose first letters spell the acronym that follows them in brackets."""
    letters = [letter.casefold() for letter in short[1] if letter.isalpha()]
    words = list(_TOKEN.finditer(text, max(0, short.start() - 20 * len(letters)), short.start()))
    for word in reversed(words):
        if word.group() in _SMALL_WORDS:
            continue
        initials = [part[0] for part in word.group().split("-") if part]
        if word.group()[0].islower() and not (len(initials) > 1 and initials[-1].isupper()):
            return None
        spelt = len(initials) if "".join(initials).casefold() == "".join(letters[-len(initials) :]) else 1
        if not letters or (spelt == 1 and word.group()[0].casefold() != letters[-1]):
            return None
        del letters[-spelt:]
        if not letters:
            return Span(word.start(), word.start() + len(text[word.start() : short.start()].rstrip("’'")))
    return None


def _is_topic(text: str, first: str) -> bool:
    """Tell whether words say what an office is for: no known name, and named nowhere without what follows here."""
    parts = first.split()
    if is_acronym(first) or is_known(first) or any(word in BODY_NAME_WORDS for word in parts):
        return False
    if any(word.casefold() in TITLES | PERSON_NOUNS for word in parts):
        return False
    alone = re.findall(rf"\b{re.escape(first)}\b(?!,? (?:and )?[A-Z])", text)
    return not alone
