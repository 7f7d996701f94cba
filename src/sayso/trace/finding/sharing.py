"""Which words of a claim stand where in a story: a cheap look before propositions are compared with the claim."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import reduce
from operator import or_

from sayso.text.sentences import Sentences
from sayso.text.synonyms import synonyms_of

FEWEST_STEM_CHARS = 4
STEM_LOSS_CHARS = 3
"""A word is taken for another that begins as it does but for its last letters: "Korea" for "Korean", "killing" for
"killed". What is too much falls away in the comparison; a word that is missed here costs a report."""

NEAR_WORTH = 0.5
"""What a word counts that stands not in the words themselves but in their sentence, beside it or in the headline."""

_ACCENTED = re.compile("[À-ɏ]")
_BARE = {ord(letter): unicodedata.normalize("NFD", letter)[0] for letter in map(chr, range(ord("À"), ord("ɏ") + 1))}
_PARTS = re.compile(r"\w+")
_ACRONYM_CHARS = 4


class ClaimWords:
    """The words of a claim as they are looked for in a text."""

    def __init__(self, parts: Sequence[Mapping[str, float]]) -> None:
        """Take the words in, with how much each tells; words that news uses for one of them stand for it.

        Args:
            parts: The words of each part of the claim, with their weights; there is at least one word.
        """
        weights = {_pattern_of(word): weight for part in parts for word, weight in part.items()}
        own = {pattern: 1 << place for place, pattern in enumerate(weights)}
        meant = dict(own)
        for word in {word for part in parts for word in part}:
            for other in map(_pattern_of, synonyms_of(word)):
                meant[other] = meant.get(other, 0) | own[_pattern_of(word)]
        # Of two words that begin alike the longer one is looked for first: "northern" before "north".
        looked_for = sorted(meant, key=lambda one: (-len(one), one))
        # Beginning with what stands before a word, and each word with a letter, it is soon through a text.
        self._pattern = re.compile(rf"\W(?:{'|'.join(f'{one[0]}({one[1:]})' for one in looked_for)})")
        self._meant = [meant[pattern] for pattern in looked_for]
        self._weights = list(weights.values())
        self._parts = [sum({own[_pattern_of(word)] for word in part}) for part in parts if part]
        self._shares: dict[tuple[int, int], float] = {}

    def __len__(self) -> int:
        return len(self._weights)

    def find(self, text: str) -> Iterator[tuple[int, int]]:
        """Where words of the claim begin in a text, each with its bit in the set of all; "casualties" may have two."""
        for match in self._pattern.finditer(f" {fold_letters(text)}"):  # so that a word starts where its match does
            yield match.start(), self._meant[(match.lastindex or 1) - 1]

    def share(self, own: int, near: int) -> float:
        """How much of a claim's weight some words of a story have, 0 to 1; of the part of it that they are closest to.

        Args:
            own: The claim's words among them, as a set of bits.
            near: Those that stand near them and count for less.
        """
        key = (own, near & ~own)
        if key not in self._shares:
            self._shares[key] = max(
                (self._weigh(own & part) + NEAR_WORTH * self._weigh(key[1] & part)) / self._weigh(part)
                for part in self._parts
            )
        return self._shares[key]

    def _weigh(self, bits: int) -> float:
        return sum(weight for place, weight in enumerate(self._weights) if bits >> place & 1)


def _pattern_of(word: str) -> str:
    """A word as it may begin in a folded text: "U.S." as "US", "well-known" as "well known"."""
    parts = _PARTS.findall(fold_letters(word))
    if len("".join(parts)) <= _ACRONYM_CHARS and (word.isupper() or all(len(part) == 1 for part in parts)):
        return r"\W?".join("".join(parts)) + r"\b"
    *first, last = parts
    stem = last[: max(FEWEST_STEM_CHARS, len(last) - STEM_LOSS_CHARS)]
    edge = r"\b" if len(last) < FEWEST_STEM_CHARS else ""
    return r"\W{1,2}".join((*first, stem)) + edge


def fold_letters(text: str) -> str:
    """A text in small letters without accents, each letter in its place."""
    if text.isascii():
        return text.lower()
    if _ACCENTED.search(text):
        text = text.translate(_BARE)
    folded = text.lower()
    return folded if len(folded) == len(text) else "".join(map(_small, text))


def _small(letter: str) -> str:
    small = letter.lower()
    return small if len(small) == 1 else letter


@dataclass(frozen=True, slots=True)
class SharedWords:
    """Where the words of a claim stand in a text and its headline.

    Attributes:
        found: Where each begins, with its bit in the set of all.
        in_title: Those of the headline, as a set of bits.
    """

    found: tuple[tuple[int, int], ...]
    in_title: int

    def by_sentence(self, sentences: Sentences) -> list[tuple[int, int]]:
        """For each sentence those that it has, and those that stand in it, in the ones beside it or in the headline."""
        own = [0] * (len(sentences.starts) + 2)
        for at, bit in self.found:
            own[sentences.number_at(at) + 1] |= bit
        return [
            (here, before | here | after | self.in_title)
            for before, here, after in zip(own, own[1:], own[2:], strict=False)
        ]


def find_shared(words: ClaimWords, text: str, title: str | None) -> SharedWords:
    """Find the words of a claim in a story."""
    return SharedWords(tuple(words.find(text)), unite(bit for _, bit in words.find(title or "")))


def unite(sets: Iterable[int]) -> int:
    """One set of bits of several."""
    return reduce(or_, sets, 0)
