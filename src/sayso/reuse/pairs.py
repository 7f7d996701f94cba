"""Which stories share text: an inverted index of fingerprints, with what is commonplace weighed down."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from sayso.reuse.fingerprints import Fingerprints, Growing
from sayso.reuse.folding import mix
from sayso.reuse.sets import Sets, count_held, group_sets, post_fingerprints

Ints = NDArray[np.int64]

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
_BLOCK_KEYS = 1 << 20


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
class Sharing:
    """What stories share while nothing is known to be commonplace.

    It may be that of some fingerprints only, a range of hashes: what each range gives is summed then.

    Attributes:
        keys: int64, the pairs, one * stories + other, sorted.
        shared: int64, one a pair: fingerprints that both have.
        size: int64, one a story: its distinct fingerprints.
    """

    keys: Ints
    shared: Ints
    size: Ints
    _single_told: Ints
    _sets: Sets
    _origins: NDArray[np.int32]
    _inverse: NDArray[np.int32]

    @property
    def one(self) -> Ints:
        """The first story of each pair."""
        return self.keys // max(len(self.size), 1)

    @property
    def other(self) -> Ints:
        """The second one."""
        return self.keys % max(len(self.size), 1)

    def sum_pairs(self, some: NDArray[np.bool_]) -> Ints:
        """For each pair how many fingerprints it shares in some of the sets."""
        total = np.zeros(len(self.keys))
        for begin in range(0, len(self._inverse), _BLOCK_KEYS):
            rows = slice(begin, begin + _BLOCK_KEYS)
            weights = (self._sets.count * some)[self._origins[rows]]
            total += np.bincount(self._inverse[rows], weights, minlength=len(self.keys))
        return total.astype(np.int64)

    def weigh(self, broad: NDArray[np.bool_], rank: Ints) -> Pairs:
        """The pairs by what they share that is not commonplace.

        Args:
            broad: One a pair, whether the two share much of the shorter one, see `share_much`.
            rank: One a story, see `rank_stories`.
        """
        sets, stories = self._sets, len(self.size)
        commonplace = _find_commonplace(sets, self._origins, broad[self._inverse])
        dropped = count_held(sets, np.where(commonplace, sets.count, 0), stories)
        told = count_held(sets, np.where(commonplace | sets.quoted, 0, sets.count), stories)
        shared = self.shared - self.sum_pairs(commonplace)
        return Pairs(
            keys=self.keys,
            one=self.one,
            other=self.other,
            shared=shared,
            told=shared - self.sum_pairs(sets.quoted & ~commonplace),
            size=self.size - dropped,
            size_told=self._single_told + told,
            rank=rank,
        )


def pair_stories(found: Fingerprints) -> Pairs:
    """Find all pairs of stories that share a fingerprint; the order of the stories does not matter."""
    rank = rank_stories(found)
    sharing = find_sharing(found, rank)
    broad = share_much(sharing.shared, sharing.size[sharing.one], sharing.size[sharing.other])
    return sharing.weigh(broad, rank)


def find_sharing(found: Fingerprints, rank: Ints) -> Sharing:
    """Find the pairs of stories that share some of these fingerprints.

    Args:
        found: All fingerprints of the stories, or those of a range of hashes.
        rank: One a story, see `rank_stories`.
    """
    stories = len(found.words)
    keys, quoted, single = post_fingerprints(found, stories)
    sets = group_sets(keys, quoted, stories)
    del keys, quoted
    listed, origins = _list_pairs(sets, stories, rank)
    unique, inverse = _number_keys(listed)
    del listed
    size = single[0] + count_held(sets, sets.count, stories)
    sharing = Sharing(unique, np.zeros(0, np.int64), size, single[1], sets, origins, inverse)
    return replace(sharing, shared=sharing.sum_pairs(np.ones(len(sets.count), bool)))


def share_much(shared: Ints, size: Ints, other_size: Ints) -> NDArray[np.bool_]:
    """Tell which pairs share much of the shorter one, by fingerprints that both have and that each has."""
    much: NDArray[np.bool_] = shared >= BROAD_SHARE * np.minimum(size, other_size)
    return much


def rank_stories(found: Fingerprints) -> Ints:
    """Stories by how much text they have, then by the text itself, last by their place."""
    return rank_by(found.words, read_contents(found))


def read_contents(found: Fingerprints) -> NDArray[np.uint64]:
    """A number for each story that all its fingerprints give together."""
    held = np.flatnonzero(np.diff(found.begins))
    content = np.zeros(len(found.words), np.uint64)
    if len(held):
        content[held] = mix(np.add.reduceat(found.hashes, found.begins[held]))
    return content


def rank_by(words: Ints, content: NDArray[np.uint64]) -> Ints:
    """The place of each story among all: the longest first, then by content, then as they come."""
    rank = np.empty(len(words), np.int64)
    rank[np.lexsort((content, -words))] = np.arange(len(words))
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


def _list_pairs(sets: Sets, stories: int, rank: Ints) -> tuple[Ints, NDArray[np.int32]]:
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


def _find_commonplace(sets: Sets, origins: NDArray[np.int32], broad: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Sets of COMMONPLACE_FROM stories and more of whose pairs fewer than half share much."""
    pairs = np.bincount(origins, minlength=len(sets.count))
    broad_pairs = np.bincount(origins[broad], minlength=len(sets.count))
    return (sets.size >= COMMONPLACE_FROM) & (broad_pairs < 0.5 * pairs)
