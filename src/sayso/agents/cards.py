"""What answers are made of: small records whose words come with the places to cite.

The SDK reads the fields of an answer itself from its class and takes slots for defaults, so that answers have none.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of a story.

    Attributes:
        quoted: They, or the first of them.
        spans: Where they stand: [start, end) characters of the story's text.
        chars_left_out: How many characters at their end are left out here; get_story has them.
    """

    quoted: str
    spans: tuple[tuple[int, int], ...]
    chars_left_out: int = 0


@dataclass(frozen=True, slots=True)
class StoryCard:
    """A story, to cite.

    Attributes:
        story_id: What get_story, read_story and lineage_of take.
        title, outlet, published, url: As the story came; null where that is not known.
        note: What is to be known of it, such as that it is a retelling.
    """

    story_id: str
    title: str | None
    outlet: str | None
    published: str | None
    url: str | None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who says something, as resolved.

    Attributes:
        name: Null where the story gives no source.
        kind: person, organisation, document, media, collective or anonymous.
        role, side: The office, and the government, company, party or institution that it speaks for.
        identity: The key that is the same in all stories.
    """

    name: str | None
    kind: str
    role: str | None
    side: str | None
    identity: str | None


@dataclass(frozen=True, slots=True)
class Said:
    """One statement in a story.

    Attributes:
        speaker: Whose words they are; null where nobody was resolved.
        source, cue, content: Who is named, the words that report it, and what is said.
        speech: direct (verbatim), indirect or mixed.
        certainty, polarity, evidence: What the speaker commits to, and what it is said to rest on.
        denied: The speaker says that a claim is false.
        negated: Nothing is asserted, as in "no comment".
        via: Through whom the words came, the outlet first.
        score: The model's confidence in it, 0 to 1.
        judged: What an analyst decided on whose words they are; null where nobody did.
    """

    speaker: Speaker | None
    source: Quote
    cue: Quote
    content: Quote
    speech: str
    certainty: str | None
    polarity: str | None
    evidence: str | None
    denied: bool
    negated: bool
    via: tuple[str, ...]
    score: float
    judged: str | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """A statement of the ledger with its story."""

    story: StoryCard
    said: Said


@dataclass(frozen=True, slots=True)
class Told:
    """What one story has somebody say on a claim.

    Attributes:
        story: The story.
        speaker: Who says it; null for the story's own voice.
        stance: supports, denies or no comment.
        words: The words that say it best.
        certainty, evidence, via: As of a statement.
        score: How likely the words do with the claim what `stance` says, 0 to 1.
        judged: What analysts decided on it.
    """

    story: StoryCard
    speaker: str | None
    stance: str
    words: Quote
    certainty: str
    evidence: str
    via: tuple[str, ...]
    score: float
    judged: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OriginCard:
    """Where a chain of reports ends: one source on one occasion.

    Attributes:
        part: What list_reports takes to list all of its reports: "origin 1".
        name, kind, sides: Who it is, and for whom it speaks; null where no source is recorded.
        since, until: Days of its first and last dated report.
        certainty, evidence: Of its best report.
        plain: Whether the best words state the claim plainly; if not, they may mean something else.
        reports: How many stories' reports rest on it.
        best: The report that says it best.
        score, reason: How sure it is that these reports have one origin, 0 to 1, and why.
    """

    part: str
    name: str | None
    kind: str | None
    sides: tuple[str, ...]
    since: str | None
    until: str | None
    certainty: str
    evidence: str
    plain: bool
    reports: int
    best: Told
    score: float
    reason: str


@dataclass(frozen=True, slots=True)
class Day:
    """A day on which the count of independent origins or the standing changed."""

    day: str
    independent_origins: int
    standing: str


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure that the claim was told with, and the report that told it first."""

    figure: str
    first: Told


@dataclass(frozen=True, slots=True)
class TraceLeft:
    """How many of each come after those told here."""

    origins: int
    denials: int
    history: int
    figures: int


@dataclass(frozen=True, slots=True)
class Shared:
    """Words that a story shares with another one, as they stand in it; `there` is where they stand in the other."""

    words: Quote
    there: tuple[int, int]


@dataclass(frozen=True, slots=True)
class ParentCard:
    """A story that another was probably made from.

    Attributes:
        story: It.
        reason, confidence: Why that is thought, and how surely, 0 to 1.
        shared: The longest stretches of text that both have.
        shared_left: How many shorter ones there are.
    """

    story: StoryCard
    reason: str
    confidence: float
    shared: tuple[Shared, ...]
    shared_left: int


@dataclass(frozen=True, slots=True)
class SourceCard:
    """A source across stories.

    Attributes:
        identity: The key that is the same in all stories.
        name, kind: Who it is.
        names: Some of the names that stories give it.
        names_left: How many more there are.
        sides: For whom it speaks.
        sides_left: How many more there are.
        statements, stories: How many there are.
    """

    identity: str
    name: str | None
    kind: str
    names: tuple[str, ...]
    names_left: int
    sides: tuple[str, ...]
    sides_left: int
    statements: int
    stories: int
