"""Surnames that two persons of a story share: a president and his wife."""

import re
from collections.abc import Iterable
from itertools import pairwise

from sayso.sources.mentions import Mention
from sayso.sources.short_names import fold

_BESIDE = re.compile(r"(?:,? and|,? with|, accompanied by) (?:[^.!?;:\n]{0,60} )?")
"""Between two who are not the same person."""


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
