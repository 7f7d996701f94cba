"""The country that a story is of, for offices of a state that it tells without one: "the Interior Ministry"."""

import re
from collections import Counter
from functools import lru_cache

from sayso.sources.gazetteer import Country, find_country

_FIELD = (
    r"(?:interior|home|foreign|defen[cs]e|finance|health|justice|education|transport|energy|agriculture|environment|"
    r"culture|labou?r|economy|trade|tourism|information|railways?)"
)
_NATIONAL_OFFICE = re.compile(
    rf"\b(?:(?:deputy |acting )?prime minister|pm|{_FIELD} (?:minister|ministry|secretary)|"
    rf"minist(?:er|ry) (?:of|for) (?:the )?{_FIELD}|(?:state|national) security (?:agency|service|council)|"
    rf"central bank|border (?:police|guards?)|national (?:weather office|police|guard|assembly))\b",
    re.IGNORECASE,
)
_RUN = re.compile(r"[A-Z][\w.]+(?: [A-Z][\w.]+)?")
_TIMES_MORE = 3
"""The home of a story is named so many times as often as any other country."""


def find_home_state(words: str, text: str) -> str | None:
    """The state whose national office some words name, where a story is plainly of one country.

    Args:
        words: What a source is called or is: "Prime Minister", "spokesman for the Interior Ministry".
        text: The story with its headline.
    """
    if not _NATIONAL_OFFICE.search(words) or not (named := _countries_named(text)):
        return None
    (home, often), *others = named.most_common(2)
    return home.state if all(often >= _TIMES_MORE * other for _, other in others) else None


@lru_cache(maxsize=16)
def _countries_named(text: str) -> Counter[Country]:
    """How often a text names each country, its people or its capital."""
    named: Counter[Country] = Counter()
    for run in _RUN.finditer(text):
        parts = (run.group(), *run.group().split()) if " " in run.group() else (run.group(),)
        named.update([country for part in parts if (country := find_country(part))][:1])
    return named
