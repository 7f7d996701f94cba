"""The medium that a source spoke to, or that passed a statement on, as its sentence tells it."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from sayso.evidence.media import NAME_PATTERN, Newsstand
from sayso.evidence.nesting import Speakers, anchor_of
from sayso.records import Attribution, Ground, Span, join_words

_KIND_WORDS = (
    r"(?P<kind>(?:\w+[ -]){0,3}?(?:newspaper|magazine|broadcaster|channel|agency|site|website|network|outlet|station|"
    r"daily|tabloid|paper|programme|program|podcast) )?"
)
_SPOKE_TO = re.compile(
    r"\b(?i:told|tells?|telling|informed|(?:spoke|speaking) (?:to|with|on)|said to|described (?:\w+ )?to|"
    r"(?:interviews?|statement|comments?|remarks|e-?mail|letter|conversation|op-ed|column|article|essay)"
    r"(?: \w+){0,2}? (?:with|to|in|for|on|by)|interviewed by|appear(?:ing|ed) on|(?:writing|wrote) (?:in|for)|"
    rf"(?<!according )to)\s(?:the |an? )?{_KIND_WORDS}(?P<name>{NAME_PATTERN}(?: with {NAME_PATTERN})?)"
)
_PASSED_ON = re.compile(
    rf"\b(?:(?:quoted|reported|cited|relayed|carried|published|translated) (?:by|in) (?:the )?{_KIND_WORDS}"
    rf"|per |via |[Aa]ccording to (?:the )?)(?P<name>{NAME_PATTERN})"
    rf"|\b(?P<reporter>{NAME_PATTERN})(?:, (?:citing|quoting)| (?:(?:also|later|earlier|first|has|had) )?"
    r"(?:report(?:ed|s)|revealed|quot(?:ed|es|ing)|cit(?:ed|es|ing)))\b"
)
_ACCORDING_TO = re.compile(r"\b[Aa]ccording to (?:the )?(?P<name>[^,.;:\n]{2,60}), $")
"""Right before a source: "According to investigators, the driver said"."""
_CALLED_MEDIA = re.compile(rf"{_KIND_WORDS}(?P<name>{NAME_PATTERN})")
_LONGEST_PASSER_CHARS = 90
_SENTENCE_END = re.compile(r"[.!?…][\"”’)\]]{0,3}\s+(?=[\"“‘(\[]{0,2}[A-Z0-9])|\n")
_OTHER_CHANNEL = re.compile(r"\b(?:tweet\w*|wrote|writing|posted|letter|previously|earlier)\b")
_PARAGRAPH = re.compile(r"\n\s*")


@dataclass(frozen=True, slots=True)
class Sentences:
    """Where the sentences of a text end and where the next ones start, in characters."""

    text: str
    stops: tuple[int, ...]
    starts: tuple[int, ...]

    @classmethod
    def of(cls, text: str) -> "Sentences":
        """Find the sentences of a text."""
        ends = [found.span() for found in _SENTENCE_END.finditer(text)]
        return cls(text, (*(stop for stop, _ in ends), len(text)), (0, *(start for _, start in ends)))

    def start_of(self, offset: int) -> int:
        """Where the sentence starts that holds an offset."""
        return self.starts[bisect_right(self.starts, offset) - 1]

    def stop_of(self, offset: int) -> int:
        """The first end of a sentence from an offset on."""
        return self.stops[min(bisect_left(self.stops, offset), len(self.stops) - 1)]


@dataclass(frozen=True, slots=True)
class Medium:
    """A medium that a statement came through, with the words that tell it.

    `was_told` where the source itself spoke to it ("told Reuters").
    """

    name: str
    ground: Ground
    was_told: bool


def find_media(sentences: Sentences, attribution: Attribution, stand: Newsstand) -> list[Medium]:
    """Find the media in an attribution's own sentence, outside what is said, nearest to the reader first.

    Args:
        sentences: Those of the story.
        attribution: One of its attributions.
        stand: Knows media by their names.
    """
    text = sentences.text
    found = _find_passer(text, attribution, stand)
    for piece in _frame(sentences, attribution):
        found += _find_passing_on(text, piece, attribution, stand)
        found += _find_spoken_to(text, piece, stand)
    return found


def carry_on(speakers: Speakers, told: Mapping[int, Medium], number: int) -> list[Medium]:
    """The medium that the same source was talking to just before: "… told CBC News. She added …".

    Only from the statement before, no further than the next paragraph, and not into another channel ("tweeted").
    """
    before = number - 1
    if before not in told or not speakers.names[number] or speakers.names[before] != speakers.names[number]:
        return []
    between = speakers.text[speakers.anchor(before).start : speakers.anchor(number).start]
    cue = join_words(speakers.text, speakers.attributions[number].cue)
    if len(_PARAGRAPH.findall(between)) > 1 or _OTHER_CHANNEL.search(cue):
        return []
    return [told[before]]


def _find_passer(text: str, attribution: Attribution, stand: Newsstand) -> list[Medium]:
    """Whoever "according to" names right before the source, medium or not."""
    if not attribution.source:
        return []
    end = anchor_of(attribution).start
    start = max(0, end - _LONGEST_PASSER_CHARS)
    passer = _ACCORDING_TO.search(text, start, end)
    if not passer:
        return []
    called = _CALLED_MEDIA.fullmatch(passer["name"])
    name = stand.name(called["name"] if called else passer["name"]) or passer["name"]
    return [Medium(name, Ground("via", Span(*passer.span("name")), "passed on by"), was_told=False)]


def _find_passing_on(text: str, piece: Span, attribution: Attribution, stand: Newsstand) -> Iterator[Medium]:
    """Media that report or quote, but for one that is itself the source; "a poll published by X" came through X."""
    for found in _PASSED_ON.finditer(text, *piece):
        span = Span(*found.span("name" if found["name"] else "reporter"))
        if any(own.start <= span.start <= own.start + len("the ") for own in attribution.source):
            continue
        name = stand.name(span.of(text), is_called_media=bool(found["kind"]))
        if name:
            yield Medium(name, Ground("via", span, "passed on by"), was_told=False)


def _find_spoken_to(text: str, piece: Span, stand: Newsstand) -> Iterator[Medium]:
    for found in _SPOKE_TO.finditer(text, *piece):
        name = stand.name(found["name"], is_called_media=bool(found["kind"]))
        if name:
            yield Medium(name, Ground("via", Span(*found.span("name")), "told to"), was_told=True)


def _frame(sentences: Sentences, attribution: Attribution) -> Iterator[Span]:
    """The sentence round the cue, less the content."""
    spans = sorted((*attribution.source, *attribution.cue, *attribution.content))
    start, end = _sentence_round(sentences, anchor_of(attribution), spans)
    for content in sorted(attribution.content):
        if start < content.start < end:
            yield Span(start, content.start)
        start = max(start, content.end)
    if start < end:
        yield Span(start, end)


def _sentence_round(sentences: Sentences, anchor: Span, spans: Sequence[Span]) -> Span:
    """The sentence that holds an anchor; a quotation of several sentences beside it is taken whole."""
    start = sentences.start_of(anchor.start)
    for span in spans:
        if span.start < start <= span.end + 2:
            start = sentences.start_of(span.start)
    end = sentences.stop_of(anchor.end)
    for span in spans:
        if anchor.end <= span.start <= end < span.end:
            end = span.end if _ends_with_stop(sentences.text, span) else sentences.stop_of(span.end)
    return Span(start, end)


def _ends_with_stop(text: str, span: Span) -> bool:
    return span.of(text).rstrip('"”’)]').endswith((".", "!", "?"))
