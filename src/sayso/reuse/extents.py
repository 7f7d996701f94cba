"""Exact extents of the text that two stories share, in characters of both."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from sayso.records import Extent, Span
from sayso.reuse.fingerprints import GRAM_WORDS, winnow
from sayso.reuse.words import Words, read_words

GAP_WORDS = 6
"""Extents this near to one another in both stories are one: a changed name or a synonym parts no passage."""


def align(here: str, there: str) -> tuple[Extent, ...]:
    """Find what two texts share: runs of GRAM_WORDS words and more that are the same after folding.

    Each word of `here` is in one extent at most; where a passage stands several times in `there`, the first counts.
    Runs that a few changed words part are joined, so that an extent may hold words that differ.

    Returns:
        Extents in the order of `here`; they do not overlap there.
    """
    return align_words(read_words([here]).telling(), read_words([there]).telling())


def split_words(texts: Sequence[str]) -> list[Words]:
    """The telling words of each text, read together, which is faster than one by one."""
    words = read_words(texts).telling()
    edges = np.searchsorted(words.story, np.arange(len(texts) + 1))
    return [
        Words(*(getattr(words, name)[begin:end] for name in Words.__slots__))
        for begin, end in zip(edges[:-1].tolist(), edges[1:].tolist(), strict=True)
    ]


def align_words(mine: Words, theirs: Words) -> tuple[Extent, ...]:
    """Find what two stories share, given their words; see `align`."""
    places, grams = winnow(mine)
    other_places, other_grams = winnow(theirs)
    first = np.unique(other_grams, return_index=True)
    at = np.minimum(np.searchsorted(first[0], grams), max(len(first[0]) - 1, 0))
    if not len(first[0]) or not len(grams):
        return ()
    same = first[0][at] == grams
    runs: list[list[int]] = []
    for here, there in zip(places[same].tolist(), other_places[first[1][at[same]]].tolist(), strict=True):
        if runs and here < runs[-1][1]:
            continue
        run = _grow(mine.hashes, theirs.hashes, here, there, runs[-1][1] if runs else 0)
        last = runs[-1] if runs else None
        if last and 0 <= run[0] - last[1] <= GAP_WORDS and 0 <= run[2] - last[3] <= GAP_WORDS:
            runs[-1] = [last[0], run[1], last[2], run[3]]
        elif run[1] - run[0] >= GRAM_WORDS:
            runs.append(run)
    return tuple(
        Extent(Span(int(mine.starts[a]), int(mine.ends[b - 1])), Span(int(theirs.starts[c]), int(theirs.ends[d - 1])))
        for a, b, c, d in runs
    )


def _grow(mine: NDArray[np.uint64], theirs: NDArray[np.uint64], here: int, there: int, floor: int) -> list[int]:
    """Widen a match of words at two places as far as the words agree: [start, end) here, [start, end) there."""
    back = min(here - floor, there)
    before = mine[here - back : here][::-1] != theirs[there - back : there][::-1]
    start = int(np.argmax(before)) if before.any() else back
    ahead = min(len(mine) - here, len(theirs) - there)
    after = mine[here : here + ahead] != theirs[there : there + ahead]
    length = int(np.argmax(after)) if after.any() else ahead
    return [here - start, here + length, there - start, there + length]
