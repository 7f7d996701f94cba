"""How a claim travelled: from each origin to the stories that carry it, step by step, with what says so."""

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, replace

from sayso.records import Lineage, Origin, Parent, Report, ReuseKind, Speech, Stance, day_of
from sayso.shapes import Json
from sayso.trace.origins.texts import count_shared
from sayso.trace.shown.graph_parts import ClaimGraph, How, OriginNode, ReportNode, Step
from sayso.trace.trace import Trace

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
        words=best.quote,
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
