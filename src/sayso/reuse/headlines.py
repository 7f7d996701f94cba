"""Headlines: how alike two are, and which changes of a third they have in common."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from sayso.reuse.folding import mix
from sayso.reuse.words import chunk_texts, read_words

Ints = NDArray[np.int64]

MOST_PARTS = 512
"""Of the parts that several headlines of a family have, so many are looked at."""

_PART_BITS = np.uint64(40)
_MASK_BITS = 64
_STEP = np.uint64(0xD6E8FEB86659FD93)


@dataclass(frozen=True, slots=True)
class Headlines:
    """The parts of many headlines: their words and their pairs of words, folded as those of a text, each once.

    Attributes:
        parts: uint64, headline after headline; 40 bits of a hash.
        begins: int64, where those of each headline begin, and behind the last one where they end.
    """

    parts: NDArray[np.uint64]
    begins: Ints

    def count(self, stories: Ints) -> Ints:
        """How many parts the headlines of some stories have."""
        return self.begins[stories + 1] - self.begins[stories]


class Parting(NamedTuple):
    """The parts of a headline and of another one that may be its source, beside a third, the original's; int64 counts.

    `alike`: in both and not in the original's, changes that they have in common. `anew`: in the headline alone.
    `restored`: in the headline and the original's. `undone`: in the other one alone. `cut`: in the other one and the
    original's.
    """

    alike: Ints
    anew: Ints
    restored: Ints
    undone: Ints
    cut: Ints


def read_headlines(titles: Sequence[str]) -> Headlines:
    """Split headlines into parts."""
    kept, counts = [np.zeros(0, np.uint64)], [np.zeros(0, np.int64)]
    for chunk in chunk_texts(titles):
        words = read_words(chunk)
        one_title = words.story[1:] == words.story[:-1]
        twos = mix(words.hashes[:-1] * _STEP + words.hashes[1:])[one_title]
        story = np.concatenate((words.story, words.story[1:][one_title])).astype(np.uint64)
        parts = np.concatenate((words.hashes, twos)) >> (np.uint64(64) - _PART_BITS)
        both = np.unique(story << _PART_BITS | parts)
        kept.append(both & ((np.uint64(1) << _PART_BITS) - np.uint64(1)))
        counts.append(np.bincount((both >> _PART_BITS).astype(np.int64), minlength=len(chunk)))
    begins = np.concatenate((np.zeros(1, np.int64), np.cumsum(np.concatenate(counts))))
    return Headlines(np.concatenate(kept), begins)


class HeadlineMasks:
    """The headlines of the members of families as bits, a part each, so that two are compared by a few operations."""

    def __init__(self, headlines: Headlines, stories: Ints, family: Ints) -> None:
        """Take in members by family: their stories, and the number of the family of each, in order."""
        self.size = headlines.count(stories)
        ends = np.cumsum(self.size)
        at = np.arange(ends[-1]) + np.repeat(headlines.begins[stories] - ends + self.size, self.size)
        member = np.repeat(np.arange(len(stories)), self.size)
        keys = family[member].astype(np.uint64) << _PART_BITS | headlines.parts[at]
        part, number, times = np.unique(keys, return_inverse=True, return_counts=True)
        # A part that one member alone has is in no other headline, and needs no bit.
        several = np.flatnonzero(times > 1)
        owner = (part[several] >> _PART_BITS).astype(np.int64)
        bit = np.full(len(part), MOST_PARTS)
        bit[several] = np.arange(len(several)) - np.searchsorted(owner, owner)
        kept = np.flatnonzero(bit[number] < MOST_PARTS)
        member, kept_bit = member[kept], bit[number[kept]]
        words = int(kept_bit.max(initial=0)) // _MASK_BITS + 1
        self._masks = np.zeros((words, len(stories)), np.uint64)
        place, shift = np.divmod(kept_bit, _MASK_BITS)
        np.bitwise_or.at(self._masks, (place, member), np.uint64(1) << shift.astype(np.uint64))

    def compare(self, here: Ints, there: Ints) -> NDArray[np.float64]:
        """How alike headlines of members are, 0 to 1 (Dice's measure)."""
        alike: NDArray[np.float64] = 2 * self._count(here, there) / np.maximum(1, self.size[here] + self.size[there])
        return alike

    def part(self, here: Ints, there: Ints, original: Ints) -> Parting:
        """Compare the headline of each member with another's, beside that of the family's original (one a member).

        A member without a headline says nothing: it counts as if it had the original's.
        """
        stand_in = np.where(self.size > 0, np.arange(len(self.size)), original)
        there = stand_in[there]
        every = np.arange(len(original))
        # What the original alone has needs no bit, and counts here.
        kept = np.where(every == original, self.size, self._count(every, original))
        both = self._count(here, there)
        in_all = self._count(here, there, original[here])
        alike, restored, cut = both - in_all, kept[here] - in_all, kept[there] - in_all
        return Parting(
            alike=alike,
            anew=self.size[here] - both - restored,
            restored=restored,
            undone=self.size[there] - kept[there] - alike,
            cut=cut,
        )

    def _count(self, one: Ints, *others: Ints) -> Ints:
        """How many parts members and others have in common."""
        count = np.zeros(len(one), np.int64)
        for masks in self._masks:
            common = masks[one]
            for other in others:
                common &= masks[other]
            count += np.bitwise_count(common)
        return count
