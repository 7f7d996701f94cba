"""Which reports stand in one text: a story and its copies count once, and a quotation as the text it is from."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sayso.ledger import Ledger
from sayso.records import Extent, Lineage, Parent, Report, ReuseKind, Span
from sayso.reuse import ReuseIndex


@dataclass(frozen=True, slots=True)
class TracedText:
    """One text, in whatever stories it stands.

    Attributes:
        family: The family of the stories, named as `sayso lineage` would name it were there no stories but these.
        stories: Ids of the stories with a report in this text, in time.
        original: The story from which the others are, if that is among those of the ledger: the likeliest one. None
            where the text stands in one story only.
    """

    family: str
    stories: tuple[str, ...]
    original: str | None


def find_lineages(ledger: Ledger, reports: Sequence[Report], *, with_judgements: bool = True) -> tuple[Lineage, ...]:
    """Where the texts of reports come from, among their stories.

    Only what the stories share with one another is looked at: with all that share words with them, as `sayso lineage`
    has it, 43 stories of a ledger of a million took 8 s, by themselves a moment.
    """
    if not reports:
        return ()
    index = ReuseIndex(ledger, with_judgements=with_judgements)
    index.print_texts()
    return index.lineage_among({report.story_id for report in reports})


def find_texts(reports: Sequence[Report], told: Iterable[Lineage]) -> tuple[TracedText, ...]:
    """Group reports by the text they stand in, in their order.

    A report of a merged story belongs to the family whose text it stands in, one that a story only quotes to the
    family that the words are from.
    """
    lineages = {one.story_id: one for one in told}
    stories: dict[str, dict[str, None]] = {}
    for report in reports:
        stories.setdefault(_family_of(report, lineages), {})[report.story_id] = None
    members: dict[str, list[Lineage]] = {}
    for one in lineages.values():
        members.setdefault(one.families[0], []).append(one)
    return tuple(TracedText(family, tuple(some), _original(members[family])) for family, some in stories.items())


def _family_of(report: Report, lineages: dict[str, Lineage]) -> str:
    lineage = lineages[report.story_id]
    heads = _heads(lineage)
    if not heads:
        return lineage.families[0]
    shared = [(count_shared(report.proposition.spans, parent.extents), parent) for parent in heads]
    most, parent = max(shared, key=lambda pair: pair[0])
    return _side(parent, lineage, lineages) if most else lineage.families[0]


def _heads(lineage: Lineage) -> tuple[Parent, ...]:
    """The likeliest parent of each of its families, where a story is merged of several or only quotes."""
    if lineage.kind not in (ReuseKind.MERGED, ReuseKind.QUOTATION):
        return ()
    return lineage.parents[: len(lineage.families)]


def _side(parent: Parent, lineage: Lineage, lineages: dict[str, Lineage]) -> str:
    """The family that a parent stands for."""
    theirs = lineages[parent.story_id].families
    return next((family for family in theirs if family in lineage.families), theirs[0])


def count_shared(content: Sequence[Span], extents: Sequence[Extent]) -> int:
    """Characters of a content that stand in the shared text."""
    return sum(
        max(0, min(span.end, extent.here.end) - max(span.start, extent.here.start))
        for span in content
        for extent in extents
    )


def _original(members: list[Lineage]) -> str | None:
    ids = {one.story_id for one in members}
    roots = [one.story_id for one in members if not any(parent.story_id in ids for parent in one.parents)]
    return roots[0] if len(members) > 1 and roots else None
