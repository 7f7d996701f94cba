"""Two persons named together, whom "they" and "the two leaders" mean: "Jane Doe and John Roe"."""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

from sayso.records import SourceKind, Span
from sayso.sources.meaning.lists import speak_as_one
from sayso.sources.meaning.speakers import Scene, Speaker
from sayso.sources.names.mention_kinds import MentionKind
from sayso.sources.names.mentions import Mention
from sayso.sources.names.people import Member

REACH_CHARS = 1500
"""As far as a pronoun reaches."""
_JOIN = re.compile(r"(?: (?:of|from|in) [A-Z][\w ]{2,20})?,? and ")
_ANOTHER = re.compile(r"another|a second|a third", re.IGNORECASE)
_SAME = re.compile(r"(?:the|this) same (?:source|statement|communiqu[eé])", re.IGNORECASE)
_ONE_DESCRIBED = (SourceKind.PERSON, SourceKind.ANONYMOUS)
_TWO = re.compile(
    r"(?:the|these|both) two(?: (?:men|women|leaders|presidents|politicians|candidates|rivals|senators|lawmakers"
    r"|ministers|officials|actors|stars|friends|brothers|sisters|players|countries))?"
    r"|the (?:pair|duo|couple)|both (?:men|women|leaders|presidents|candidates|senators|politicians)",
    re.IGNORECASE,
)


class Pair(NamedTuple):
    """Two persons, the words in which they stand together, and the two as one speaker."""

    span: Span
    speaker: Speaker


def find_pairs(scene: Scene, before: int) -> Iterator[Pair]:
    """All places within reach before an offset at which two persons are named together, in text order."""
    near = [pair for pair in scene.cast.between(max(0, before - REACH_CHARS), before) if _is_person(pair[1])]
    for number, ((first, one), (second, other)) in enumerate(pairwise(near)):
        joined = _JOIN.fullmatch(scene.text, first.span.end, second.start)
        if joined is None or one is other:
            continue
        if number and _is_listed(scene, near[number - 1][0], first):
            continue
        spans = (*one.spans[:1], *other.spans[:1])
        name = f"{one.name} and {other.name}"
        yield Pair(Span(first.start, second.span.end), speak_as_one(name, SourceKind.COLLECTIVE, spans))


def find_two(scene: Scene, words: str, before: int) -> Speaker | None:
    """Whom "the two" or "the two leaders" means: the pair of persons named last before; None for other words."""
    if not _TWO.fullmatch(words):
        return None
    return next((pair.speaker for pair in reversed(list(find_pairs(scene, before)))), None)


def find_another(scene: Scene, words: str, before: int) -> Speaker | None:
    """Who is one more of those whom a story has just let one speak of: "One resident said so. Another said no."."""
    last = scene.last_heard(before)
    if last is None or not _ANOTHER.fullmatch(words):
        return None
    source = last.speaker.source
    is_described = last.speaker.member is None and source.kind in _ONE_DESCRIBED and (source.name or "").islower()
    if not is_described or last.speaker.plural:
        return None
    name = f"another {(source.name or '').removeprefix('another ')}"
    return replace(
        last.speaker, source=replace(source, name=name, reason="one more of whom the last is one", score=0.7)
    )


def find_same(scene: Scene, words: str, before: int) -> Speaker | None:
    """Who "the same source" is, as translated agencies say of whoever spoke last; None for other words."""
    last = scene.last_heard(before) if _SAME.fullmatch(words) else None
    return replace(last.speaker, source=replace(last.speaker.source, reason="as before", score=0.7)) if last else None


def _is_person(member: Member) -> bool:
    return member.kind is MentionKind.PERSON


def _is_listed(scene: Scene, before: Mention, first: Mention) -> bool:
    """Tell whether a pair ends a longer list: "Doe, Roe and Poe"."""
    return scene.text[before.span.end : first.start] == ", "
