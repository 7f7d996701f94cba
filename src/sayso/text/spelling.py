"""The form in which names of countries, outlets and bodies are looked up."""

import re
from functools import lru_cache

from sayso.text.names import letters_of

CASE_COUNTS_UP_TO_CHARS = 3
"""Names this short count only as they are written: "us", "it" and "who" are pronouns, "US", "IT" and "WHO" are none."""

_DOTTED = re.compile(r"\b(?:[A-Za-z]\.){2,}")
_POSSESSIVE = re.compile(r"(?<=\w)['’](?:s\b|(?=\s|$))")
_EDGES = ' \t\r\n,.;:–—-“”„"«»‘[]'


def plain_words(words: str) -> str:
    """Words without outer signs, possessive endings, a leading "the" and the full stops of "U.S."."""
    if words.isalpha():
        return words
    if "." in words:
        words = _DOTTED.sub(lambda found: found.group().replace(".", ""), words)
    if "'" in words or "’" in words:
        words = _POSSESSIVE.sub("", words)
    bare = words.strip(_EDGES)
    return bare[4:].lstrip() if bare[:4].casefold() == "the " else bare


@lru_cache(maxsize=1 << 16)
def look_up_key(words: str) -> str:
    """What a name is looked up by; short names keep their case."""
    bare = plain_words(words)
    return bare if len(bare) <= CASE_COUNTS_UP_TO_CHARS else letters_of(bare)
