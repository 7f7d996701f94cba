"""Who is told last in a sentence, as in "The dam broke before dawn, the power workers' union has alleged".

The network misses one in twenty of these, mostly behind long first sentences. Of 421 in PolNeAR's training and dev
parts 411 are attributions of its gold; so are all 23 with the verb first: "The dam is sound, says the builder".
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from sayso.attribution.plain.certain import certain
from sayso.attribution.plain.citable import SPEAKER
from sayso.attribution.plain.saying import SAID, SAYS_FIRST, TO_WHOM, WHEN, WHO, may_have_said, without_opening
from sayso.records import Attribution, Span, Speech
from sayso.text.quotes import Quotations
from sayso.text.sentences import find_sentences

_UNIT = r"(?!the\b|an?\b)[a-z]+\.?$"
"""What a number is told for: "$20 per ticket"."""
_CLOSING = re.compile(
    rf"(?:(?P<who>{WHO}(?:, {WHO},)?)(?<!['’]s) (?P<cue>{SAID}){TO_WHOM}{WHEN}"
    rf"|(?P<by>according to|per(?! {_UNIT})) (?P<whom>[^,;:()—–\n]{{3,120}}?)"
    rf"|(?P<says>{SAYS_FIRST}) (?P<speaker>{SPEAKER}(?:, {WHO})?){WHEN}"
    r"|by (?P<whose>[^,;:()—–\n]{2,60}?)(?P<count>['’]s? (?:own )?"
    r"(?:count|tally|estimates?|reckoning|calculations?|admission|account|telling)))\.?"
)
_PARTS = (("who", "cue"), ("speaker", "says"), ("whom", "by"), ("whose", "count"))
_ADVERBIAL = re.compile(
    r"(?:When|While|After|Before|If|As|Although|Though|Since|Because|In|At(?! (?:least|most)\b)|On|By|For|With|During"
    r"|From|Under|Asked|Speaking|Writing|According|Citing|Responding|Contacted|Reached|Pressed)\b[^,]*\Z"
)
"""No clause but what goes before one: "In a statement on Monday, the ministry said."""
_FEWEST_WORDS = 4
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
    found = _CLOSING.fullmatch(text, comma + 2, sentence.start + len(sentence.of(text).rstrip(".")))
    if found is None or (found["says"] and not sentence.of(text).endswith(".")):
        return None  # In a headline stands who the text names more fully, and would be counted twice.
    source, verb = next(parts for parts in _PARTS if found[parts[0]])
    who, cue = Span(*found.span(source)), Span(*found.span(verb))
    # "The dam is sound, says the builder; it was cracked, says the union" has two of these.
    clause = text.rfind("; ", sentence.start, comma) if found["says"] else -1
    start = clause + 2 if clause >= 0 else sentence.start
    said = without_opening(text, Span(start, comma))
    if not says_something(said.of(text)):
        return None
    return certain(who, cue, [said], Speech.INDIRECT) if may_have_said(who.of(text)) else None


def says_something(words: str) -> bool:
    """Tell whether words before a comma say something by themselves, and are not what only goes before a clause."""
    return len(words.split()) >= _FEWEST_WORDS and not _ADVERBIAL.match(words)
