"""Labels from one number: the cuts and the labels between them that do best on a part with answers."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations_with_replacement, pairwise, product
from typing import Literal

import numpy as np

Measure = Literal["accuracy", "macro F1"]
CUTS = 99
"""Cuts are sought among so many quantiles: twice as many change no figure of `evaluation.comparison` by a point."""


WEIGHTS = (0.5, 0.7, 1.0, 1.4, 2.0, 2.8, 4.0, 5.7, 8.0)


@dataclass(frozen=True)
class Bands:
    """Cuts of a number, lowest first, and the label of each band between them: the first below the lowest cut."""

    cuts: tuple[float, ...]
    labels: tuple[str, ...]

    def label(self, scores: Sequence[float]) -> list[str]:
        """The label of each score; a score at a cut is above it."""
        return [self.labels[place] for place in np.searchsorted(self.cuts, scores, side="right")]


def fit_bands(scores: Sequence[float], gold: Sequence[str], measure: Measure) -> Bands:
    """The bands, as many as there are labels, that do best; each may have any label, so two may have the same."""
    labels = sorted(set(gold))
    cuts = np.unique(np.quantile(scores, np.linspace(0, 1, CUTS)))
    column = np.array([labels.index(one) for one in gold])
    under = np.array([np.bincount(column[np.asarray(scores) < cut], minlength=len(labels)) for cut in cuts])
    all_of_it = np.bincount(column, minlength=len(labels))
    chosen = np.array(list(combinations_with_replacement(range(len(cuts)), len(labels) - 1)), dtype=int)
    edges = [np.zeros((len(chosen), len(labels))), *(under[chosen[:, place]] for place in range(chosen.shape[1]))]
    edges.append(np.broadcast_to(all_of_it, edges[0].shape))
    counts = np.stack([upper - lower for lower, upper in pairwise(edges)], axis=1)
    best, found = -1.0, Bands((), (labels[0],))
    for told in product(range(len(labels)), repeat=len(labels)):
        confusion = np.zeros((len(chosen), len(labels), len(labels)))
        for band, label in enumerate(told):
            confusion[:, :, label] += counts[:, band]
        values = _measured(confusion, measure)
        place = int(values.argmax())
        if values[place] > best:
            best = float(values[place])
            found = Bands(tuple(cuts[chosen[place]].tolist()), tuple(labels[label] for label in told))
    return found


def fit_weights(shares: np.ndarray, gold: Sequence[str], labels: Sequence[str], measure: Measure) -> tuple[float, ...]:
    """What the shares [N, labels] are multiplied by, so that the largest is right as often as can be.

    Labels that are rare where a network learnt and frequent where it is measured need it, and the other way round. The
    weight of the last label is 1.
    """
    every = product(WEIGHTS, repeat=len(labels) - 1)
    return max(
        ((*some, 1.0) for some in every),
        key=lambda weights: measure_labels(weigh(shares, weights, labels), gold, measure),
    )


def weigh(shares: np.ndarray, weights: Sequence[float], labels: Sequence[str]) -> list[str]:
    """The label of the largest share of each row, once they are multiplied."""
    return [labels[place] for place in (shares * np.array(weights)).argmax(1)]


def measure_labels(told: Sequence[str], gold: Sequence[str], measure: Measure) -> float:
    """Accuracy, or the mean F1 of the labels that occur in the gold, 0 to 1."""
    labels = sorted(set(gold))
    every = [*labels, *sorted(set(told) - set(labels))]
    confusion = np.zeros((1, len(every), len(every)))
    for one, other in zip(gold, told, strict=True):
        confusion[0, every.index(one), every.index(other)] += 1
    return float(_measured(confusion, measure, len(labels))[0])


def _measured(confusion: np.ndarray, measure: Measure, labels: int | None = None) -> np.ndarray:
    """A measure of confusions [N, gold, told]; F1 over so many of the labels, or all."""
    right = np.diagonal(confusion, axis1=1, axis2=2)
    if measure == "accuracy":
        accuracy: np.ndarray = right.sum(1) / confusion.sum((1, 2))
        return accuracy
    f1: np.ndarray = (2 * right / (confusion.sum(1) + confusion.sum(2)).clip(1))[:, :labels].mean(1)
    return f1
