"""Statements that point back: "The bank lost 30 million. This was announced by its head" is of the sentence before.

Agencies whose English is translated put much of their news so; the network takes "this" for what is said, or nothing.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from sayso.attribution.plain.certain import certain
from sayso.records import Attribution, Span, Speech
from sayso.text.lines import trim_span
from sayso.text.quotes import Quotations
from sayso.text.sentences import find_sentences

_SAID = (
    r"(?:said|stated|announced|reported|confirmed|written|wrote|declared|revealed|disclosed|mentioned|noted|"
    r"emphasi[sz]ed|stressed|published|claimed)"
)
_OUTLET = r"(?:the )?[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){0,3}"
_NAME_ENDS = (
    r"(?=[.;\n]|\Z|, (?:who|which|citing|according|as|adding)\b"
    r"|,? (?:with reference to|on (?:[A-Z]\w*day|Telegram|X|Facebook|\d)|during|via|in (?:an?|his|her|its|their) )"
    rf"|, {_OUTLET} (?:reports|reported|writes|wrote|said|says)\b)"
)
_BY = re.compile(
    r"(?:This|That|The news|(?:This|The) information) (?P<cue>(?:is|was|comes|came) according to"
    rf"|(?:was|is|has been|had been) (?:\w+ly |also |later |first )?{_SAID}"
    rf"(?: (?:on|in|at|during|via|to) [^.;:\n“”\"]{{1,60}}?)?,? by) (?P<name>[^;:!?\n“”\"]{{2,140}}?){_NAME_ENDS}"
)
_THIS = re.compile(
    r"(?:(?:On|In|Earlier|Later|Previously|Meanwhile)[^,.\n]{0,30}, )?"
    r"(?P<name>[^,.;:!?\n“”\"][^.;:!?\n“”\"]{0,120}?),? "
    rf"(?P<cue>(?:has |had |also |later |previously )*(?:{_SAID}|told (?:{_OUTLET}|reporters|journalists)))"
    r" (?:this|about this|so(?: too)?)"
    r"(?=[.,;\n]|\Z| (?:on|in|at|during|via|to|while|when|after|with)\b)(?![^.\n]*:)"
)
_NO_NAME = re.compile(r"\b(?:that|if|whether|what|because|said|says|told)\b")


def find_pointers(text: str, quotes: Sequence[Span]) -> Iterator[Attribution]:
    """Who says, outside quotations, what stands in the sentence before: that sentence is the content."""
    quotations = Quotations.from_spans(quotes)
    for before, start in pairwise(find_sentences(text).starts):
        found = _BY.match(text, start) or _THIS.match(text, start)
        if found is None or _NO_NAME.search(found["name"]):
            continue
        name, cue, told = Span(*found.span("name")), Span(*found.span("cue")), trim_span(text, before, start)
        if not quotations.touching(cue):
            yield certain(name, cue, [told], Speech.INDIRECT)


def with_pointers(
    pointers: Sequence[Attribution], found: Sequence[Attribution], inside: Span
) -> tuple[Attribution, ...]:
    """Attributions with those that point back in a part of the text, in the order of their cues.

    Of a sentence that has a speaker, what he says is meant. What was found in the pointing words stands for nothing.
    """
    new = [one for one in pointers if one.cue[0].overlaps(inside)]
    kept = [one for one in found if not any(_is_replaced(one, other) for other in new)]
    return tuple(sorted((*kept, *(_meant(one, kept) for one in new)), key=lambda one: one.cue[0]))


def _is_replaced(found: Attribution, pointer: Attribution) -> bool:
    """Tell whether an attribution has a pointer's cue, or its source for nothing that is said behind it."""
    cue = pointer.cue[0]
    if any(part.overlaps(cue) for part in found.cue):
        return True
    is_same = any(part.overlaps(place) for part in found.source for place in pointer.source)
    return is_same and all(part.start < cue.start for part in found.content)


def _meant(pointer: Attribution, found: Sequence[Attribution]) -> Attribution:
    (sentence,) = pointer.content
    said = [one.content for one in found if one.cue and sentence.overlaps(one.cue[0]) and one.cue[0] < pointer.cue[0]]
    inside = [tuple(span for span in content if span.overlaps(sentence)) for content in said]
    return replace(pointer, content=max(inside, key=_size)) if any(inside) else pointer


def _size(content: Sequence[Span]) -> int:
    return sum(span.end - span.start for span in content)
