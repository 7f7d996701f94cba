"""Whose reporting a story says that it rests on: "told Reuters", "in an interview with the BBC", "CNN reported"."""

import re
from collections.abc import Iterator, Set
from functools import lru_cache

from sayso.text.outlets import find_publisher
from sayso.text.spelling import look_up_key

MOST_WORDS = 5
"""Of which the name of an outlet is made at most: "The Wall Street Journal"."""

_LONGEST_NAME_CHARS = 60
_WORD = r"[A-Z][\w&'’.-]*"
_NAME = re.compile(rf"(?:[Tt]he )?({_WORD}(?: (?:of |the |and |& )?{_WORD}){{0,{MOST_WORDS - 1}}})")
_WORD_END = re.compile(r"['’]s?$|[,.;:]$")
_BETWEEN = frozenset(("of", "the", "and", "&"))
_BEFORE_REPORTED = frozenset(("first", "has", "had", "also", "previously", "earlier"))

_SAID_TO = ("told ", "interview with ", "interview to ", "speaking to ", "spoke to ")
_REPORTED_BY = ("reported by ", "according to ", "report by ")
_REPORTED = (" reported", " reports")


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
    heard = {key: False for names in (_read_names(text, _REPORTED_BY), _read_reporters(text)) for key in names}
    heard |= dict.fromkeys(_read_names(text, _SAID_TO), True)
    return {key: is_told for key, is_told in heard.items() if key in outlets}


def _read_names(text: str, cues: tuple[str, ...]) -> Iterator[str]:
    """The keys of the names behind cues, and of their first words: of "Fox News Sunday" three.

    The cues are sought one by one, as one pattern for all takes ten times as long.
    """
    for cue in cues:
        for _, end in _find_all(text, cue):
            if found := _NAME.match(text, end, end + _LONGEST_NAME_CHARS):
                words = found[1].split()
                yield from (_key(words[:count]) for count in range(1, len(words) + 1))


def _read_reporters(text: str) -> Iterator[str]:
    """The keys of the names before "reported", and of their last words: "On Monday Reuters" ends in an outlet."""
    for cue in _REPORTED:
        for start, _ in _find_all(text, cue):
            words = text[max(0, start - _LONGEST_NAME_CHARS) : start].split()
            while words and words[-1] in _BEFORE_REPORTED:
                words.pop()
            for count in range(1, min(MOST_WORDS, len(words)) + 1):
                first = words[-count]
                if first[0].isupper():
                    yield _key(words[-count:])
                elif first not in _BETWEEN or count == 1:
                    break


def _find_all(text: str, cue: str) -> Iterator[tuple[int, int]]:
    start = text.find(cue)
    while start >= 0:
        yield start, start + len(cue)
        start = text.find(cue, start + len(cue))


def _key(words: list[str]) -> str:
    return outlet_key(_WORD_END.sub("", " ".join(words)))
