"""Claims that somebody follows, and what they rested on when somebody looked."""

from dataclasses import dataclass

from sayso.records.origins import Count, Standing


@dataclass(frozen=True, slots=True)
class Seen:
    """What a claim rested on when somebody looked.

    Attributes:
        standing: Where it stood.
        reports, outlets: How many stories supported it, in how many outlets.
        origins: On how many independent origins it rested.
        names: Who these were, first come first.
        newest_revision, newest_judgement: The newest text and decision that the ledger held then; what is newer came
            since.
        looked_at: When, in UTC, ISO 8601.
    """

    standing: Standing
    reports: int
    outlets: int
    origins: Count
    names: tuple[str, ...]
    newest_revision: int
    newest_judgement: int
    looked_at: str


@dataclass(frozen=True, slots=True)
class Followed:
    """A claim that is followed.

    Attributes:
        claim: In the words of whoever followed it first.
        seen: What it rested on when it was last looked at.
        who: Who looked.
        number: Of the row of the ledger that says so.
    """

    claim: str
    seen: Seen
    who: str
    number: int
