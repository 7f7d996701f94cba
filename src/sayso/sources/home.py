"""The country that a story is of, for offices of a state that it tells without one: "the Interior Ministry"."""

import re
from collections import Counter
from functools import lru_cache

from sayso.records import Story
from sayso.sources.gazetteer import Country
from sayso.sources.state_words import find_countries

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
_TIMES_MORE = 3
"""The home of a story is named so many times as often as any other country."""


def find_home_state(words: str, story: Story) -> str | None:
    """The state whose national office some words name, where a story is plainly of one country.

    Args:
        words: What a source is called or is: "Prime Minister", "spokesman for the Interior Ministry".
        story: The story that has them.
    """
    if not _NATIONAL_OFFICE.search(words) or not (named := _countries_named(f"{story.title or ''}\n{story.text}")):
        return None
    (home, often), *others = named.most_common(2)
    return home.state if all(often >= _TIMES_MORE * other for _, other in others) else None


@lru_cache(maxsize=16)
def _countries_named(text: str) -> Counter[Country]:
    """How often a text names each country, its people or its capital."""
    return Counter(find_countries(text))
