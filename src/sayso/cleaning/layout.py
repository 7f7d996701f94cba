"""A story laid out in lines, as the cleaning rules look at it."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from sayso.records import Span, Story
from sayso.text.lines import line_spans

TOP_LINES = 8
"""Headings, dates and bylines are looked for among these first lines: pages stack that many above the story."""

END_LINES = 6
"""Sign-offs and bylines at the end are looked for among these last lines."""


@dataclass(frozen=True)
class Layout:
    """A story's text with its lines.

    Attributes:
        text: The story as stored.
        published: When it was published, ISO 8601; it lends its year to a dateline that names none.
    """

    text: str
    published: str | None = None

    @classmethod
    def of(cls, story: Story) -> "Layout":
        """Lay out a story."""
        return cls(story.text, story.published)

    @cached_property
    def lines(self) -> tuple[Span, ...]:
        """The lines that hold more than spaces, in order, without the spaces at their edges."""
        return line_spans(self.text)

    @property
    def top(self) -> tuple[Span, ...]:
        """The first lines."""
        return self.lines[:TOP_LINES]

    @property
    def end(self) -> tuple[Span, ...]:
        """The last lines, top lines left out."""
        return self.lines[TOP_LINES:][-END_LINES:]

    def edges(self) -> Iterator[Span]:
        """The first lines, then the last."""
        yield from self.top
        yield from self.end
