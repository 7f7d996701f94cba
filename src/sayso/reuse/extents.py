"""Exact extents of the text that two stories share, in characters of both."""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from sayso.records import Extent, Span
from sayso.reuse.fingerprints import GRAM_WORDS, winnow
from sayso.reuse.words import PlacedWords, place_words

GAP_WORDS = 6
"""Extents this near to one another in both stories are one: a changed name or a synonym parts no passage."""


class Passage(NamedTuple):
    """The telling words of a text, and its fingerprints by where they stand among the words."""

    words: PlacedWords
    places: NDArray[np.int64]
    hashes: NDArray[np.uint64]


def align(here: str, there: str) -> tuple[Extent, ...]:
    """Find what two texts share: runs of GRAM_WORDS words and more that are the same after folding.

    Each word of `here` is in one extent at most; where a passage stands several times in `there`, the first counts.
    Runs that a few changed words part are joined, so that an extent may hold words that differ.

    Returns:
        Extents in the order of `here`; they do not overlap there.
    """
    return align_passages(*read_passages([here, there]))


def read_passages(texts: Sequence[str]) -> list[Passage]:
    """Read texts together, which is faster than one by one."""
    words = place_words(texts).telling()
    places, hashes = winnow(words)
    edges = np.searchsorted(words.story, np.arange(len(texts) + 1))
    cuts = np.searchsorted(places, edges)
    return [
        Passage(words.pick(slice(begin, end)), places[first:last] - begin, hashes[first:last])
        for (begin, end), (first, last) in zip(pairwise(edges.tolist()), pairwise(cuts.tolist()), strict=True)
    ]


def align_passages(mine: Passage, theirs: Passage) -> tuple[Extent, ...]:
    """Find what two stories share; see `align`."""
    if not len(mine.hashes) or not len(theirs.hashes):
        return ()
    grams, first = np.unique(theirs.hashes, return_index=True)
    at = np.minimum(np.searchsorted(grams, mine.hashes), len(grams) - 1)
    same = np.flatnonzero(grams[at] == mine.hashes)
    runs: list[list[int]] = []
    for here, there in zip(mine.places[same].tolist(), theirs.places[first[at[same]]].tolist(), strict=True):
        if runs and here < runs[-1][1]:
            continue
        run = _grow(mine.words.hashes, theirs.words.hashes, here, there, runs[-1][1] if runs else 0)
        last = runs[-1] if runs else None
        if last and 0 <= run[0] - last[1] <= GAP_WORDS and 0 <= run[2] - last[3] <= GAP_WORDS:
            runs[-1] = [last[0], run[1], last[2], run[3]]
        elif run[1] - run[0] >= GRAM_WORDS:
            runs.append(run)
    return tuple(
        Extent(_span(mine.words, begin, end), _span(theirs.words, first, last)) for begin, end, first, last in runs
    )


def _span(words: PlacedWords, begin: int, end: int) -> Span:
    return Span(int(words.starts[begin]), int(words.ends[end - 1]))


def _grow(mine: NDArray[np.uint64], theirs: NDArray[np.uint64], here: int, there: int, floor: int) -> list[int]:
    """Widen a match of words at two places as far as the words agree: [start, end) here, [start, end) there."""
    back = min(here - floor, there)
    before = mine[here - back : here][::-1] != theirs[there - back : there][::-1]
    start = int(np.argmax(before)) if before.any() else back
    ahead = min(len(mine) - here, len(theirs) - there)
    after = mine[here : here + ahead] != theirs[there : there + ahead]
    length = int(np.argmax(after)) if after.any() else ahead
    return [here - start, here + length, there - start, there + length]
