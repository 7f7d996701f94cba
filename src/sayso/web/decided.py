"""What was decided on a claim, as its page shows it."""

from dataclasses import dataclass

from sayso.records import Judgement, Story, Verdict
from sayso.trace.comparing.judged import judgements_on
from sayso.web.desk import Desk

RULINGS = {Verdict.STATES: "States it", Verdict.CONTRADICTS: "Denies it", Verdict.NEITHER: "Neither"}
"""What words may be decided to do with a claim, as the page calls it."""


@dataclass(frozen=True, slots=True)
class DecidedWords:
    """A decision on what words of a story do with a claim.

    Attributes:
        judgement: The decision.
        story: The story.
    """

    judgement: Judgement
    story: Story

    @property
    def ruling(self) -> str:
        """What was decided, as the page calls it."""
        return RULINGS[self.judgement.verdict]


def find_decided(desk: Desk, claim: str) -> tuple[DecidedWords, ...]:
    """The decisions that stand on a claim, newest first."""
    with desk.open() as ledger, ledger.one_state():
        judgements = judgements_on(ledger, claim)
        stories = ledger.stories_by_id({one.one for one in judgements})
    return tuple(DecidedWords(one, stories[one.one]) for one in reversed(judgements))
