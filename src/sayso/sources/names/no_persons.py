"""Names of unknown kind that, by how they stand in a story, are no person's."""

import re

from sayso.records import Span
from sayso.sources.names.datelines import is_us_state
from sayso.sources.names.mention_kinds import MentionKind
from sayso.sources.names.people import Member
from sayso.text.word_tables import word_table

_IN_PLACE = re.compile(r"\b(?:in|In|near|Near|outside|throughout) (?:[a-z]+ern )?\Z")
_LONGEST_PREPOSITION = len("throughout northeastern ")
_DATELINE = re.compile(r"(?:, [A-Z][\w. ]+)? (?:\([\w ]+\) )?[-–—] ")
_NUMBER = re.compile(r"\.? \d")
_ENDS = word_table("Street Road Lane Square Avenue Bridge River Lake Island Day Week House Hall Airport Station")


def is_no_person(text: str, member: Member | None) -> bool:
    """Tell whether a name that nothing makes a person's is that of a place or a thing.

    A place is known as a state, by "in" before it and by the dash of a dateline behind it, what is counted by the
    number behind; most of where it stands is to tell so.
    """
    if member is None or member.kind is not MentionKind.UNCLEAR or member.roles:
        return False
    if is_us_state(member.name) or member.name.split()[-1] in _ENDS:
        return True
    so_placed = sum(_stands_as_none(text, span) for span in member.spans)
    return 2 * so_placed > len(member.spans)


def _stands_as_none(text: str, span: Span) -> bool:
    if text.startswith(("'s", "’s"), span.end):
        return False
    opens_line = text[max(0, span.start - 1) : span.start] in ("", "\n")
    return bool(
        _IN_PLACE.search(text, max(0, span.start - _LONGEST_PREPOSITION), span.start)
        or _NUMBER.match(text, span.end)
        or (opens_line and _DATELINE.match(text, span.end))
    )
