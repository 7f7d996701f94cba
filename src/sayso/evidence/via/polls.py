"""Whom a poll asked: a share of people ("54 percent of voters") speaks through the poll that counted it."""

import re
from collections.abc import Mapping
from typing import NamedTuple

from sayso.evidence.via.medium import Sentences
from sayso.evidence.via.nesting import Speakers
from sayso.records import SourceKind, Span, join_words

_POLL = re.compile(r"\b(?:polls?|surveys?)\b", re.IGNORECASE)
_POLL_WORDS = ("poll", "Poll", "survey", "Survey")
_NAMED_POLL = re.compile(
    r"(?<![\w.&'’-])(?!(?:In|The|An?|According|Another|These|This|That|New|Recent|Other|Most|Some|Both|Several) )"
    r"[A-Z][\w.&'’-]{0,30}(?:[ /][A-Z][\w.&'’-]{0,30}){0,6} "
    rf"(?:[a-z]+ ){{0,2}}(?:{'|'.join(_POLL_WORDS)})\b"
)
"""A poll by the name of who made it: "Herald/Marsh national poll"."""
_SHARE = re.compile(
    r"\d ?%|\b(?:per ?cent|respondents|polled|surveyed|majority|plurality|half|thirds?|quarters?)\b"
    r"|\b(?:\d+|one|two|three|four|nine) (?:in|out of) (?:\d+|three|four|five|ten)\b",
    re.IGNORECASE,
)


class Poll(NamedTuple):
    """A poll by its name, and where the story tells of it."""

    name: str
    span: Span


def find_polls(sentences: Sentences, speakers: Speakers, outer_of: Mapping[int, int]) -> dict[int, Poll]:
    """The polls that people answered, by the numbers of their statements.

    It is the poll named before them in their sentence ("In a Marsh poll, voters said"); shares of people go on with
    the last one that others answered.

    Args:
        sentences: Those of the story.
        speakers: The attributions of the story.
        outer_of: For each attribution that another passes on, the number of that other.
    """
    has_polls = any(word in speakers.text for word in _POLL_WORDS)
    named = [Span(*found.span()) for found in _NAMED_POLL.finditer(speakers.text)] if has_polls else []
    polls: dict[int, Poll] = {}
    last: Poll | None = None
    for number in sorted(range(len(speakers.anchors)), key=speakers.anchors.__getitem__):
        if not speakers.is_of(number, SourceKind.COLLECTIVE):
            continue
        if number in outer_of:
            name = speakers.names[outer_of[number]] or ""
            last = Poll(name, speakers.anchors[outer_of[number]]) if _POLL.search(name) else last
            continue
        at = speakers.anchors[number].start
        start = sentences.start_of(at)
        here = next((span for span in reversed(named) if start <= span.start < at), None)
        if here:
            last = Poll(here.of(speakers.text), here)
        if last and (here or _is_share(speakers, number)):
            polls[number] = last
    return polls


def _is_share(speakers: Speakers, number: int) -> bool:
    words = join_words(speakers.text, speakers.attributions[number].source)
    return _SHARE.search(f"{words} {speakers.names[number]}") is not None
