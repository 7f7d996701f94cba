"""Contents that stop in the middle of a phrase: "a bombing at" goes on to where its clause ends."""

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
