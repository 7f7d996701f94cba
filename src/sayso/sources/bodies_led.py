"""The bodies for which officers speak whom a story tells without them: "its chairman", "chief executive Jane Doe"."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from sayso.records import Source, SourceKind, Span
from sayso.sources.gazetteer import find_body
from sayso.sources.known_bodies import find_known_body
from sayso.sources.lexicon import BODY_NOUNS
from sayso.sources.mentions import Mention, MentionKind
from sayso.sources.naming import speaker_of
from sayso.sources.people import Member
from sayso.sources.phrases import Phrase
from sayso.sources.speakers import Scene, Speaker
from sayso.sources.told_sides import told_role
from sayso.text.outlets import find_outlet

_BEFORE_CHARS = 240
_LONGEST_ROLE_CHARS = 80
_OFFICER = (
    r"(?:spokes(?:man|woman|person)|(?:vice-)?chair(?:man|woman|person)?|chief(?: executive)?(?: officer)?|ceo|"
    r"(?:managing |sporting |deputy )?director|(?:secretary|director)[- ]general|secretary|"
    r"manager|counsel|lawyer|press officer|treasurer|president|head|boss|leader|founder|owner)"
)
_ITS = re.compile(rf"(?:[a-z]+ ){{0,3}}its (?:[\w-]+ )*{_OFFICER}", re.IGNORECASE)
_COMPANY_TITLE = r"(?:chief executive(?: officer)?|ceo|managing director|finance chief|(?:interim|acting) chief)"
_BARE_OF_COMPANY = re.compile(rf"(?:the |[a-z]+[ ,]+)*{_COMPANY_TITLE}", re.IGNORECASE)
_BARE = re.compile(r"(?:[a-z]+[ ,]+)*(?i:spokes(?:man|woman|person))|[Cc]hair(?:man|woman) of the board|founder")
"""Officers without a word on whose: of the body that their story is of."""
_NOUN = (
    r"(?:company|firm|group|club|union|federation|association|party|charity|airline|carrier|operator|agency|hospital|"
    r"school|university|congregation|order|organi[sz]ation|team|retailer|movement|rebel group)"
)
_CALLED = re.compile(
    rf"(?:.*\bthe |own )?(?P<noun>{_NOUN})(?:['’]s?)? (?:[\w-]+ )*{_OFFICER}|"
    rf".*\b(?:{_OFFICER} (?:of|for) the|who (?:leads|heads|chairs|runs) the) (?P<of>{_NOUN})\b.*",
    re.IGNORECASE,
)
"""Officers of what the story calls by a noun: "the group's treasurer", "union president Jane Doe"."""
_NAMED = re.compile(
    rf"(?P<body>[A-Z][\w.&-]*(?: [A-Z][\w.&-]*)*?)(?:['’]s?)? (?:[a-z][\w-]* )*(?:{_OFFICER}|lawyer|attorney)(?: .*)?"
)


def find_body_led(source: Source, scene: Scene) -> Source | None:
    """The body for which an officer speaks whose role names none that the tables know; None for most sources.

    "Its chairman" is that of the body told of last, "the group's treasurer" that of what the story calls the group,
    "Kettle spokesman Doe" that of the Kettle Works that it names, and a bare chief executive that of the one body that
    the story is of.
    """
    told = told_role(source, scene.text).rsplit(". ", 1)[-1] if source.role else ""
    words = source.role if source.role and source.named_in else source.name or ""
    if source.role and source.named_in and _ITS.fullmatch(source.role):
        return _body_before(source, scene)
    if source.named_in and (called := _CALLED.fullmatch(words)):
        return _body_called((called["noun"] or called["of"]).casefold(), source, scene)
    if named := _NAMED.fullmatch(source.role or ""):
        return _body_named(named["body"], scene)
    if _BARE.fullmatch(told):
        return _source(_most_named_body(scene, fewest=2))
    return _source(_most_named_body(scene, fewest=1)) if _BARE_OF_COMPANY.fullmatch(told) else None


def _source(member: Member | None) -> Source | None:
    return speaker_of(member).source if member else None


def _body_before(source: Source, scene: Scene) -> Source | None:
    """The body that spoke or was named last before an officer; names that own what is told of are not it."""
    end = source.named_in[0].start
    start = end - _BEFORE_CHARS
    near = [pair for pair in scene.cast.between(start, end) if pair[1].kind is MentionKind.BODY]
    owning = ("'s", "’s")
    named = [(each.start, speaker_of(member)) for each, member in near if not _is_followed(scene, each, owning)]
    heard = [(each.at, each.speaker) for each in scene.heard if start <= each.at < end and _is_body(each.speaker)]
    if told := max([*named, *heard], key=lambda each: each[0], default=None):
        return told[1].source
    return _source(near[-1][1] if near else _most_named_body(scene, fewest=2))


def _is_followed(scene: Scene, mention: Mention, signs: tuple[str, ...]) -> bool:
    return scene.text.startswith(signs, mention.span.end)


def _is_body(speaker: Speaker) -> bool:
    return speaker.source.kind is SourceKind.ORGANISATION and bool(speaker.source.name)


def _body_called(noun: str, source: Source, scene: Scene) -> Source | None:
    """What a story calls by a noun where an officer of it is named."""
    here = source.named_in[0].start
    at = scene.text.rfind(noun, max(0, here - _LONGEST_ROLE_CHARS), here + _LONGEST_ROLE_CHARS)
    span = Span(at, at + len(noun)) if at >= 0 else source.named_in[0]
    until = replace(scene, heard=[heard for heard in scene.heard if heard.at < span.start])
    phrase = Phrase(span, (), span, Span(span.end, span.end), noun)
    if found := find_known_body(until, phrase, noun, noun):
        return found.source
    return _source(_most_named_body(scene, fewest=1))


def _body_named(name: str, scene: Scene) -> Source | None:
    """The one body of a story that a name or its first word means."""
    bodies = {
        member
        for mention, member in zip(scene.cast.mentions, scene.cast.named, strict=True)
        if mention.name == name and member.kind is MentionKind.BODY and name.casefold() not in BODY_NOUNS
    }
    return _source(bodies.pop()) if len(bodies) == 1 else None


def _most_named_body(scene: Scene, fewest: int) -> Member | None:
    """The body, no state's, that a story names more often than others; acronyms may be agencies."""
    named = Counter(_bodies_of_nobody(scene))
    (first, often), (_, next_often), *_ = [*named.most_common(2), (None, 0), (None, 0)]
    return first if often >= fewest and often > next_often else None


def _bodies_of_nobody(scene: Scene) -> Iterator[Member]:
    for member in scene.cast.named:
        if member.kind is not MentionKind.BODY or member.name.isupper():
            continue
        if not (find_outlet(member.name) or find_body(member.name)):
            yield member
