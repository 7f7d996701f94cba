"""Which of several is meant: how much each sign counts, fitted so that the right ones are likeliest."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

HELD = 3.0
"""How strongly weights are held to nothing; a half or twice as much is right as often."""
LEAST_MET = 20
"""A sign that is met more rarely has no say."""
ROUNDS = 30


@dataclass(frozen=True)
class Case:
    """A pronoun: who stands at each place before it, what the place tells, and whether that one is right."""

    story: str
    pronoun: str
    names: tuple[str | None, ...]
    features: tuple[dict[str, float], ...]
    right: tuple[bool, ...]


def signs_of(cases: Iterable[Case]) -> list[str]:
    """The signs that are met often enough."""
    met = Counter(sign for case in cases for features in case.features for sign, value in features.items() if value)
    return sorted(sign for sign, count in met.items() if count >= LEAST_MET)


def fit_weights(cases: Sequence[Case], signs: Sequence[str]) -> NDArray[np.float64]:
    """The nats of each sign by which the right ones are likeliest.

    Each round shares a case out among the places of the right one as the weights tell, and takes a Newton step towards
    these shares.
    """
    told = [case for case in cases if any(case.right) and not all(case.right)]
    matrices = [(matrix_of(case, signs), np.array(case.right)) for case in told]
    weights = np.zeros(len(signs))
    for _ in range(ROUNDS):
        slope, curve = -HELD * weights, HELD * np.eye(len(signs))
        for rows, right in matrices:
            likely = _shares(rows @ weights)
            wanted = np.where(right, likely, 0)
            centred = rows - likely @ rows
            slope += (wanted / wanted.sum() - likely) @ rows
            curve += (centred * likely[:, None]).T @ centred
        weights += np.linalg.solve(curve, slope)
    return weights


def _shares(nats: NDArray[np.float64]) -> NDArray[np.float64]:
    likely = np.exp(nats - nats.max())
    return likely / likely.sum()


def matrix_of(case: Case, signs: Sequence[str]) -> NDArray[np.float64]:
    """The features of each place of a case, a column a sign."""
    return np.array([[float(one.get(sign, 0)) for sign in signs] for one in case.features]).reshape(-1, len(signs))


def is_right(case: Case, signs: Sequence[str], weights: NDArray[np.float64]) -> bool:
    """Tell whether the likeliest one is right."""
    likely: dict[str | None, float] = defaultdict(lambda: -np.inf)
    for name, nats in zip(case.names, matrix_of(case, signs) @ weights, strict=True):
        likely[name] = float(np.logaddexp(likely[name], nats))
    return bool(likely) and case.right[case.names.index(max(likely, key=lambda name: likely[name]))]
