"""The words of many stories as arrays: hashes that house style leaves alone, and where each word stands."""

from collections.abc import Sequence
from dataclasses import dataclass, fields
from functools import cache
from typing import Self

import numpy as np
from numpy.typing import NDArray

from sayso.reuse.folding import BREAK, DOT, DROPPED, MARK, SINGLE, STOP, TABLE_CHARS, WORD, Chars, mix

HEADING_WORDS = 25
"""A line of up to this many words that ends in no full stop is a heading, a byline, a credit or an invitation to read
something else: it tells nothing, and a headline printed beneath another story would tie the two."""

_BASE = np.uint64(0x9E3779B97F4A7C15)
_INVERSE = np.uint64(pow(0x9E3779B97F4A7C15, -1, 2**64))


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
        stories = int(self.story[-1]) + 1 if len(self.story) else 0
        all_headings = np.bincount(self.story, ~self.heading, minlength=stories) == 0
        return self.pick(np.flatnonzero(~self.heading | all_headings[self.story]))

    def pick(self, which: NDArray[np.int64] | slice) -> Self:
        """Some of these words."""
        return type(self)(*(getattr(self, field.name)[which] for field in fields(self)))


@dataclass(frozen=True)
class PlacedWords(Words):
    """Words that know where they stand: `starts` and `ends`, int64, [start, end) characters in their own story."""

    starts: NDArray[np.int64]
    ends: NDArray[np.int64]


def read_words(texts: Sequence[str]) -> Words:
    """Split texts into words; time and memory grow with their length alone."""
    return _read(texts)[0]


def place_words(texts: Sequence[str]) -> PlacedWords:
    """Split texts into words that know where they stand."""
    words, starts, ends = _read(texts)
    return PlacedWords(words.hashes, words.story, words.quoted, words.heading, starts, ends)


def _read(texts: Sequence[str]) -> tuple[Words, NDArray[np.int64], NDArray[np.int64]]:
    chars = Chars("\n".join(texts))
    lengths = np.fromiter(map(len, texts), np.int64, len(texts))
    begins = np.cumsum(lengths + 1) - lengths - 1
    starts, ends = _find_words(chars.kinds)
    first = np.searchsorted(starts, begins)
    count = np.diff(np.append(first, len(starts)))
    story = np.repeat(np.arange(len(texts)), count)
    quoted, heading = _read_lines(chars.kinds, starts)
    before = np.repeat(begins, count)
    return Words(_hash_words(chars.sounds, starts, ends), story, quoted, heading), starts - before, ends - before


def _find_words(kinds: NDArray[np.uint8]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Where words start and end: runs of letters and digits, with what is as if it were not there."""
    word, single = (kinds & WORD) > 0, (kinds & SINGLE) > 0
    letters = word & ~single
    _bridge(word, letters, np.flatnonzero((kinds & DROPPED) > 0))
    # "U.S." is one word, as "US" is.
    _bridge(word, letters, np.flatnonzero((kinds & DOT) > 0), longest=1)
    before, after = np.append(False, word), np.append(word, False)
    cut = before != after
    if single.any():
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
    before = np.append(np.int32(0), np.cumsum(heard, dtype=np.int32))
    values = _values()[sounds[np.flatnonzero(heard)]]
    powers, inverses = _powers(len(values) + 1)
    sums = np.append(np.uint64(0), np.cumsum(values * powers[: len(values)]))
    first = before[starts]
    return mix((sums[before[ends]] - sums[first]) * inverses[first] + np.uint64(1))


def _read_lines(kinds: NDArray[np.uint8], starts: NDArray[np.int64]) -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
    """Which words are quoted, which stand in headings; both are told line by line."""
    if not len(starts):
        return np.zeros(0, bool), np.zeros(0, bool)
    breaks, stops = np.flatnonzero((kinds & BREAK) > 0), np.flatnonzero((kinds & STOP) > 0)
    # Lines that hold words, by their number among all lines, and how many words each.
    count = np.diff(np.searchsorted(starts, np.concatenate(([0], breaks, [len(kinds)]))))
    lines = np.flatnonzero(count)
    count = count[lines]
    marks = np.append(np.int32(0), np.cumsum((kinds & MARK) > 0, dtype=np.int32))
    marks_before_line = marks[np.append(0, breaks)][lines]
    quoted = (marks[starts] - np.repeat(marks_before_line, count)) % 2 == 1
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
