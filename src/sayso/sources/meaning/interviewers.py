"""Who asked where nobody is said to: "asked about it, she told CNN's Jane Doe"."""

import re

from sayso.records import Span
from sayso.sources.meaning.naming import as_person, speaker_of
from sayso.sources.meaning.speakers import NOBODY, Scene, Speaker
from sayso.sources.names.mention_kinds import MentionKind

_REACH_CHARS = 600
"""The interview that is told of is named in the paragraph or in those around it."""
_TOLD = re.compile(
    r"\b(?:told|interview(?:s|ed)? (?:with|by|on|for)|asked by|appear(?:ed|ance|ing) on|[Ss]peaking (?:to|with)) "
)
_INTERVIEW = re.compile(r" (?:[\w-]+ )?interview\b")
_ASKING = re.compile(
    r"(?:['’]s|host|anchor|reporter|correspondent|interviewer|moderator|journalist|presenter) (?:the )?\Z"
)
_TO_NAME_CHARS = 40


def find_interviewer(scene: Scene, cue: Span) -> Speaker:
    """The medium or the journalist of the interview told of nearest; nobody where none is."""
    start, end = max(0, cue.start - _REACH_CHARS), min(len(scene.text), cue.end + _REACH_CHARS // 2)
    found: list[tuple[int, Speaker]] = []
    for told in _TOLD.finditer(scene.text, start, end):
        for mention, member in scene.cast.between(told.end(), told.end() + _TO_NAME_CHARS):
            between = scene.text[told.end() : mention.start]
            if any(sign in between for sign in ',.;“"\n'):
                break
            asks = member.kind is MentionKind.PERSON and _ASKING.search(scene.text, told.end(), mention.start)
            if asks:
                found.append((mention.start, as_person(speaker_of(member, 0.6, "who led the interview"))))
            elif member.kind is MentionKind.MEDIA:
                found.append((mention.start, speaker_of(member, 0.6, "whose interview it was")))
    for mention, member in scene.cast.between(start, end):
        if member.kind is MentionKind.MEDIA and _INTERVIEW.match(scene.text, mention.span.end):
            found.append((mention.start, speaker_of(member, 0.6, "whose interview it was")))
    return min(found, key=lambda each: abs(each[0] - cue.start))[1] if found else NOBODY
