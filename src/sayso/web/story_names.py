"""What a story is called where it is shown: by its headline, or by what else people can know it by."""

from collections.abc import Iterable

from sayso.ledger import Ledger
from sayso.records import Statement, Story
from sayso.text.days import tell_day
from sayso.trace.shown.graph_parts import ReportNode

OPENING_CHARS = 80
"""So much of a text without a headline, outlet or date names it."""

OfStory = Statement | ReportNode
"""What tells which story it is of, and need not have its text."""


def name_story(story: Story) -> str:
    """A story's headline, else its outlet and day, else its first words."""
    return _name(story) or _opening(story.text)


def name_stories(ledger: Ledger, shown: Iterable[OfStory], ids: Iterable[str] = ()) -> dict[str, str]:
    """The same of all that a page shows, by the id of the story; of some stories only the ids may be at hand."""
    names = dict.fromkeys(ids, "") | {one.story_id: _name(one) for one in shown}
    bare = ledger.stories_by_id([story_id for story_id, name in names.items() if not name])
    return names | {story_id: name_story(story) for story_id, story in bare.items()}


def tell_dateline(story: Story | OfStory) -> str:
    """The outlet and the day of a story, "Herald, 14 December 2024"; empty where one of them is not known."""
    return f"{story.outlet}, {tell_day(story.published)}" if story.outlet and story.published else ""


def _name(story: Story | OfStory) -> str:
    return story.title or tell_dateline(story)


def _opening(text: str) -> str:
    words = " ".join(text[: 2 * OPENING_CHARS].split())
    if len(words) <= OPENING_CHARS:
        return words
    whole, _, _ = words[:OPENING_CHARS].rpartition(" ")
    return f"{whole or words[:OPENING_CHARS]} …"
