"""How a source fares in the claims that were traced: alone, contradicted, said by others before or after it."""

from collections.abc import Iterable, Set
from dataclasses import dataclass

from sayso.records import Origin, Standing
from sayso.trace import Trace


@dataclass(frozen=True, slots=True)
class TracedClaim:
    """A claim that a source is an origin of.

    Attributes:
        claim: As it was asked.
        standing: Where it stands by all its origins.
        words: The source's words on it.
        story_id: The story that has them.
        since: Day of the first report of them that is dated.
        denies: The source says that it is false.
        against: Who says the contrary: they deny what the source says, or say what it denies.
        before, after: Who of other sides says the same and was reported earlier, or later or without a date.
    """

    claim: str
    standing: Standing
    words: str
    story_id: str
    since: str | None
    denies: bool
    against: tuple[str, ...]
    before: tuple[str, ...]
    after: tuple[str, ...]

    @property
    def is_alone(self) -> bool:
        """Whether nobody of another side says the same."""
        return not self.before and not self.after


def find_traced_claims(traces: Iterable[Trace], keys: Set[str]) -> tuple[TracedClaim, ...]:
    """The claims among some traces that a source is an origin of, by the keys of its identity.

    As in the standing of a claim, only those count for it whose words plainly state it; where none do, the plainest.
    """
    found = []
    for trace in traces:
        for with_it, against, denies in (
            (trace.stating, trace.denials, False),
            (trace.denials, trace.stating, True),
        ):
            if own := [one for one in with_it if _is_of(one, keys)]:
                found.append(_tell(trace, own, with_it, against, denies))
    return tuple(found)


def _tell(
    trace: Trace, own: list[Origin], with_it: Iterable[Origin], against: Iterable[Origin], denies: bool
) -> TracedClaim:
    sides = {side for one in own for side in one.sides}
    since = min((one.since for one in own if one.since), default=None)
    others = [one for one in with_it if one.name and sides.isdisjoint(one.sides)]
    before = [one for one in others if one.since and since and one.since < since]
    return TracedClaim(
        claim=trace.claim,
        standing=trace.standing,
        words=own[0].best.words,
        story_id=own[0].best.story_id,
        since=since,
        denies=denies,
        against=_names(one for one in against if sides.isdisjoint(one.sides)),
        before=_names(before),
        after=_names(one for one in others if one not in before),
    )


def _is_of(origin: Origin, keys: Set[str]) -> bool:
    return any(
        who.identity.key in keys
        for report in origin.reports
        if (who := report.rests_on or report.source) and who.identity
    )


def _names(origins: Iterable[Origin]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one.name for one in origins if one.name))
