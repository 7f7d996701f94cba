"""Fingerprints of stories: hashed word n-grams, sampled by winnowing (Schleimer, Wilkerson and Aiken, 2003)."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray

from sayso.records import TextPrint
from sayso.reuse.folding import mix
from sayso.reuse.words import Words, chunk_texts, read_words

GRAM_WORDS = 5
"""Words in a gram."""

WINDOW_GRAMS = 4
"""Of so many grams in a row one at least is kept: a shared run of GRAM_WORDS + WINDOW_GRAMS - 1 = 8 words is always
found."""

SHORTEST_QUOTATION_WORDS = 4
"""A shorter quotation is a name or a turn of phrase."""

QUOTED = np.uint64(1)
"""The bit of a fingerprint that stands within quotation marks."""

_KEPT_BYTES = 5
_KEPT = ~np.uint64(2 ** (64 - 8 * _KEPT_BYTES) - 1)
"""Of 64 bits the upper 40 are kept, those by which the texts are found that have one. In a million stories one in ten
has a fingerprint that looks like one of another text by chance."""

_NOTHING = np.uint64(2**64 - 1)
_STEP = np.uint64(0xD6E8FEB86659FD93)


@dataclass(frozen=True, slots=True)
class Fingerprints:
    """The fingerprints of many stories, story after story, each in text order.

    Attributes:
        hashes: uint64; the upper 40 bits tell the gram, and the lowest bit is 1 where all its words stand within
            quotation marks.
        begins: int64, where those of each story begin, and behind the last one where they end.
        words: int64, one a story: how many words it has, headings apart.
    """

    hashes: NDArray[np.uint64]
    begins: NDArray[np.int64]
    words: NDArray[np.int64]

    def of(self, story: int) -> NDArray[np.uint64]:
        """A story's fingerprints, quoted or not alike."""
        return self.hashes[self.begins[story] : self.begins[story + 1]] & ~QUOTED

    def pack(self) -> list[tuple[int, bytes]]:
        """Of each story how many words it has and its fingerprints as bytes, see `TextPrint`."""
        ranges = pairwise(self.begins.tolist())
        return [
            (words, pack_hashes(self.hashes[begin:end]))
            for words, (begin, end) in zip(self.words.tolist(), ranges, strict=True)
        ]


def unpack_fingerprints(prints: Sequence[TextPrint]) -> Fingerprints:
    """Fingerprints as they were before they were packed."""
    words = np.fromiter((one.words for one in prints), np.int64, len(prints))
    counts = [8 * len(one.hashes) // (8 * _KEPT_BYTES + 1) for one in prints]
    ends = [_KEPT_BYTES * count for count in counts]
    high = b"".join([one.hashes[:end] for one, end in zip(prints, ends, strict=True)])
    bits = b"".join([one.hashes[end:] for one, end in zip(prints, ends, strict=True)])
    count = np.array(counts, np.int64)
    begins = _begins(count)
    # The bits of each text begin with a byte.
    place = np.arange(begins[-1]) + np.repeat(8 * _begins((count + 7) // 8)[:-1] - begins[:-1], count)
    hashes = np.zeros((begins[-1], 8), np.uint8)
    hashes[:, -_KEPT_BYTES:] = np.frombuffer(high, np.uint8).reshape(-1, _KEPT_BYTES)
    hashes[:, 0] = np.unpackbits(np.frombuffer(bits, np.uint8), bitorder="little")[place]
    return Fingerprints(hashes.view("<u8").ravel(), begins, words)


def hashes_of(one: TextPrint) -> NDArray[np.uint64]:
    """The fingerprints of a text as they were before they were packed."""
    return unpack_fingerprints([one]).hashes


def pack_hashes(hashes: NDArray[np.uint64]) -> bytes:
    """The fingerprints of a text as bytes, see `TextPrint`."""
    high = hashes.astype("<u8").view(np.uint8).reshape(-1, 8)[:, -_KEPT_BYTES:]
    return high.tobytes() + np.packbits((hashes & QUOTED).astype(bool), bitorder="little").tobytes()


def read_fingerprints(texts: Sequence[str]) -> Fingerprints:
    """Fingerprint texts; those of one text do not depend on the others."""
    found, counts, words = Growing(np.uint64), [np.zeros(0, np.int64)], [np.zeros(0, np.int64)]
    for chunk in chunk_texts(texts):
        telling = read_words(chunk).telling()
        places, hashes = winnow(telling)
        quoted = telling.quoted[places] & telling.quoted[places + GRAM_WORDS - 1]
        at, utterances = _fingerprint_quotations(telling)
        place = np.concatenate((places, at))
        order = np.argsort(place, kind="stable")
        found.extend(np.concatenate(((hashes & _KEPT) | quoted, (utterances & _KEPT) | QUOTED))[order])
        counts.append(np.bincount(telling.story[place], minlength=len(chunk)))
        words.append(np.bincount(telling.story, minlength=len(chunk)))
    return Fingerprints(found.done(), _begins(np.concatenate(counts)), np.concatenate(words))


class Growing:
    """An array that grows in place: memory never holds it twice."""

    def __init__(self, kind: type[np.generic]) -> None:
        self._array = np.empty(1 << 12, kind)
        self._length = 0

    def extend(self, more: NDArray[Any]) -> None:
        """Put values behind those there are."""
        end = self._length + len(more)
        if end > len(self._array):
            self._array.resize(max(end, len(self._array) * 5 // 4), refcheck=False)
        self._array[self._length : end] = more
        self._length = end

    def done(self) -> NDArray[Any]:
        """The array; nothing can be put behind it any more."""
        self._array.resize(self._length, refcheck=False)
        return self._array


def _begins(count: NDArray[np.int64]) -> NDArray[np.int64]:
    return np.concatenate((np.zeros(1, np.int64), np.cumsum(count)))


def winnow(words: Words) -> tuple[NDArray[np.int64], NDArray[np.uint64]]:
    """Which grams are kept, by their first word, and their hashes."""
    count = len(words.hashes) - GRAM_WORDS + 1
    if count <= 0:
        return np.zeros(0, np.int64), np.zeros(0, np.uint64)
    grams = np.zeros(count, np.uint64)
    for place in range(GRAM_WORDS):
        grams = grams * _STEP + words.hashes[place : place + count]
    grams = mix(grams)
    grams[words.story[:count] != words.story[GRAM_WORDS - 1 :]] = _NOTHING
    # The GRAM_WORDS - 1 grams across two stories keep windows of the one from seeing the other.
    edge = np.full(WINDOW_GRAMS - 1, _NOTHING)
    padded = np.concatenate((edge, grams, edge))
    least = padded[: len(padded) - WINDOW_GRAMS + 1].copy()
    for shift in range(1, WINDOW_GRAMS):
        np.minimum(least, padded[shift : shift + len(least)], out=least)
    keep = np.zeros(count, bool)
    for shift in range(WINDOW_GRAMS):
        keep |= grams == least[shift : shift + count]
    keep &= grams != _NOTHING
    kept = np.flatnonzero(keep)
    return kept, grams[kept]


def _fingerprint_quotations(words: Words) -> tuple[NDArray[np.int64], NDArray[np.uint64]]:
    """A fingerprint for each quotation too short for winnowing to be sure of: where it begins, and its hash."""
    # A quotation ends where its story ends, whatever the next one begins with.
    goes_on = words.quoted[1:] & words.quoted[:-1] & (words.story[1:] == words.story[:-1])
    starts = np.flatnonzero(words.quoted & ~np.append(False, goes_on)[: len(words.quoted)])
    ends = np.flatnonzero(words.quoted & ~np.append(goes_on, False)[: len(words.quoted)]) + 1
    length = ends - starts
    short = (length >= SHORTEST_QUOTATION_WORDS) & (length < GRAM_WORDS + WINDOW_GRAMS - 1)
    starts, length = starts[short], length[short]
    hashes = length.astype(np.uint64)
    for place in range(GRAM_WORDS + WINDOW_GRAMS - 2):
        more = place < length
        word = words.hashes[np.minimum(starts + place, max(len(words.hashes) - 1, 0))]
        hashes = np.where(more, hashes * _STEP + word, hashes)
    return starts, mix(hashes)
