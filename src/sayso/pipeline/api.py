"""Reading a single text from Python."""

from sayso.ingest import story_from_text
from sayso.ingest.fields.dates import read_date
from sayso.pipeline.method import read_story
from sayso.pipeline.models import shipped_model
from sayso.records import Reading


def read(text: str, *, title: str | None = None, outlet: str | None = None, published: str | None = None) -> Reading:
    """Read who says what in a story.

    Args:
        text: The story, as it stands.
        title: Its headline.
        outlet: Who published it.
        published: When, in ISO 8601 ("2024-12-14") or with the month named ("14 December 2024").

    Returns:
        The story with its attributions and marks; offsets are characters [start, end) of `text`.

    Raises:
        InputError: the text is empty or too long, or `published` is no date.
        ModelError: the shipped model is damaged.
    """
    day = read_date(published) if published else None
    story = story_from_text(text, title=title, outlet=outlet, published=day)
    return read_story(shipped_model(), story)
