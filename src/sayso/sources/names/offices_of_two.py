"""Who holds an office of two fields, told before the name: "Minister of Trade and Industry Jane Doe"."""

import re
from typing import NamedTuple

from sayso.sources.known.given_names import gender_of
from sayso.sources.lexicon import BODY_NAME_WORDS, TITLES
from sayso.sources.names.runs import FULL_NAME_WORDS, Part

_JOIN = " and "
"""Without it no such office stands before a name, as before nine of ten."""
_OFFICE = (
    r"\b(?:(?:[Dd]eputy|[Vv]ice|[Aa]cting|[Ff]ormer) )*(?:[Mm]inister|[Ss]ecretary) (?:of|for) (?:the )?"
    r"(?:[\w’'-]+ )??[\w’'-]+(?:, [\w’'-]+(?: [\w’'-]+)?)*,? and "
)
_BEFORE_FIELD = re.compile(rf"{_OFFICE}\Z")
_BEFORE_NAME = re.compile(rf"{_OFFICE}(?:[a-z-]+ ){{1,3}}\Z")
_LONGEST_OFFICE_CHARS = 90


class Holder(NamedTuple):
    """Where the office starts, and which word of the run opens the name."""

    start: int
    name_at: int


def find_holder(text: str, parts: list[Part]) -> Holder | None:
    """The holder of such an office whose name ends a run; None for most runs.

    In capitals the run opens with the second field: "Industry Jane Doe" of "Minister of Trade and Industry Jane Doe".
    """
    first = parts[0].start
    if len(parts) < FULL_NAME_WORDS or not text.endswith(" ", 0, first) or parts[-1].word in BODY_NAME_WORDS:
        return None
    start = max(0, first - _LONGEST_OFFICE_CHARS)
    if text.find(_JOIN, start, first) < 0:
        return None
    if before := _BEFORE_NAME.search(text, start, first):
        return Holder(before.start(), 0)
    is_field = parts[0].word.casefold() not in TITLES and gender_of(parts[0].word) is None
    before = _BEFORE_FIELD.search(text, start, first) if is_field and len(parts) > FULL_NAME_WORDS else None
    if before is None:
        return None
    given = (at for at, part in enumerate(parts) if at and gender_of(part.word))
    return Holder(before.start(), next(given, len(parts) - FULL_NAME_WORDS))
