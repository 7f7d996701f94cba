"""What a story says with "reportedly" or "allegedly": somebody else's word, and nobody tells whose."""

import re
from collections.abc import Iterator, Sequence

from sayso.attribution.plain.certain import certain
from sayso.records import Attribution, Span, Speech
from sayso.text.lines import trim_span
from sayso.text.quotes import Quotations
from sayso.text.sentences import find_sentences

_ADVERB = re.compile(r"\b(?:[Rr]eportedly|[Aa]llegedly|[Rr]eputedly|[Pp]urportedly)\b")
_CLAUSE_BEGINS = re.compile(
    r"[;:(—–]|,? \b(?:and|but|while|although|though|which|who|that|where|whose|when|because|after|before|since)\b"
)
_CLAUSE_ENDS = re.compile(r"[;)—–]|, (?=(?:and|but|while|although|though|which|who|where|whose|according)\b)")
_WORD = re.compile(r"\w+")
FEWEST_WORDS = 3
"""A clause of fewer says nothing by itself ("was allegedly")."""
_EDGES = " ,.\n"


def find_hearsay(text: str, quotes: Sequence[Span]) -> Iterator[Attribution]:
    """The clauses that such an adverb marks, outside quotations: no source, and all but the adverb as content."""
    sentences, quotations = find_sentences(text), Quotations.from_spans(quotes)
    ends = (*sentences.starts[1:], len(text))
    for adverb in _ADVERB.finditer(text):
        cue = Span(*adverb.span())
        if quotations.touching(cue):
            continue
        number = sentences.number_at(cue.start)
        start, end = sentences.starts[number], ends[number]
        begins = [found.end() for found in _CLAUSE_BEGINS.finditer(text, start, cue.start)]
        stop = _CLAUSE_ENDS.search(text, cue.end, end)
        before = _trimmed(text, max(begins, default=start), cue.start)
        behind = _trimmed(text, cue.end, stop.start() if stop else end)
        content = tuple(span for span in (before, behind) if _WORD.search(text, *span))
        if sum(len(_WORD.findall(text, *span)) for span in content) >= FEWEST_WORDS:
            yield certain(None, cue, content, Speech.INDIRECT)


def _trimmed(text: str, start: int, end: int) -> Span:
    words = text[start:end]
    first = start + len(words) - len(words.lstrip(_EDGES))
    return trim_span(text, first, max(first, start + len(words.rstrip(_EDGES))))
