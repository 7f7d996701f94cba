"""Stories of one event: those that have names which the stories that name what is asked for have, and few others.

"The dam burst in Odisha" is told by some as that of a village, by others as "a dam in eastern India": who looks for the
village means these too.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping

from sayso.records import Story

_NAME = re.compile(r"(?<=[a-z,] )[A-Z]\w{3,}(?: [A-Z]\w+)*")
MOST_LOOKED_THROUGH = 12
"""So many of the stories with the names of a claim tell what else they name."""
FEWEST_NAMED, COMMON_SHARE = 2, 1 / 3
"""A name is common to stories if so many of them have it, and two at the least."""
SPECIFIC_SHARE = 1 / 4
"""It tells them from others if they are so many of all the ledger's stories that have it."""
MOST_NAMES = 8
FEWEST_SHARED = 2
"""So many such names make a story one of the event."""
NAMED_SHARE = 1 / 2
"""If so many of an event's stories have all names of a claim, the others do without them; else the names tell which
part of the event is meant: one village of several."""
DOER_NAMED_SHARE = 4 / 5
"""The same of whom a claim tells what they do: an inquiry has many who are named in half of its stories."""


def find_kin(
    named: Mapping[str, Story],
    others: Mapping[str, Story],
    count_texts: Callable[[str], int],
    named_share: float = NAMED_SHARE,
) -> set[str]:
    """The ids of stories that are on what a claim names without naming it.

    Args:
        named: The stories that have the names of the claim, by id.
        others: Those that do not have them all.
        count_texts: Tells in how many texts of the ledger a name stands.
        named_share: See `NAMED_SHARE`.
    """
    if not others or len(named) < FEWEST_NAMED:
        return set()
    telling = _telling_names([named[key] for key in sorted(named)], count_texts)
    kin = {key for key, story in others.items() if _count_in(story, telling) >= FEWEST_SHARED}
    return kin if len(named) >= named_share * (len(named) + len(kin)) else set()


def _telling_names(stories: list[Story], count_texts: Callable[[str], int]) -> list[str]:
    """Names that are common to stories and that few others have."""
    looked_through = stories[:MOST_LOOKED_THROUGH]
    often = Counter(name for story in looked_through for name in dict.fromkeys(_NAME.findall(story.text)))
    common = [
        name
        for name, count in often.most_common(MOST_NAMES)
        if count >= max(FEWEST_NAMED, COMMON_SHARE * len(looked_through))
    ]
    having = {name: sum(name in story.text for story in stories) for name in common}
    return [name for name in common if having[name] >= SPECIFIC_SHARE * count_texts(name)]


def _count_in(story: Story, names: Iterable[str]) -> int:
    return sum(name in story.text for name in names)
