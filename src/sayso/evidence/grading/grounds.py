"""Grounds that no word of the rules gives."""

from sayso.evidence.words.words import Wording
from sayso.records import Ground

BY_MODEL = "read so by the model, by no rule"
"""The reason of a ground for which no words of the rules stand."""


def ground_of_model(wording: Wording, field: str) -> Ground:
    """The words that stand for what only the model sees: the cue, or what is said where there is none."""
    attribution = wording.attribution
    return Ground(field, (attribution.cue or attribution.content)[0], BY_MODEL)
