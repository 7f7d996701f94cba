"""Whose reporting a story says that it rests on: "told Reuters", "in an interview with the BBC", "CNN reported"."""

import re
from collections.abc import Iterator, Set
from functools import lru_cache

from sayso.text.outlets import find_publisher
from sayso.text.places import places_of
from sayso.text.spelling import look_up_key

MOST_WORDS = 5
"""Of which the name of an outlet is made at most: "The Wall Street Journal"."""

_LONGEST_NAME_CHARS = 60
_WORD = r"[A-Z][\w&'’.-]*"
_NAME = re.compile(rf"(?:[Tt]he )?({_WORD}(?: (?:of |the |and |& )?{_WORD}){{0,{MOST_WORDS - 1}}})")
_WORD_END = re.compile(r"['’]s?$|[,.;:]$")
_BETWEEN = frozenset(("of", "the", "and", "&"))
_BEFORE_REPORTED = frozenset(("first", "has", "had", "also", "previously", "earlier"))

_CUES = (
    ("told", re.compile("told "), True),
    ("interview", re.compile("interview (?:with|to) "), True),
    ("ccording", re.compile("ccording to "), False),
)
"""What stands before the name of an outlet: a word to look for, what must stand there, and whether something was told
to the outlet. To look for the bare words takes half as long as to look for the patterns."""

_REPORT, _REPORTED = "report", re.compile(r"report(?:ed|s)?\b(?P<by> by )?")
"""What stands behind the name of an outlet, or before it."""


@lru_cache(maxsize=1 << 14)
def outlet_key(name: str) -> str:
    """What an outlet goes by, whether it is named by name or host: its name in the table of outlets, else folded."""
    known = find_publisher(name)
    return known.name if known else look_up_key(name)


def outlet_name(name: str) -> str:
    """The name of an outlet in the table of outlets; of one that is not there, what it is called here."""
    known = find_publisher(name)
    return known.name if known else name


@lru_cache(maxsize=1 << 14)
def owner_of(name: str) -> str | None:
    """Who owns an outlet; None where that is not known."""
    known = find_publisher(name)
    return known.owner if known else None


def find_heard(text: str, outlets: Set[str]) -> dict[str, bool]:
    """The outlets, of some given by their keys, that a text rests on.

    Returns:
        Whether something was told to the outlet; else it is said to have reported it.
    """
    heard: dict[str, bool] = {}
    for key, is_told in _read_names(text):
        if key in outlets:
            heard[key] = heard.get(key, False) or is_told
    return heard


def _read_names(text: str) -> Iterator[tuple[str, bool]]:
    """The keys of names where an outlet may stand, with whether something is said to have been told to it."""
    for word, cue, is_told in _CUES:
        for at in _find_all(text, word, cue):
            yield from ((key, is_told) for key in _read_behind(text, at.end()))
    for at in _find_all(text, _REPORT, _REPORTED):
        keys = _read_behind(text, at.end()) if at["by"] else _read_before(text, at.start())
        yield from ((key, False) for key in keys)


def _find_all(text: str, word: str, cue: re.Pattern[str]) -> Iterator[re.Match[str]]:
    for start in places_of(word, text):
        if found := cue.match(text, start):
            yield found


def _read_behind(text: str, start: int) -> Iterator[str]:
    """The keys of a name and of its first words: "Fox News Sunday" opens with an outlet."""
    if found := _NAME.match(text, start, start + _LONGEST_NAME_CHARS):
        words = found[1].split()
        yield from (_key(words[:count]) for count in range(1, len(words) + 1))


def _read_before(text: str, end: int) -> Iterator[str]:
    """The keys of a name and of its last words: "On Monday Reuters" ends in an outlet."""
    words = text[max(0, end - _LONGEST_NAME_CHARS) : end].split()
    while words and words[-1] in _BEFORE_REPORTED:
        words.pop()
    for count in range(1, min(MOST_WORDS, len(words)) + 1):
        first = words[-count]
        if first[0].isupper():
            yield _key(words[-count:])
        elif first not in _BETWEEN or count == 1:
            return


def _key(words: list[str]) -> str:
    return outlet_key(_WORD_END.sub("", " ".join(words)))
