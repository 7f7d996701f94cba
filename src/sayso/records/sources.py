"""Who said it, resolved."""

from dataclasses import dataclass
from enum import StrEnum

from sayso.records.spans import Span


class SourceKind(StrEnum):
    """What a source is; ANONYMOUS also where a story gives none."""

    PERSON = "person"
    ORGANISATION = "organisation"
    DOCUMENT = "document"
    MEDIA = "media"
    COLLECTIVE = "collective"
    ANONYMOUS = "anonymous"


@dataclass(frozen=True, slots=True)
class Identity:
    """Who a source is across stories: sources with equal keys are one.

    Attributes:
        key: What tells it from all others ("person:volodymyr zelensky").
        name: The name that it goes by; None where stories give none.
        reason: Why it has this key ("full name", "head of state of Ukraine on that day").
        score: Confidence in the key, 0 to 1.
    """

    key: str
    name: str | None
    reason: str
    score: float


@dataclass(frozen=True, slots=True)
class Source:
    """Whoever an attribution is to, as resolved within its story.

    Attributes:
        name: Canonical name without titles ("Volodymyr Zelensky", "Government of Germany"); for one who is described
            and not named, the describing words ("senior US defence official"); None where the story gives no source.
        kind: What it is.
        role: Office or function, as the story or a table gives it ("President of Ukraine", "spokesperson").
        affiliation: The body it belongs to or speaks for ("Ministry of Defence of Russia").
        side: The government, company, party or institution that it speaks for ("Ukraine (state)"); its own name where
            it speaks for nobody else; for an anonymous source, its words and the outlet that met it.
        met_by: The outlet that met an anonymous source.
        named_in: The words of the story that the name was taken from; empty where it came from a table.
        reason: Which rule resolved it ("own words", "pronoun to the nearest woman named before").
        score: Confidence in the resolution, 0 to 1.
        identity: Who it is across stories; None until that was asked.
    """

    name: str | None
    kind: SourceKind
    role: str | None = None
    affiliation: str | None = None
    side: str | None = None
    met_by: str | None = None
    named_in: tuple[Span, ...] = ()
    reason: str = "own words"
    score: float = 1.0
    identity: Identity | None = None
