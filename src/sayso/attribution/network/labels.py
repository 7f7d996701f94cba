"""The labels that the network is taught and that decoding reads back."""

import numpy as np
from numpy.typing import NDArray

TAGS = ("O", "B-source", "I-source", "B-cue", "I-cue", "B-content", "I-content")
B_SOURCE, I_SOURCE, B_CUE, I_CUE, B_CONTENT, I_CONTENT = range(1, 7)

PAIR_PARTS = ("content_cue", "cue_content", "cue_start", "source_start", "cue_end", "source_end")
"""The six vectors of a piece, in the order in which the network's `pair` output holds them."""

DISTANCE_BUCKETS = 40
LONGEST_DISTANCE = 512


def _bucket_distances() -> NDArray[np.int64]:
    half, linear = DISTANCE_BUCKETS // 2, 8
    distance = np.arange(-LONGEST_DISTANCE, LONGEST_DISTANCE + 1)
    away = np.abs(distance)
    log_steps = np.minimum(np.log2(np.maximum(away, linear) / linear) * 2.4, half - linear - 1)
    bucket = np.where(away < linear, away, linear + log_steps).astype(np.int64)
    return np.where(distance >= 0, half + bucket, half - 1 - bucket)


_BUCKET_OF = _bucket_distances()


def distance_bucket(distance: NDArray[np.int64]) -> NDArray[np.int64]:
    """Bucket signed distances in pieces: one bucket each up to 7, then logarithmic, before and after apart."""
    return _BUCKET_OF[np.clip(distance, -LONGEST_DISTANCE, LONGEST_DISTANCE) + LONGEST_DISTANCE]
