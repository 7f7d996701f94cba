"""The words of sayso as frozen records: what every stage takes and gives.

Offsets are [start, end) characters into a story's text exactly as stored, everywhere. Dates and times are ISO 8601
text, as exact as they came ("2024-12-14" or "2024-12-14T09:30:00+02:00"); what is not known is None.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from sayso.errors import SaysoError
from sayso.frames import make_frame

if TYPE_CHECKING:
    import pandas

ROLES = ("source", "cue", "content")
"""The parts of an attribution."""


_GAP = " … "
_INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u2060\ufeff"))


class Span(NamedTuple):
    """Characters [start, end) of a story's text."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The words of this span."""
        return text[self.start : self.end]

    def overlaps(self, other: "Span") -> bool:
        """Tell whether the two share a character."""
        return self.start < other.end and other.start < self.end


def join_words(text: str, spans: Iterable[Span]) -> str:
    """The words of spans in order, with " … " where the text goes on in between.

    Soft hyphens and other signs that no one sees are left out, so that a name is found whole.
    """
    return _GAP.join(span.of(text) for span in spans).translate(_INVISIBLE)


@dataclass(frozen=True, slots=True)
class Story:
    """One article as one outlet published it at one time.

    Attributes:
        id: The id it came with, or the SHA-256 of its text (hexadecimal).
        text: The story as stored; every offset points into it.
        title: Headline.
        outlet: Who published it: the name of the outlet, or the host of its address where no name is known.
        agency: The news agency credited by the page's own metadata.
        byline: Who wrote it, as printed.
        published, modified: When, as the outlet says.
        url: The address it was fetched from.
        canonical_url: The address that the page itself calls its own.
        language: ISO 639-1 code, detected.
        encoding: Character encoding that its bytes were read with.
        note: What a reader must know wherever the story is shown: a licence's credit, "a retelling".
        raw: The bytes that it was taken from (a page, a file); None where it came as text inside a larger file.
    """

    id: str
    text: str
    title: str | None = None
    outlet: str | None = None
    agency: str | None = None
    byline: str | None = None
    published: str | None = None
    modified: str | None = None
    url: str | None = None
    canonical_url: str | None = None
    language: str | None = None
    encoding: str | None = None
    note: str | None = None
    raw: bytes | None = field(default=None, repr=False, compare=False)

    @property
    def address(self) -> str | None:
        """The address that tells this story from others: its canonical one if it has one."""
        return self.canonical_url or self.url


@dataclass(frozen=True, slots=True)
class Rejection:
    """A story that could not be read, and why: what came, what was wanted, what to do next.

    `where` names it as the user would: a path, an address, "stories.jsonl line 12".
    """

    where: str
    came: str
    wanted: str
    remedy: str

    @classmethod
    def because(cls, where: str, error: SaysoError) -> "Rejection":
        """The rejection that an error amounts to."""
        return cls(where, error.came, error.wanted, error.remedy)

    def __str__(self) -> str:
        return f"{self.where}: {self.came}. Wanted: {self.wanted}. {self.remedy}."


class MarkKind(StrEnum):
    """What a marked span of a story is; all but DAMAGE are not part of what the story tells."""

    DATELINE = "dateline"
    CREDIT = "credit"
    BYLINE = "byline"
    PROMO = "promo"
    CAPTION = "caption"
    DAMAGE = "damage"


@dataclass(frozen=True, slots=True)
class Mark:
    """A span that cleaning labelled, with its reason.

    `values` holds what was read out of it, whichever it gives: "place", "date", "agency", "outlet", "author", or
    "source" (what a source line names that is no known agency).
    """

    kind: MarkKind
    span: Span
    reason: str
    values: Mapping[str, str] = field(default_factory=dict)


class Speech(StrEnum):
    """How a statement is reported: verbatim, in the reporter's words, or in both."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who said what by which words: source, cue and content in one story (the terms of PARC and PolNeAR).

    Each role is a list of spans in text order. `source` is empty where the story names none ("it was reported").
    `score` is the model's confidence in the cue and its source, 0 to 1, not calibrated.
    """

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    speech: Speech
    score: float


@dataclass(frozen=True, slots=True)
class Reading:
    """A story with all that sayso read in it.

    `unread` says why no attributions were looked for ("written in fr, which is not read yet"); None where they were.
    """

    story: Story
    marks: tuple[Mark, ...]
    attributions: tuple[Attribution, ...]
    unread: str | None = None

    def to_frame(self) -> "pandas.DataFrame":
        """The attributions in words, a row each: source, cue, content, speech, score and their offsets.

        Raises:
            UsageError: pandas is not installed.
        """
        return make_frame(
            {
                **{role: join_words(self.story.text, getattr(attribution, role)) for role in ROLES},
                "speech": str(attribution.speech),
                "score": attribution.score,
                **{f"{role}_spans": getattr(attribution, role) for role in ROLES},
            }
            for attribution in self.attributions
        )


@dataclass(frozen=True, slots=True)
class Source:
    """Whoever statements are attributed to, as the stories call them.

    `name` is the name as written, without titles; None where a story names no one ("he", "it was reported").
    """

    name: str | None


@dataclass(frozen=True, slots=True)
class Statement:
    """One attribution of the ledger in its story's words, with where it stands.

    `source`, `cue` and `content` are words; the offsets are those of `attribution`.
    """

    story_id: str
    revision: int
    title: str | None
    outlet: str | None
    published: str | None
    url: str | None
    source: str
    cue: str
    content: str
    attribution: Attribution
    modified: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Run:
    """Who wrote a row of the ledger: a version of the code with a model and its parameters."""

    code_version: str
    model: str
    parameters: Mapping[str, str] = field(default_factory=dict)
