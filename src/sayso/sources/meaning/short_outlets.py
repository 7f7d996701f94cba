"""The outlet that a short name means, "The Post", or what it published: "an earlier version", "the June issue of X"."""

import re
from dataclasses import replace
from functools import lru_cache

from sayso.records import Source, SourceKind, Span
from sayso.sources.identity.publishers import find_body_of_page
from sayso.sources.meaning.naming import speaker_of, strip_possessive
from sayso.sources.meaning.speakers import OWN_PAGE, Scene, Speaker
from sayso.sources.names.mention_kinds import MentionKind
from sayso.sources.names.phrases import Phrase
from sayso.text.outlets import find_publisher

_SHORT_OUTLET = re.compile(r"[Tt]he ([A-Z]\w*[a-z]\w*)(?:['’]s?)?")
_EARLIER = re.compile(
    r"(?:an?|the) (?:earlier|previous|original) version(?: of (?:this|the|our) (?:article|story|report|piece))?",
    re.IGNORECASE,
)
_ISSUE_OF = re.compile(r"(?:[\w.,'’-]+ ){1,5}(?:issue|edition) of (?=(?:[Tt]he )?[A-Z])")
"""What stands before a paper's name: "The November 4 issue of ", "Sunday's edition of "."""
_WHERE = re.compile(r" \([^()]+\)$")
"""What tells an outlet from its namesakes: "The Star (Kenya)"."""


def resolve_short_outlet(scene: Scene, phrase: Phrase) -> Speaker | None:
    """The one outlet of the story, or its own, that "The Post" is short for, though its word is a noun as well."""
    words = phrase.core.of(scene.text)
    own = _own(scene.story.outlet, phrase) if scene.story.outlet else None
    name = own.source.name or "" if own else ""
    if own and (_EARLIER.fullmatch(words) or _bare(words) == _bare(name)):
        return own
    if issue := _ISSUE_OF.match(scene.text, *phrase.core):
        return _whose_issue(scene, Span(issue.end(), phrase.core.end))
    short = _SHORT_OUTLET.fullmatch(words)
    if short is None:
        return None
    if own and _WHERE.sub("", name).endswith(f" {short[1]}"):
        return own
    media = [member for member in scene.cast.members() if member.kind is MentionKind.MEDIA]
    media = [member for member in media if member.name.endswith(f" {short[1]}") and member.name != f"The {short[1]}"]
    return speaker_of(media[0], 0.9, f'"The {short[1]}": the one such name in full') if len(media) == 1 else None


def _whose_issue(scene: Scene, name: Span) -> Speaker | None:
    """The outlet whose issue it is: what is named there, unless that is a person's name."""
    named = scene.cast.between(*name)
    if not named or named[0][1].kind is MentionKind.PERSON:
        return None
    outlet = speaker_of(named[0][1], 0.9, "an issue of it")
    return replace(outlet, source=replace(outlet.source, kind=SourceKind.MEDIA))


@lru_cache(maxsize=1 << 12)
def _bare(name: str) -> str:
    return strip_possessive(name).casefold().removeprefix("the ")


def _own(outlet: str, phrase: Phrase) -> Speaker:
    """The story's outlet, or the body whose own page it is."""
    if body := find_body_of_page(outlet):
        return Speaker(replace(body, side=None, named_in=(phrase.core,), reason=OWN_PAGE, score=0.9))
    known = find_publisher(outlet)
    name = known.name if known else outlet
    return Speaker(Source(name, SourceKind.MEDIA, named_in=(phrase.core,), reason="the story's own outlet", score=0.9))
