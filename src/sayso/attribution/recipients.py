"""Who is told or accused of something, and is not its source: "residents were told that", "a man accused of theft"."""

import re
from dataclasses import replace

from sayso.records import Attribution

_IS = r"(?:is|are|was|were|be|been|being) (?:(?:\w+ly|not|never|also|first|since) )?"
_IS_TOLD = re.compile(rf"(?:\w+ )?{_IS}(?:told|warned|informed|notified|advised|briefed|reminded|alerted)\b")
_IS_TOLD_TO = re.compile(rf"(?:\w+ )?{_IS}(?:reported|told|disclosed|revealed|shown|passed on)(?: to)?")
_IS_ACCUSED = re.compile(r"(?:\w+ )*(?:accused|suspected|charged|blamed|criticised|criticized) (?:of|with|for)")
"""Without its object between, such a verb is passive."""
_TO = re.compile(r"(?: to)? (?:the |a |an |its |their )?")


def without_recipient(text: str, attribution: Attribution) -> Attribution:
    """An attribution without its source where that is told or accused of it; by whom is then not recorded."""
    if not (attribution.source and attribution.cue):
        return attribution
    source, cue = attribution.source[0], attribution.cue[0]
    if source.end <= cue.start:
        is_told = _IS_TOLD.match(text, *cue) is not None or _IS_ACCUSED.fullmatch(cue.of(text)) is not None
    else:
        between = text[cue.end : source.start]
        leads_to = " to" in f"{cue.of(text)}{between}" and _TO.fullmatch(between) is not None
        is_told = leads_to and _IS_TOLD_TO.fullmatch(cue.of(text)) is not None
    return replace(attribution, source=()) if is_told else attribution
