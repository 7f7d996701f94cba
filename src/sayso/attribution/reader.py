"""The attribute stage: a text in, its attributions out."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from sayso.attribution.mended.answers import complete_answers
from sayso.attribution.mended.carried import carry_on
from sayso.attribution.mended.citing import with_cited
from sayso.attribution.mended.deeds import is_deed
from sayso.attribution.mended.endings import complete_contents, trim_contents
from sayso.attribution.mended.headings import is_heading
from sayso.attribution.mended.pointing import find_pointers, with_pointers
from sayso.attribution.mended.recipients import is_on_verdict, is_spoken_to, without_recipient
from sayso.attribution.mended.speech import speech_of
from sayso.attribution.nested import with_nested
from sayso.attribution.network.decoding import Found, Range, decode
from sayso.attribution.network.model import AttributionModel
from sayso.attribution.network.network_output import score_window
from sayso.attribution.network.pieces import Pieces, cut_pieces
from sayso.attribution.network.windows import pack_windows
from sayso.attribution.plain.plain import find_plain, with_plain
from sayso.inference.events import EventScores
from sayso.inference.statements import told_of
from sayso.records import Attribution, Span
from sayso.text.acronyms import close_acronym, open_site
from sayso.text.lines import line_spans
from sayso.text.quotes import quote_spans

_PARTING = " ,;:–—"
_NONE = (is_deed, is_heading, is_on_verdict, is_spoken_to)
"""What the network reads and is no attribution."""
SCORE_DIGITS = 4
"""More digits of a score would differ from one processor to the next."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A text to read, and the spans of it to pass over (credits, promo lines)."""

    text: str
    skip: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class WindowReading:
    """Who says what in one window, in the order of the cues, and what the network tells of the events in it."""

    attributions: tuple[Attribution, ...]
    events: EventScores


def read_attributions(model: AttributionModel, passage: Passage) -> tuple[Attribution, ...]:
    """Read who says what in a passage, in the order of the cues."""
    return tuple(attribution for window in read_windows(model, passage) for attribution in window.attributions)


def read_windows(model: AttributionModel, passage: Passage) -> Iterator[WindowReading]:
    """Read a passage window by window, so that a long one never lies in memory whole.

    Two windows at a time are looked at for quoted paragraphs that go on with what is said before them.
    """
    lines = [line for line in line_spans(passage.text) if not any(line.overlaps(part) for part in passage.skip)]
    before: WindowReading | None = None
    for window in _read_each(model, passage):
        if before is None:
            before = window
            continue
        done, before = _carry_over(passage.text, lines, before, window)
        told_until = max((part.end for one in done.attributions for part in one.content), default=0)
        lines = [line for line in lines if line.start >= told_until]
        yield done
    if before:
        yield _carry_over(passage.text, lines, before, before)[1]


def _carry_over(
    text: str, lines: Sequence[Span], before: WindowReading, window: WindowReading
) -> tuple[WindowReading, WindowReading]:
    """Two windows with the quoted paragraphs of both that go on with what is said before them."""
    reach = Span(int(before.events.starts[0]), int(window.events.ends[-1]))
    here = [line for line in lines if line.overlaps(reach)]
    carried = tuple(carry_on(text, here, (*before.attributions, *window.attributions)))
    count = len(before.attributions)
    return replace(before, attributions=carried[:count]), replace(window, attributions=carried[count:])


def _read_each(model: AttributionModel, passage: Passage) -> Iterator[WindowReading]:
    pieces = cut_pieces(model.tokenizer, passage.text, passage.skip)
    quotes = quote_spans(passage.text)
    plain = find_plain(passage.text, quotes, passage.skip)
    pointers = list(find_pointers(passage.text, quotes))
    for window in pack_windows(pieces, model.target_pieces, model.limit_pieces):
        inside = slice(*window)
        scored = score_window(model, pieces, window)
        found = decode(scored.scores, pieces.first[inside], pieces.line_start[inside], model.decoding)
        found = with_nested(model, pieces, window, found)
        told = (_attribution(pieces, window[0], one, scored.votes, quotes) for one in found)
        said = (one for one in told if one.content and not any(is_none(passage.text, one) for is_none in _NONE))
        told_by = [without_recipient(passage.text, one) for one in said]
        said_whole = trim_contents(passage.text, complete_contents(passage.text, told_by))
        reach = Span(int(pieces.starts[window[0]]), int(pieces.ends[window[1] - 1]))
        read = with_plain(plain, complete_answers(passage.text, said_whole), reach)
        yield WindowReading(
            attributions=with_cited(passage.text, with_pointers(pointers, read, reach)),
            events=EventScores(
                pieces.starts[inside], pieces.ends[inside], pieces.first[inside], scored.presence, scored.factuality
            ),
        )


def _attribution(
    pieces: Pieces, begin: int, found: Found, votes: NDArray[np.float32], quotes: Sequence[Span]
) -> Attribution:
    def spans(ranges: Sequence[Range]) -> tuple[Span, ...]:
        return tuple(
            open_site(pieces.text, close_acronym(pieces.text, span))
            for left, right in ranges
            for span in pieces.spans(begin + left, begin + right)
        )

    def drop_marks(span: Span) -> Span:
        """A content without the comma or colon that parts it from what is before it."""
        words = span.of(pieces.text)
        return Span(span.end - len(words.lstrip(_PARTING)), span.end)

    content = tuple(span for span in map(drop_marks, spans(found.contents)) if span.start < span.end)
    cue = spans([found.cue])
    return Attribution(
        source=spans([found.source] if found.source else []),
        cue=cue,
        content=content,
        speech=speech_of(pieces.text, cue, content, quotes),
        score=round(found.score, SCORE_DIGITS),
        told=told_of(votes, ([found.source] if found.source else [], [found.cue], found.contents)),
    )
