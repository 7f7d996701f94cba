"""The attribute stage: a text in, its attributions out."""

from collections.abc import Sequence
from dataclasses import dataclass

from sayso.attribution.decoding import Found, Range, Scores, decode
from sayso.attribution.model import AttributionModel
from sayso.attribution.network_input import window_ids, window_shape
from sayso.attribution.pieces import Pieces, cut_pieces
from sayso.attribution.speech import speech_of
from sayso.attribution.windows import Window, pack_windows
from sayso.records import Attribution, Span
from sayso.text.acronyms import close_acronym
from sayso.text.quotes import quote_spans

_PARTING = " ,;:–—"
SCORE_DIGITS = 4
"""More digits of a score would differ from one processor to the next."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A text to read, and the spans of it to pass over (credits, promo lines)."""

    text: str
    skip: tuple[Span, ...] = ()


def read_attributions(model: AttributionModel, passage: Passage) -> tuple[Attribution, ...]:
    """Read who says what in a passage, in the order of the cues."""
    pieces = cut_pieces(model.tokenizer, passage.text, passage.skip)
    quotes = quote_spans(passage.text)
    attributions = (
        _attribution(pieces, window[0], found, quotes)
        for window in pack_windows(pieces, model.target_pieces, model.limit_pieces)
        for found in _decode_window(model, pieces, window)
    )
    return tuple(attribution for attribution in attributions if attribution.content)


def _decode_window(model: AttributionModel, pieces: Pieces, window: Window) -> list[Found]:
    inside = slice(*window)
    return decode(score_window(model, pieces, window), pieces.first[inside], pieces.line_start[inside], model.decoding)


def score_window(model: AttributionModel, pieces: Pieces, window: Window) -> Scores:
    """Run the network on a window; its scores of the window's pieces, special pieces left out."""
    inputs = {"ids": window_ids(pieces, window)[None], "shape": window_shape(pieces, window)[None]}
    tags, pair, null = model.session.run(["tags", "pair", "null"], inputs)
    return Scores(tags[0, 1:-1], pair[0, 1:-1], null[0, 1:-1], model.distance)


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
    return Attribution(
        source=spans([found.source] if found.source else []),
        cue=spans([found.cue]),
        content=content,
        speech=speech_of(pieces.text, content, quotes),
        score=round(found.score, SCORE_DIGITS),
    )
