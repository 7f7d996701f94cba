import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from evaluation.thresholds import Bands, fit_bands, fit_weights, measure_labels, weigh

LABELLED = st.lists(st.tuples(st.floats(0, 1), st.sampled_from(["a", "b"])), min_size=2, max_size=40)


def test_a_score_at_a_cut_is_above_it() -> None:
    assert Bands((0.5,), ("low", "high")).label([0.4, 0.5, 0.6]) == ["low", "high", "high"]


def test_what_one_cut_parts_is_parted() -> None:
    gold = ["no", "no", "yes", "yes"]
    assert fit_bands([0.1, 0.2, 0.7, 0.9], gold, "accuracy").label([0.0, 0.7, 1.0]) == ["no", "yes", "yes"]


def test_a_band_between_may_have_the_label_that_the_number_cannot_order() -> None:
    scores = [0.1, 0.2, 0.4, 0.5, 0.8, 0.9]
    gold = ["neither", "neither", "contradicts", "contradicts", "states", "states"]
    assert fit_bands(scores, gold, "macro F1").label(scores) == gold


@given(LABELLED)
def test_no_label_for_all_does_better(labelled: list[tuple[float, str]]) -> None:
    scores, gold = zip(*labelled, strict=True)
    told = fit_bands(scores, gold, "accuracy").label(scores)
    for label in set(gold):
        assert measure_labels(told, gold, "accuracy") >= measure_labels([label] * len(gold), gold, "accuracy")


def test_macro_f1_is_the_mean_over_the_labels_of_the_gold() -> None:
    gold, told = ["a", "a", "b", "b"], ["a", "a", "a", "c"]
    assert measure_labels(told, gold, "accuracy") == 0.5
    assert measure_labels(told, gold, "macro F1") == pytest.approx((2 * 2 / 5 + 0) / 2)


def test_a_label_that_is_told_too_seldom_is_given_weight() -> None:
    shares = np.array([[0.3, 0.7], [0.35, 0.65], [0.1, 0.9], [0.05, 0.95]])
    gold = ["states", "states", "neither", "neither"]
    labels = ("states", "neither")
    weights = fit_weights(shares, gold, labels, "accuracy")
    assert weigh(shares, (1.0, 1.0), labels) == ["neither"] * 4
    assert weigh(shares, weights, labels) == gold
