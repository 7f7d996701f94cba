"""What the graph of a claim is made of: its origins, the reports that rest on them, and the steps between."""

from dataclasses import dataclass
from enum import StrEnum

from sayso.records import Certainty, Evidence, SourceKind, Stance


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
