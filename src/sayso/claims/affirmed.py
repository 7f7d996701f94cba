"""Words without their negation: what those say is not so who say it."""

import re

_AFFIRMED = tuple(
    (re.compile(pattern, re.IGNORECASE), words)
    for pattern, words in (
        (r"n['’]t\b", ""),
        (r"\b(?:not a single|not one|no)\b", "a"),
        (r"\b(is|are|was|were|has|have|had|did|does|do|am|be|been) not\b", r"\1"),
        (r"\b(?:nobody|no one)\b", "somebody"),
        (r"\bnothing\b", "something"),
        (r"\bnone\b", "some"),
        (r"\bnor\b", "and"),
        (r"\b(?:neither|never)\b", ""),
    )
)


def affirm(words: str) -> str:
    """What words say is not so, as if it were: "a warning reached the board" of "no warning reached the board"."""
    for pattern, affirmed in _AFFIRMED:
        words = pattern.sub(affirmed, words)
    return " ".join(words.split())
