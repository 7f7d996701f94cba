"""The attribute stage: a text in, its attributions out."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from sayso.attribution.decoding import Found, Range, Scores, decode
from sayso.attribution.model import AttributionModel
from sayso.attribution.network_input import window_ids, window_shape
from sayso.attribution.pieces import Pieces, cut_pieces
from sayso.attribution.speech import speech_of
from sayso.attribution.windows import Window, pack_windows
from sayso.inference.events import EventScores
from sayso.records import Attribution, Span
from sayso.text.acronyms import close_acronym
from sayso.text.quotes import quote_spans

_PARTING = " ,;:–—"
OUTPUTS = ["tags", "pair", "null", "presence", "factuality"]
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
    """Read a passage window by window, so that a long one never lies in memory whole."""
    pieces = cut_pieces(model.tokenizer, passage.text, passage.skip)
    quotes = quote_spans(passage.text)
    for window in pack_windows(pieces, model.target_pieces, model.limit_pieces):
        inside = slice(*window)
        scored = score_window(model, pieces, window)
        found = decode(scored.scores, pieces.first[inside], pieces.line_start[inside], model.decoding)
        attributions = (_attribution(pieces, window[0], one, quotes) for one in found)
        yield WindowReading(
            attributions=tuple(attribution for attribution in attributions if attribution.content),
            events=EventScores(
                pieces.starts[inside], pieces.ends[inside], pieces.first[inside], scored.presence, scored.factuality
            ),
        )


@dataclass(frozen=True, slots=True)
class ScoredWindow:
    """What the network tells of a window's T pieces: who says what, and the events as in `EventScores`."""

    scores: Scores
    presence: NDArray[np.float32]
    factuality: NDArray[np.float32]


def score_window(model: AttributionModel, pieces: Pieces, window: Window) -> ScoredWindow:
    """Run the network on a window; what it tells of the window's pieces, special pieces left out."""
    inputs = {"ids": window_ids(pieces, window)[None], "shape": window_shape(pieces, window)[None]}
    tags, pair, null, presence, factuality = (output[0, 1:-1] for output in model.session.run(OUTPUTS, inputs))
    return ScoredWindow(Scores(tags, pair, null, model.distance), presence, factuality)


def _attribution(pieces: Pieces, begin: int, found: Found, quotes: Sequence[Span]) -> Attribution:
    def spans(ranges: Sequence[Range]) -> tuple[Span, ...]:
        return tuple(
            close_acronym(pieces.text, span)
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
    )
