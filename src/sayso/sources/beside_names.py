"""The words beside a name that describe its bearer: "tour manager" of "Another was tour manager Jane Doe"."""

import re

from sayso.sources.lexicon import BODY_NOUNS, MEDIA_NOUNS, PERSON_NOUNS, PREPOSITIONS

ACRONYM = re.compile(r" ?[(\[]([A-Z][A-Za-z.&-]{1,9})[)\]]")
_APPOSED_END = re.compile(r"[,.;)]|$")
_REACH_CHARS = 70
_HEADS = PERSON_NOUNS | MEDIA_NOUNS | BODY_NOUNS
_ENDS_DESCRIPTION = PREPOSITIONS | {"the", "a", "an", "was", "is", "and", "said", "that", "as", "but"}
_SUBJECTS = frozenset({"he", "she", "it", "they", "we", "i", "you", "who"})
"""Before a noun they make a verb of it: "He accused Jane Doe"."""


def describing_words(text: str, start: int) -> str:
    """The words right in front of a name that describe it: "tour manager" of "Another was tour manager"."""
    kept: list[str] = []
    first = max(text.rfind("\n", 0, start) + 1, start - _REACH_CHARS)
    is_cut = first > 0 and text[first - 1] not in "\n "
    last = text[max(first, text.rfind(" ", first, start - 1) + 1) : start - 1]
    if not text.endswith(" ", first, start) or last.casefold() not in _HEADS:
        return ""
    words = text[first:start].split(" ")
    for word in reversed(words[is_cut:-1]):
        folded = word.casefold()
        if folded in _SUBJECTS:
            return ""
        if folded in _ENDS_DESCRIPTION or not word[-1:].isalnum():
            break
        kept.append(word)
    return " ".join(reversed(kept[:7]))


def apposed_words(text: str, start: int, end: int) -> str:
    """What a name in apposition is told to be in front of it: "mayor" of "New York's mayor, Jane Doe, left"."""
    if not text.startswith(", ", start - 2) or not _APPOSED_END.match(text, end):
        return ""
    words = describing_words(f"{text[max(0, start - _REACH_CHARS) : start - 2]} ", min(start, _REACH_CHARS) - 1)
    return words if words.rsplit(" ", 1)[-1].casefold() in PERSON_NOUNS else ""


def skip_brackets(text: str, end: int) -> int:
    """Past the acronym in brackets that stands behind a name: where what describes its bearer may start."""
    found = ACRONYM.match(text, end)
    return found.end() if found else end
