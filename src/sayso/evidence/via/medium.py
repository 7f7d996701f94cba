"""The medium that a source spoke to, or that passed a statement on, as its sentence tells it."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from sayso.evidence.via.media import DATE, NAME_PATTERN, Newsstand
from sayso.evidence.via.nesting import Speakers, anchor_of
from sayso.records import Attribution, Ground, Span

_KINDS = (
    r"(?:newspapers?|magazine|broadcaster|(?:news )?(?:agency|channel|site|website|network|outlet|station)|daily|"
    r"weekly|tabloid|paper|programme|program|podcast|(?:talk |TV |television |morning )?show)"
)
_RUN_BY = r"(?:(?:[A-Z]\w+['’]s )?(?:state|[a-zA-Z]+-(?:run|owned|based|language)|official|private|independent) )?"
_KIND_WORDS = rf"(?:(?:(?P<owner>{NAME_PATTERN})['’]s? )?(?P<kind>(?:[\w.]+[ -]){{0,3}}?{_KINDS} ))?{_RUN_BY}[“\"‘]?"
_KIND_WORDS_AGAIN = _KIND_WORDS.replace("<kind>", "<called>").replace("<owner>", "<parent>")
_LIST = rf"(?:,? and (?:the )?(?P<second>{NAME_PATTERN}))?"
_ON_AIR = r"(?:television|radio|TV)(?: station| channel)?"
_SPOKE_TO = re.compile(
    r"\b(?=[acdeiloprqstwACDEILOPRQSTW])"  # the letters that what follows begins with, for speed
    rf"(?:(?i:on|in|during|to|told)(?: [\w'’]+){{1,2}} (?:edition|episode|taping|broadcast|instal?lment) of"
    rf"|told (?:[A-Z][\w'’.-]+ ){{1,3}}on(?! {DATE})"
    r"|told (?:an? |the )?(?:journalist|reporter|correspondent)s? (?:from|of|at|with|for)"
    r"|(?:[Ii]n|[Dd]uring) (?:the|an?|his|her|their|another|one|this|that|the same)"
    r"(?= [A-Z][\w ]{1,30} (?:interview|op-ed|article|essay|column|editorial|appearance))"
    r"|(?i:told|tells?|telling|informed|(?:spoke|speaking|spoken|talking|talked) (?:to|with|on)|said to|said on"
    r"|described (?:\w+ )?to|assured|sat down with|call(?:ed|ing) in(?:to| to)|phoned in(?:to| to)"
    r"|(?:interviews?|statement|comments?|remarks|e-?mail|letter|conversation|op-ed|column|article|essay|appearance|"
    r"editorial|piece)(?: \w+){0,2}? (?:with|to|in|for|on|by)|interviewed (?:by|on)|appear(?:ing|ance|ed|s) on"
    r"|(?:writing|wrote|writes|write) (?:in|for)|(?:asked|questioned|contacted) by|(?:denied|confirmed|admitted) to"
    rf"|(?<!according )(?<!respond )(?<!responded )(?<!response )to"
    rf"|(?:on|during)(?= (?:the |an? )?(?:[a-z.]+[ -]){{0,3}}?{_KINDS} [A-Z“\"‘])"
    r"|(?<![^\s,])(?<!called )(?<!calls )(?<!calling )on)"
    rf")\s(?:the |an? )?(?:[A-Z]\w+ (?:affiliate|partner) )?{_KIND_WORDS}"
    rf"(?:(?:\w+ ){{0,3}}outlets? including (?:the )?)?"
    rf"(?P<name>(?!{DATE}(?! [A-Z])){NAME_PATTERN}(?: with {NAME_PATTERN})?)"
    rf"(?P<behind> (?:news agency|newspaper|magazine|{_ON_AIR}|journalist|reporter|correspondent)\b"
    rf"(?! (?:host|personality|presenter|show)))?{_LIST}"
)
_OPENS_CLAUSE = r"(?:As|After|Before|When|While|Since|But|And|Although|Though|Because|If|Once|Until)"
_PASSED_ON = re.compile(
    rf"\b(?:(?:[Qq]uoted|[Rr]eported|[Cc]ited|relayed|carried|published|translat(?:ed|ion)|aired|broadcast"
    rf"|[Ss]een|[Oo]btained|[Rr]eviewed)"
    rf"(?: as \w+)? (?:by|in|on) (?:the )?{_KIND_WORDS}"
    rf"|[Pp]er |via |[Aa]ccording to (?:the )?{_KIND_WORDS_AGAIN})(?P<name>{NAME_PATTERN})"
    rf"(?P<behind> (?:news agency|newspaper|magazine|television|radio|TV))?"
    rf"|\b(?P<reporter>(?!{_OPENS_CLAUSE}\b){NAME_PATTERN})(?: (?:news agency|newspaper|magazine|television|radio))?"
    r"(?:, (?:citing|quoting)| (?:(?:also|later|earlier|first|has|had) )?"
    r"(?:report(?:ed|s)|revealed|notes|quot(?:ed|es|ing)|cit(?:ed|es|ing)))\b(?! by\b)"
)
_CAPITAL = re.compile("[A-Z]")
_MAY_PASS_ON = re.compile(
    r"[Pp]er |via |ccording|uot|eport|[Cc]it(?:ed|es|ing)|relay|carried|publish|translat|aired|broadcast|reveal|notes"
    r"|[Ss]een by|[Oo]btained|[Rr]eviewed"
)
"""Without one of these `_PASSED_ON` finds nothing, as in eleven of twelve sentences, and takes five times as long."""
_ACCORDING_TO = re.compile(r"\b[Aa]ccording to (?:the )?(?P<name>[^,.;:\n]{2,60}), $")
"""Right before a source: "According to investigators, the driver said"."""
_AT_END = re.compile(rf"\bto (?:the )?(?P<name>{NAME_PATTERN})$")
"""At the end of words reported: "commented on the fire to The Daily News"."""
_CALLED_MEDIA = re.compile(rf"{_KIND_WORDS}(?P<name>{NAME_PATTERN})")
_LONGEST_PASSER_CHARS = 90
_LONGEST_NAME_CHARS = 40
_LONGEST_FRAME_CHARS = 1000
"""No further from the cue is its sentence looked at: text without full stops would be, as a whole, for each cue."""
_NEIGHBOURS = 4
"""How many attributions before and behind may share a sentence."""
_SENTENCE_END = re.compile(r"[.!?…\n](?:(?<=\n)|(?<!\n)[\"”’)\]]{0,3}\s+(?=[\"“‘(\[]{0,2}[A-Z0-9]))")
_TOLD_IT = re.compile(
    rf"\b(?:told|telling|tells|informed|assured|spoke to|speaking to|talked to|interview with) (?:the|that) {_KINDS}\b"
)
"""A medium named before: "she told the newspaper"."""


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


def find_media(
    sentences: Sentences, frame: Sequence[Span], speakers: Speakers, number: int, stand: Newsstand
) -> list[Medium]:
    """Find the media in an attribution's own sentence, outside what is said, nearest to the reader first.

    Args:
        sentences: Those of the story.
        frame: The sentence without what is said, as `find_frame` finds it.
        speakers: The attributions of the story.
        number: Which of them.
        stand: Knows media by their names.
    """
    text = sentences.text
    attribution = speakers.attributions[number]
    passer = _find_passer(text, attribution, stand)
    others = _cues_of_others(speakers, number)
    found: list[Medium] = []
    for piece in frame:
        found += _find_passing_on(text, piece, attribution, stand)
        found += find_spoken_to(sentences, piece, attribution, others, stand)
    if any(one.ground.span.overlaps(each.ground.span) for one in passer for each in found):
        passer = []  # "the state-run Xinhua news agency", found as Xinhua
    return passer + found or _find_at_end(text, attribution, stand)


def find_named_before(
    frame: Sequence[Span], speakers: Speakers, told: Mapping[int, Medium], stand: Newsstand
) -> list[Medium]:
    """The medium that "told the newspaper" in a frame means: the last one that spoke or was spoken to before."""
    found = next(filter(None, (_TOLD_IT.search(speakers.text, *piece) for piece in frame)), None)
    if found is None:
        return []
    named = {medium.ground.span.start: medium.name for medium in told.values()}
    media = (other for other in range(len(speakers.attributions)) if speakers.is_media(other))
    named |= {speakers.anchors[other].start: stand.name(speakers.names[other] or "") or "" for other in media}
    last = max((start for start in named if start < found.start() and named[start]), default=None)
    return [] if last is None else [Medium(named[last], Ground("via", Span(*found.span()), "told to"), was_told=True)]


def _find_passer(text: str, attribution: Attribution, stand: Newsstand) -> list[Medium]:
    """Whoever "according to" names right before the source, medium or not."""
    if not attribution.source:
        return []
    end = anchor_of(attribution).start
    if not text.endswith((", ", ", \n"), 0, end):
        return []
    start = max(0, end - _LONGEST_PASSER_CHARS)
    passer = _ACCORDING_TO.search(text, start, end)
    if not passer:
        return []
    called = _CALLED_MEDIA.fullmatch(passer["name"])
    name = stand.name(called["name"] if called else passer["name"]) or passer["name"]
    return [Medium(name, Ground("via", Span(*passer.span("name")), "passed on by"), was_told=False)]


def _find_passing_on(text: str, piece: Span, attribution: Attribution, stand: Newsstand) -> Iterator[Medium]:
    """Media that report or quote, but for one that is itself the source; "a poll published by X" came through X."""
    if not _MAY_PASS_ON.search(text, *piece):
        return
    for found in _PASSED_ON.finditer(text, *piece):
        span = Span(*found.span("name" if found["name"] else "reporter"))
        if _is_source(attribution, span):
            continue
        name = stand.name(span.of(text), is_called_media=_is_called_media(found))
        if name:
            yield Medium(name, Ground("via", span, "passed on by"), was_told=False)


def find_spoken_to(
    sentences: Sentences, piece: Span, attribution: Attribution, others: Sequence[Span], stand: Newsstand
) -> Iterator[Medium]:
    """Find the media that the source spoke to in a piece of its sentence.

    The name may stand at the head of what the reader took for the content.

    Args:
        sentences: Those of the story.
        piece: Where to look.
        attribution: Whose sentence it is; what its source is called is no medium.
        others: Cues of other sources in the sentence, which may have told others.
        stand: Knows media by their names.
    """
    past_piece = min(sentences.stop_of(piece.end), piece.end + _LONGEST_NAME_CHARS)
    if not _CAPITAL.search(sentences.text, piece.start + 1, past_piece):  # no name: so it is in one of four
        return
    for found in _SPOKE_TO.finditer(sentences.text, piece.start, past_piece):
        if found.start() >= piece.end or any(cue.start <= found.start() < cue.end for cue in others):
            continue
        for part in ("name", "second"):
            span = Span(*found.span(part))
            if span.start < 0 or _is_source(attribution, span):
                continue
            called = part == "name" and _is_called_media(found)
            described = part == "name" and _is_described(sentences.text, found)
            if span.start >= piece.end:
                name = stand.name_opening(span.of(sentences.text))
            else:
                words = sentences.text[span.start : min(span.end, piece.end)].rstrip()
                unknown = described and stand.name(words) is None
                words = f"{words}{found['behind']}" if unknown else stand.cut_name(words, sentences.text)
                if part == "name" and found["owner"] and stand.name(found["owner"]):
                    words = found["owner"]  # "on MSNBC's talk show Morning Joe"
                name = stand.name(words, is_called_media=called) or stand.name_short(words) or stand.name_told(words)
            if name:
                yield Medium(name, Ground("via", span, "told to"), was_told=True)


def _find_at_end(text: str, attribution: Attribution, stand: Newsstand) -> list[Medium]:
    """The medium that the reader took along at the end of what was said to it."""
    end = attribution.content[-1].end if attribution.content else 0
    start = max(0, end - _LONGEST_NAME_CHARS)
    found = _AT_END.search(text, start, end) if text.find("to ", start, end) >= 0 else None
    name = (stand.name(found["name"]) or stand.name_told(found["name"])) if found else None
    return [Medium(name, Ground("via", Span(*found.span("name")), "told to"), was_told=True)] if found and name else []


def _is_source(attribution: Attribution, name: Span) -> bool:
    return any(own.start <= name.start <= own.start + len("the ") for own in attribution.source)


def _is_called_media(found: re.Match[str]) -> bool:
    """Told by a word beside the name; who interviews is a medium, where its name is an acronym ("with KCRG")."""
    interviews = "interview with" in found[0].casefold() and (found["name"] or "").isupper()
    return bool(found["kind"] or found["behind"] or interviews)


def _is_described(text: str, found: re.Match[str]) -> bool:
    """Tell whether a name only says which station is meant: "told a Montevideo radio station"."""
    on_air = re.fullmatch(f" {_ON_AIR}", found["behind"] or "")
    return on_air is not None and text.endswith((" a ", " an "), 0, found.start("name"))


def _cues_of_others(speakers: Speakers, number: int) -> list[Span]:
    """The cues of the other sources: "police told Sky News …, while a witness told Reuters"."""
    own = speakers.attributions[number].cue
    return [
        cue
        for other in range(max(0, number - _NEIGHBOURS), min(number + _NEIGHBOURS + 1, len(speakers.attributions)))
        if speakers.names[other] != speakers.names[number]
        for cue in speakers.attributions[other].cue
        if cue not in own
    ]


def find_frame(sentences: Sentences, attribution: Attribution) -> Iterator[Span]:
    """The sentence round the cue, less the content."""
    spans = sorted((*attribution.source, *attribution.cue, *attribution.content))
    anchor = anchor_of(attribution)
    start, end = _sentence_round(sentences, anchor, spans)
    start, end = max(start, anchor.start - _LONGEST_FRAME_CHARS), min(end, anchor.end + _LONGEST_FRAME_CHARS)
    for content in sorted(attribution.content):
        if content.start >= end:  # it goes on with another sentence
            break
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
