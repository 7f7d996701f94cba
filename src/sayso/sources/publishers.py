"""Whose own page a story is: what a ministry publishes itself is its word, as an outlet's news is not the outlet's."""

from dataclasses import replace

from sayso.records import Source, SourceKind, Story
from sayso.sources.bodies import Body
from sayso.sources.gazetteer import find_body
from sayso.sources.identity import identity_of
from sayso.text.outlets import find_publisher

PUBLISHES_ITSELF_SCORE = 0.9
"""How sure it is that what a body publishes in its own voice is its word."""


def find_publishing_body(outlet: str | None) -> Body | None:
    """The body of the tables that publishes under its own name; None for an outlet of news."""
    return find_body(outlet) if outlet and not find_publisher(outlet) else None


def speaks_on_own_page(story: Story) -> Source | None:
    """Who says what a story tells in its own voice, where a body publishes it: a press release; None elsewhere."""
    body = find_publishing_body(story.outlet)
    if body is None:
        return None
    source = Source(
        body.name,
        SourceKind.ORGANISATION,
        side=body.side,
        reason="publishes it under its own name",
        score=PUBLISHES_ITSELF_SCORE,
    )
    return replace(source, identity=identity_of(source, story.published))
