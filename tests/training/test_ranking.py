import numpy as np
import pytest

from training.ranking import Case, fit_weights, is_right, signs_of


def case(story: str, *, spoke: str, right: str) -> Case:
    names = ("Ann Bell", "Ivo Tan")
    features = tuple({"spoke": float(name == spoke), "mentions": 2.0} for name in names)
    return Case(story, "he", names, features, tuple(name == right for name in names))


CASES = [case(f"s{at}", spoke="Ivo Tan", right="Ivo Tan") for at in range(20)]


def test_what_tells_the_right_one_counts_and_what_does_not_counts_nothing() -> None:
    signs = signs_of(CASES)
    weights = dict(zip(signs, fit_weights(CASES, signs), strict=True))
    assert weights["spoke"] > 0.5
    assert weights["mentions"] == pytest.approx(0, abs=1e-6)
    assert all(is_right(one, signs, np.array([weights[sign] for sign in signs])) for one in CASES)


def test_the_places_of_one_count_together() -> None:
    told = Case(
        "s",
        "he",
        ("Ann Bell", "Ivo Tan", "Ivo Tan"),
        ({"spoke": 1.2}, {"spoke": 1.0}, {"spoke": 1.0}),
        (False, True, True),
    )
    assert is_right(told, ["spoke"], np.array([1.0]))


def test_a_pronoun_without_candidates_is_not_right() -> None:
    assert not is_right(Case("s", "he", (), (), ()), ["spoke"], np.array([1.0]))


def test_rare_signs_have_no_say() -> None:
    assert signs_of(CASES[:5]) == []
