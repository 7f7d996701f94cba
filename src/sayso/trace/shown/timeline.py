"""When a claim was reported, and how many independent origins it had by then."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass

from sayso.records import Count, Standing, Turn, day_of
from sayso.shapes import Json
from sayso.trace.shown.graph import tell_graph
from sayso.trace.shown.graph_parts import ClaimGraph, OriginNode, ReportNode
from sayso.trace.trace import Trace

_TIME = re.compile(r"T(?P<time>\d{2}:\d{2})")


@dataclass(frozen=True, slots=True)
class Moment:
    """A report in time.

    Attributes:
        node: The report, as in the graph of the claim.
        origin: On whose word it rests.
        day: As its outlet gives it, ISO 8601; None for a report without one.
        time: Hours and minutes by the outlet's clock; None where only the day is known.
    """

    node: ReportNode
    origin: OriginNode
    day: str | None
    time: str | None


@dataclass(frozen=True, slots=True)
class Day:
    """A day with reports of a claim.

    Attributes:
        day: ISO 8601.
        moments: Its reports, in time.
        count: On how many independent origins the claim rests at its end; None before the first that counts.
        standing: Where it stands then.
    """

    day: str
    moments: tuple[Moment, ...]
    count: Count | None
    standing: Standing | None


@dataclass(frozen=True, slots=True)
class Timeline:
    """A claim in time.

    Attributes:
        days: Days with a report, in order.
        undated: The reports that give no day.
        turns: The days on which the count of independent origins or the standing changed.
    """

    days: tuple[Day, ...]
    undated: tuple[Moment, ...]
    turns: tuple[Turn, ...]


def tell_timeline(trace: Trace, graph: ClaimGraph | None = None) -> Timeline:
    """The timeline of a trace.

    Args:
        trace: The trace.
        graph: Its graph, where that has been told already.
    """
    graph = graph or tell_graph(trace)
    origins = {origin.key: origin for origin in graph.origins}
    by_day: dict[str, list[Moment]] = {}
    undated: list[Moment] = []
    for node in graph.reports:
        day = day_of(node.published)
        told = _TIME.search(node.published or "") if day else None
        moment = Moment(node, origins[node.origin], day, told["time"] if told else None)
        by_day.setdefault(day, []).append(moment) if day else undated.append(moment)
    return Timeline(
        days=tuple(_tell_day(day, by_day[day], trace.history) for day in sorted(by_day)),
        undated=tuple(undated),
        turns=trace.history,
    )


def timeline_shape(timeline: Timeline) -> Json:
    """A timeline as JSON; reports and origins by their keys in the graph."""
    return {
        "days": [
            {
                "day": day.day,
                "reports": _moments_shape(day.moments),
                "independent_origins": day.count and asdict(day.count),
                "standing": day.standing,
            }
            for day in timeline.days
        ],
        "undated": _moments_shape(timeline.undated),
        "turns": [asdict(turn) for turn in timeline.turns],
    }


def _tell_day(day: str, moments: Iterable[Moment], turns: Sequence[Turn]) -> Day:
    last = next((turn for turn in reversed(turns) if turn.day <= day), None)
    in_time = sorted(moments, key=lambda moment: (moment.time or "", moment.node.story_id))
    return Day(day, tuple(in_time), last.count if last else None, last.standing if last else None)


def _moments_shape(moments: Iterable[Moment]) -> list[Json]:
    return [
        {
            "report": moment.node.key,
            "origin": moment.origin.key,
            "story_id": moment.node.story_id,
            "day": moment.day,
            "time": moment.time,
        }
        for moment in moments
    ]
