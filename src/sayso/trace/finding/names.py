"""The names in a claim: a story that names none of those whom a claim is on does not state it."""

import re
from collections.abc import Sequence, Set
from dataclasses import dataclass

from sayso.sources.known.gazetteer import find_body, find_country
from sayso.sources.known.given_names import gender_of
from sayso.sources.known.leaders import find_leaders_by_surname
from sayso.sources.lexicon.media_words import PLATFORMS
from sayso.text.names import fold_name
from sayso.text.places import places_of
from sayso.trace.finding.periods import TIMES

STEM_CHARS = 5
"""So much of a name tells it from others, however it is bent or spelled: "Zelensky", "Zelenskiy", "Zelensky's"."""

FULL_NAME_SHARE = 0.1
"""So often a surname stands behind a first name: of "Republican" that is a slip, "Susan Republicans"."""

_RUN = re.compile(r"[A-Z][\w'’-]*(?: (?:(?:al|bin|da|de|del|der|di|la|le|van|von) )?[A-Z][\w'’-]*)*")
_WORD = re.compile(r"[^\W\d_]\w*")
_CURRENCY = re.compile(r"(?:(?:Rs|RM|Rp|Tk|EUR|USD|GBP|INR|CHF)\.? ?|[A-Z]{1,2}[$£])\d")
"""Before a sum: "Rs 10", "RM5", "US$3"."""
_POSTED = re.compile(r" (?:accounts?|channels?|groups?|messages?|pages?|posts?|users?|videos?)\b")
"""Behind a platform: a story of "the Telegram channel Tide Watch" may call it "the channel Tide Watch"."""
_FULL_NAME = re.compile(r"(?:[A-Z][\w.’'-]* )+(?P<surname>\w+)$")
_POSSESSIVE = re.compile(r"['’]s?$")
_BEFORE = re.compile(r"(?P<names>(?:\b[A-Z]\w+(?: [A-Z][\w.]*)?)?)(?<=[a-z,”\"’.])\Z")
"""Before a surname within a sentence, where only a name has a capital letter: the names with it."""
LONGEST_BEFORE_CHARS = 40


@dataclass(frozen=True, slots=True)
class ClaimName:
    """A name in a claim.

    Attributes:
        stems: How those of its words begin, folded, of which a text that means it has one: of a person the surname.
        initials: Those of all its words: "who" for the World Health Organization.
    """

    stems: tuple[str, ...]
    initials: str

    def is_among(self, words: Set[str]) -> bool:
        """Tell whether some folded words have the name, or the initials of a longer one."""
        return (len(self.initials) > 1 and self.initials in words) or any(word.startswith(self.stems) for word in words)


def find_names(claim: str) -> tuple[ClaimName, ...]:
    """The names in a claim that a story on it must have.

    Countries with their people and capitals, bodies known by several names, acronyms, months and days are none, as
    stories have other words for these; nor is one word that starts the claim, which has its capital by that.
    """
    runs = [
        (found.start(), [_POSSESSIVE.sub("", word) for word in found.group().split()])
        for found in _RUN.finditer(claim)
        if not _CURRENCY.match(claim, found.start()) and not _is_platform(claim, found)
    ]
    return tuple(
        _name(words) for start, words in runs if not (start == 0 and len(words) == 1) and not _has_other_names(words)
    )


def find_surnames(claim: str, texts: Sequence[str], people: Set[str]) -> tuple[ClaimName, ...]:
    """The surnames that a claim begins with, or has in small letters, and that stories tell of a person.

    "Northam resigned" has its capital by its place, "did northam resign" none: both are on a person if stories tell of
    a Ralph Northam. Heads of states and of governments are none, as stories have other words for what they do.

    Args:
        claim: What is asked.
        texts: Those of stories that may be on it.
        people: The full names of persons who speak in these.
    """
    may_be = _WORD.findall(claim) if claim == claim.casefold() else _lone_first_word(claim)
    if not may_be:
        return ()
    whole, speaking = "\n".join(texts), {found["surname"] for name in people if (found := _FULL_NAME.match(name))}
    return tuple(_name([word]) for word in map(str.title, may_be) if _is_surname(word, whole, speaking))


def _lone_first_word(claim: str) -> list[str]:
    first = _RUN.match(claim)
    return _WORD.findall(claim)[:1] if first and " " not in first.group() else []


def _is_surname(word: str, text: str, speaking: Set[str]) -> bool:
    """Tell whether a word is that of a speaker, or stands behind first names, and seldom in small letters."""
    if any(leader.notable for leader in find_leaders_by_surname(word)):
        return False
    if text.count(f" {word}") <= text.count(f" {word.casefold()}"):
        return False
    told = [_BEFORE.search(text, max(0, at - LONGEST_BEFORE_CHARS), at) for at in places_of(f" {word}", text)]
    inside = sum(before is not None for before in told)
    named = sum(any(map(gender_of, before["names"].split())) for before in told if before)
    return word in speaking or (inside > 0 and named >= FULL_NAME_SHARE * inside)


def _is_platform(claim: str, found: re.Match[str]) -> bool:
    return found.group().casefold() in PLATFORMS and _POSTED.match(claim, found.end()) is not None


def names_allow(names: tuple[ClaimName, ...], text: str) -> bool:
    """Tell whether a text has every name of a claim."""
    if not names:
        return True
    words = {fold_name(word) for word in set(_WORD.findall(text)) if word[0].isupper()}
    return all(name.is_among(words) for name in names)


def _name(words: list[str]) -> ClaimName:
    telling = words[-1:] if gender_of(words[0]) else words
    stems = tuple(stem for word in telling for stem in fold_name(word)[:STEM_CHARS].split())
    return ClaimName(stems, "".join(word[0] for word in words).casefold())


def _has_other_names(words: list[str]) -> bool:
    whole, last = " ".join(words), words[-1]
    if last.isupper() or last.casefold().removesuffix("s") in TIMES:
        return True
    return any(find_body(part) or find_country(part) for part in (whole, last, whole.removesuffix("s")))
