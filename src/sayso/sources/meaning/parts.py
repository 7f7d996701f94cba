"""Parts of several who were told of before: "one of them", "the other", "both", after "two officials told AP"."""

import re
from collections.abc import Iterable
from dataclasses import replace

from sayso.records import Source, SourceKind, Span
from sayso.sources.meaning.speakers import Heard, Scene, Speaker

_NUMBER_WORDS = ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_NUMBERS = "|".join(_NUMBER_WORDS)
_ONE = r"one|another|either|the (?:first|second|third|other)"
_SOME = rf"both|neither|some|several|most|all|{_NUMBERS}"
_PART = re.compile(
    rf"(?P<share>{_ONE}|{_SOME})"
    rf"(?: of (?:them|(?:the |these |those )?(?P<number>{_NUMBERS})|(?:the|these|those) (?:same )?(?P<noun>[a-z]+)))?"
    r"(?:, an? [a-z][^,]*,?)?",
    re.IGNORECASE,
)
"""Words for a part of several, with a number or the noun of all of them where they are told again, and what it is: "one
of them, a nurse"."""
_ALL = frozenset({"both", "neither", "all"})
_REACH_SENTENCES = 4
_BARE_REACH_SENTENCES = 2
"""How far back several may stand of whom "one" alone, or "one of them", is."""
_OF_SEVERAL = re.compile(r"(?:one|some) of (?P<several>.+)")


def resolve_part(scene: Scene, span: Span) -> Speaker | None:
    """Who a part of several is: the several heard last whose number and noun are the same; None for other words."""
    found = _PART.fullmatch(scene.text, *span)
    if found is None:
        return None
    several = _several_before(scene, span.start, found)
    if several is None:
        return None
    share = found["share"].casefold()
    if share in _ALL:
        return several
    plural = re.fullmatch(_SOME, share) is not None
    name = f"{'some' if plural else 'one'} of {several.source.name}"
    source = replace(several.source, name=name, kind=SourceKind.ANONYMOUS, named_in=(span,), score=0.7)
    return Speaker(replace(source, reason="a part of those told of before"), None, plural, None, several.words)


def _several_before(scene: Scene, before: int, found: re.Match[str]) -> Speaker | None:
    numbers = scene.cast.sentences
    reach = _REACH_SENTENCES if found["number"] or found["noun"] else _BARE_REACH_SENTENCES
    for heard in reversed(scene.heard):
        if heard.at >= before:
            continue
        if numbers.number_at(before) - numbers.number_at(heard.at) > reach:
            return None
        if _is_several(heard) and _fits(heard.speaker, found):
            return _whole(heard.speaker)
    return None


def _is_several(heard: Heard) -> bool:
    """Tell whether several persons were heard who are only described; of a part, the whole counts."""
    source = heard.speaker.source
    name = source.name or ""
    described = name[:1].islower() or name[:1].isdigit() or name.split(" ", 1)[0].casefold() in _NUMBER_WORDS
    several = source.kind is SourceKind.COLLECTIVE or (source.kind is SourceKind.ANONYMOUS and heard.speaker.plural)
    return described and (several or _OF_SEVERAL.fullmatch(name) is not None)


def _whole(speaker: Speaker) -> Speaker:
    part = _OF_SEVERAL.fullmatch(speaker.source.name or "")
    if part is None:
        return speaker
    return replace(speaker, source=replace(speaker.source, name=part["several"]), plural=True)


def _fits(speaker: Speaker, found: re.Match[str]) -> bool:
    words = (speaker.source.name or "").casefold().split()
    told = [word for word in words if word in _NUMBER_WORDS]
    number = "two" if found["share"].casefold() in ("both", "neither") and not found["number"] else found["number"]
    if number and told and number.casefold() != told[0]:
        return False
    return not found["noun"] or found["noun"] in words


def sides_of_parts(sources: Iterable[Source]) -> dict[Source, str]:
    """The sides of parts of several: those of the several, where a source of the story is they."""
    known = list(dict.fromkeys(sources))
    sides = {source.name: source.side for source in reversed(known) if source.name and source.side}
    told: dict[Source, str] = {}
    for source in known:
        part = _OF_SEVERAL.fullmatch(source.name or "")
        if part and (side := sides.get(part["several"])):
            told[source] = side
    return told
