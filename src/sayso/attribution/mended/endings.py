"""Where contents begin and end: "a bombing at" goes on to the end of its clause, "it leaks, but" goes less far."""

import re
from collections.abc import Sequence
from dataclasses import replace

from sayso.records import Attribution, Span

_LONGEST_WORD_CHARS = 16
_STOPS_SHORT = re.compile(
    r"(?:\b(?:a|an|the|of|at|in|for|on|by|to|from|with|than|into|and|or|that|his|her|its|their)|-)\Z", re.IGNORECASE
)
"""No phrase ends so; nor does one before "of"."""
_CLAUSE = r"(?:[^.!?\n;:,()“”\"—]|(?<=\d)[.,](?=\d)|\.(?=[\w-]| [a-z]))+"
_REST = re.compile(rf"(?! ?(?:example|instance|part|fact|addition|particular|general)\b){_CLAUSE}")
"""Not of "for example" and "in part", which tell nothing more."""
_REST_OF = re.compile(rf" of\b{_CLAUSE}")


_CLOSES = re.compile(r"[,.!?…]?”")
_DANGLES = re.compile(r"(?:[\s,;:–—]|(?<=\s)--?|\b(?:but|and)\b)+\Z")
"""What only leads on to what is no longer told."""
_LONGEST_DANGLING_CHARS = 12


def complete_contents(text: str, attributions: Sequence[Attribution]) -> list[Attribution]:
    """The attributions with contents that go to the end of their clause, unless others' words stand there."""
    taken = [span for one in attributions for span in (*one.source, *one.cue, *one.content)]
    return [_complete(text, one, taken) for one in attributions]


def _complete(text: str, attribution: Attribution, taken: Sequence[Span]) -> Attribution:
    if not attribution.content:
        return attribution
    *before, last = attribution.content
    stops_short = _STOPS_SHORT.search(text, max(last.start, last.end - _LONGEST_WORD_CHARS), last.end)
    rest = (_REST if stops_short else _REST_OF).match(text, last.end)
    if rest is None:
        return attribution
    added = Span(last.end, rest.start() + len(rest[0].rstrip()))
    if not added.of(text).strip() or any(added.overlaps(span) for span in taken):
        return attribution
    return replace(attribution, content=(*before, Span(last.start, added.end)))


def trim_contents(text: str, attributions: Sequence[Attribution]) -> list[Attribution]:
    """The attributions with contents that end where their words do, and begin in the paragraph of these.

    A headline or a link above what is said is no part of it; a quotation is told with the mark that closes it.
    """
    return [
        replace(one, content=tuple(_trim(text, one.cue, span) for span in one.content)) if one.cue else one
        for one in attributions
    ]


def _trim(text: str, cue: Sequence[Span], content: Span) -> Span:
    start, end = content
    words = content.of(text)
    closed = _CLOSES.match(text, end) if words.count("“") > words.count("”") else None
    if closed:
        end = closed.end()
    elif dangling := _DANGLES.search(text, max(start, end - _LONGEST_DANGLING_CHARS), end):
        end = dangling.start()
    line = text.rfind("\n", start, end) + 1
    above = text[start:line]
    if above and end <= cue[0].start and not any(mark in above for mark in '“"'):
        start = line
    return Span(start, end) if start < end else content
