"""How sure a source is, on what it rests, and through whom it came."""

from dataclasses import dataclass
from enum import StrEnum

from sayso.records.spans import Span


class Certainty(StrEnum):
    """What a source commits to (the grid of FactBank: Saurí and Pustejovsky, 2009), from most to least."""

    CERTAIN = "certain"
    PROBABLE = "probable"
    POSSIBLE = "possible"
    UNKNOWN = "unknown"


class Polarity(StrEnum):
    """Whether the source says that it is so, or that it is not."""

    POSITIVE = "positive"
    NEGATIVE = "negative"


class Evidence(StrEnum):
    """What a source says that its words rest on."""

    EYEWITNESS = "eyewitness"
    DOCUMENT = "document"
    PRELIMINARY_DATA = "preliminary data"
    INTELLIGENCE = "intelligence"
    ANOTHER_SOURCE = "another source"
    POLL = "poll"
    TEST = "test"
    OWN_PLANS = "own plans"
    UNSPECIFIED = "unspecified"


@dataclass(frozen=True, slots=True)
class Ground:
    """Words that a grade rests on: the field graded ("certainty", "evidence", "denied", …), where they stand, the rule.

    `words` are those of the span, so that a grade can be shown without its story.
    """

    field: str
    span: Span
    reason: str
    words: str = ""


@dataclass(frozen=True, slots=True)
class Clause:
    """A part of a content with a certainty of its own: "So far, only there" within a quotation that holds several."""

    span: Span
    certainty: Certainty
    polarity: Polarity
    score: float


@dataclass(frozen=True, slots=True)
class Grade:
    """What a source commits to with one statement.

    Attributes:
        certainty, polarity: Of the statement's main proposition.
        evidence: What the source says it rests on.
        denied: The source says that a claim is false.
        negated: Nothing is asserted (no comment, not confirmed); certainty is then unknown.
        via: Through whom the words came, nearest to the reader first: the outlet, then the intermediaries.
        clauses: The content clause by clause, where it mixes certainties.
        grounds: The words that the grades rest on.
        score: Calibrated confidence in `certainty`, 0 to 1.
        factuality: The model's reading of the main proposition, -3 (certainly not) to 3 (certainly).
    """

    certainty: Certainty
    polarity: Polarity
    evidence: Evidence
    denied: bool
    negated: bool
    via: tuple[str, ...]
    clauses: tuple[Clause, ...] = ()
    grounds: tuple[Ground, ...] = ()
    score: float = 1.0
    factuality: float | None = None


@dataclass(frozen=True, slots=True)
class Event:
    """A word in which the model reads an event.

    `presence` is how likely it is one, 0 to 1; `factuality` how far its author commits to it, -3 (certainly not) to 3
    (certainly); `likelihood` how likely each certainty is by that, in the order of `Certainty`.
    """

    span: Span
    presence: float
    factuality: float
    likelihood: tuple[float, ...]
