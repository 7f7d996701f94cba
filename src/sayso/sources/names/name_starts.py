"""Where in a run of capitalised words the titles end and a name starts."""

import re
from functools import lru_cache

from sayso.sources.known.gazetteer import find_body, find_country, gender_of
from sayso.sources.lexicon import ALSO_SURNAMES, BODY_NAME_WORDS, PERSON_NOUNS, ROLE_NOUNS, TITLES
from sayso.sources.names.runs import FULL_NAME_WORDS, LINKS, Part, stands_alone
from sayso.text.word_tables import word_table

_COMPLEMENTS = frozenset(
    [
        "State",
        "Defense",
        "Defence",
        "Health",
        "Education",
        "Energy",
        "Commerce",
        "Labor",
        "Agriculture",
        "Interior",
        "Treasury",
        "Finance",
        "Justice",
    ]
)
_OF_PERSONS = frozenset({"Mr", "Mrs", "Ms", "Miss", "Dr", "Prof", "Professor", "Sir", "Dame", "Fr", "Rev"})
"""Titles that open no body's name."""
_ALSO_GIVEN = frozenset({"Dean", "Major", "Duke", "Earl", "Prince"})
"""Titles that are given names behind another."""
_BEFORE_SURNAMES = word_table(
    "promoter trainer referee umpire midwife nurse surgeon pathologist firefighter paramedic negotiator mediator "
    "rector accountant midfielder striker defender goalkeeper juror "
)
"""What news puts before a surname alone, and nobody is called by."""
_LONGEST_NAME_WORDS = 3
OPEN_PLACES = frozenset({"San", "Santa", "St", "St.", "Saint", "Los", "Las", "El", "La", "Port", "Fort"})
"""Words that are a place's name only with the next."""
_KINDS_OF_SEATS = word_table("company firm group corporation concern holding agency party union club bank airline")
_HEAD_OF = re.compile(
    r"(?P<noun>[A-Za-z-]+)(?: of [a-z]+)? (?:of|for|at|to|in) (?:the )?"
    rf"(?:(?:[\w-]+ ){{0,2}}(?:{'|'.join(sorted(_KINDS_OF_SEATS))}) |(?:[A-Z][\w-]+ ){{0,3}}[A-Z][\w-]+['’]s )?\Z"
)
_TO_HEAD_CHARS = 60
_HEAD_ENDS = (*(f" {word} " for word in (*sorted(_KINDS_OF_SEATS), "of", "for", "at", "to", "in", "the")), "'s ", "’s ")
"""How what tells of a head ends; without one of these `_HEAD_OF` finds none, as before most names."""
_FROM_SEAT = re.compile(r"\b(?:senator|representative|congress(?:man|woman)|lawmaker|MP) from \Z", re.IGNORECASE)
"""Before the place for which a lawmaker sits, whose name follows that."""
_AGED_OR_PARENT = re.compile(
    r"\w+-year-old|(?:mum|mom|mother|dad|father|gran|granny|grandmother|grandfather)-of-[\w-]+", re.IGNORECASE
)
"""What is told of people before their names: "mum-of-two Jane"."""
_GIVEN_AND_TITLE = re.compile(
    rf"\b([A-Z][\w-]+)(?: [A-Z]\.)? ({'|'.join(sorted(map(str.capitalize, ALSO_SURNAMES)))})\b(?! [A-Z])"
)
_SUFFIXES = frozenset(("Jr", "Jr.", "Sr", "Sr.", "II", "III"))


def find_name(parts: list[Part]) -> int:
    """Where the name behind a person's titles starts; 0 where there are no titles."""
    if len(parts) < FULL_NAME_WORDS:
        return 0
    link = next((index for index, part in enumerate(parts) if part.word in LINKS), 0)
    if link >= FULL_NAME_WORDS and parts[0].word.rstrip(".") in _OF_PERSONS:
        parts = parts[:link]  # "Dr Jane Doe of the Harbour Agency"
    last = len(parts) - 1 - (parts[-1].word in _SUFFIXES)
    if parts[last].word in BODY_NAME_WORDS and not any(gender_of(part.word) for part in parts[1:last]):
        return 0
    if last and _AGED_OR_PARENT.fullmatch(parts[0].word):
        return 1
    titles = [index for index in range(last) if parts[index].word.rstrip(".").casefold() in TITLES]
    if len(titles) > 1 and titles[-1] == last - 1 and parts[titles[-1]].word in _ALSO_GIVEN:
        titles.pop()  # "Sen. Dean Doe"
    if len(titles) > 1 and is_surname_like_title(parts[: titles[-1] + 1]) and parts[titles[-1] + 1].word in LINKS:
        titles.pop()  # "Rep. Peter King of New York"
    if not titles and (last > 1 or _is_role_of_surname(parts[0].word)):
        titles = [index for index in range(last) if _is_calling(parts, index)]
    if not titles:
        return 0
    at = titles[-1] + 1
    if parts[at].word == "&":
        return 0
    if parts[at].word in BODY_NAME_WORDS:
        return _name_behind_body(parts, at)
    if parts[at].word not in LINKS:
        return _behind_second_office(parts, at, last)
    at += 1 + (parts[at + 1].word == "the")
    rest = parts[at:]
    skipped = _skip_complement([part.word for part in rest])
    return at + skipped if skipped < len(rest) else 0


def _behind_second_office(parts: list[Part], at: int, last: int) -> int:
    """Past an office of two words that goes on from a title, before a given name: "Chief Medical Examiner Jane Doe"."""
    for index in range(at + 1, min(at + 2, last)):
        if parts[index].word.casefold() in ROLE_NOUNS and gender_of(parts[index + 1].word) is not None:
            return index + 1
    return at


def is_surname_like_title(parts: list[Part], text: str = "") -> bool:
    """Tell whether the last of some words is a surname that is a title elsewhere: "Mr. King", "Peter T. King".

    One word alone is where the text, if given, has a person so called.
    """
    if len(parts) == 1 and not text.endswith(("the ", "The "), 0, parts[0].start):
        return parts[0].word in _surnames_like_titles(text)
    *before, last = (part.word.rstrip(".") for part in parts)
    called = bool(before) and (before[-1] in _OF_PERSONS or len(before[-1]) == 1 or gender_of(before[-1]) is not None)
    return called and last.casefold() in ALSO_SURNAMES


@lru_cache(maxsize=16)
def _surnames_like_titles(text: str) -> frozenset[str]:
    """The titles that a text also has for a surname, behind a given name: "Peter T. King"."""
    return frozenset(found[2] for found in _GIVEN_AND_TITLE.finditer(text) if gender_of(found[1]) is not None)


def _is_calling(parts: list[Part], index: int) -> bool:
    """Tell whether a word says what the person named next is: "Geologist" of "State Geologist Jane Doe"."""
    word, is_given = parts[index].word.casefold().removeprefix("co-"), gender_of(parts[index + 1].word) is not None
    called = word in PERSON_NOUNS or word.endswith("ologist")
    return (called and (index == 0 or is_given)) or (word in ("lead", "private") and is_given)


def _is_role_of_surname(word: str) -> bool:
    """Tell whether a word says what somebody is whose surname alone follows: "Trainer Doe", but "Hunter Doe"."""
    return word.casefold() in _BEFORE_SURNAMES and gender_of(word) is None


def _name_behind_body(parts: list[Part], at: int) -> int:
    """Where the given name starts right behind a body's name: "General Staff Jane Doe"; 0 where none does."""
    for index in range(at + 1, len(parts) - 1):
        behind_body = parts[index - 1].word in BODY_NAME_WORDS and parts[-1].word not in BODY_NAME_WORDS
        if behind_body and gender_of(parts[index].word):
            return index
    return 0


def skip_seat(text: str, parts: list[Part]) -> int:
    """Where a name starts behind the body or place of an office: "mayor of Los Angeles Jane Doe"; 0 where none does."""
    start = parts[0].start
    if not text.endswith(_HEAD_ENDS, 0, start):
        return 0
    head = _HEAD_OF.search(text, max(0, start - _TO_HEAD_CHARS), start)
    if head is None or head["noun"].casefold().removeprefix("then-") not in PERSON_NOUNS:
        return 0
    return _name_behind_seat([part.word for part in parts], text)


def _name_behind_seat(words: list[str], text: str = "") -> int:
    """Where the last words of "Southern District of New York Jane Doe" name a person; 0 where they do not.

    A company of one word is told from a given name where the text also names it without one.
    """
    for at in range(len(words) - FULL_NAME_WORDS, 0, -1):
        name, before = words[at:], words[at - 1]
        capitals = sum(word[0].isupper() for word in name)
        if capitals > _LONGEST_NAME_WORDS or not (LINKS | BODY_NAME_WORDS).isdisjoint(name):
            return 0
        if name[0].islower() or capitals < FULL_NAME_WORDS or before in LINKS | OPEN_PLACES | {"the"}:
            continue
        linked = next((index + 1 for index in range(at - 1, -1, -1) if words[index] in LINKS | {"the"}), 0)
        alone = at == 1 and text and re.search(rf"\b{re.escape(before)}\b(?! [A-Z])", text) is not None
        is_person = gender_of(name[0]) is not None or (words[0] in BODY_NAME_WORDS and stands_alone(text, name[-1]))
        if alone or is_person or before in BODY_NAME_WORDS or _is_country(" ".join(words[linked:at])):
            return at
    return 0


def _is_country(words: str) -> bool:
    """Tell a country's name from what tells of it: "Kenya", not "Kenyan" as in "Kenyan Red Cross"."""
    country = find_country(words)
    return country is not None and words not in country.demonyms


def skip_place(text: str, parts: list[Part]) -> int:
    """Where the name starts in "Senator from Vermont Jane Doe"."""
    if not text.endswith("from ", 0, parts[0].start):
        return 0
    given = next((index for index in range(1, len(parts) - 1) if gender_of(parts[index].word)), 0)
    is_seat = _FROM_SEAT.search(text, max(0, parts[0].start - _TO_HEAD_CHARS), parts[0].start) is not None
    return given or (len(parts) - FULL_NAME_WORDS if is_seat and len(parts) > FULL_NAME_WORDS else 0)


def _skip_complement(words: list[str]) -> int:
    """How many words of "State Jane Doe" tell where an office is held; all of them if no name follows."""
    if not LINKS.isdisjoint(words):
        return _name_behind_seat(words) or len(words)
    for count in (3, 2):
        if len(words) == count + FULL_NAME_WORDS and find_body(f"Department of {' '.join(words[:count])}"):
            return count  # "Homeland Security Jane Doe"
    for count in (3, 2, 1):
        if len(words) > count and find_country(" ".join(words[:count])):
            of_body = not BODY_NAME_WORDS.isdisjoint(words[count:-FULL_NAME_WORDS])
            return _name_behind_seat(words) if of_body else count
    if len(words) > 1 and words[0] in _COMPLEMENTS:
        return 1
    given = next((index for index, word in enumerate(words) if index and gender_of(word)), None)
    if given is not None and len(words) - given >= 2:
        return given
    return 1 if len(words) == 3 else len(words)
