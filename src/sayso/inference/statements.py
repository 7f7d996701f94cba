"""What the network tells of a statement as a whole: what its source is, whether it asserts anything, how sure it is."""

from collections.abc import Iterable, Sequence
from enum import StrEnum
from functools import lru_cache
from math import log
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from sayso.records import Assertion, Certainty, SourceKind, Told

PARTS = (tuple(SourceKind), tuple(Assertion), tuple(Certainty))
"""The three questions, each with its answers in the order of the network's columns."""
ANSWERS = sum(len(part) for part in PARTS)
_BORDERS = np.cumsum([len(part) for part in PARTS])[:-1]
_DIGITS = 4
_LEAST_LIKELIHOOD = 1e-4

Answer = TypeVar("Answer", bound=StrEnum)

Range = tuple[int, int]
"""Pieces [begin, end) of a window."""


def told_of(votes: NDArray[np.float32], roles: Iterable[Sequence[Range]]) -> Told:
    """What the pieces of a statement say together: each role's mean vote, summed over the roles.

    Args:
        votes: float32 [T, roles, ANSWERS], the logits that each piece gives if it stands in that role.
        roles: The pieces of source, cue and content; a role without any has no vote.
    """
    total = np.zeros(ANSWERS)
    for role, ranges in enumerate(roles):
        if ranges:
            total += np.concatenate([votes[begin:end, role] for begin, end in ranges]).mean(axis=0)
    return Told(*(tuple(_softmax(part).round(_DIGITS).tolist()) for part in np.split(total, _BORDERS)))


def weigh(rule: Answer, likelihood: Sequence[float], rule_weight: float) -> Answer:
    """The likeliest answer to a question, where a rule's answer counts `rule_weight` nats more than the others.

    `likelihood` stands in the order of the enumeration that the answer is of.
    """
    answers = tuple(type(rule).__members__.values())
    return choose(answers, likelihood, [rule_weight * (answer is rule) for answer in answers])


def choose(answers: Sequence[Answer], likelihood: Sequence[float], nats: Sequence[float]) -> Answer:
    """The likeliest of some answers, where each counts so many nats more than the model has it; all in one order."""
    weights = [_nats_of(share) + more for share, more in zip(likelihood, nats, strict=True)]
    return answers[weights.index(max(weights))]


@lru_cache(maxsize=1 << 14)
def _nats_of(share: float) -> float:
    """A likelihood in nats; there are no more of them than the digits that the network's are rounded to can write."""
    return log(max(share, _LEAST_LIKELIHOOD))


def _softmax(logits: NDArray[np.float64]) -> NDArray[np.float64]:
    raised: NDArray[np.float64] = np.exp(logits - logits.max())
    shares: NDArray[np.float64] = raised / raised.sum()
    return shares
