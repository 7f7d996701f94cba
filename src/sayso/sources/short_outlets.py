"""The outlet that a short name means: "The Post"."""

import re

from sayso.records import Source, SourceKind
from sayso.sources.mention_kinds import MentionKind
from sayso.sources.naming import speaker_of
from sayso.sources.phrases import Phrase
from sayso.sources.speakers import Scene, Speaker
from sayso.text.outlets import find_publisher

_SHORT_OUTLET = re.compile(r"[Tt]he ([A-Z]\w*[a-z]\w*)(?:['’]s?)?")


def resolve_short_outlet(scene: Scene, phrase: Phrase) -> Speaker | None:
    """The one outlet of the story, or its own, that "The Post" is short for, though its word is a noun as well."""
    short = _SHORT_OUTLET.fullmatch(phrase.core.of(scene.text))
    if short is None:
        return None
    own = find_publisher(scene.story.outlet) if scene.story.outlet else None
    if own and own.name.endswith(f" {short[1]}"):
        source = Source(own.name, SourceKind.MEDIA, named_in=(phrase.core,), reason="the story's own outlet", score=0.9)
        return Speaker(source)
    media = [member for member in scene.cast.members() if member.kind is MentionKind.MEDIA]
    media = [member for member in media if member.name.endswith(f" {short[1]}") and member.name != f"The {short[1]}"]
    return speaker_of(media[0], 0.9, f'"The {short[1]}": the one such name in full') if len(media) == 1 else None
