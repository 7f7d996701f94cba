"""Offices of a state that stories tell without saying of which: of the one whose other speakers say the same."""

from collections.abc import Sequence
from dataclasses import replace

from sayso.records import SourceKind
from sayso.sources import STATE, may_speak_for
from sayso.trace.known import KnownSource
from sayso.trace.speakers import Spoken

UNKNOWN_STATE = f"state that no story names{STATE}"
"""The side of ministers and the like of a state that is never named."""
_HOLD_OFFICES = (SourceKind.PERSON, SourceKind.ORGANISATION, SourceKind.COLLECTIVE)


def give_states(spoken: Sequence[Spoken]) -> list[Spoken]:
    """The speakers of one claim, those in a state's office on the side of the only state that others speak for.

    Where no speaker is told of a state, those in offices are all of one that the stories do not name; where several
    states speak, each stays as its stories tell it.
    """
    states = {side for _, sources in spoken for source in sources for side in source.sides if STATE in side}
    if len(states) > 1:
        return list(spoken)
    state = next(iter(states), UNKNOWN_STATE)
    bare = {source for _, sources in spoken for source in sources if _is_bare_office(source, state)}
    if not states and len(bare) < 2:
        return list(spoken)
    return [
        (report, tuple(replace(one, sides=(state,)) if one in bare else one for one in sources))
        for report, sources in spoken
    ]


def _is_bare_office(source: KnownSource, state: str) -> bool:
    """Tell whether a source that speaks for itself is a state's office or in one."""
    if source.kind not in _HOLD_OFFICES or source.sides not in {(source.name,), *((one,) for one in source.offices)}:
        return False
    return any(may_speak_for(words, state) for words in source.offices)
