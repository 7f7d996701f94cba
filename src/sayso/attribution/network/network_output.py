"""What the network tells of a window."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from sayso.attribution.network.decoding import Scores
from sayso.attribution.network.model import AttributionModel
from sayso.attribution.network.network_input import window_ids, window_shape
from sayso.attribution.network.pieces import Pieces
from sayso.attribution.network.windows import Window

OUTPUTS = ["tags", "pair", "null", "presence", "factuality", "votes"]


@dataclass(frozen=True, slots=True)
class ScoredWindow:
    """What the network tells of a window's T pieces: who says what, its events, and its votes (see `told_of`)."""

    scores: Scores
    presence: NDArray[np.float32]
    factuality: NDArray[np.float32]
    votes: NDArray[np.float32]


def score_window(model: AttributionModel, pieces: Pieces, window: Window) -> ScoredWindow:
    """Run the network on a window; what it tells of the window's pieces, special pieces left out."""
    inputs = {"ids": window_ids(pieces, window)[None], "shape": window_shape(pieces, window)[None]}
    tags, pair, null, *others = (output[0, 1:-1] for output in model.session.run(OUTPUTS, inputs))
    return ScoredWindow(Scores(tags, pair, null, model.distance), *others)
