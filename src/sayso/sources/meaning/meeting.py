"""Unnamed sources, and which outlet met them."""

import re
from collections.abc import Sequence
from dataclasses import replace

from sayso.records import Attribution, Source, SourceKind
from sayso.sources.meaning.parts import sides_of_parts
from sayso.sources.meaning.speakers import Scene
from sayso.sources.names.kinds import tells_kind
from sayso.text.outlets import name_of_host

MET_BY = ", as met by "
"""Stands in the side of an unnamed source before the outlet that met it."""
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
_ASKS_TO_STAY_UNNAMED = re.compile(
    r" (?:\w+ly |both |all |each |also |had |has )*"
    r"(?:spoke|speaks|talked|asked|asks|requested|insisted|declined|refused|wished|wanted)\b[^.;\n]{0,40}?"
    r"\b(?:anonymity|anonymously|to (?:remain|stay) (?:anonymous|unnamed)|to be (?:named|identified)"
    r"|(?:name|identity) (?:(?:to |not )?be )?(?:withheld|published|used))\b"
)
"""What is said so of one told of before: "She asked not to be named", "Both requested anonymity"."""
_MAY_BE_COVERT = (SourceKind.COLLECTIVE, SourceKind.PERSON)


def as_unnamed(scene: Scene, attribution: Attribution, source: Source) -> Source:
    """A source that is described and not named as anonymous, where its story tells that it speaks without a name."""
    if _is_described(source) and _speaks_without_name(scene, attribution, source.name or ""):
        return replace(source, kind=SourceKind.ANONYMOUS)
    return source


def meet_sources(sources: Sequence[Source], media: Sequence[tuple[str | None, bool]]) -> list[Source]:
    """The sources of a story, each that is unnamed anywhere with the outlet that met it.

    Args:
        sources: Who speaks in each statement, as the story tells.
        media: For each the medium nearest to it of those through which its words came, and whether it spoke to that
            itself: what officials tell an outlet they would not say in public.
    """
    unnamed = {source.name for source in sources if source.kind is SourceKind.ANONYMOUS}
    told = [
        replace(source, kind=SourceKind.ANONYMOUS) if source.name in unnamed and _is_described(source) else source
        for source in sources
    ]
    met = [_meet(source, medium, was_told=was_told) for source, (medium, was_told) in zip(told, media, strict=True)]
    sides = sides_of_parts(met)
    return [replace(source, side=sides[source]) if source in sides else source for source in met]


def _meet(source: Source, medium: str | None, *, was_told: bool) -> Source:
    if was_told and _is_described(source) and _SPEAK_COVERTLY.search(source.name or ""):
        source = replace(source, kind=SourceKind.ANONYMOUS)
    if source.kind is not SourceKind.ANONYMOUS or source.name is None:
        return source
    side = f"{source.name}{MET_BY}{name_of_host(medium)}" if medium else source.name
    return replace(source, met_by=medium, side=side)


def _is_described(source: Source) -> bool:
    """Tell whether a source has a description in place of a name: "two officials"."""
    if source.kind not in _MAY_BE_COVERT or not source.name or " and other" in source.name:
        return False
    return any(word.islower() and tells_kind(word) for word in source.name.split())


def _speaks_without_name(scene: Scene, attribution: Attribution, name: str) -> bool:
    own_words = [span.of(scene.text) for span in attribution.source]
    if any(_IN_THE_KNOW.search(words) or _WITHOUT_NAME.search(words) for words in (name, *own_words)):
        return True
    behind = (_WITHOUT_NAME, _ASKS_TO_STAY_UNNAMED)
    return any(said.match(scene.text, span.end) for span in attribution.source[-1:] for said in behind)
