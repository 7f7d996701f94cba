"""Keys of sources that no table knows: by their words, by whom they speak for and by the day."""

import re
from functools import lru_cache
from typing import NamedTuple

from sayso.records import Identity
from sayso.text.names import fold_name
from sayso.text.spelling import plain_words

FULL_NAME_SCORE = 0.95
TABLE_SCORE = 0.97
NAMED_BODY_SCORE = 0.9
OF_ONE_AFFILIATION_SCORE = 0.85
OF_ONE_DAY_SCORE = 0.5
"""Set by kind of rule, not calibrated: what is known by its words on one day alone may well be two."""

_ARTICLES = re.compile(r"\b(?:the|an?)\s+", re.IGNORECASE)
_NAME_IN_SMALL_LETTERS = re.compile(r"(?:al|el|bin|de|van|von|di|da|dos|du|ibn)[ -]|d['’]|[ei][A-Z]")
"""How names may begin: "van der Bellen", "al-Assad", "eBay"."""


class Context(NamedTuple):
    """What is known of a source beside its name.

    Attributes:
        countries, belongs_to: The countries and the body that it speaks for.
        day: The day; None where no more than a month or year is known.
        date: The day, else what is known instead of it: a month, a year or "".
    """

    countries: frozenset[str]
    belongs_to: str
    day: str | None
    date: str


def identify_by_day(kind: str, name: str | None, context: Context) -> Identity:
    """What may be another in every story: kept apart by the day, and by whom it speaks for."""
    of = context.belongs_to or "|".join(sorted(context.countries))
    key = f"{kind}:{described_key(name or '')}|{of}|{context.date}"
    return Identity(key, name, "known by its words on that day alone", OF_ONE_DAY_SCORE)


@lru_cache(maxsize=1 << 12)
def described_key(words: str) -> str:
    """Words folded, without articles."""
    return fold_name(_ARTICLES.sub("", plain_words(words)))


@lru_cache(maxsize=1 << 12)
def is_described(name: str) -> bool:
    """Tell words that describe ("governor of Oryol") from a name."""
    bare = plain_words(name)
    return bare[:1].islower() and not _NAME_IN_SMALL_LETTERS.match(bare)
