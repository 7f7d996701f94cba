"""Whose voice an interview is in: what stands in an answer, whoever said it, came through the one who answers."""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sayso.evidence.via.media import fold_name
from sayso.records import Span, Story
from sayso.text.turns import Turn, find_turns, meant_by_initials, shortens

_ASKS = re.compile(r"\?[\s\"”’)]*$")
_ADDRESSES = re.compile(r"\byour?\b", re.IGNORECASE)
_QUOTED = re.compile(r"[“\"][^“”\"]*[”\"]")
_PARAGRAPH = re.compile(r"[^\n]+")
_FULL_NAME = r"[A-Z]\w+ (?:[A-Z]\. )?[A-Z][\w’'-]+"
_INTERVIEWEE = re.compile(
    rf"\b(?:[Ii]nterview(?:s|ed)|[Ii]nterview with) (?:[\w.,'’-]+ )*?(?P<name>{_FULL_NAME})(?=,|\.|:|$)", re.MULTILINE
)
"""As headlines name who answers: "Paper interviews harbour master Jane Doe", "Interview with Jane Doe"."""
_PAIR = re.compile(rf"\b{_FULL_NAME}\b")
_LEAST_QUESTIONS = 2
"""So many paragraphs ask where a story is an interview and not a report on one."""
_LONGEST_QUESTION_WORDS = 80
"""A longer paragraph with a question at its end is an answer that asks back."""
_LEAST_TURNS = 3
_LEAST_TIMES = 2
"""Who answers does so again; "Photo: …" and "Update: …" open one line."""
_HEAD_CHARS = 200


@dataclass(frozen=True, slots=True)
class Voices:
    """The answers of an interview in text order, and who gives each; none in any other story."""

    answers: tuple[Span, ...]
    names: tuple[str, ...]

    @classmethod
    def of(cls, story: Story, persons: Sequence[str]) -> "Voices":
        """Find the answers of an interview.

        Args:
            story: The story.
            persons: Those who speak in it, by their full names.
        """
        turns = find_turns(story.text)
        found = list(_labelled(story, turns, persons) if len(turns) >= _LEAST_TURNS else ())
        found = found or list(_unlabelled(story, persons))
        return cls(tuple(span for span, _ in found), tuple(name for _, name in found))

    def at(self, offset: int) -> tuple[str, Span] | None:
        """Who answers at a place, and where the answer stands; None outside of answers."""
        number = bisect_right(self.answers, offset, key=lambda span: span.start) - 1
        if number < 0 or offset >= self.answers[number].end:
            return None
        return self.names[number], self.answers[number]


def _labelled(story: Story, turns: Sequence[Turn], persons: Sequence[str]) -> Iterable[tuple[Span, str]]:
    """The turns of those who are named by labels, the outlet's own left out."""
    ends = [turn.span.start for turn in turns[1:]] + [len(story.text)]
    times = Counter(turn.name for turn in turns)
    for turn, end in zip(turns, ends, strict=True):
        name = _meant_by(turn.name, story, persons) if times[turn.name] >= _LEAST_TIMES else None
        if name:
            yield Span(turn.span.end, end), name


def _meant_by(label: str, story: Story, persons: Sequence[str]) -> str | None:
    outlet = story.outlet or ""
    if outlet and (shortens(label, outlet) or fold_name(label) == fold_name(outlet)):
        return None
    named = next((name for name in persons if fold_name(name) == fold_name(label)), None)
    return named or meant_by_initials(label, persons) or meant_by_initials(label, _pairs_of(story.text))


def _pairs_of(text: str) -> frozenset[str]:
    """All names of two words."""
    return frozenset(_PAIR.findall(text))


def _unlabelled(story: Story, persons: Sequence[str]) -> Iterable[tuple[Span, str]]:
    """What does not ask, from the first paragraph on that speaks to "you", where the headline names an interview."""
    name = _find_interviewee(story, persons)
    if name is None:
        return
    paragraphs = [Span(*found.span()) for found in _PARAGRAPH.finditer(story.text)]
    plain = [_QUOTED.sub("", span.of(story.text)) for span in paragraphs]
    questions = sum(_ASKS.search(words) is not None for words in plain)
    if questions < _LEAST_QUESTIONS:
        return
    begun = False
    for span, words in zip(paragraphs, plain, strict=True):
        asks = _ASKS.search(words) is not None and words.count(" ") < _LONGEST_QUESTION_WORDS
        if begun and not asks:
            yield span, name
        begun = begun or asks or _ADDRESSES.search(words) is not None


def _find_interviewee(story: Story, persons: Sequence[str]) -> str | None:
    head = f"{story.title or ''}\n{story.text[:_HEAD_CHARS]}"
    found = _INTERVIEWEE.search(head)
    if found is None:
        return None
    named = [name for name in persons if name in head[found.start() : found.end() + 1] and " " in name]
    return named[0] if named else found["name"]
