"""From factuality to the grid: how likely each certainty is, as measured on annotated news."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from sayso.records import Certainty

GRID = tuple(Certainty)
"""The order of the columns."""


@dataclass(frozen=True, slots=True)
class Calibration:
    """A curve for each certainty over the model's scale.

    Attributes:
        factuality: float64 [K], ascending, from -3 to 3.
        shares: float64 [K, 4], the share of events of each certainty where the model reads that.
    """

    factuality: NDArray[np.float64]
    shares: NDArray[np.float64]

    def likelihood(self, factuality: NDArray[np.floating]) -> NDArray[np.float64]:
        """How likely each certainty of GRID is, [N, 4], for what the model reads [N]."""
        columns = (np.interp(factuality, self.factuality, share) for share in self.shares.T)
        return np.stack(list(columns), axis=1)
