"""Who said what in a story."""

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from sayso.frames import make_frame
from sayso.records.grades import Grade
from sayso.records.marks import Mark
from sayso.records.sources import Source
from sayso.records.spans import Span, join_words
from sayso.records.stories import Story

if TYPE_CHECKING:
    import pandas

ROLES = ("source", "cue", "content")
"""The parts of an attribution."""


class Speech(StrEnum):
    """How a statement is reported: verbatim, in the reporter's words, or in both."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"


class Assertion(StrEnum):
    """What a statement does: it asserts, says that a claim is false, or tells that nothing was asserted."""

    ASSERTED = "asserted"
    DENIED = "denied"
    NEGATED = "negated"


@dataclass(frozen=True, slots=True)
class Told:
    """What the model tells of a statement: how likely each kind of source, each assertion and each certainty is.

    The numbers stand in the order of `SourceKind`, `Assertion` and `Certainty`; each tuple sums to 1.
    """

    kind: tuple[float, ...]
    assertion: tuple[float, ...]
    certainty: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who said what by which words: source, cue and content in one story (the terms of PARC and PolNeAR).

    Each role is a list of spans in text order. `source` is empty where the story names none ("it was reported").
    `score` is the model's confidence in the cue and its source, 0 to 1, not calibrated. `told` is what the model reads
    of the whole, None where no model read it. `who` and `grade` are None until the stages that give them have run.
    """

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    speech: Speech
    score: float
    who: Source | None = None
    grade: Grade | None = None
    told: Told | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """A story with all that sayso read in it.

    `unread` says why no attributions were looked for ("written in French, which is not read yet"); None where they
    were.
    """

    story: Story
    marks: tuple[Mark, ...]
    attributions: tuple[Attribution, ...]
    unread: str | None = None

    def to_frame(self) -> "pandas.DataFrame":
        """The attributions, a row each: in words, with their source's name and kind, their grades and their offsets.

        What was not resolved or graded is None.

        Raises:
            UsageError: pandas is not installed.
        """
        return make_frame(
            {
                **{role: join_words(self.story.text, getattr(attribution, role)) for role in ROLES},
                "speech": str(attribution.speech),
                "score": attribution.score,
                "source_name": attribution.who and attribution.who.name,
                "source_kind": attribution.who and str(attribution.who.kind),
                "certainty": attribution.grade and str(attribution.grade.certainty),
                "polarity": attribution.grade and str(attribution.grade.polarity),
                "evidence": attribution.grade and str(attribution.grade.evidence),
                "denied": attribution.grade and attribution.grade.denied,
                "negated": attribution.grade and attribution.grade.negated,
                "via": attribution.grade and list(attribution.grade.via),
                **{f"{role}_spans": getattr(attribution, role) for role in ROLES},
            }
            for attribution in self.attributions
        )
