"""The words of many stories as arrays: hashes that house style leaves alone, and where each word stands."""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

HEADING_WORDS = 25
"""A line of up to this many words that ends in no full stop is a heading, a byline, a credit or an invitation to read
something else: it tells nothing, and a headline printed beneath another story would tie the two."""

_TABLE_CHARS = 0x10000
_FOLDED_CHARS = 0x3000
_SEPARATOR, _DROPPED = 0, 1
_DROPPED_SIGNS = "'’‘ʼ`´\u00ad\u200b\u2060\ufeff"
# Letters by which spellings of one name or word differ: Kyiv and Kiev, Mohammed and Muhammad, defence and defense.
_SILENT = "aeiouyh"
_SAME_SOUND = {"q": "k", "z": "s", "c": "s"}
_ENDS = ".!?…:;。！？।؟।\"”»’'"
_MARK, _STOP = np.uint8(1), np.uint8(2)
_DOUBLE_MARKS = '"“”«»„'
_BASE = np.uint64(0x9E3779B97F4A7C15)
_INVERSE = np.uint64(pow(0x9E3779B97F4A7C15, -1, 2**64))
# Scripts without spaces: each sign is a word.
_UNSPACED = ((0x0E00, 0x0E80), (0x3040, 0x3100), (0x3400, 0xA000), (0xF900, 0xFB00))


@dataclass(frozen=True, slots=True)
class Words:
    """The words that stories tell something with, in order, story after story.

    Attributes:
        hashes: uint64; equal for words that differ only in case, accents, vowels, doubled letters, apostrophes or the
            dots of initials.
        starts, ends: int64, [start, end) characters in the word's own story.
        story: int64, which story of those given.
        quoted: bool, whether it stands within double quotation marks.
        heading: bool, whether it stands in a line that is a heading.
    """

    hashes: NDArray[np.uint64]
    starts: NDArray[np.int64]
    ends: NDArray[np.int64]
    story: NDArray[np.int64]
    quoted: NDArray[np.bool_]
    heading: NDArray[np.bool_]

    def telling(self) -> "Words":
        """These words without headings; a story that consists of headings keeps them."""
        stories = int(self.story[-1]) + 1 if len(self.story) else 0
        all_headings = np.bincount(self.story, ~self.heading, minlength=stories) == 0
        keep = ~self.heading | all_headings[self.story]
        return Words(*(getattr(self, name)[keep] for name in self.__slots__))


def read_words(texts: Sequence[str]) -> Words:
    """Split texts into words; time and memory grow with their length alone."""
    chars = np.frombuffer("\n".join(texts).encode("utf-32-le", "surrogatepass"), np.uint32)
    lengths = np.fromiter(map(len, texts), np.int64, len(texts))
    begins = np.concatenate(([0], np.cumsum(lengths + 1)[:-1])) if len(texts) else np.zeros(0, np.int64)
    codes, values, single = _tables()
    low = np.minimum(chars, _TABLE_CHARS - 1)
    code = codes[low]
    _drop_dots_of_initials(low, code)
    at = np.flatnonzero(code != _DROPPED)
    low, code = low[at], code[at]
    starts, ends = _edges(code, single[low])
    if not len(starts):
        empty = np.zeros(0, np.int64)
        return Words(empty.astype(np.uint64), empty, empty, empty, empty.astype(bool), empty.astype(bool))
    hashes = _hash_words(code, values, starts, ends)
    first, last = at[starts], at[ends - 1] + 1
    story = np.searchsorted(begins, first, "right") - 1
    quoted, heading = _read_lines(chars, first)
    return Words(hashes, first - begins[story], last - begins[story], story, quoted, heading)


def _drop_dots_of_initials(low: NDArray[np.uint32], code: NDArray[np.uint16]) -> None:
    """Make "U.S." one word, as "US" is: dots between a letter and a letter vanish."""
    dots = np.flatnonzero(low == ord("."))
    dots = dots[(dots > 0) & (dots < len(code) - 1)]
    inner = dots[(code[dots - 1] > _DROPPED) & (code[dots + 1] > _DROPPED)]
    code[inner] = _DROPPED


def _edges(code: NDArray[np.uint16], single: NDArray[np.bool_]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    word = code != _SEPARATOR
    before = np.concatenate(([False], word[:-1]))
    single_before = np.concatenate(([False], single[:-1]))
    starts = np.flatnonzero(word & (~before | single | single_before))
    after = np.concatenate((word[1:], [False]))
    single_after = np.concatenate((single[1:], [False]))
    ends = np.flatnonzero(word & (~after | single | single_after)) + 1
    return starts, ends


def _hash_words(
    code: NDArray[np.uint16], values: NDArray[np.uint64], starts: NDArray[np.int64], ends: NDArray[np.int64]
) -> NDArray[np.uint64]:
    """Polynomial hashes of words, all at once, from prefix sums modulo 2**64 (Karp and Rabin, 1987).

    Only the letters by which spellings do not differ count, so that "Kyiv" is "Kiev" and "labour" is "labor".
    """
    value = values[code]
    sounds = value > 0
    sounds[1:] &= code[1:] != code[:-1]
    before = np.concatenate(([0], np.cumsum(sounds)))
    powers, inverses = _powers(len(code) + 1)
    sounded = value[sounds]
    sums = np.concatenate((np.zeros(1, np.uint64), np.cumsum(sounded * powers[: len(sounded)])))
    first = before[starts]
    return mix((sums[before[ends]] - sums[first]) * inverses[first] + np.uint64(1))


def mix(hashes: NDArray[np.uint64]) -> NDArray[np.uint64]:
    """Spread the bits of hashes (the finaliser of splitmix64)."""
    hashes = (hashes ^ (hashes >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    hashes = (hashes ^ (hashes >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return hashes ^ (hashes >> np.uint64(31))


def _read_lines(chars: NDArray[np.uint32], first: NDArray[np.int64]) -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
    """Which words are quoted, which stand in headings; both are told line by line."""
    breaks = np.flatnonzero(chars == ord("\n"))
    line = np.searchsorted(breaks, first)
    signs = _signs()[np.minimum(chars, _TABLE_CHARS - 1)]
    marks = np.flatnonzero(signs & _MARK)
    marks_before_line = np.searchsorted(marks, np.concatenate(([0], breaks)))
    quoted = (np.searchsorted(marks, first) - marks_before_line[line]) % 2 == 1
    stops = np.flatnonzero(signs & _STOP)
    # The last sign of a line, blanks apart, is a stop: no letter of the line follows its last stop.
    last_word = np.flatnonzero(np.append(line[1:] != line[:-1], True))
    lines, count = line[last_word], np.diff(np.concatenate(([-1], last_word)))
    line_ends = np.append(breaks, len(chars))[lines]
    stop = np.searchsorted(stops, first[last_word])
    stopped = (stop < len(stops)) & (np.append(stops, len(chars))[stop] < line_ends)
    is_heading = (count <= HEADING_WORDS) & ~stopped
    return quoted, np.repeat(is_heading, count)


@cache
def _signs() -> NDArray[np.uint8]:
    """For every character: whether it is a double quotation mark (bit 1), a stop (bit 2)."""
    table = np.zeros(_TABLE_CHARS, np.uint8)
    table[[ord(sign) for sign in _DOUBLE_MARKS]] |= _MARK
    table[[ord(sign) for sign in _ENDS]] |= _STOP
    return table


_power_tables: dict[str, NDArray[np.uint64]] = {}


def _powers(count: int) -> tuple[NDArray[np.uint64], NDArray[np.uint64]]:
    if len(_power_tables.get("powers", ())) < count:
        size = max(count, 1 << 17)
        _power_tables["powers"] = np.cumprod(np.full(size, _BASE), dtype=np.uint64)
        _power_tables["inverses"] = np.cumprod(np.full(size, _INVERSE), dtype=np.uint64)
    return _power_tables["powers"], _power_tables["inverses"]


@cache
def _tables() -> tuple[NDArray[np.uint16], NDArray[np.uint64], NDArray[np.bool_]]:
    """For every character: the one it counts as, a number for that one, and whether it is a word by itself."""
    codes = np.zeros(_TABLE_CHARS, np.uint16)
    for number in range(_TABLE_CHARS):
        sign = chr(number)
        if sign.isalnum():
            codes[number] = ord(_fold(sign)) if number < _FOLDED_CHARS else number
        elif unicodedata.combining(sign):
            codes[number] = _DROPPED
    for sign in _DROPPED_SIGNS:
        codes[ord(sign)] = _DROPPED
    codes[_TABLE_CHARS - 1] = _SEPARATOR
    values = mix(np.arange(1, _TABLE_CHARS + 1, dtype=np.uint64) * _BASE)
    for sign in _SILENT:
        values[ord(sign)] = 0
    for sign, other in _SAME_SOUND.items():
        values[ord(sign)] = values[ord(other)]
    single = np.zeros(_TABLE_CHARS, bool)
    for low, high in _UNSPACED:
        single[low:high] = codes[low:high] > _DROPPED
    return codes, values, single


def _fold(sign: str) -> str:
    """The letter without case and accent: one character, so that offsets stay."""
    plain = unicodedata.normalize("NFKD", sign)[0].lower()
    return plain if len(plain) == 1 and plain.isalnum() else sign
