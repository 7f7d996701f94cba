"""Which unnamed sources are described alike: "a mortuary official" and "an official at a mortuary in Nyeri"."""

from collections.abc import Sequence

from sayso.records import SourceKind
from sayso.sources.known.gazetteer import find_country
from sayso.sources.meaning.meeting import MET_BY
from sayso.text.word_tables import word_table
from sayso.trace.origins.ends import Voice
from sayso.trace.origins.known import describe_unnamed

_OF_ANYONE = word_table(
    "source sources official officials employee employees officer officers person people man men woman women member "
    "members worker workers staff government state local regional former current familiar with knowledge matter close "
    "to in at of from for who was were"
)
"""What tells nothing of who somebody is: "a local official" may be any."""


def describe_alike(voices: Sequence[Voice]) -> list[list[Voice]]:
    """Unnamed sources by what describes them.

    Those whom one outlet met are described alike, too, where one description has all words of the other and more, these
    tell something ("mortuary", not "official"), and no story has both.
    """
    alike: dict[str, list[Voice]] = {}
    for voice in voices:
        if voice.source.kind is SourceKind.ANONYMOUS:
            alike.setdefault(describe_unnamed(voice.source.name), []).append(voice)
    for described in sorted(alike, key=lambda words: (len(words.split()), words)):
        fuller = [
            other for other in alike if _is_fuller(other, described) and _may_be_one(alike[other], alike[described])
        ]
        if len(fuller) == 1:
            alike[fuller[0]] += alike.pop(described)
    return list(alike.values())


def _is_fuller(other: str, described: str) -> bool:
    words = set(described.split())
    tells = any(word not in _OF_ANYONE and not find_country(word) for word in words)
    return tells and words < set(other.split())


def _may_be_one(some: Sequence[Voice], others: Sequence[Voice]) -> bool:
    """Tell whether one outlet met them, and no story tells of them as two."""
    return not _met_by(some).isdisjoint(_met_by(others)) and _stories(some).isdisjoint(_stories(others))


def _met_by(voices: Sequence[Voice]) -> set[str]:
    met = (side.partition(MET_BY)[2] for voice in voices for side in voice.source.sides)
    return set(filter(None, met))


def _stories(voices: Sequence[Voice]) -> set[str]:
    return {report.story_id for voice in voices for report in voice.reports}
