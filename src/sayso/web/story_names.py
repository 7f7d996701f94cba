"""What a story is called where it is shown: by its headline, or by what else people can know it by."""

from collections.abc import Iterable

from sayso.ledger import Ledger
from sayso.records import Statement, Story
from sayso.trace.graph_parts import ReportNode
from sayso.web.days import tell_day

OPENING_CHARS = 80
"""So much of a text without a headline, outlet or date names it."""

OfStory = Statement | ReportNode
"""What tells which story it is of, and need not have its text."""


def name_story(story: Story) -> str:
    """A story's headline, else its outlet and day, else its first words."""
    return _name(story.title, story.outlet, story.published) or _opening(story.text)


def name_stories(ledger: Ledger, shown: Iterable[OfStory], ids: Iterable[str] = ()) -> dict[str, str]:
    """The same of all that a page shows, by the id of the story; of some stories only the ids may be at hand."""
    names = dict.fromkeys(ids, "") | {one.story_id: _name(one.title, one.outlet, one.published) for one in shown}
    bare = ledger.stories_by_id([story_id for story_id, name in names.items() if not name])
    return names | {story_id: name_story(story) for story_id, story in bare.items()}


def _name(title: str | None, outlet: str | None, published: str | None) -> str:
    return title or (f"{outlet}, {tell_day(published)}" if outlet and published else "")


def _opening(text: str) -> str:
    words = " ".join(text[: 2 * OPENING_CHARS].split())
    if len(words) <= OPENING_CHARS:
        return words
    whole, _, _ = words[:OPENING_CHARS].rpartition(" ")
    return f"{whole or words[:OPENING_CHARS]} …"
