"""The turns of a transcript: lines that begin with the speaker's name in capitals and a colon."""

import re
from collections.abc import Iterator

from sayso.records import Attribution, Span, Speech
from sayso.text.lines import line_spans, trim_span

FEWEST_TURNS, FEWEST_SPEAKERS = 3, 2
"""Fewer lines of that form are headings or datelines."""

_TURN = re.compile(r"""["“]?(?P<who>[A-Z][A-Z.'’-]+(?: [A-Z][A-Z.'’-]*){0,4})(?P<colon>:)[ \xa0](?=\S)""")
_OPENING = ('"', "“")
_NO_SPEAKERS = frozenset(
    (
        *("UPDATE", "UPDATED", "CORRECTION", "EDITOR'S NOTE", "NOTE", "BREAKING", "EXCLUSIVE", "LIVE", "FACT CHECK"),
        *("WATCH", "VIDEO", "AUDIO", "PHOTO", "PHOTOS", "RELATED", "READ", "READ MORE", "MORE", "SEE ALSO", "SOURCE"),
        *("OPINION", "ANALYSIS"),
    )
)
_SCORE = 1.0
"""How sure it is: the label of a line leaves no doubt."""


def find_turns(text: str) -> Iterator[Attribution]:
    """The turns of a transcript within a text, each by its speaker.

    A turn is its line, with the lines after it that a mark opens, too, where the whole transcript is quoted.
    """
    lines = line_spans(text)
    matched = ((number, _TURN.match(text, *line)) for number, line in enumerate(lines))
    turns = [(number, turn) for number, turn in matched if turn and turn["who"] not in _NO_SPEAKERS]
    if len(turns) < FEWEST_TURNS or len({turn["who"] for _, turn in turns}) < FEWEST_SPEAKERS:
        return
    ends = [number for number, _ in turns[1:]] + [len(lines)]
    for (number, turn), end in zip(turns, ends, strict=True):
        content = [trim_span(text, turn.end(), lines[number].end)]
        if turn[0].startswith(_OPENING):
            content += _carried_on(text, lines[number + 1 : end])
        source, cue = Span(*turn.span("who")), Span(*turn.span("colon"))
        yield Attribution((source,), (cue,), tuple(content), Speech.DIRECT, _SCORE)


def _carried_on(text: str, lines: tuple[Span, ...]) -> Iterator[Span]:
    for line in lines:
        words = line.of(text)
        if not words.startswith(_OPENING) or words[1:2] == "(":
            return
        yield line
