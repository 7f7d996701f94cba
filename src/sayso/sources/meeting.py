"""Which outlet met an unnamed source."""

from dataclasses import replace

from sayso.records import Attribution, Source, SourceKind
from sayso.sources.mentions import Mention, MentionKind
from sayso.sources.naming import outlet_named
from sayso.sources.people import Member
from sayso.sources.speakers import Scene

_ARTICLES = ("", "the", "The")
_CITES = ("citing", "cites", "cited", "quoting", "quotes", "quoted")
_CITING_CHARS = 40
_BEFORE_CITING = ("", "also", "reported", "reports", "said", "says", "wrote", "writes")
""""Interfax reported, citing a source": what may stand between an outlet and its words for citing."""


def meet(scene: Scene, attribution: Attribution, source: Source) -> Source:
    """Say which outlet met an unnamed source; several who spoke to one outlet unnamed are anonymous."""
    told = _told_outlet(scene, attribution) or _told_before(scene, attribution, source)
    unnamed = source.kind is SourceKind.COLLECTIVE and source.name is not None and source.name[:1].islower()
    if unnamed and told and (source.name or "").endswith(("officials", "sources", "people")):
        source = replace(source, kind=SourceKind.ANONYMOUS)
    if source.kind is not SourceKind.ANONYMOUS or source.name is None:
        return source
    return replace(source, met_by=told or source.met_by or scene.story.outlet)


def _told_outlet(scene: Scene, attribution: Attribution) -> str | None:
    """The outlet that a source told, or that cites it: "told the Post", "Interfax, citing a source,"."""
    if not attribution.cue:
        return None
    if attribution.cue[0].of(scene.text).startswith(_CITES):
        start = attribution.cue[0].start
        citing = [
            (mention, member)
            for mention, member in scene.cast.between(max(0, start - _CITING_CHARS), start)
            if member.kind is MentionKind.MEDIA and scene.text[mention.span.end : start].strip(" ,") in _BEFORE_CITING
        ]
        return _outlet_of(scene, *citing[-1]) if citing else None
    if not attribution.cue[-1].of(scene.text).endswith(("told", "telling", "tell", "to")):
        return None
    end = attribution.cue[-1].end
    for mention, member in scene.cast.between(end, end + 30):
        if member.kind is MentionKind.MEDIA and scene.text[end : mention.span.start].strip() in _ARTICLES:
            return _outlet_of(scene, mention, member)
    return None


def _outlet_of(scene: Scene, mention: Mention, member: Member) -> str:
    return _as_published(scene, mention.name, outlet_named(mention.name) or member.name)


def _told_before(scene: Scene, attribution: Attribution, source: Source) -> str | None:
    """The outlet that the same words for a source told something else: "two officials told AP …, adding that …"."""
    at = attribution.source[0].start if attribution.source else -1
    same = (each.speaker.source for each in scene.heard if each.at == at)
    return next((each.met_by for each in same if each.name == source.name), None)


def _as_published(scene: Scene, words: str, outlet: str) -> str:
    """The outlet by the name that it publishes the story under, if it is that one: "told the Standard" in its paper."""
    own = scene.story.outlet
    is_own = own and (outlet_named(own) == outlet or f" {words} " in f" {own} ")
    return own if own and is_own else outlet
