"""Who is told last in a sentence, as in "The dam broke before dawn, the power workers' union has alleged".

The network misses one in twenty of these, mostly behind long first sentences.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from sayso.attribution.plain.certain import certain
from sayso.attribution.plain.citable import may_speak
from sayso.records import Attribution, Span, Speech
from sayso.text.quotes import Quotations
from sayso.text.sentences import find_sentences

_SAID = (
    r"(?:(?:has|have|had|is|are|was|were) )?(?:(?:also|later|earlier|since|now|previously) )?"
    r"(?:said|says?|saying|told|reported|reporting|reports|alleged|alleges|announced|announces|claimed|claims|warned|warns|"
    r"confirmed|confirms|added|adds|wrote|writes|found|argued|argues|stated|noted|insisted|insists|testified|concluded|"
    r"revealed|disclosed|estimated|acknowledged|admitted|declared|maintained)"
)
_TO_WHOM = (
    r"(?: (?:the |an? )?(?:[A-Z][\w’'.&-]*(?: (?:(?:and|of|the) )*[A-Z][\w’'.&-]*){0,4}"
    r"|reporters|journalists|lawmakers|investors|police|investigators|(?:news |press )?(?:conference|briefing)"
    r"|parliament|court|state media|local media)| this (?:news)?paper| us)?"
)
_WHEN = (
    r"(?: (?:on|in|at) (?:(?:an?|the|its|his|her|their) )?"
    r"(?:[A-Z][\w-]*|(?:\w+ )?(?:statement|interview|report|post|letter|answer|e-?mail|conference|briefing)))?"
    r"(?: (?:(?:on|late|early) )*(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?: (?:morning|evening|night|afternoon))?"
    r"| (?:today|yesterday|last (?:week|month|year)|this (?:week|month)))?"
)
_WHO = r"[^,;:()—–\n]{2,90}?"
_PRONOUN = re.compile(r"he|she|they|it")
_CLOSING = re.compile(
    rf"(?:(?P<who>{_WHO}(?:, {_WHO},)?)(?<!['’]s) (?P<cue>{_SAID}){_TO_WHOM}{_WHEN}"
    r"|(?P<by>according to) (?P<whom>[^,;:()—–\n]{3,120}?))\.?"
)
_NOT_WHO = re.compile(
    r"\b(?:who|whom|what|which|that|how|he|she|they|it|we|I|you|to|had|has|have|would|will|can|could|is|are|was|were|as|so|"
    r"said|says|than|rather|but)\b|^(?:and|or|while|though|although|where|when|if|after|before|because|until|since)\b"
)
"""Whose verb stands elsewhere: "the man who shot him later said"."""
_OPENING = re.compile(
    r"[A-Z][\w. /,-]{1,40}(?: \([\w ./]{2,30}\))? (?:-|–|—|--) |[A-Z][A-Z .]{3,30}: |[A-Z]\w+(?: \w+){0,2}: "
)
"""A dateline, and what stands before a colon."""
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
    source, verb = ("whom", "by") if found["by"] else ("who", "cue")
    who, cue = Span(*found.span(source)), Span(*found.span(verb))
    opening = _OPENING.match(text, sentence.start, comma)
    said = Span(opening.end() if opening else sentence.start, comma)
    words = said.of(text)
    if len(words.split()) < FEWEST_WORDS or _ADVERBIAL.match(words):
        return None
    return certain(who, cue, [said], Speech.INDIRECT) if _may_be_who(who.of(text)) else None


def _may_be_who(words: str) -> bool:
    return _PRONOUN.fullmatch(words) is not None or (may_speak(words) and _NOT_WHO.search(words) is None)
