"""Which fingerprints stand in several stories, by the set of stories that hold them."""

from dataclasses import dataclass
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from sayso.reuse.fingerprints import QUOTED, Fingerprints
from sayso.reuse.folding import mix

Ints = NDArray[np.int64]
_Kind = TypeVar("_Kind", bound=np.generic)

_BLOCK_STORIES, _BLOCK_KEYS = 1 << 12, 1 << 20

_NOTHING = np.zeros(0, np.int64)


@dataclass(frozen=True, slots=True)
class Sets:
    """Fingerprints by the set of stories that hold them: a family of copies has few such sets and many fingerprints.

    `members` holds the stories of set after set, `start` where each begins, `size` how many stories, `count` how many
    fingerprints, `quoted` whether they stand within quotation marks.
    """

    members: Ints
    start: Ints
    size: Ints
    count: Ints
    quoted: NDArray[np.bool_]


def post_fingerprints(
    found: Fingerprints, stories: int
) -> tuple[NDArray[np.uint64], NDArray[np.bool_], tuple[Ints, Ints]]:
    """Postings (hash, story) of fingerprints in two stories or more as sorted keys; of the others, counts a story.

    A key is the hash's high bits and the story's number below: one sort, no gather. Of 64 bits 40 and more remain for
    the hash with up to 16 million stories. Work goes block by block, so that no second copy of all is made.
    """
    low = _story_mask(stories)
    # The lowest bit tells quoted postings while the keys are sorted.
    keys = found.hashes & ~(low << np.uint64(1))
    for first in range(0, stories, _BLOCK_STORIES):
        last = min(first + _BLOCK_STORIES, stories)
        numbers = np.arange(first, last, dtype=np.uint64) << np.uint64(1)
        keys[found.begins[first] : found.begins[last]] |= np.repeat(numbers, np.diff(found.begins[first : last + 1]))
    keys.sort()
    opens = _find_changes(keys, low << np.uint64(1) | np.uint64(1))
    # Hashes of one story alone are many, and leave before anything else is done.
    lone = opens & np.append(opens[1:], True)[: len(opens)]
    alone = _keep(keys, lone)
    owner = ((alone >> np.uint64(1)) & low).astype(np.int64)
    told = (alone & QUOTED) == 0
    single = (
        np.bincount(owner, minlength=stories).astype(np.int64),
        np.bincount(owner[told], minlength=stories).astype(np.int64),
    )
    del alone, owner, told
    np.logical_not(lone, out=lone)
    keys, opens = _keep(keys, lone), _keep(opens, lone)
    del lone
    if not len(keys):
        return keys, opens, single
    starts = np.flatnonzero(opens)
    quoted = np.logical_or.reduceat((keys & QUOTED) > 0, starts)
    quoted = np.repeat(quoted, np.diff(np.append(starts, len(keys))))
    keys >>= np.uint64(1)
    distinct = _find_changes(keys, np.uint64(0))
    return _keep(keys, distinct), _keep(quoted, distinct), single


def _story_mask(stories: int) -> np.uint64:
    """The low bits of a key that hold the story."""
    return np.uint64((1 << max(1, stories.bit_length())) - 1)


def _find_changes(keys: NDArray[np.uint64], low: np.uint64) -> NDArray[np.bool_]:
    """Where a sorted key differs from the one before it in more than its low bits, given as a mask."""
    changes = np.ones(len(keys), bool)
    for begin in range(1, len(keys), _BLOCK_KEYS):
        end = min(begin + _BLOCK_KEYS, len(keys))
        changes[begin:end] = (keys[begin:end] ^ keys[begin - 1 : end - 1]) > low
    return changes


def _keep(values: NDArray[_Kind], which: NDArray[np.bool_]) -> NDArray[_Kind]:
    """Those of the values that a bool says; by their places, block by block, which is the fastest way in numpy."""
    kept = np.empty_like(values, shape=np.count_nonzero(which))
    end = 0
    for begin in range(0, len(values), _BLOCK_KEYS):
        at = np.flatnonzero(which[begin : begin + _BLOCK_KEYS])
        kept[end : end + len(at)] = values[begin : begin + _BLOCK_KEYS].take(at)
        end += len(at)
    return kept


def group_sets(keys: NDArray[np.uint64], quoted: NDArray[np.bool_], stories: int) -> Sets:
    """The sets of stories that hold some fingerprints, given as `post_fingerprints` gives them."""
    low = _story_mask(stories)
    if not len(keys):
        return Sets(_NOTHING, _NOTHING, _NOTHING, _NOTHING, np.zeros(0, bool))
    starts = np.flatnonzero(_find_changes(keys, low))
    sizes = np.diff(np.append(starts, len(keys)))
    owner = (keys & low).astype(np.int32)
    numbers = mix(np.arange(1, stories + 1, dtype=np.uint64) * np.uint64(0x9E3779B97F4A7C15))
    signature = np.add.reduceat(numbers[owner], starts)
    signature ^= np.where(quoted[starts], np.uint64(0x5851F42D4C957F2D), np.uint64(0))
    _, example, count = np.unique(signature, return_index=True, return_counts=True)
    start, size = starts[example], sizes[example]
    begin = np.cumsum(size) - size
    at = np.arange(size.sum()) - np.repeat(begin - start, size)
    return Sets(owner[at].astype(np.int64), begin, size, count.astype(np.int64), quoted[start])


def count_held(sets: Sets, count: Ints, stories: int) -> Ints:
    """How many fingerprints of sets each story holds, given how many count of each set."""
    return np.bincount(sets.members, np.repeat(count, sets.size), minlength=stories).astype(np.int64)
