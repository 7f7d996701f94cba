"""A window as the network takes it."""

import numpy as np
from numpy.typing import NDArray

from sayso.attribution.network.pieces import FEATURES, Pieces
from sayso.attribution.network.windows import SPECIAL_PIECES, Window

CLASSIFY_ID, SEPARATE_ID = 101, 102


def window_ids(pieces: Pieces, window: Window) -> NDArray[np.int64]:
    """A window's pieces between [CLS] and [SEP]: int64 [T + 2]."""
    begin, end = window
    return np.concatenate([[CLASSIFY_ID], pieces.ids[begin:end], [SEPARATE_ID]])


def window_shape(pieces: Pieces, window: Window) -> NDArray[np.float32]:
    """The shape features of a window, none for the special pieces: float32 [T + 2, F]."""
    begin, end = window
    shape = np.zeros((end - begin + SPECIAL_PIECES, len(FEATURES)), dtype=np.float32)
    shape[1:-1] = pieces.shape[begin:end]
    return shape
