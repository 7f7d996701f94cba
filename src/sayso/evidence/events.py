"""Reading events: where a statement tells of one, and how factual its author puts it."""

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

from sayso.inference.calibration import Calibration
from sayso.inference.events import EventScores
from sayso.records import Attribution, Event, Span

LEAST_PRESENCE = 0.3
"""How likely a word must be an event to be given at all."""

_DIGITS = 4


def read_events(
    calibration: Calibration, scores: EventScores, attributions: Iterable[Attribution]
) -> tuple[Event, ...]:
    """The events in what is said in a window, in text order.

    Args:
        calibration: How likely each certainty is for what the network tells.
        scores: What it tells of the window.
        attributions: Those found in the window.
    """
    said = _covered(scores, [span for one in attributions for span in (*one.cue, *one.content)])
    told = np.flatnonzero(said & scores.first & (scores.presence >= LEAST_PRESENCE))
    if not told.size:
        return ()
    words = np.append(np.flatnonzero(scores.first), len(scores))
    ends = scores.ends[words[np.searchsorted(words, told, side="right")] - 1]
    likelihood = calibration.likelihood(scores.factuality[told])
    return tuple(
        Event(
            span=Span(int(scores.starts[word]), int(end)),
            presence=round(float(scores.presence[word]), _DIGITS),
            factuality=round(float(scores.factuality[word]), _DIGITS),
            likelihood=tuple(likely.round(_DIGITS).tolist()),
        )
        for word, end, likely in zip(told, ends, likelihood, strict=True)
    )


def _covered(scores: EventScores, spans: Iterable[Span]) -> NDArray[np.bool_]:
    """The pieces that touch one of the spans: bool [T]."""
    covered = np.zeros(len(scores), dtype=np.bool_)
    for start, end in spans:
        covered |= (scores.starts < end) & (scores.ends > start)
    return covered
