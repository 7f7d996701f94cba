"""Offices of a state that stories tell without saying of which: of the one whose other speakers say the same."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from sayso.records import SourceKind
from sayso.sources import STATE, Level, level_of, may_speak_for, place_and_level
from sayso.trace.origins.known import KnownSource, KnownSources
from sayso.trace.origins.speakers import Spoken

_UNNAMED = "that no story names"
UNKNOWN_STATE = f"state {_UNNAMED}{STATE}"
"""The side of ministers and the like of a state that is never named."""
FEWEST_TOGETHER = 2
_ONE_AT_A_TIME = frozenset({"mayor", "gov.", "governor", "sheriff", "prime minister", "president", "chief minister"})
_AUTHORITIES = frozenset({"officials", "authorities", "local officials", "local authorities", "the authorities"})
"""Whoever is in office where something happened: of the one state or place whose others say the same."""
_HOLD_OFFICES = (SourceKind.PERSON, SourceKind.ORGANISATION, SourceKind.COLLECTIVE, SourceKind.DOCUMENT)


def give_offices(spoken: Sequence[Spoken], known: KnownSources) -> list[Spoken]:
    """The speakers of one claim, those in offices on the side of the only state or place that others in such speak for.

    Where no speaker is told of a state, it is the one that by far most sources of the stories at hand speak for.
    Where none is told, those in offices of a level are all of one that the stories do not name; where several states
    or places speak, each stays as its stories tell it.
    """
    found = list(spoken)
    states = {side for source in _sources(found) for side in source.sides if STATE in side}
    if not states and (home := known.main_state):
        states = {home}
    state = next(iter(states), UNKNOWN_STATE)
    found = _give(found, states, UNKNOWN_STATE, lambda words: may_speak_for(words, state))
    for level in Level:
        places = {side for source in _sources(found) for side in source.sides if _is_placed(source, side, level)}
        found = _give(found, places, f"{level} {_UNNAMED}", partial(_is_of_level, level=level))
    told = {side for source in _sources(found) for side in source.sides if _is_in_office(source, side)}
    return _give(found, told, f"authorities {_UNNAMED}", lambda words: words.casefold() in _AUTHORITIES)


def _give(spoken: list[Spoken], told: set[str], unknown: str, is_office: Callable[[str], bool]) -> list[Spoken]:
    """Those in such offices who are told of nobody's side, on the only one that is told, or together on an unknown."""
    bare = {
        source for source in _sources(spoken) if _speaks_for_nobody(source) and any(map(is_office, _offices(source)))
    }
    if len(told) > 1 or (not told and len(bare) < FEWEST_TOGETHER) or _are_rivals(bare):
        return spoken
    side = next(iter(told), unknown)
    return [
        (report, tuple(replace(one, sides=(side,)) if one in bare else one for one in sources))
        for report, sources in spoken
    ]


def _sources(spoken: Sequence[Spoken]) -> set[KnownSource]:
    return {source for _, sources in spoken for source in sources}


def _offices(source: KnownSource) -> frozenset[str]:
    """What stories say that a source is; of a document, its makers."""
    return frozenset(source.sides) if source.kind is SourceKind.DOCUMENT else source.offices


def _speaks_for_nobody(source: KnownSource) -> bool:
    own = {(source.name,), *((words,) for words in _offices(source))}
    return source.kind in _HOLD_OFFICES and source.sides in own


def _are_rivals(bare: set[KnownSource]) -> bool:
    """Tell whether two persons lead by their names: two mayors are of two cities, "the mayor" may be either."""
    leads = Counter(
        words.casefold()
        for source in bare
        if source.kind is SourceKind.PERSON and source.name not in source.offices
        for words in source.offices
        if words.casefold() in _ONE_AT_A_TIME
    )
    return any(count > 1 for count in leads.values())


def _is_of_level(words: str, *, level: Level) -> bool:
    return level_of(words) is level


def _is_in_office(source: KnownSource, side: str) -> bool:
    return STATE in side or side.endswith(_UNNAMED) or any(_is_placed(source, side, level) for level in Level)


def _is_placed(source: KnownSource, side: str, level: Level) -> bool:
    """Tell whether a source is in an office of a level, on the side of the place that it or its story names."""
    if source.kind not in _HOLD_OFFICES or _speaks_for_nobody(source):
        return False
    return any(place_and_level(words) == (side, level) or level_of(words) is level for words in _offices(source))
