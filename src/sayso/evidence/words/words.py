"""A text as words and stops with their places, and the parts of a story that one attribution is graded by."""

import re
from bisect import bisect_left
from collections.abc import Container, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate

from sayso.records import Attribution, Span
from sayso.text.word_tables import word_table

_WORD = re.compile(r"([^\W_]+(?:['’.&-][^\W_]+)*|[.!?…]+|[,;:()–—\"“”«»])")
_STOPS = frozenset(".!?…")
_NEXT_SENTENCE = re.compile(r"\]?\s+[\"“‘]?[A-Z]")
_TITLES = word_table(
    "mr mrs ms dr prof gen lt col sgt capt maj sen rep gov rev hon st no vs jr sr inc ltd co corp jan feb mar apr aug "
    "sep sept oct nov dec u.s u.k u.n e.u a.m p.m"
)
OPENING = word_table(
    "open opens opened opening launch launches launched launching order ordered start started began begun"
)
"""How an inquiry begins, of which nothing is known yet."""
_NEGATIONS_NEAR = word_table("not never no nor neither hardly cannot")
_AUXILIARIES = word_table(
    "do does did has have had is are was were be been being will would can could shall should may might must am"
)
_BETWEEN_AUXILIARY_AND_VERB = word_table("yet immediately also so far as still ever even directly be able to")
_BETWEEN_WORDS = 10
_NEAR_WORDS = 10
"""How many words behind a cue are read with it: "gave … no further details"."""


@dataclass(frozen=True, slots=True)
class Words:
    """The words and stops of a text in order: lower case, straight apostrophes, and their character offsets."""

    text: str
    lower: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    @classmethod
    def of(cls, text: str) -> "Words":
        """Cut a text into words and stops."""
        folded = _lower(text)
        grows = len(folded) != len(text)  # as a few capitals do by a character, such as İ
        pieces = _WORD.split(text if grows else folded)
        lower = map(_lower, pieces[1::2]) if grows else pieces[1::2]
        edges = tuple(accumulate(map(len, pieces)))
        return cls(text, tuple(lower), edges[:-1:2], edges[1::2])

    def within(self, span: Span) -> range:
        """The numbers of the words that begin within a span."""
        return range(bisect_left(self.starts, span.start), bisect_left(self.starts, span.end))

    def span(self, first: int, last: int) -> Span:
        """The characters from one word to another, both included."""
        return Span(self.starts[first], self.ends[last])

    def is_capital(self, number: int) -> bool:
        """Tell whether a word begins with a capital."""
        return self.text[self.starts[number]].isupper()

    def ends_sentence(self, number: int) -> bool:
        """Tell whether a sentence ends at this word: a stop that no abbreviation takes."""
        if self.lower[number][0] not in _STOPS:
            return False
        if self.lower[number] in ("…", "..."):
            return _NEXT_SENTENCE.match(self.text, self.ends[number]) is not None
        if self.lower[number] != ".":
            return True
        before = self.lower[number - 1] if number else ""
        if (before in _TITLES or len(before) == 1) and self.ends[number - 1] == self.starts[number]:
            return number + 1 == len(self.lower)
        after = self.text[self.ends[number] : self.ends[number] + 1]
        return not after or not after.isalnum()


@dataclass(frozen=True, slots=True)
class Wording:
    """What one attribution is graded by, as numbers of its story's words.

    Attributes:
        source, cue: The words of these parts.
        content: The content span by span, empty ones left out.
        before: Words just before the cue that belong to its verb and stand in no part ("has not", "would", "never").
        lead: `before`, the cue, and what follows it up to ten words, content included: the words in which a speaker
            denies or says nothing.
    """

    words: Words
    attribution: Attribution
    source: tuple[int, ...]
    cue: tuple[int, ...]
    content: tuple[range, ...]
    before: tuple[int, ...]
    lead: tuple[int, ...]

    @classmethod
    def of(cls, words: Words, attribution: Attribution, taken: Container[int] = ()) -> "Wording":
        """Gather the words of an attribution.

        Args:
            words: The story's words.
            attribution: One of its attributions.
            taken: The words of all sources and cues in the story; the others' are not this one's.
        """
        source = tuple(number for span in attribution.source for number in words.within(span))
        cue = tuple(number for span in attribution.cue for number in words.within(span))
        content = tuple(filter(None, (words.within(span) for span in attribution.content)))
        before = _auxiliaries_before(words, cue, set(source)) if cue else ()
        lead = (*before, *cue, *_words_after(words, cue, taken)) if cue else ()
        return cls(words, attribution, source, cue, content, before, lead)

    def read(self, numbers: Sequence[int]) -> str:
        """These words in lower case, with a space between."""
        lower = self.words.lower
        if isinstance(numbers, range):
            return " ".join(lower[numbers.start : numbers.stop])
        return " ".join([lower[number] for number in numbers])

    def opening(self, most: int) -> range:
        """The first words of the content."""
        return self.content[0][:most] if self.content else range(0)

    def verb(self) -> tuple[int, ...]:
        """The cue with the auxiliaries before it."""
        return (*self.before, *self.cue)


def _lower(words: str) -> str:
    return words.lower().replace("’", "'")


@lru_cache(maxsize=1 << 14)
def words_found(found: re.Match[str]) -> slice:
    """The places of the words of a match among those that were read with a space between."""
    first = found.string.count(" ", 0, found.start())
    return slice(first, first + found.group().count(" ") + 1)


def is_negation(word: str) -> bool:
    """Tell whether a word negates its verb: "not", "didn't", "never"."""
    return word in _NEGATIONS_NEAR or word.endswith("n't")


def _auxiliaries_before(words: Words, cue: Sequence[int], source: set[int]) -> tuple[int, ...]:
    first = cue[0]
    number = first
    while number and number - 1 not in source and _belongs_to_verb(words.lower[number - 1]):
        number -= 1
    found = range(number, first)
    known = any(words.lower[word] in _AUXILIARIES or is_negation(words.lower[word]) for word in found)
    return tuple(found) if known else _negation_ahead(words, first, source)


def _negation_ahead(words: Words, first: int, source: set[int]) -> tuple[int, ...]:
    """What negates a verb from behind its subject, with more between commas: "had not, by Monday, announced"."""
    behind = max((number for number in source if number < first), default=first) + 1
    between = words.lower[behind:first]
    if not 2 < len(between) <= _BETWEEN_WORDS or between[2] != "," or between[-1] != ",":
        return ()
    negates = between[0] in _AUXILIARIES and is_negation(between[1])
    return (behind, behind + 1) if negates else ()


def _belongs_to_verb(word: str) -> bool:
    return (
        word in _AUXILIARIES or is_negation(word) or word in _BETWEEN_AUXILIARY_AND_VERB or word.endswith(("ly", "n't"))
    )


def _words_after(words: Words, cue: Sequence[int], taken: Container[int]) -> tuple[int, ...]:
    after = []
    inside = set(cue)
    for number in range(cue[0] + 1, min(cue[-1] + 1 + _NEAR_WORDS, len(words.lower))):
        if number in inside:
            continue
        if number in taken or words.ends_sentence(number):
            break
        after.append(number)
    return tuple(after)
