"""A question put as a statement."""

import re

_ASKING = re.compile(
    r"^(?:is it true that|who says that|did|does|do|is|are|was|were|has|have|had)\s+(?=\S+\s+\S)", re.IGNORECASE
)


def take_asking_away(query: str) -> str:
    """A query without what makes a question of it: the comparison reads statements."""
    return _ASKING.sub("", query).rstrip(" ?") or query
