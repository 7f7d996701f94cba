"""What an analyst decided."""

from dataclasses import dataclass
from enum import StrEnum


class JudgementKind(StrEnum):
    """What a judgement is on."""

    SAME_SOURCE = "same source"


class Verdict(StrEnum):
    """The answer."""

    YES = "yes"
    NO = "no"


@dataclass(frozen=True, slots=True)
class Judgement:
    """One decision on a pair, which of two does not matter; a newer one on the same pair supersedes it.

    Attributes:
        kind: What was decided.
        one, other: The keys of the two (of two identities, for SAME_SOURCE).
        verdict: The answer.
        who: Who decided.
        why: Their reason, if they gave one.
        judged_at: When, in UTC, ISO 8601; None before the ledger has it.
    """

    kind: JudgementKind
    one: str
    other: str
    verdict: Verdict
    who: str
    why: str | None = None
    judged_at: str | None = None
