"""Who is on trial in a story, for whom "the defence lawyer" and "counsel to the accused" speak."""

import re

from sayso.sources.names.mention_kinds import MentionKind
from sayso.sources.names.people import Cast, Member

_CHARGED = (
    r"(?:charged|arraigned|indicted|convicted|sentenced|acquitted|found (?:not )?guilty|jailed|remanded|on trial)"
)
_BEHIND = re.compile(
    r"(?:, [^,.\n]{1,60},)? (?:(?:has|had|also|on [A-Z]\w+) )*"
    r"(?:plead(?:s|ed|ing)?\b|pled\b|(?:denie[sd]|denying) (?:(?:all|the|any|both|\d+|one|two) )*(?:charge|count)|"
    rf"(?:is|was|were|been)(?: on [A-Z]\w+| again| later)? {_CHARGED}\b)"
)
_BEFORE = re.compile(
    r"\b(?:(?:trial|conviction|arraignment|sentencing|prosecution) of|(?:case|charges) against|charged|convicted|"
    r"sentenced|acquitted|jailed|defendant)(?: [\w-]+){0,5},? \Z|\b(?:Republic|State|People|Crown) vs?\.? \Z"
)
_REACH_CHARS = 90


def find_accused(cast: Cast) -> Member | None:
    """The one person whom a story tells to be charged, tried or sentenced; None where it tells none so, or several."""
    accused = {
        member
        for mention, member in cast.pairs
        if member.kind in (MentionKind.PERSON, MentionKind.UNCLEAR)
        and (
            _BEHIND.match(cast.text, mention.span.end)
            or _BEFORE.search(cast.text, max(0, mention.start - _REACH_CHARS), mention.start)
        )
    }
    return accused.pop() if len(accused) == 1 else None
