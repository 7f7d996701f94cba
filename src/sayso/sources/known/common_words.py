"""Words that news writes small, so that a capital at a sentence's start makes no name of them."""

from functools import cache

from sayso.sources.tables import read_table


def is_common(word: str) -> bool:
    """Tell whether news hardly ever writes a word, in small letters, with a capital within a sentence."""
    return word in _words()


@cache
def _words() -> frozenset[str]:
    return frozenset(read_table("common_words")["small"].split(","))
