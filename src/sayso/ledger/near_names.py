"""Which sources are meant where a name was mistyped: "Jonson" for Boris Johnson."""

from collections.abc import Iterable
from difflib import get_close_matches

from sayso.ledger.source_records import SourceRecord
from sayso.text.names import fold_name

MOST_NEAR = 3
NEAR = 0.8
"""So alike, from 0 to 1, are two words of which one may be the other mistyped."""


def find_near_names(name: str, sources: Iterable[SourceRecord]) -> tuple[str, ...]:
    """The first few names of sources that have, for each word of a name, one that is nearly alike."""
    asked = fold_name(name).split()
    found = (one.name for one in sources if one.name and asked and _is_near(asked, fold_name(one.name).split()))
    return tuple(dict.fromkeys(found))[:MOST_NEAR]


def _is_near(asked: list[str], name: list[str]) -> bool:
    return all(get_close_matches(word, name, 1, NEAR) for word in asked)
