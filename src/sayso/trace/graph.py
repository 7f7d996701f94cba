"""How a claim travelled: from each origin to the stories that carry it, step by step, with what says so."""

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from enum import StrEnum

from sayso.records import (
    Certainty,
    Evidence,
    Lineage,
    Origin,
    Parent,
    Report,
    ReuseKind,
    SourceKind,
    Speech,
    Stance,
    day_of,
)
from sayso.shapes import Json
from sayso.trace.texts import count_shared
from sayso.trace.trace import Trace


class How(StrEnum):
    """How a story came by the words."""

    QUOTED = "quoted"
    PARTLY_QUOTED = "partly quoted"
    REPORTED = "reported"
    OWN_WORDS = "own words"
    COPIED = "copied"
    PARTLY_COPIED = "partly copied"
    MERGED = "merged"
    SHARES_QUOTATION = "same quotation"
    JUDGED = "decided by hand"
    NOT_RECORDED = "not recorded"


_BY_SPEECH = {
    Speech.DIRECT: How.QUOTED,
    Speech.MIXED: How.PARTLY_QUOTED,
    Speech.INDIRECT: How.REPORTED,
    None: How.OWN_WORDS,
}
_BY_REUSE = {
    ReuseKind.WHOLLY: How.COPIED,
    ReuseKind.PARTIALLY: How.PARTLY_COPIED,
    ReuseKind.MERGED: How.MERGED,
    ReuseKind.QUOTATION: How.SHARES_QUOTATION,
    ReuseKind.NONE: How.PARTLY_COPIED,
}


@dataclass(frozen=True, slots=True)
class OriginNode:
    """Where chains of reports end.

    Attributes:
        key: Its name in the graph.
        name, kind: Who it is; None where no source is recorded.
        side: For whom it speaks; empty where none is recorded.
        stance: What it does with the claim.
        since, until: Days of its first and last dated report.
        certainty, evidence, words: Of the report that says it best; the words of a denial with what makes them one.
        score, reason: How sure it is that its reports rest on one origin, 0 to 1, and why.
    """

    key: str
    name: str | None
    kind: SourceKind | None
    side: str
    stance: Stance
    since: str | None
    until: str | None
    certainty: Certainty
    evidence: Evidence
    words: str
    score: float
    reason: str


@dataclass(frozen=True, slots=True)
class ReportNode:
    """What a story has an origin say; a story that gives two origins has a node at each.

    Attributes:
        key: Its name in the graph.
        origin: The key of the origin that it rests on.
        story_id, title, outlet, published: The story.
        words: What it has the origin say; of a denial with what makes it one.
        statement: Which of the story's statements that is; None in its own voice.
    """

    key: str
    origin: str
    story_id: str
    title: str | None
    outlet: str | None
    published: str | None
    words: str
    statement: int | None


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the way, and what says that it was so.

    Attributes:
        start, end: Keys of nodes; the start is an origin or the report whose text the end has.
        how: How the words came.
        words: The words of the later story that say whose word it is; empty where none do.
        through: Whom the story credits on the way, nearest to the reader first.
        reason: Why it is told so, where more than its words say it.
        score: How likely it is, 0 to 1: that the text was copied, else that the words state or deny the claim.
    """

    start: str
    end: str
    how: How
    words: str
    through: tuple[str, ...]
    reason: str
    score: float


@dataclass(frozen=True, slots=True)
class Branch:
    """A report with the step that led to it and those that were made from it."""

    node: ReportNode
    step: Step
    branches: tuple["Branch", ...]


@dataclass(frozen=True, slots=True)
class ClaimGraph:
    """A claim's origins, the reports that rest on them, and the steps between: a tree for each origin.

    Attributes:
        claim: What was asked.
        sides: All sides of its origins, in the order in which they come up.
        origins: Those that support it, what is not recorded, those that deny it, those who say nothing.
        reports: Every report of the trace, by origin, in time.
        steps: One to each report.
    """

    claim: str
    sides: tuple[str, ...]
    origins: tuple[OriginNode, ...]
    reports: tuple[ReportNode, ...]
    steps: tuple[Step, ...]

    def trees(self) -> dict[str, tuple[Branch, ...]]:
        """What was made from each node, by its key."""
        nodes = {node.key: node for node in self.reports}
        below: dict[str, list[Step]] = {}
        for step in self.steps:
            below.setdefault(step.start, []).append(step)
        outward = [origin.key for origin in self.origins]
        for key in outward:
            outward += [step.end for step in below.get(key, ())]
        grown: dict[str, tuple[Branch, ...]] = {}
        for key in reversed(outward):
            grown[key] = tuple(Branch(nodes[step.end], step, grown[step.end]) for step in below.get(key, ()))
        return grown


def tell_graph(trace: Trace) -> ClaimGraph:
    """The graph of a trace."""
    copies = _Copies.of(trace.lineages)
    origins: list[OriginNode] = []
    reports: list[ReportNode] = []
    steps: list[Step] = []
    for number, (told, carried) in enumerate(_origins_of(trace)):
        origin = replace(told, key=f"o{number}")
        nodes = [_report_node(f"{origin.key}r{place}", origin.key, report) for place, report in enumerate(carried)]
        origins.append(origin)
        reports += nodes
        steps += _steps(origin, nodes, carried, copies)
    return ClaimGraph(
        claim=trace.claim,
        sides=tuple(dict.fromkeys(origin.side for origin in origins if origin.side)),
        origins=tuple(origins),
        reports=tuple(reports),
        steps=tuple(steps),
    )


def graph_shape(graph: ClaimGraph) -> Json:
    """A graph as JSON."""
    return asdict(graph)


def _origins_of(trace: Trace) -> Iterator[tuple[OriginNode, tuple[Report, ...]]]:
    for origin in trace.origins:
        yield _origin_node(Stance.SUPPORTS, origin), origin.reports
    for origin in trace.denials:
        yield _origin_node(Stance.DENIES, origin), origin.reports
    silent: dict[str | None, list[Report]] = {}
    for report in trace.no_comment:
        silent.setdefault(report.source.name if report.source else None, []).append(report)
    for name, reports in silent.items():
        yield _silent_node(name, reports), tuple(reports)


def _origin_node(stance: Stance, origin: Origin) -> OriginNode:
    return OriginNode(
        key="",
        name=origin.name,
        kind=origin.kind,
        side=" and ".join(origin.sides),
        stance=stance,
        since=origin.since,
        until=origin.until,
        certainty=origin.certainty,
        evidence=origin.evidence,
        words=origin.best.quote,
        score=origin.score,
        reason=origin.reason,
    )


def _silent_node(name: str | None, reports: Sequence[Report]) -> OriginNode:
    """Whoever says nothing on the claim; no chain ends there, so it has no side."""
    best = max(reports, key=lambda report: report.score)
    days = [day for report in reports if (day := day_of(report.published))]
    return OriginNode(
        key="",
        name=name,
        kind=best.source.kind if best.source else None,
        side="",
        stance=Stance.NO_COMMENT,
        since=min(days, default=None),
        until=max(days, default=None),
        certainty=best.certainty,
        evidence=best.evidence,
        words=best.words,
        score=best.score,
        reason="says nothing on it",
    )


def _report_node(key: str, origin: str, report: Report) -> ReportNode:
    return ReportNode(
        key=key,
        origin=origin,
        story_id=report.story_id,
        title=report.title,
        outlet=report.outlet,
        published=report.published,
        words=report.quote,
        statement=report.proposition.attribution,
    )


@dataclass(frozen=True, slots=True)
class _Copies:
    """What the text of each story was made from."""

    parents: Mapping[str, Sequence[tuple[Parent, ReuseKind]]]

    @classmethod
    def of(cls, lineages: Iterable[Lineage]) -> "_Copies":
        parents: dict[str, list[tuple[Parent, ReuseKind]]] = {}
        for lineage in lineages:
            parents.setdefault(lineage.story_id, []).extend((parent, lineage.kind) for parent in lineage.parents)
        return cls(parents)

    def parent_of(self, report: Report, among: Container[str]) -> tuple[Parent, ReuseKind] | None:
        """The story, of some, whose text holds most of the words of a report; None if none of them holds any."""
        spans = report.proposition.spans
        shared = [
            (count_shared(spans, parent.extents), parent.confidence, parent, kind)
            for parent, kind in self.parents.get(report.story_id, ())
            if parent.story_id in among and parent.story_id != report.story_id
        ]
        chars, _, parent, kind = max(shared, key=lambda one: one[:2], default=(0, 0.0, None, ReuseKind.NONE))
        return (parent, kind) if parent and chars else None


def _steps(
    origin: OriginNode, nodes: Sequence[ReportNode], reports: Sequence[Report], copies: _Copies
) -> Iterator[Step]:
    """A step to each report of an origin: from the report that its text was made from, else from the origin itself."""
    first: dict[str, str] = {}
    for node in nodes:
        first.setdefault(node.story_id, node.key)
    start_of: dict[str, str] = {}
    for node, report in zip(nodes, reports, strict=True):
        found = copies.parent_of(report, first)
        if found and not _leads_to(first[found[0].story_id], node.key, start_of):
            parent, kind = found
            start_of[node.key] = first[parent.story_id]
            yield Step(
                start=first[parent.story_id],
                end=node.key,
                how=_BY_REUSE[kind],
                words=report.told_by,
                through=report.via[1:],
                reason=parent.reason,
                score=parent.confidence,
            )
        else:
            yield Step(
                start=origin.key,
                end=node.key,
                how=_how_told(report, origin),
                words=report.told_by,
                through=report.via[1:],
                reason="; ".join(judgement.reason for judgement in report.judged),
                score=report.score,
            )


def _leads_to(key: str, start: str, start_of: Mapping[str, str]) -> bool:
    """Tell whether a node was itself made from another one: two texts may each be told to be made from the other."""
    while key != start and key in start_of:
        key = start_of[key]
    return key == start


def _how_told(report: Report, origin: OriginNode) -> How:
    if origin.name is None:
        return How.NOT_RECORDED
    return How.JUDGED if report.judged else _BY_SPEECH[report.speech]
