import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.attribution.network.model import load_model, shipped_folder
from sayso.inference.calibration import GRID, Calibration
from sayso.records import Certainty

CURVES = Calibration(
    factuality=np.array([-3.0, 0.0, 3.0]),
    shares=np.array([[0.9, 0.1, 0.0, 0.0], [0.0, 0.0, 0.2, 0.8], [1.0, 0.0, 0.0, 0.0]]),
)


def test_between_two_points_the_share_lies_between_theirs() -> None:
    (likelihood,) = CURVES.likelihood(np.array([1.5]))
    assert likelihood == pytest.approx([0.5, 0.0, 0.1, 0.4])


def test_the_ends_of_the_scale_hold_beyond_it() -> None:
    (beyond, end) = CURVES.likelihood(np.array([-9.0, -3.0]))
    assert beyond == pytest.approx(end)


@settings(deadline=None)
@given(st.floats(-3, 3))
def test_shipped_likelihoods_add_up_to_one(factuality: float) -> None:
    shipped = load_model(shipped_folder()).calibration
    assert shipped.likelihood(np.array([factuality])).sum() == pytest.approx(1, abs=0.001)


def test_flat_assertions_are_likeliest_certain_and_the_middle_is_not() -> None:
    shipped = load_model(shipped_folder()).calibration
    top, middle = shipped.likelihood(np.array([3.0, 1.0]))
    assert GRID[int(top.argmax())] is Certainty.CERTAIN
    assert GRID[int(middle.argmax())] is not Certainty.CERTAIN
