"""On how many independent origins a claim rests, where it stands by them, and how that came about."""

import math
from collections.abc import Sequence
from itertools import accumulate

from sayso.records import Count, Origin, Report, SourceKind, Standing, Turn
from sayso.trace.finding.days import first_day
from sayso.trace.origins.origins import Finder

SURE_SCORE = 0.8
"""An unnamed source whose reports are taken for one with less confidence may be several."""

PLAIN_SHARE = 0.87
LIKELY_SHARE = 0.55
"""From so likely on a report plainly states a claim, so that its side counts; and so do the reports of a side of which
two, in different words, are as likely as the second.

Counts that are right on the founding event, the small families and the invented events in sight, of 28, 82 and 53:
24, 46 and 31; with the first at 0.9 23, 47 and 30 (since representatives speak for their state it is 47 in place of
46). Of the dated ones, of 17, 17 and 55, it is 13, 8 and 19, and 10, 7 and 19. With the second at 0.65 (the first at
0.9) it is 23, 47 and 30, too.
"""

DOUBT = 0.85
"""The odds that a side supports a claim are those that the score of its best report gives, divided by e to this: fitted
on 2,885 sides of the 1,919 claims that were put to several outlets' stories on an event (`training/README.md`)."""

MOST_SHARE = 0.975
"""So sure is the most that a count may be, as far as reports that may mean something else are concerned.

On the founding event and on the small families in sight the range holds the true count for 25 of 28 and 67 of 82
claims, and is 1.00 and 0.83 wide (`python -m evaluation.claims`).
"""


def count_independent(origins: Sequence[Origin]) -> Count:
    """How many sides the origins of a claim are on, and how many they may be.

    A side counts when one of its reports plainly states the claim; where none does, the one that does so best. Of the
    sides whose reports may mean something else so many are added to the most as it is likely that there are, and so are
    unnamed sources that were taken for one by a guess. What no source is recorded for may be one where nothing else is.
    """
    recorded = [origin for origin in origins if origin.name]
    if not recorded:
        return Count(0, 0, int(bool(origins)))
    plain = _sides(stating_origins(recorded))
    best: dict[str, float] = {}
    for origin in recorded:
        for side in set(origin.sides) - plain:
            best[side] = max(origin.best.score, best.get(side, 0.0))
    guessed = sum(
        len({report.outlet for report in origin.reports}) - 1
        for origin in recorded
        if origin.kind is SourceKind.ANONYMOUS and origin.score < SURE_SCORE
    )
    return Count(len(plain), len(plain), len(plain) + _most_of([*map(_chance, best.values())]) + guessed)


def _chance(score: float) -> float:
    """How likely a side supports a claim, by the score of its best report."""
    return score / (score + math.exp(DOUBT) * (1 - score))


def _most_of(chances: Sequence[float]) -> int:
    """How many of independent events happen at most, as surely as `MOST_SHARE`."""
    shares = [1.0]
    for chance in chances:
        shares = [
            without * (1 - chance) + with_one * chance
            for without, with_one in zip((*shares, 0.0), (0.0, *shares), strict=True)
        ]
    return sum(share < MOST_SHARE for share in accumulate(shares))


def stating_origins(origins: Sequence[Origin]) -> tuple[Origin, ...]:
    """The recorded origins whose words plainly state a claim; where none do, those of the words that do so best.

    One statement may be two sides': "Russia and North Korea deny it". Of a side with an origin that does so plainly no
    origin counts that is only likely to.
    """
    recorded = [origin for origin in origins if origin.name]
    borne_out = _borne_out(recorded) - _sides([origin for origin in recorded if origin.best.score >= PLAIN_SHARE])
    if plain := tuple(origin for origin in recorded if _is_plain(origin, borne_out)):
        return plain
    best = max((origin.best for origin in recorded), key=lambda report: report.score, default=None)
    return tuple(origin for origin in recorded if origin.best is best)


def _is_plain(origin: Origin, borne_out: set[str]) -> bool:
    score = origin.best.score
    return score >= PLAIN_SHARE or (score >= LIKELY_SHARE and not borne_out.isdisjoint(origin.sides))


def _borne_out(origins: Sequence[Origin]) -> set[str]:
    """The sides of which two reports, in different words, likely state a claim."""
    words: dict[str, set[str]] = {}
    for origin in origins:
        likely = {report.words for report in origin.reports if report.score >= LIKELY_SHARE}
        for side in origin.sides:
            words.setdefault(side, set()).update(likely)
    return {side for side, told in words.items() if len(told) > 1}


def _sides(origins: Sequence[Origin]) -> set[str]:
    return {side for origin in origins for side in origin.sides}


def tell_standing(supporting: Sequence[Origin], denying: Sequence[Origin]) -> Standing:
    """Where a claim stands by the origins that support and deny it."""
    recorded = [origin for origin in supporting if origin.name]
    stating = stating_origins(recorded)
    sides, against = _sides(stating), _sides(denying)
    if not sides:
        return Standing.UNRECORDED
    if all(any(_takes_back(other, origin) for other in denying) for origin in recorded):
        return Standing.RETRACTED
    if against - sides:
        return Standing.DISPUTED
    if len(sides) > 1:
        return Standing.CORROBORATED
    return Standing.ONE_SIDED if len(stating) > 1 else Standing.SINGLE_ORIGIN


def _takes_back(denial: Origin, origin: Origin) -> bool:
    """Tell whether a source later denied what it said."""
    return denial.name == origin.name and (denial.since or "") > (origin.until or "~")


def tell_history(
    supporting: Sequence[Report],
    denying: Sequence[Report],
    find: Finder,
) -> tuple[Turn, ...]:
    """The days on which the count or the standing changed, by the dates from which the stories count.

    Args:
        supporting: All reports of the claim.
        denying: All denials of it.
        find: Tells the origins of some of them.
    """
    since = {id(report): first_day(report.published, report.modified) for report in (*supporting, *denying)}
    turns: list[Turn] = []
    for day in sorted(set(filter(None, since.values()))):
        until = [[report for report in some if (since[id(report)] or "~") <= day] for some in (supporting, denying)]
        for_it, against_it = (find(some) for some in until)
        count, standing = count_independent(for_it), tell_standing(for_it, against_it)
        if not turns or (turns[-1].count.likely, turns[-1].standing) != (count.likely, standing):
            brought_by = sorted({r.story_id for some in until for r in some if since[id(r)] == day})
            turns.append(Turn(day, count, standing, tuple(brought_by)))
    return tuple(turns)
