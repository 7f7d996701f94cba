"""Words of a story found again where they were cut otherwise, or typed by hand."""

import re
from collections.abc import Sequence
from difflib import SequenceMatcher

from sayso.text.names import fold_name

_GAP = "…"
_PIECE = re.compile(r"[^\s…]+")

FEWEST_SHARED_WORDS = 4
SHARED_SHARE = 0.5
"""Passages of which neither holds the other are taken for one where so many words in a row, and so much of the shorter,
are the same: a new model moves the ends of a content by a few words, and another sentence shares few in a row."""


def fold_passages(words: str) -> tuple[tuple[str, ...], ...]:
    """The words of each passage as they are compared; passages are parted by " … ", where a story goes on between."""
    folded = (
        tuple(word for piece in passage.split() for word in fold_name(piece).split()) for passage in words.split(_GAP)
    )
    return tuple(passage for passage in folded if passage)


def holds_words(text: str, words: str) -> bool:
    """Tell whether each passage of some words stands in a text; False where there is no word."""
    passages = fold_passages(words)
    (whole,) = fold_passages(text.replace(_GAP, " ")) or ((),)
    return bool(passages) and all(_stands_in(passage, (whole,)) for passage in passages)


def place_words(text: str, words: str) -> tuple[tuple[int, int], ...]:
    """Where the passages of some words stand in a text, [start, end) in order; the first place of each behind the last.

    Empty where one of them stands nowhere.
    """
    placed = [(word, found.span()) for found in _PIECE.finditer(text) for word in fold_name(found[0]).split()]
    folded = [word for word, _ in placed]
    found: list[tuple[int, int]] = []
    at = 0
    for passage in fold_passages(words):
        length = len(passage)
        starts = (
            start for start in range(at, len(folded) - length + 1) if tuple(folded[start : start + length]) == passage
        )
        start = next(starts, None)
        if start is None:
            return ()
        at = start + length
        found.append((placed[start][1][0], placed[at - 1][1][1]))
    return tuple(found)


def find_same_words(words: str, among: Sequence[str]) -> tuple[int, ...]:
    """Which of some cuts of one story hold given words of it, by their places.

    Those with the same words, if there are any. Else those that lie wholly within them (they were cut in several); else
    the shortest that hold all of them; else those that share most words in a row with them, if these are enough.
    """
    asked = fold_passages(words)
    cuts = [fold_passages(cut) for cut in among]
    if not asked:
        return ()
    within = [place for place, cut in enumerate(cuts) if cut and all(_stands_in(one, asked) for one in cut)]
    for fits in (
        [place for place, cut in enumerate(cuts) if cut == asked],
        within if sum(_length(cuts[place]) for place in within) >= SHARED_SHARE * _length(asked) else [],
        _shortest([place for place, cut in enumerate(cuts) if all(_stands_in(one, cut) for one in asked)], cuts),
    ):
        if fits:
            return tuple(fits)
    shared = [max((_shared(one, other) for one in asked for other in cut), default=0) for cut in cuts]
    most = max(shared, default=0)
    return tuple(place for place, count in enumerate(shared) if count and count == most)


def _stands_in(passage: tuple[str, ...], passages: Sequence[tuple[str, ...]]) -> bool:
    folded = f" {' '.join(passage)} "
    return any(folded in f" {' '.join(other)} " for other in passages)


def _shortest(places: list[int], cuts: Sequence[tuple[tuple[str, ...], ...]]) -> list[int]:
    least = min((_length(cuts[place]) for place in places), default=0)
    return [place for place in places if _length(cuts[place]) == least]


def _length(passages: Sequence[tuple[str, ...]]) -> int:
    return sum(map(len, passages))


def _shared(one: tuple[str, ...], other: tuple[str, ...]) -> int:
    """How many words in a row two passages have in common; 0 where that is too few."""
    run = SequenceMatcher(a=one, b=other, autojunk=False).find_longest_match().size
    return run if run >= max(FEWEST_SHARED_WORDS, SHARED_SHARE * min(len(one), len(other))) else 0
