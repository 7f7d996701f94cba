"""Where reports end that have no source of their own: with whose word they pass on, or nowhere."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache

from sayso.records import Report
from sayso.trace.origins.known import KnownSource, fold_words
from sayso.trace.origins.relays import passes_on

RELAYED_SCORE = 0.75
"""How sure it is that a report rests on another's word where only words of passing on say so."""

TOLD_SCORE = 0.6
"""Whose own words state a claim so likely may be whom a story's own voice has it from that only names them.

Else who leads a state, and is named in every story, has said whatever stories tell in their own voice. B-cubed F1 of
the families and of the invented events in sight is 85.1 and 80.3 with it, 85.2 and 80.1 without, and the counts are the
same; at 0.87 it is 84.9 and 78.2.
"""

HEARD_SCORE = 0.85
"""The same where it names an outlet through which one source's words came, by another story."""


@dataclass(frozen=True, slots=True)
class Voice:
    """A source with the reports that rest on its word, how sure that is, 0 to 1, and why."""

    source: KnownSource
    reports: tuple[Report, ...]
    score: float
    reason: str

    @property
    def likelihood(self) -> float:
        """How likely the words of its reports state the claim, at the best."""
        return max(report.score for report in self.reports)

    def with_more(self, reports: Iterable[Report], score: float, reason: str) -> "Voice":
        """The same with others' reports that rest on its word too."""
        more = tuple(reports)
        if not more:
            return self
        return replace(
            self, reports=self.reports + more, score=min(self.score, score), reason=f"{self.reason}; {reason}"
        )


@dataclass(frozen=True, slots=True)
class Ends:
    """The sources that speak for themselves, and the reports that others make of what they said.

    Attributes:
        first_hand: Who speaks for themselves.
        telling: Those of them whose own words likely state the claim.
        relayed, heard: Reports by the place of whose word they pass on: as their words say, or as the outlet does that
            they name, or that published them.
        loose: Reports of which nobody tells whose word they pass on.
    """

    first_hand: Sequence[Voice]
    telling: Sequence[KnownSource]
    relayed: dict[int, list[Report]] = field(default_factory=dict)
    heard: dict[int, list[Report]] = field(default_factory=dict)
    loose: list[Report] = field(default_factory=list)

    @classmethod
    def of(cls, first_hand: Sequence[Voice]) -> "Ends":
        """No reports yet, of those who speak for themselves."""
        return cls(first_hand, [voice.source for voice in first_hand if voice.likelihood >= TOLD_SCORE])

    def add(self, report: Report, source: KnownSource | None) -> None:
        """Give a report to the one whose word it passes on; `source` is who says it there, None for its own voice."""
        sources = [voice.source for voice in self.first_hand]
        if from_whom := passes_on(report, source, sources if source else self.telling):
            self.relayed.setdefault(sources.index(from_whom), []).append(report)
        elif len(places := self._heard_by(source, report) if source else self._published_by(report)) == 1:
            self.heard.setdefault(places[0], []).append(report)
        else:
            self.loose.append(report)

    def voices(self) -> list[Voice]:
        """The sources with all reports that rest on their word."""
        return [
            voice.with_more(
                self.relayed.get(place, ()), RELAYED_SCORE, "others say that they have it from there"
            ).with_more(self.heard.get(place, ()), HEARD_SCORE, "an outlet is named that has it from there")
            for place, voice in enumerate(self.first_hand)
        ]

    def _published_by(self, report: Report) -> list[int]:
        """Where the outlet itself stands of a report in its own voice: others credit it with what it found out."""
        outlet = fold_words(report.outlet or "").strip()
        return [place for place, voice in enumerate(self.first_hand) if outlet in voice.source.names]

    def _heard_by(self, medium: KnownSource, report: Report) -> list[int]:
        """Where the sources stand whose words came through a medium that a report names: "the Post reported that"."""
        return [
            place
            for place, voice in enumerate(self.first_hand)
            if any(one.story_id != report.story_id and _is_through(medium, one) for one in voice.reports)
        ]


def _is_through(medium: KnownSource, report: Report) -> bool:
    return not medium.names.isdisjoint(_folded(report.via))


@lru_cache(maxsize=1 << 12)
def _folded(via: tuple[str, ...]) -> frozenset[str]:
    return frozenset(fold_words(name).strip() for name in via)
