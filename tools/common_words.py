"""Words that news writes small: one that opens a sentence is no name for its capital."""

import re
from collections import Counter
from collections.abc import Iterable

_WITHIN_SENTENCE = re.compile(r"(?<=[a-z,;] )[A-Za-z][a-z]{2,}(?![\w'’-])")
FEWEST = 4
"""A word must be met so many times without a capital,"""
LEAST_SHARE = 0.85
"""and be without one so often within sentences: "emergency" is at 0.90, "target" at 0.96, "apple" at 0.11."""


def common_words(texts: Iterable[str]) -> list[str]:
    """The words of this kind in news, sorted."""
    small: Counter[str] = Counter()
    big: Counter[str] = Counter()
    for text in texts:
        for word in _WITHIN_SENTENCE.findall(text):
            (small if word.islower() else big)[word.casefold()] += 1
    return sorted(
        word for word, count in small.items() if count >= FEWEST and count / (count + big[word]) >= LEAST_SHARE
    )
