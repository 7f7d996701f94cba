"""What cleaning labels in a story."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from sayso.records.spans import Span


class MarkKind(StrEnum):
    """What a marked span of a story is; all but DAMAGE are not part of what the story tells."""

    DATELINE = "dateline"
    CREDIT = "credit"
    BYLINE = "byline"
    PROMO = "promo"
    CAPTION = "caption"
    DAMAGE = "damage"


@dataclass(frozen=True, slots=True)
class Mark:
    """A span that cleaning labelled, with its reason.

    `values` holds what was read out of it, whichever it gives: "place", "date", "agency", "outlet", "author", or
    "source" (what a source line names that is no known agency).
    """

    kind: MarkKind
    span: Span
    reason: str
    values: Mapping[str, str] = field(default_factory=dict)
