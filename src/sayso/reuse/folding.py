"""Characters as reuse sees them: what a word, a quotation mark and a full stop are, and which letters count as one."""

import unicodedata
from functools import cache

import numpy as np
from numpy.typing import NDArray

TABLE_CHARS = 0x10000
"""Characters behind the basic plane (emoji) part words and are none."""

WORD, DROPPED, SINGLE, MARK, STOP, DOT, BREAK = (np.uint8(1 << bit) for bit in range(7))
"""What a character is: part of a word; as if it were not there; a word by itself; a double quotation mark; a full stop
or its like; the full stop of initials; the end of a line."""

_FOLDED_CHARS = 0x3000
_DROPPED_SIGNS = "'’‘ʼ`´\u00ad\u200b\u2060\ufeff"
# Letters by which spellings of one name or word differ: Kyiv and Kiev, Mohammed and Muhammad, defence and defense.
_SILENT = "aeiouyh"
_SAME_SOUND = {"q": "k", "z": "s", "c": "s"}
_ENDS = ".!?…:;。！？।؟।\"”»’'"
_DOUBLE_MARKS = '"“”«»„'
# Scripts without spaces.
_UNSPACED = ((0x0E00, 0x0E80), (0x3040, 0x3100), (0x3400, 0xA000), (0xF900, 0xFB00))


def mix(hashes: NDArray[np.uint64]) -> NDArray[np.uint64]:
    """Spread the bits of hashes (the finaliser of splitmix64)."""
    hashes = (hashes ^ (hashes >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    hashes = (hashes ^ (hashes >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return hashes ^ (hashes >> np.uint64(31))


@cache
def kinds() -> NDArray[np.uint8]:
    """For every character what it is, as bits."""
    table = np.zeros(TABLE_CHARS, np.uint8)
    for number in range(TABLE_CHARS - 1):
        sign = chr(number)
        if sign.isalnum():
            table[number] = WORD
        elif unicodedata.combining(sign) or sign in _DROPPED_SIGNS:
            table[number] = DROPPED
    for low, high in _UNSPACED:
        table[low:high] |= np.where(table[low:high] & WORD, SINGLE, np.uint8(0))
    for signs, bit in ((_DOUBLE_MARKS, MARK), (_ENDS, STOP), (".", DOT), ("\n", BREAK)):
        table[[ord(sign) for sign in signs]] |= bit
    return table


@cache
def sounds() -> NDArray[np.uint16]:
    """For every character the one whose sound it has, without case and accent; 0 where it has none."""
    table = np.zeros(TABLE_CHARS, np.uint16)
    for number in np.flatnonzero(kinds() & WORD).tolist():
        letter = _fold(chr(number)) if number < _FOLDED_CHARS else chr(number)
        table[number] = 0 if letter in _SILENT else ord(_SAME_SOUND.get(letter, letter))
    return table


def _fold(sign: str) -> str:
    """The letter without case and accent."""
    plain = unicodedata.normalize("NFKD", sign)[0].lower()
    return plain if len(plain) == 1 and plain.isalnum() else sign


class Chars:
    """The characters of a text by what they are and how they sound.

    Plain letters, nearly all of most texts, are looked up byte by byte, which is far faster than by number.

    Attributes:
        kinds: uint8, as in `kinds`.
        sounds: uint16, as in `sounds`.
    """

    def __init__(self, text: str) -> None:
        codes = _codes(text)
        # Of other characters this is the lower half, and replaced below.
        plain = codes.astype(np.uint8).tobytes()
        self.kinds = np.frombuffer(bytearray(plain.translate(_plain_kinds())), np.uint8)
        self.sounds = np.frombuffer(plain.translate(_plain_sounds()), np.uint8).astype(np.uint16)
        if not text.isascii():
            other = np.flatnonzero(codes >= _PLAIN_CHARS)
            self.kinds[other] = kinds()[codes[other]]
            self.sounds[other] = sounds()[codes[other]]


_PLAIN_CHARS = 128


@cache
def _plain_kinds() -> bytes:
    return kinds()[:_PLAIN_CHARS].tobytes().ljust(256, b"\0")


@cache
def _plain_sounds() -> bytes:
    return sounds()[:_PLAIN_CHARS].astype(np.uint8).tobytes().ljust(256, b"\0")


def _codes(text: str) -> NDArray[np.uint16]:
    """The number of each character, those behind the basic plane as its last."""
    basic = np.frombuffer(text.encode("utf-16-le", "surrogatepass"), np.uint16)
    if len(basic) == len(text):
        return basic
    wide = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)
    return np.minimum(wide, TABLE_CHARS - 1).astype(np.uint16)
