"""The month that a claim is about, and whether words of a story may be on it."""

import re
from dataclasses import dataclass

from sayso.text.word_tables import word_table

_NAMES = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
TIMES = frozenset(name.casefold() for name in _NAMES) | word_table(
    "monday tuesday wednesday thursday friday saturday sunday"
)
"""Months and days of the week, in small letters."""
_SHORT_CHARS = 3
_NAME = "|".join(rf"{name[:_SHORT_CHARS]}(?:{name[_SHORT_CHARS:]})?\b" for name in _NAMES)
_OF_YEAR = re.compile(
    r",?\s*\b(?:(?:in|during|of|for|since)\s+)?(?:early |mid-?|late )?"
    rf"(?P<month>{_NAME})\.?\s+(?P<year>(?:19|20)\d\d)\b",
    re.IGNORECASE,
)
_NAMED = re.compile(rf"\b(?P<month>{_NAME})\.?(?=\s|[,.;)]|$)")


@dataclass(frozen=True, slots=True)
class Month:
    """A month of a year."""

    year: int
    number: int

    @property
    def text(self) -> str:
        """As dates begin: "2024-11"."""
        return f"{self.year:04}-{self.number:02}"


def take_month(claim: str) -> tuple[str, Month | None]:
    """A claim without the one month that it names with its year, and that month; unchanged where there is no such."""
    found = list(_OF_YEAR.finditer(claim))
    if len(found) != 1:
        return claim, None
    (one,) = found
    rest = " ".join((claim[: one.start()] + claim[one.end() :]).split())
    return (rest, Month(int(one["year"]), _number(one["month"]))) if rest else (claim, None)


def may_be_on(month: Month, sentence: str, around: str, published: str | None) -> bool:
    """Tell whether a sentence of a story can be on a month.

    It names it, or it names none and the story was published in it, or those around it name it. With no
    month named near, what has no date of publication may be on any month, and what has the year alone on any of it.
    """
    if own := _months_in(sentence):
        return month.number in own
    near = _months_in(around)
    if not near and (published is None or month.text.startswith(published)):
        return True
    return month.number in near or (published or "").startswith(month.text)


def _months_in(words: str) -> set[int]:
    return {_number(found["month"]) for found in _NAMED.finditer(words)}


def _number(name: str) -> int:
    short = name[:_SHORT_CHARS].casefold()
    return next(place for place, full in enumerate(_NAMES, start=1) if full.casefold().startswith(short))
