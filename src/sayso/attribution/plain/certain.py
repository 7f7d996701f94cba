"""Attributions that the form of a text leaves no doubt of."""

from collections.abc import Iterable

from sayso.records import Attribution, Span, Speech

_SCORE = 1.0


def certain(source: Span | None, cue: Span, content: Iterable[Span], speech: Speech = Speech.DIRECT) -> Attribution:
    """An attribution that needs no network; without a source where the text gives none."""
    return Attribution((source,) if source else (), (cue,), tuple(content), speech, _SCORE)
