"""The words of many stories as arrays: hashes that house style leaves alone, and where each word stands."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields
from functools import cache
from typing import Self

import numpy as np
from numpy.typing import NDArray

from sayso.reuse.folding import BREAK, DOT, DROPPED, MARK, SINGLE, STOP, TABLE_CHARS, WORD, Chars, mix

HEADING_WORDS = 25
"""A line of up to this many words that ends in no full stop is a heading, a byline, a credit or an invitation to read
something else: it tells nothing, and a headline printed beneath another story would tie the two."""

_CHUNK_CHARS = 1 << 17  # 1 << 14 takes a quarter more time, 1 << 18 none less
_BASE = np.uint64(0x9E3779B97F4A7C15)
_INVERSE = np.uint64(pow(0x9E3779B97F4A7C15, -1, 2**64))

Ints = NDArray[np.int64]


@dataclass(frozen=True)
class Words:
    """The words that stories tell something with, in order, story after story.

    Attributes:
        hashes: uint64; equal for words that differ only in case, accents, vowels, doubled letters, apostrophes or the
            dots of initials.
        story: int64, which story of those given.
        quoted: bool, whether it stands within double quotation marks.
        heading: bool, whether it stands in a line that is a heading.
    """

    hashes: NDArray[np.uint64]
    story: NDArray[np.int64]
    quoted: NDArray[np.bool_]
    heading: NDArray[np.bool_]

    def telling(self) -> Self:
        """These words without headings; a story that consists of headings keeps them."""
        told = np.flatnonzero(~self.heading)
        stories = int(self.story[-1]) + 1 if len(self.story) else 0
        silent = np.bincount(self.story.take(told), minlength=stories) == 0
        return self.pick(np.flatnonzero(~self.heading | silent[self.story]) if silent.any() else told)

    def pick(self, which: NDArray[np.int64] | slice) -> Self:
        """Some of these words."""
        return type(self)(*(getattr(self, field.name)[which] for field in fields(self)))


@dataclass(frozen=True)
class PlacedWords(Words):
    """Words that know where they stand: `starts` and `ends`, int64, [start, end) characters in their own story."""

    starts: NDArray[np.int64]
    ends: NDArray[np.int64]


def chunk_texts(texts: Sequence[str]) -> Iterator[Sequence[str]]:
    """Texts some at a time: so many that reading them together is fast and takes little memory."""
    first, chars = 0, 0
    for index, text in enumerate(texts):
        chars += len(text)
        if chars > _CHUNK_CHARS:
            yield texts[first : index + 1]
            first, chars = index + 1, 0
    if first < len(texts):
        yield texts[first:]


def read_words(texts: Sequence[str]) -> Words:
    """Split texts into words; time and memory grow with their length alone."""
    return _read(texts)[0]


def place_words(texts: Sequence[str]) -> PlacedWords:
    """Split texts into words that know where they stand."""
    words, starts, ends, begins = _read(texts)
    before = begins[words.story]
    return PlacedWords(words.hashes, words.story, words.quoted, words.heading, starts - before, ends - before)


def _read(texts: Sequence[str]) -> tuple[Words, Ints, Ints, Ints]:
    """The words of texts joined, where in those each starts and ends, and where each text begins."""
    chars = Chars("\n".join(texts))
    lengths = np.fromiter(map(len, texts), np.int64, len(texts))
    begins = np.cumsum(lengths + 1) - lengths - 1
    starts, ends = _find_words(chars.kinds)
    count = np.diff(np.append(np.searchsorted(starts, begins), len(starts)))
    story = np.repeat(np.arange(len(texts)), count)
    quoted, heading = _read_lines(chars.kinds, starts)
    return Words(_hash_words(chars.sounds, starts, ends), story, quoted, heading), starts, ends, begins


def _find_words(kinds: NDArray[np.uint8]) -> tuple[Ints, Ints]:
    """Where words start and end: runs of letters and digits, with what is as if it were not there."""
    word, single = (kinds & WORD) > 0, (kinds & SINGLE) > 0
    letters = word & ~single
    _bridge(word, letters, np.flatnonzero((kinds & DROPPED) > 0))
    # "U.S." is one word, as "US" is.
    _bridge(word, letters, np.flatnonzero((kinds & DOT) > 0), longest=1)
    before, after = np.append(False, word), np.append(word, False)
    cut = before != after
    if not single.any():
        edges = np.flatnonzero(cut)
        return edges[::2], edges[1::2]
    cut |= np.append(False, single) | np.append(single, False)
    return np.flatnonzero(cut & after), np.flatnonzero(cut & before)


def _bridge(
    word: NDArray[np.bool_], letters: NDArray[np.bool_], signs: NDArray[np.int64], longest: int | None = None
) -> None:
    """Make signs, or runs of them up to `longest`, parts of a word where a letter stands before and behind."""
    if not len(signs):
        return
    apart = np.append(True, np.diff(signs) > 1)
    run = np.cumsum(apart) - 1
    length = np.bincount(run)
    before = signs[apart] - 1
    behind = before + length + 1
    inner = (before >= 0) & (behind < len(word))
    inner &= letters[before] & letters[np.minimum(behind, len(word) - 1)]
    if longest:
        inner &= length <= longest
    word[signs[inner[run]]] = True


def _hash_words(sounds: NDArray[np.uint16], starts: NDArray[np.int64], ends: NDArray[np.int64]) -> NDArray[np.uint64]:
    """Polynomial hashes of words, all at once, from prefix sums modulo 2**64 (Karp and Rabin, 1987).

    Only the sounds by which spellings do not differ count, so that "Kyiv" is "Kiev" and "labour" is "labor".
    """
    heard = sounds > 0
    heard[1:] &= sounds[1:] != sounds[:-1]
    before = np.zeros(len(heard) + 1, np.int32)
    np.cumsum(heard, out=before[1:])
    values = _values().take(sounds.take(np.flatnonzero(heard)))
    powers, inverses = _powers(len(values) + 1)
    values *= powers[: len(values)]
    sums = np.zeros(len(values) + 1, np.uint64)
    np.cumsum(values, out=sums[1:])
    first, end = before.take(starts), before.take(ends)
    return mix((sums.take(end) - sums.take(first)) * inverses.take(first) + np.uint64(1))


def _read_lines(kinds: NDArray[np.uint8], starts: Ints) -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
    """Which words are quoted, which stand in headings; both are told line by line."""
    if not len(starts):
        return np.zeros(0, bool), np.zeros(0, bool)
    breaks, stops = np.flatnonzero((kinds & BREAK) > 0), np.flatnonzero((kinds & STOP) > 0)
    marks = np.flatnonzero((kinds & MARK) > 0)
    # Lines that hold words, by their number among all lines, and how many words each.
    count = np.diff(np.searchsorted(starts, np.concatenate(([0], breaks, [len(kinds)]))))
    lines = np.flatnonzero(count)
    count = count[lines]
    marks_before = np.cumsum(np.bincount(np.searchsorted(starts, marks), minlength=len(starts) + 1))[: len(starts)]
    marks_before_line = np.searchsorted(marks, np.append(0, breaks)[lines])
    quoted = (marks_before - np.repeat(marks_before_line, count)) % 2 == 1
    # The last sign of a line, blanks apart, is a stop: no letter of the line follows its last stop.
    last_word = starts[np.cumsum(count) - 1]
    stop = np.searchsorted(stops, last_word)
    stopped = np.append(stops, len(kinds))[stop] < np.append(breaks, len(kinds))[lines]
    return quoted, np.repeat((count <= HEADING_WORDS) & ~stopped, count)


@cache
def _values() -> NDArray[np.uint64]:
    """A number for every sound."""
    return mix(np.arange(1, TABLE_CHARS + 1, dtype=np.uint64) * _BASE)


_power_tables: dict[str, NDArray[np.uint64]] = {}


def _powers(count: int) -> tuple[NDArray[np.uint64], NDArray[np.uint64]]:
    if len(_power_tables.get("powers", ())) < count:
        size = max(count, 1 << 17)
        _power_tables["powers"] = np.cumprod(np.full(size, _BASE), dtype=np.uint64)
        _power_tables["inverses"] = np.cumprod(np.full(size, _INVERSE), dtype=np.uint64)
    return _power_tables["powers"], _power_tables["inverses"]
