"""Which outlet met an unnamed source."""

import re
from dataclasses import replace

from sayso.records import Attribution, Source, SourceKind
from sayso.sources.kinds import tells_kind
from sayso.sources.mentions import Mention, MentionKind
from sayso.sources.naming import outlet_named
from sayso.sources.people import Member
from sayso.sources.speakers import Scene

_ARTICLES = ("", "the", "The")
_CITES = ("citing", "cites", "cited", "quoting", "quotes", "quoted")
_CITING_CHARS = 40
_BEFORE_CITING = ("", "also", "reported", "reports", "said", "says", "wrote", "writes")
""""Interfax reported, citing a source": what may stand between an outlet and its words for citing."""
_SPEAK_COVERTLY = re.compile(r"(?:officials|sources|people|aides|advis[eo]rs|executives|diplomats|staffers)\b")
"""Who tells an outlet what they would not say in public."""
_IN_THE_KNOW = re.compile(
    r"\b(?:familiar with|briefed (?:on|about|by)|(?:with|has|had|have) (?:[\w-]+ )?knowledge of"
    r"|who (?:spoke|talked) (?:to|with) (?:reporters|(?:the )?[A-Z]))"
)
"""What a description says of how one can know, in place of who it is."""
_WITHOUT_NAME = re.compile(
    r",? (?:(?:both|all|each) of )?(?:who|whom|speaking|on|under|asking|requesting)\b[^.;\n]{0,80}?"
    r"\b(?:anonymity|anonymously"
    r"|(?:asked|asking|wish\w*|want\w*|requested|declined|refused) (?:not )?to be (?:named|identified)"
    r"|not (?:been )?authori[sz]ed to)\b"
)
"""What is said behind a source that gives no name: ", speaking on condition of anonymity"."""
_MAY_BE_COVERT = (SourceKind.COLLECTIVE, SourceKind.PERSON)


def meet(scene: Scene, attribution: Attribution, source: Source) -> Source:
    """Say which outlet met an unnamed source; who spoke to an outlet without a name is anonymous."""
    told = _told_outlet(scene, attribution) or _told_before(scene, attribution, source)
    if source.name and source.kind in _MAY_BE_COVERT and _is_covert(scene, attribution, source.name, told):
        source = replace(source, kind=SourceKind.ANONYMOUS)
    if source.kind is not SourceKind.ANONYMOUS or source.name is None:
        return source
    return replace(source, met_by=told or source.met_by or scene.story.outlet)


def _is_covert(scene: Scene, attribution: Attribution, name: str, told: str | None) -> bool:
    """Tell whether one who is described, and not named, speaks covertly."""
    described = any(word.islower() and tells_kind(word) for word in name.split())
    if not described or " and other" in name:
        return False
    own_words = (span.of(scene.text) for span in attribution.source)
    if any(_IN_THE_KNOW.search(words) for words in (name, *own_words)) or (told and _SPEAK_COVERTLY.search(name)):
        return True
    return any(_WITHOUT_NAME.match(scene.text, span.end) for span in attribution.source[-1:])


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
