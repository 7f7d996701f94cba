"""Which stories share text: an inverted index of fingerprints, with what is commonplace weighed down."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from sayso.reuse.fingerprints import QUOTED, Fingerprints, Growing
from sayso.reuse.folding import mix

Ints = NDArray[np.int64]
_Kind = TypeVar("_Kind", bound=np.generic)

HUBS = 8
"""Where more than MOST_PAIRED stories share a fingerprint, each is paired with the so many richest of them only: the
cost of a wire story grows with its copies and not with their square."""

MOST_PAIRED = 60

COMMONPLACE_FROM = 6
"""Fingerprints in so many stories or more are commonplace (a footer, a motto, a tweet that all quote) if the stories
that share them mostly share little else; those in fewer cannot be told from the text of a small family."""

BROAD_SHARE = 0.25
"""Two stories share "little else" where they share less than this of the shorter one."""

MOST_PART_ROWS = 1 << 20
_BLOCK_STORIES, _BLOCK_KEYS = 1 << 12, 1 << 20

_NO_PAIRS = np.zeros(0, np.int64)


@dataclass(frozen=True, slots=True)
class Pairs:
    """Pairs of stories with what they share, and what each story holds; counts are of fingerprints.

    Attributes:
        keys: int64, one * stories + other, sorted.
        one, other: int64, the pair, one < other.
        shared: int64, fingerprints that both have, commonplace ones apart.
        told: int64, those of them that stand outside quotation marks.
        size: int64, one a story: its distinct fingerprints, commonplace ones apart.
        size_told: int64, those outside quotation marks.
        rank: int64, one a story: its place among all by length, then by content.
    """

    keys: Ints
    one: Ints
    other: Ints
    shared: Ints
    told: Ints
    size: Ints
    size_told: Ints
    rank: Ints

    def find(self, one: Ints, other: Ints) -> Ints:
        """Rows of these pairs, in either order; -1 where a pair shares nothing."""
        return find_keys(self.keys, pair_key(one, other, len(self.size)))

    def among(self, stories: Ints) -> "Pairs":
        """The pairs of some of the stories, which are numbered anew as given."""
        count = len(self.size)
        number = np.full(count, -1)
        number[stories] = np.arange(len(stories))
        rows = np.flatnonzero((number[self.one] >= 0) & (number[self.other] >= 0))
        keys = pair_key(number[self.one[rows]], number[self.other[rows]], len(stories))
        order = np.argsort(keys)
        keys, rows = keys[order], rows[order]
        return Pairs(
            keys=keys,
            one=keys // max(len(stories), 1),
            other=keys % max(len(stories), 1),
            shared=self.shared[rows],
            told=self.told[rows],
            size=self.size[stories],
            size_told=self.size_told[stories],
            rank=self.rank[stories],
        )

    def partners(self, story: int, rows: Ints) -> Ints:
        """The other story of each of a story's pairs."""
        return np.where(self.one[rows] == story, self.other[rows], self.one[rows])


@dataclass(frozen=True, slots=True)
class _Sets:
    """Fingerprints by the set of stories that hold them: a family of copies has few such sets and many fingerprints.

    `members` holds the stories of set after set, `start` where each begins, `size` how many stories, `count` how many
    fingerprints, `quoted` whether they stand within quotation marks.
    """

    members: Ints
    start: Ints
    size: Ints
    count: Ints
    quoted: NDArray[np.bool_]


def pair_stories(found: Fingerprints) -> Pairs:
    """Find all pairs of stories that share a fingerprint; the order of the stories does not matter."""
    stories = len(found.words)
    keys, quoted, single = _post(found, stories)
    sets = _group_sets(keys, quoted, stories)
    del keys, quoted
    rank = rank_stories(found)
    listed, origins = _list_pairs(sets, stories, rank)
    unique, inverse = _number_keys(listed)
    del listed

    def sum_pairs(some: NDArray[np.bool_]) -> Ints:
        """For each pair how many fingerprints it shares in some of the sets."""
        total = np.zeros(len(unique))
        for begin in range(0, len(inverse), _BLOCK_KEYS):
            rows = slice(begin, begin + _BLOCK_KEYS)
            total += np.bincount(inverse[rows], (sets.count * some)[origins[rows]], minlength=len(unique))
        return total.astype(np.int64)

    shared = sum_pairs(np.ones(len(sets.count), bool))
    size = single[0] + _total(sets, sets.count, stories)
    smaller = np.minimum(size[unique // max(stories, 1)], size[unique % max(stories, 1)])
    commonplace = _find_commonplace(sets, origins, (shared >= BROAD_SHARE * smaller)[inverse])
    kept = np.where(commonplace, 0, sets.count)
    told = np.where(sets.quoted, 0, kept)
    held = _total(sets, kept, stories)
    shared_kept = shared - sum_pairs(commonplace)
    shared_told = shared_kept - sum_pairs(sets.quoted & ~commonplace)
    return Pairs(
        keys=unique,
        one=unique // max(stories, 1),
        other=unique % max(stories, 1),
        shared=shared_kept,
        told=shared_told,
        size=single[0] + held,
        size_told=single[1] + _total(sets, told, stories),
        rank=rank,
    )


def _post(found: Fingerprints, stories: int) -> tuple[NDArray[np.uint64], NDArray[np.bool_], tuple[Ints, Ints]]:
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


def _group_sets(keys: NDArray[np.uint64], quoted: NDArray[np.bool_], stories: int) -> _Sets:
    low = _story_mask(stories)
    if not len(keys):
        return _Sets(_NO_PAIRS, _NO_PAIRS, _NO_PAIRS, _NO_PAIRS, np.zeros(0, bool))
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
    return _Sets(owner[at].astype(np.int64), begin, size, count.astype(np.int64), quoted[start])


def rank_stories(found: Fingerprints) -> Ints:
    """Stories by how much text they have, then by the text itself, last by their place."""
    stories = len(found.words)
    held = np.flatnonzero(np.diff(found.begins))
    content = np.zeros(stories, np.uint64)
    if len(held):
        content[held] = mix(np.add.reduceat(found.hashes, found.begins[held]))
    rank = np.empty(stories, np.int64)
    rank[np.lexsort((content, -found.words))] = np.arange(stories)
    return rank


def pair_key(one: Ints, other: Ints, stories: int) -> Ints:
    """One number for a pair, whichever of the two comes first."""
    return np.minimum(one, other) * stories + np.maximum(one, other)


def find_keys(keys: Ints, wanted: Ints) -> Ints:
    """Where some keys are among sorted ones; -1 where they are not."""
    if not len(keys):
        return np.full(len(wanted), -1)
    at = np.minimum(np.searchsorted(keys, wanted), len(keys) - 1)
    return np.where(keys[at] == wanted, at, -1)


def _total(sets: _Sets, count: Ints, stories: int) -> Ints:
    return np.bincount(sets.members, np.repeat(count, sets.size), minlength=stories).astype(np.int64)


def _list_pairs(sets: _Sets, stories: int, rank: Ints) -> tuple[Ints, NDArray[np.int32]]:
    """Every pair of every set: its key, smaller * stories + greater, and the set it comes from."""
    keys, origins = Growing(np.int64), Growing(np.int32)
    for size in np.unique(sets.size[sets.size > 1]):
        which = np.flatnonzero(sets.size == size)
        if size <= MOST_PAIRED:
            one, other = np.triu_indices(int(size), 1)
            members = sets.members[sets.start[which, None] + np.arange(size)]
            keys.extend(pair_key(members[:, one], members[:, other], stories).ravel())
            origins.extend(np.repeat(which, len(one)))
            continue
        for row in which:
            members = sets.members[sets.start[row] : sets.start[row] + size]
            hubs = members[np.argsort(rank[members])[:HUBS]]
            key = pair_key(hubs[:, None], members, stories).ravel()
            key = np.unique(key[key // stories != key % stories])
            keys.extend(key)
            origins.extend(np.full(len(key), row))
    return keys.done(), origins.done()


def _number_keys(keys: Ints) -> tuple[Ints, NDArray[np.int32]]:
    """Distinct keys in order, and for each key its number among them; part by part, which takes less memory.

    A key and its place are sorted as one number, far faster than places by their keys.
    """
    inverse = np.zeros(len(keys), np.int32)
    if not len(keys):
        return keys, inverse
    place_bits = 64 - int(keys.max()).bit_length()
    parts, count = [], 0
    for inside in _part_keys(keys, min(MOST_PART_ROWS, 1 << place_bits)):
        packed = keys[inside].astype(np.uint64) << np.uint64(place_bits)
        packed |= np.arange(len(inside), dtype=np.uint64)
        # Those of one set come in order: a stable sort merges them, which is three times as fast.
        packed.sort(kind="stable")
        ordered = packed >> np.uint64(place_bits)
        apart = np.append(True, ordered[1:] != ordered[:-1])
        packed &= np.uint64((1 << place_bits) - 1)
        inverse[inside[packed.astype(np.int64)]] = np.cumsum(apart, dtype=np.int32) + np.int32(count - 1)
        parts.append(ordered[np.flatnonzero(apart)].astype(np.int64))
        count += len(parts[-1])
    return np.concatenate(parts), inverse


def _part_keys(keys: Ints, most: int) -> Iterator[Ints]:
    """Rows of keys in ranges of keys, lowest first, of about so many rows at most."""
    count = 2 * len(keys) // most + 1
    bounds = np.quantile(keys[:: max(1, len(keys) // (1000 * count))], np.linspace(0, 1, count + 1)[1:-1])
    part = np.searchsorted(bounds, keys, "right") if count > 1 else np.zeros(len(keys), np.int64)
    for number in range(count):
        inside = np.flatnonzero(part == number)
        if len(inside):
            yield inside


def _find_commonplace(sets: _Sets, origins: NDArray[np.int32], broad: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Sets of COMMONPLACE_FROM stories and more of whose pairs fewer than half share much."""
    pairs = np.bincount(origins, minlength=len(sets.count))
    broad_pairs = np.bincount(origins[broad], minlength=len(sets.count))
    return (sets.size >= COMMONPLACE_FROM) & (broad_pairs < 0.5 * pairs)
