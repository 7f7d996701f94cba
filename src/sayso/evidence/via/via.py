"""Through whom a statement came: the outlet, those it credits, the medium the source spoke to, those who quote it."""

import re
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from sayso.evidence.via.going_on import Interviews, carry_on
from sayso.evidence.via.media import NAME_PATTERN, FindOutlet, Newsstand, canonical_outlet, fold_name
from sayso.evidence.via.medium import Medium, Sentences, find_frame, find_media, find_named_before
from sayso.evidence.via.nesting import Speakers, find_outer, order_outer_first
from sayso.evidence.via.polls import find_polls
from sayso.evidence.via.voices import Voices
from sayso.records import Attribution, Ground, Mark, MarkKind, Story
from sayso.text.outlets import find_outlet as find_known
from sayso.text.outlets import find_publisher

_CONTRIBUTED = re.compile(r"contribut|additional reporting|inputs? from|editing by|source", re.IGNORECASE)
_HOST = re.compile(r"^(?:www\.)?(?P<name>[\w-]+)(?:\.\w{2,4}){1,2}$")
_IS_NAME = re.compile(rf"(?:{NAME_PATTERN})(?: \d+)?")
_OFFICE = re.compile(
    r"\b(?:Ministry|Intelligence|Staff|Police|Office|Army|Navy|Air Force|Forces|Command|Government|Service|Council|"
    r"Department|Directorate|President|Minister|Prosecutors?|Embassy|Court|Administration)\b"
)
"""A source of which a story credits the words themselves: it passes nothing on."""
_BRACKETS = re.compile(r"\s*\([^()]*\)\s*$")
"""What archives add to an outlet: "CNN (Web News)"."""
_DESK = re.compile(r"(?:\s*-\s*|\s+)(?:news|online|web|digital|website)$|(?<=\w)(?:news)?\.com?(?:\.[a-z]{2})?$")
"""What one part of an outlet adds to its name: "Fox News Online", "foxnews.com"; it passes nothing on to the other."""
_AGENCY_VIA = re.compile(r"\s+via\s+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Chain:
    """Through whom a statement came, nearest to the reader first, and the words that tell it.

    `medium` is the one nearest to the source: that it spoke to, as `was_told` says, or that tells what it said; else
    who is credited for the story, else its outlet.
    """

    names: tuple[str, ...]
    grounds: tuple[Ground, ...] = ()
    medium: str | None = None
    was_told: bool = False


def trace_intermediaries(
    story: Story, marks: Sequence[Mark], attributions: Sequence[Attribution], find_outlet: FindOutlet | None = None
) -> tuple[Chain, ...]:
    """Trace through whom each statement of a story came.

    Args:
        story: The story.
        marks: What cleaning marked in it; its credits and datelines name agencies.
        attributions: All that the reader found in it, in text order.
        find_outlet: Knows more outlets than the table of agencies; None where there is no such table.

    Returns:
        A chain for each attribution; its own source is never in it, and no name twice.
    """
    speakers = Speakers.of(story.text, attributions)
    outlet = list(_name_outlet(story))
    base = [*outlet, *(name for name in _name_credited(story, marks) if not _is_own(story.outlet or "", name))]
    media = [name for number, name in enumerate(speakers.names) if name and speakers.is_media(number)]
    stand = Newsstand(find_outlet, [*base, *media])
    outer_of = find_outer(speakers)
    sentences = Sentences.of(story.text)
    voices = Voices.of(story, speakers.persons())
    polls = find_polls(sentences, speakers, outer_of)
    order = order_outer_first(speakers, outer_of)
    met = _find_met(sentences, speakers, outer_of, order, stand)
    plain = Chain(tuple(base), medium=base[-1] if base else None)
    chains: dict[int, Chain] = {}
    for number in order:
        outer = outer_of.get(number)
        passed = _pass_on(speakers, chains[outer], outer) if outer in chains and outer is not None else None
        before = passed or _tell_in_answer(speakers, voices, number, plain)
        if number in polls and not met[number]:
            poll, span = polls[number]
            before = _lengthen(before, poll, Ground("via", span, "answered a poll"))
        for medium in met[number]:
            before = _lengthen(before, name := _name_medium(speakers, number, medium, base), medium.ground)
            if stand.name(name):
                before = replace(before, medium=name, was_told=medium.was_told)
        chains[number] = before
    return tuple(_keep_once(chains[number], speakers.names[number]) for number in range(len(attributions)))


def _find_met(
    sentences: Sentences, speakers: Speakers, outer_of: Mapping[int, int], order: Sequence[int], stand: Newsstand
) -> dict[int, list[Medium]]:
    """The media of each statement: in its own sentence, else those that its source goes on talking to."""
    met: dict[int, list[Medium]] = {}
    told: dict[int, Medium] = {}
    for number in order:
        frame = tuple(find_frame(sentences, speakers.attributions[number]))
        met[number] = find_media(sentences, frame, speakers, number, stand)
        met[number] = met[number] or find_named_before(frame, speakers, told, stand)
        if not met[number] and number not in outer_of:
            met[number] = carry_on(speakers, told, outer_of, number)
        told.update((number, medium) for medium in met[number] if medium.was_told)
    interviews = Interviews(sentences, speakers, told, stand)
    for number in order:
        if not met[number] and number not in outer_of:
            met[number] = interviews.carry(number)
    return met


def _name_medium(speakers: Speakers, number: int, medium: Medium, base: Sequence[str]) -> str:
    """A medium's name as the story's outlet or as the source of a statement beside: "the BLS" that says more itself."""
    desks = (name for name in base if _is_host_of(name, medium.name) or _drop_desk(name) == _drop_desk(medium.name))
    if outlet := next(desks, None):
        return outlet
    if fold_name(medium.name) in map(fold_name, base):
        return medium.name
    for other in speakers.beside(number):
        own = speakers.attributions[other].source
        if (name := speakers.names[other]) and any(span.overlaps(medium.ground.span) for span in own):
            return name
    return medium.name


def _pass_on(speakers: Speakers, chain: Chain, outer: int) -> Chain:
    """The chain of what a source passes on: its own, and then itself."""
    attribution, name = speakers.attributions[outer], speakers.names[outer] or ""
    spans = [span for span in (*attribution.source, *attribution.cue) if span.end > span.start]
    passed = _lengthen(chain, name, *(Ground("via", span, "passes this source on") for span in spans[:1]))
    return replace(passed, medium=name, was_told=False) if speakers.is_media(outer) else passed


def _tell_in_answer(speakers: Speakers, voices: Voices, number: int, chain: Chain) -> Chain:
    """The chain, with who tells it where that stands in an answer of an interview; "I" there is who answers."""
    answer = voices.at(speakers.anchors[number].end - 1)  # a source may take the label of its turn along
    if answer is None or not speakers.attributions[number].source or speakers.says_i(number):
        return chain
    name, span = answer
    return _lengthen(chain, name, Ground("via", span, "told in an answer of an interview"))


def _lengthen(chain: Chain, name: str, *grounds: Ground) -> Chain:
    return replace(chain, names=(*chain.names, name), grounds=(*chain.grounds, *grounds))


def _keep_once(chain: Chain, source: str | None) -> Chain:
    seen = {fold_name(source)} if source else set()
    own = {_drop_desk(source)} if source else set()
    names, grounds = tuple(_new_names(chain.names, seen, own)), tuple(dict.fromkeys(chain.grounds))
    return replace(chain, names=names, grounds=grounds)


def _new_names(names: Iterable[str], seen: set[str], own: Container[str]) -> Iterator[str]:
    for name in names:
        folded = fold_name(name)
        if folded and folded not in seen and _drop_desk(name) not in own:
            seen |= {folded, fold_name(_BRACKETS.sub("", name))}
            yield name


@lru_cache(maxsize=1 << 14)
def _drop_desk(name: str) -> str:
    """A name for comparison, without what archives and the outlet's own desks add: "fox" of "Fox News Online"."""
    bare, longer = fold_name(_BRACKETS.sub("", name)), ""
    while bare != longer:
        bare, longer = _DESK.sub("", bare), bare
    return bare


def _name_outlet(story: Story) -> Iterator[str]:
    """The outlet as the table of agencies spells it, where it knows it or its host."""
    if story.outlet:
        host = _HOST.match(story.outlet)
        yield canonical_outlet(story.outlet) or (canonical_outlet(host["name"]) if host else None) or story.outlet


def _is_own(outlet: str, name: str) -> bool:
    """Tell whether a credit is to the story's own outlet, by its host or by initials that no known outlet has."""
    if _is_host_of(outlet, name):
        return True
    initials = "".join(sign for sign in outlet.removeprefix(f"{name} ") if sign.isupper())
    return name == initials and len(name) > 1 and find_known(name) is None and canonical_outlet(name) is None


def _is_host_of(host: str, name: str) -> bool:
    """Tell whether a host is that of an outlet: "cbsnews.com" of CBS News and of CBS."""
    found = _HOST.match(host)
    if found is None:
        return False
    known = find_publisher(host)
    label, letters = _letters(found["name"]), _letters(fold_name(name))
    return label in (letters, f"the{letters}", f"{letters}news") or bool(known and known == find_known(name))


def _letters(name: str) -> str:
    return "".join(sign for sign in name.casefold() if sign.isalnum())


def _name_credited(story: Story, marks: Sequence[Mark]) -> Iterator[str]:
    """Outlets and agencies credited in the text, then by the page; notes on who helped pass nothing on.

    A "Source:" line at the foot names where to read more and adds nobody; at the head it names whom the story retells.
    """
    for mark in sorted(marks, key=lambda mark: mark.span):
        if mark.kind in (MarkKind.CAPTION, MarkKind.PROMO):
            continue
        is_late = mark.span.start * 2 > len(story.text)
        if is_late and _CONTRIBUTED.search(mark.span.of(story.text)):
            continue
        for key in ("outlet", "agency", "source"):
            if key in mark.values and not (key == "source" and _OFFICE.search(mark.values[key])):
                yield canonical_outlet(mark.values[key]) or mark.values[key]
    for name in reversed(_AGENCY_VIA.split(story.agency or "")):
        # Pages also put remarks there: "own reporting", "not named".
        if known := canonical_outlet(name):
            yield known
        elif _IS_NAME.fullmatch(name):
            yield name
