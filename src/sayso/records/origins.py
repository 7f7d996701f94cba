"""Reports of a claim, the origins that they rest on, and where the claim stands by them."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum

from sayso.records.attributions import Speech
from sayso.records.claims import Proposition
from sayso.records.grades import Certainty, Evidence
from sayso.records.judgements import Judgement, JudgementKind, Verdict
from sayso.records.sources import Source, SourceKind

_STRAY = re.compile(r"\A(?:[\s,;:.)\]–—]|-(?=[a-z]))+")
"""What words begin with that were cut out behind others: ", which sank", "-up on Monday"."""


class Stance(StrEnum):
    """What a report does with a claim. NO_COMMENT: it tells that nothing was said, confirmed or answered on it."""

    SUPPORTS = "supports"
    DENIES = "denies"
    NO_COMMENT = "no comment"


class Standing(StrEnum):
    """Where a claim stands by its origins; never whether it is true.

    UNRECORDED: no origin is recorded. ONE_SIDED: several origins on one side. CORROBORATED: two sides or more.
    DISPUTED: one side supports it, another denies it. RETRACTED: every origin that supported it took it back.
    """

    UNRECORDED = "unrecorded"
    SINGLE_ORIGIN = "single-origin"
    ONE_SIDED = "one-sided"
    CORROBORATED = "corroborated"
    DISPUTED = "disputed"
    RETRACTED = "retracted"

    @property
    def meaning(self) -> str:
        """What it says of a claim, in a sentence."""
        return _MEANINGS[self]


_MEANINGS = {
    Standing.UNRECORDED: "In these stories nobody is recorded as the one who said it first.",
    Standing.SINGLE_ORIGIN: "All reports end at one origin.",
    Standing.ONE_SIDED: "Several origins say it; all speak for one side.",
    Standing.CORROBORATED: "Origins of two sides or more say it, independently as far as these stories show.",
    Standing.DISPUTED: "One side says it, and another denies it.",
    Standing.RETRACTED: "Every origin that said it took it back.",
}


@dataclass(frozen=True, slots=True)
class Report:
    """What one story has one source say on a claim, in the words that say it best.

    Attributes:
        story_id, outlet, published, modified, title, url, note: The story.
        proposition: Where the words stand.
        words: They.
        stance: What they do with the claim.
        score: How likely the words state the claim (for a denial: that they state or contradict it), 0 to 1.
        source: Who says it; None for the story's own voice.
        certainty, evidence: How sure that source is, and on what it rests.
        via: Through whom the words came, the outlet first.
        around: The sentence of the words with those beside it.
        rests_on: Where its chain ends, as an analyst decided; None where nobody did, or for nobody.
        judged: The judgements that it rests on.
        told_by: The words of the story that say whose word it is; empty in the story's own voice.
        speech: How they are reported; None in the story's own voice.
        passage: They with the words that say whose they are and what is done with them, "Tan denied reports that …".
        is_denied: Whether their source denies them: who denies that a bridge is open supports that it is closed.
    """

    story_id: str
    outlet: str | None
    published: str | None
    title: str | None
    url: str | None
    proposition: Proposition
    words: str
    stance: Stance
    score: float
    source: Source | None = None
    certainty: Certainty = Certainty.CERTAIN
    evidence: Evidence = Evidence.UNSPECIFIED
    via: tuple[str, ...] = ()
    around: str = field(default="", repr=False)
    modified: str | None = None
    rests_on: Source | None = None
    judged: tuple[Judgement, ...] = ()
    told_by: str = ""
    speech: Speech | None = None
    passage: str = field(default="", repr=False)
    note: str | None = None
    is_denied: bool = False

    @property
    def quote(self) -> str:
        """The words as they are shown: what is denied, or nothing is said on, with the words that tell that.

        Signs in front that belong to what stood before, ", which sank", are left out.
        """
        is_plain = self.stance is Stance.SUPPORTS and not self.is_denied
        return _STRAY.sub("", self.words if is_plain or not self.passage else self.passage)

    @property
    def is_of_nobody(self) -> bool:
        """Whether it was judged that the words are no source's, or that nothing tells where their chain ends."""
        return self.rests_on is None and any(
            one.kind is not JudgementKind.CLAIM and one.verdict is Verdict.NOBODY for one in self.judged
        )

    @property
    def is_ruled(self) -> bool:
        """Whether it was judged what the words do with the claim."""
        return any(one.kind is JudgementKind.CLAIM for one in self.judged)


@dataclass(frozen=True, slots=True)
class Variant:
    """A figure that a claim was told with.

    Attributes:
        figure: As it was put, "at least 30".
        first: The report that told it first.
    """

    figure: str
    first: Report


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a chain of reports ends: one source on one occasion.

    Attributes:
        name: Who it is; None where no source is recorded.
        kind: What it is; None where no source is recorded.
        sides: For whom it speaks; several where two bodies are quoted as one, empty where none is recorded.
        since, until: Days of the first and the last report of it that are dated, ISO 8601.
        certainty, evidence: Of its best report.
        best: The report that says it best.
        reports: All that rest on it, in time.
        score: Confidence that all of them rest on one origin, 0 to 1.
        reason: Why.
    """

    name: str | None
    kind: SourceKind | None
    sides: tuple[str, ...]
    since: str | None
    until: str | None
    certainty: Certainty
    evidence: Evidence
    best: Report
    reports: tuple[Report, ...]
    score: float
    reason: str

    @property
    def outlets(self) -> int:
        """How many outlets its reports are of; those that name none count as none."""
        return count_outlets(self.reports)


def count_outlets(reports: Iterable[Report]) -> int:
    """How many outlets reports are of; those that name none count as none."""
    return len({one.outlet.casefold() for one in reports if one.outlet})


@dataclass(frozen=True, slots=True)
class Count:
    """How many independent origins support a claim: the number, and the least and the most that it may be.

    Several origins on one side, as two officials of one government, are no more than one: it is sides that are counted.
    """

    likely: int
    least: int
    most: int

    @property
    def in_words(self) -> str:
        """As it is told: "1 side", "2 to 4 sides"."""
        return f"{self} {'side' if self.least == self.most == 1 else 'sides'}"

    def __str__(self) -> str:
        return str(self.likely) if self.least == self.most else f"{self.least} to {self.most}"


@dataclass(frozen=True, slots=True)
class Turn:
    """A day on which the standing of a claim changed.

    Attributes:
        day: ISO 8601.
        count: Independent origins from that day on.
        standing: Where the claim stood from that day on.
        brought_by: Ids of the stories of that day.
    """

    day: str
    count: Count
    standing: Standing
    brought_by: tuple[str, ...]
