"""What changed between two texts of one story."""

from dataclasses import dataclass

from sayso.records.spans import Span
from sayso.records.stories import Story


@dataclass(frozen=True, slots=True)
class Revision:
    """A story as it was at one time.

    Attributes:
        number: 1 for the first text that was added, 2 for the next.
        added_at: When it came into the ledger, in UTC.
        story: The story with the text of that time.
    """

    number: int
    added_at: str
    story: Story


@dataclass(frozen=True, slots=True)
class Change:
    """Words that were replaced, taken out (`after` is empty) or put in (`before` is empty).

    `before` and `after` are characters of the older and the newer text.
    """

    before: Span
    after: Span
