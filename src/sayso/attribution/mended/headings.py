"""What stands before a colon in a headline and speaks not: its topic, a place, the kind of the story."""

import re

from sayso.records import Attribution
from sayso.text.turns import LIST_LABELS

_KINDS = (
    "analysis|background|breaking(?: news)?|comment|commentary|context|details|editorial|exclusive|explained|"
    "explainer|fact ?box|fact[ -]check|feature|in (?:pictures|photos)|just in|key points|live(?: blog| updates)?|"
    "obituary|opinion|photos|podcast|profile|q ?& ?a|quote|reminder|review|timeline|updated?|video|watch|"
    + "|".join(sorted(LIST_LABELS))
)
_IS_OF_A_KIND = re.compile(rf"(?:{_KINDS}):", re.IGNORECASE)
_BARE = re.compile(rf"(?:{_KINDS})?:", re.IGNORECASE)


def is_heading(text: str, attribution: Attribution) -> bool:
    """Tell whether nothing but a colon after a topic makes an attribution: "Analysis: …", "Norwick ferry: …".

    Who speaks before a colon stands in its line; who stands in another one was only taken for that.
    """
    if not attribution.cue:
        return False
    cue = attribution.cue[-1]
    line = text.rfind("\n", 0, cue.start) + 1
    if _IS_OF_A_KIND.fullmatch(text, line, cue.end):
        return True
    if not attribution.source:
        return False
    source = attribution.source[0]
    between = text[min(source.end, cue.end) : max(source.start, cue.start)]
    return _BARE.fullmatch(text, *cue) is not None and "\n" in between
