"""What is said in the turns of an interview or a transcript: what stands behind a speaker's name and a colon."""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator

from sayso.attribution.plain.certain import certain
from sayso.records import Attribution, Span
from sayso.text.lines import line_spans, trim_span
from sayso.text.turns import Turn, find_turns

FEWEST_SPEAKERS = 2
_MARKS = frozenset(":.")
_OPENING = ('"', "“")


def read_turns(text: str) -> Iterator[Attribution]:
    """The turns of a text, each by its speaker; none where nobody has two, as in a list ("Time: … Place: …").

    A turn is its line, with the lines after it that a mark opens, too, where the whole transcript is quoted.
    """
    turns = [turn for turn in find_turns(text) if _ends_in_mark(text, turn)]
    often = Counter(turn.name.split()[-1] for turn in turns)
    if len(often) < FEWEST_SPEAKERS or max(often.values()) == 1:
        return
    lines = line_spans(text)
    ends = [turn.span.start for turn in turns[1:]] + [len(text)]
    for turn, end in zip(turns, ends, strict=True):
        # Looking at every line for every turn took 6 s of a transcript of 8,000 turns.
        first = bisect_right(lines, turn.span.start, key=lambda line: line.end)
        own, *after = lines[first : bisect_left(lines, end, key=lambda line: line.start)]
        source = _label_of(text, turn)
        content = [trim_span(text, turn.span.end, own.end)]
        if own.of(text).startswith(_OPENING):
            content += _carried_on(text, after)
        if content[0].start < content[0].end:
            yield certain(source, Span(source.end, source.end + 1), content)


def _label_of(text: str, turn: Turn) -> Span:
    start = text.index(turn.name, turn.span.start)
    return Span(start, start + len(turn.name))


def _ends_in_mark(text: str, turn: Turn) -> bool:
    return text[_label_of(text, turn).end : turn.span.end].strip() in _MARKS


def _carried_on(text: str, lines: list[Span]) -> Iterator[Span]:
    for line in lines:
        words = line.of(text)
        if not words.startswith(_OPENING) or words[1:2] == "(":
            return
        yield line
