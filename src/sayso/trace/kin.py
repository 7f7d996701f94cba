"""Stories of one event: those that have names which the stories that name what is asked for have, and few others.

"The dam burst in Odisha" is told by some as that of a village, by others as "a dam in eastern India": who looks for the
village means these too.
"""

import re
from collections import Counter
from collections.abc import Callable, Mapping

from sayso.records import Story
from sayso.text.names import fold_name

_NAME = re.compile(r"(?<=[a-z,] )[A-Z]\w{3,}(?: [A-Z]\w+)*")
COMMON_SHARE = 1 / 3
"""A name is common to stories if so many of them have it, and two at the least."""
SPECIFIC_SHARE = 1 / 4
"""It tells them from others if they are so many of all the ledger's stories that have it."""
MOST_NAMES = 12
FEWEST_SHARED = 2
"""So many such names make a story one of the event."""
NAMED_SHARE = 1 / 2
"""If so many of an event's stories have all names of a claim, the others do without them; else the names tell which
part of the event is meant: one village of several."""


def find_kin(named: Mapping[str, Story], others: Mapping[str, Story], count_texts: Callable[[str], int]) -> set[str]:
    """The ids of stories that are on what a claim names without naming it.

    Args:
        named: The stories that have the names of the claim, by id.
        others: Those that do not have them all.
        count_texts: Tells in how many texts of the ledger a name stands.
    """
    common = Counter(name for story in named.values() for name in _names_in(story))
    least = max(2.0, COMMON_SHARE * len(named))
    telling = {
        name
        for name, often in common.most_common(MOST_NAMES)
        if often >= least and often >= SPECIFIC_SHARE * count_texts(name)
    }
    kin = {key for key, story in others.items() if len(telling & _names_in(story)) >= FEWEST_SHARED}
    return kin if len(named) >= NAMED_SHARE * (len(named) + len(kin)) else set()


def _names_in(story: Story) -> set[str]:
    return {fold_name(name) for name in _NAME.findall(f"{story.title or ''}\n{story.text}")}
