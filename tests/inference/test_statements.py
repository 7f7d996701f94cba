import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.inference.statements import ANSWERS, PARTS, told_of, weigh
from sayso.records import ROLES, Assertion, Polarity

DENIED = len(PARTS[0]) + PARTS[1].index(Assertion.DENIED)


def votes(seed: int, pieces: int = 12) -> np.ndarray:
    return np.random.default_rng(seed).normal(size=(pieces, len(ROLES), ANSWERS)).astype(np.float32)


@given(st.integers(0, 2**32), st.lists(st.sampled_from([[], [(0, 3)], [(2, 5), (7, 12)]]), min_size=3, max_size=3))
def test_each_question_is_answered_with_shares_that_sum_to_one(seed: int, roles: list) -> None:
    told = told_of(votes(seed), roles)
    for part, likelihood in zip(PARTS, (told.kind, told.assertion, told.certainty), strict=True):
        assert len(likelihood) == len(part)
        assert sum(likelihood) == pytest.approx(1, abs=1e-3)


def test_only_the_pieces_of_a_role_vote_in_it() -> None:
    cast = np.zeros((6, len(ROLES), ANSWERS), np.float32)
    cast[4:, ROLES.index("cue"), DENIED] = 9
    assert max(told_of(cast, ([(0, 2)], [(4, 6)], [(2, 4)])).assertion) == pytest.approx(0.9998, abs=1e-4)
    assert told_of(cast, ([(4, 6)], [(0, 2)], [(2, 4)])).assertion == pytest.approx((1 / 3,) * 3, abs=1e-4)


@pytest.mark.parametrize(("weight", "answer"), [(0.0, 1), (1.0, 1), (2.0, 0)])
def test_a_rule_counts_as_much_as_its_weight(weight: float, answer: int) -> None:
    answers = list(Polarity)
    assert answers.index(weigh(answers[0], (0.2, 0.8), weight)) == answer  # ln(0.8 / 0.2) = 1.39
