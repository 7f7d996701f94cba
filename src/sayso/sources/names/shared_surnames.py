"""Surnames that two persons of a story share, a president and his wife, and two that one person has."""

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from sayso.sources.known.given_names import gender_of
from sayso.sources.names.mentions import Mention
from sayso.sources.names.short_names import fold

_BESIDE = re.compile(r"(?:,? and|,? with|, accompanied by) (?:[^.!?;:\n]{0,60} )?")
"""Between two who are not the same person."""
_FEWEST_SURNAME_CHARS = 4


def find_shared_surnames(text: str, mentions: Iterable[Mention]) -> set[str]:
    """Folded surnames of somebody with a title who stands beside a relative: "President Novak and his wife, Ada Novak".

    Alone they mean the one with the title.
    """
    return {
        fold(one.name)
        for one, other in pairwise(mentions)
        if one.before and " " not in one.name and other.name.endswith(f" {one.name}")
        if _BESIDE.fullmatch(text, one.span.end, other.span.start)
    }


def first_of_two_surnames(words: Sequence[str]) -> Sequence[str]:
    """What one may be called by who has two surnames: "Rosado" of "Peter Rosado Lund"; nothing for other names.

    Args:
        words: A folded full name.
    """
    between = words[1:-1]
    return (
        between if len(between) == 1 and len(between[0]) >= _FEWEST_SURNAME_CHARS and not gender_of(between[0]) else ()
    )
