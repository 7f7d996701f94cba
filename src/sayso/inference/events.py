"""What the network tells of the events in a window of text, for the stage that grades what is said."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True, slots=True)
class EventScores:
    """T word pieces with what the network tells of each.

    Attributes:
        starts, ends: int64 [T], characters [start, end) of each piece in the story's text.
        first: bool [T], true where a piece begins a word.
        presence: float32 [T], how likely an event's word begins there, 0 to 1.
        factuality: float32 [T], how factual its author puts it, -3 (certainly not) to 3 (certainly).
    """

    starts: NDArray[np.int64]
    ends: NDArray[np.int64]
    first: NDArray[np.bool_]
    presence: NDArray[np.float32]
    factuality: NDArray[np.float32]

    def __len__(self) -> int:
        return len(self.starts)
