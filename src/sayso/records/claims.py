"""Claims, and what the words of stories say on them."""

from dataclasses import dataclass
from enum import StrEnum

from sayso.records.spans import Span


class Relation(StrEnum):
    """How words stand to a claim. Two statements say the same where each states the other.

    STATES: they say it, or something that makes it so. CONTRADICTS: both cannot be so. RELATED: they are on the same
    matter and leave it open: another figure, planned and not done, another place or actor.
    """

    UNRELATED = "unrelated"
    RELATED = "related"
    CONTRADICTS = "contradicts"
    STATES = "states"


_PLACES = {relation: place for place, relation in enumerate(Relation)}


@dataclass(frozen=True, slots=True)
class Proposition:
    """Words of a story that say one thing: a sentence or what of it is one source's, or the story's own voice.

    Attributes:
        spans: Characters of the story's text, in order.
        attribution: Which of the story's attributions it is the content of, by its place among them; None for what the
            story says in its own voice.
        sentence: The sentence that it stands in.
    """

    spans: tuple[Span, ...]
    attribution: int | None
    sentence: Span


@dataclass(frozen=True, slots=True)
class Compared:
    """How likely each relation of words to a claim is, in the order of `Relation`; the numbers sum to 1."""

    shares: tuple[float, float, float, float]

    def share(self, relation: Relation) -> float:
        """How likely one relation is, 0 to 1."""
        return self.shares[_PLACES[relation]]

    @property
    def relation(self) -> Relation:
        """The likeliest one."""
        return max(Relation, key=self.share)
