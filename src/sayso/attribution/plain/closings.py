"""Who is told last in a sentence, as in "The dam broke before dawn, the power workers' union has alleged".

The network misses one in twenty of these, mostly behind long first sentences.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from sayso.attribution.plain.certain import certain
from sayso.attribution.plain.saying import SAID, TO_WHOM, WHEN, WHO, may_have_said, without_opening
from sayso.records import Attribution, Span, Speech
from sayso.text.quotes import Quotations
from sayso.text.sentences import find_sentences

_UNIT = r"(?!the\b|an?\b)[a-z]+\.?$"
"""What a number is told for: "$20 per ticket"."""
_CLOSING = re.compile(
    rf"(?:(?P<who>{WHO}(?:, {WHO},)?)(?<!['’]s) (?P<cue>{SAID}){TO_WHOM}{WHEN}"
    rf"|(?P<by>according to|per(?! {_UNIT})) (?P<whom>[^,;:()—–\n]{{3,120}}?)"
    r"|by (?P<whose>[^,;:()—–\n]{2,60}?)(?P<count>['’]s? (?:own )?"
    r"(?:count|tally|estimates?|reckoning|calculations?|admission|account|telling)))\.?"
)
_PARTS = (("who", "cue"), ("whom", "by"), ("whose", "count"))
_ADVERBIAL = re.compile(
    r"(?:When|While|After|Before|If|As|Although|Though|Since|Because|In|At(?! (?:least|most)\b)|On|By|For|With|During"
    r"|From|Under|Asked|Speaking|Writing|According|Citing|Responding|Contacted|Reached|Pressed)\b[^,]*\Z"
)
"""No clause but what goes before one: "In a statement on Monday, the ministry said."""
FEWEST_WORDS = 4
"""Fewer before the comma say nothing by themselves."""
_MOST_COMMAS = 3
"""So many commas may stand between what is said and the verb: "…, the head of the police, Jane Roe, has told"."""


def find_closings(text: str, quotes: Sequence[Span]) -> Iterator[Attribution]:
    """Those to whom the last words of a sentence give all that stands before them, outside quotations."""
    sentences, quotations = find_sentences(text), Quotations.from_spans(quotes)
    for start, end in pairwise((*sentences.starts, len(text))):
        sentence = Span(start, start + len(text[start:end].rstrip()))
        while closing := next(filter(None, (_close(text, sentence, at) for at in _last_commas(text, sentence))), None):
            if not quotations.touching(sentence):
                yield closing
            sentence = Span(start, closing.content[0].end)


def _last_commas(text: str, sentence: Span) -> Iterator[int]:
    """Where the last commas of a sentence stand, the very last first."""
    at = sentence.end
    for _ in range(_MOST_COMMAS):
        at = text.rfind(", ", sentence.start, at)
        if at < 0:
            return
        yield at


def _close(text: str, sentence: Span, comma: int) -> Attribution | None:
    """The attribution of a sentence whose source stands behind a comma; None where none does."""
    found = _CLOSING.fullmatch(text, comma + 2, sentence.end)
    if found is None:
        return None
    source, verb = next(parts for parts in _PARTS if found[parts[0]])
    who, cue = Span(*found.span(source)), Span(*found.span(verb))
    said = without_opening(text, Span(sentence.start, comma))
    words = said.of(text)
    if len(words.split()) < FEWEST_WORDS or _ADVERBIAL.match(words):
        return None
    return certain(who, cue, [said], Speech.INDIRECT) if may_have_said(who.of(text)) else None
