"""What an analyst decided."""

from dataclasses import dataclass
from enum import StrEnum


class JudgementKind(StrEnum):
    """What a judgement is on.

    SAME_SOURCE: whether two identities are one. CLAIM: what some words of a story do with a claim as it is asked. COPY:
    whether a story was made from another one. ORIGIN: where the chain of a report ends. ATTRIBUTION: whose words some
    words of a story are.
    """

    SAME_SOURCE = "same source"
    CLAIM = "claim"
    COPY = "copy"
    ORIGIN = "origin"
    ATTRIBUTION = "attribution"


class Verdict(StrEnum):
    """The answer. WITHDRAWN leaves the matter to the machine again; which of the others fits a kind, VERDICTS says."""

    YES = "yes"
    NO = "no"
    STATES = "states"
    CONTRADICTS = "contradicts"
    NEITHER = "neither"
    SOURCE = "source"
    STORY = "story"
    NOBODY = "nobody"
    WITHDRAWN = "withdrawn"


VERDICTS = {
    JudgementKind.SAME_SOURCE: (Verdict.YES, Verdict.NO),
    JudgementKind.CLAIM: (Verdict.STATES, Verdict.CONTRADICTS, Verdict.NEITHER),
    JudgementKind.COPY: (Verdict.YES, Verdict.NO),
    JudgementKind.ORIGIN: (Verdict.SOURCE, Verdict.STORY, Verdict.NOBODY),
    JudgementKind.ATTRIBUTION: (Verdict.SOURCE, Verdict.NOBODY),
}
"""The answers that each kind takes, beside WITHDRAWN."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """One decision; a newer one on the same matter supersedes it.

    The matter is: of SAME_SOURCE the two identities, whichever way round; of COPY the two stories, this way round; of
    CLAIM the words of a story and the claim; of ORIGIN and ATTRIBUTION the words of a story. Words are compared without
    case, accents and signs, and found again where the story has been read anew.

    Attributes:
        kind: What was decided.
        one: An identity, for SAME_SOURCE; else the id of the story: for COPY, of that which is a copy or not.
        other: The other identity; the story that it was made from or not; the claim; the key of the identity of the
            source, or the id of the story where the chain ends; empty for NOBODY.
        verdict: The answer.
        who: Who decided.
        why: Their reason, if they gave one.
        judged_at: When, in UTC, ISO 8601; None before the ledger has it.
        words: Words of the story `one`; empty for SAME_SOURCE and COPY.
        name: What the source that is decided for goes by; empty where none is.
        number: Its number in the ledger; None before the ledger has it.
        superseded_by: The number of the one that stands instead of it, or came between; None where it is the newest.
    """

    kind: JudgementKind
    one: str
    other: str
    verdict: Verdict
    who: str
    why: str | None = None
    judged_at: str | None = None
    words: str = ""
    name: str = ""
    number: int | None = None
    superseded_by: int | None = None

    @property
    def reason(self) -> str:
        """As whatever rests on it gives it for a reason: "judged by ed: same briefing"."""
        return f"judged by {self.who}: {self.why}" if self.why else f"judged by {self.who}"
