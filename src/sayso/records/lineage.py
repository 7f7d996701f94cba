"""Which story is a copy of which: shared text with both extents, families, parents."""

from dataclasses import dataclass
from enum import StrEnum

from sayso.records.spans import Span


class ReuseKind(StrEnum):
    """How a story's text relates to that of others; the terms are those of METER (Clough et al., 2002), widened.

    MERGED: it takes text from several families. QUOTATION: it shares words of a speaker and little else.
    """

    NONE = "none"
    WHOLLY = "wholly"
    PARTIALLY = "partially"
    MERGED = "merged"
    QUOTATION = "quotation"


@dataclass(frozen=True, slots=True)
class Extent:
    """One stretch of text that two stories share: `here` in the one looked at, `there` in the other.

    The words are the same after folding (case, accents, signs); the characters need not be.
    """

    here: Span
    there: Span


@dataclass(frozen=True, slots=True)
class Parent:
    """A story that another one was probably made from, with why that is thought and how surely (0 to 1)."""

    story_id: str
    reason: str
    confidence: float
    extents: tuple[Extent, ...] = ()


@dataclass(frozen=True, slots=True)
class Lineage:
    """Where one story's text comes from, as far as the stories at hand show.

    Attributes:
        story_id: The story.
        families: Ids of its families, the main one first. A family goes by the smallest id among its members that are
            in no other; a story that derives from none and that none derives from is a family of its own.
        kind: What its text is.
        parents: Likeliest first; empty for an original and where none is recorded. One that only the story's page
            names, and that shares no text with it, stands last; such a story may be of kind NONE.
        unrecorded: Why a parent is thought to exist that is not among the stories, such as a credit, or an address that
            the story's page names; None if nothing says so.
    """

    story_id: str
    families: tuple[str, ...]
    kind: ReuseKind
    parents: tuple[Parent, ...] = ()
    unrecorded: str | None = None
