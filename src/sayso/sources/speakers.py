"""Who has spoken so far in a story: what later pronouns and descriptions lean on."""

from dataclasses import dataclass, field, replace

from sayso.records import Source, SourceKind, Span, Story
from sayso.sources.people import Cast, Member
from sayso.sources.turns import Turn


@dataclass(frozen=True, slots=True)
class Speaker:
    """A resolved source with what a later word needs to agree with it.

    `words` are the lower-case words that describe it; `plural` tells that "they" fits.
    """

    source: Source
    gender: str | None = None
    plural: bool = False
    member: Member | None = None
    words: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Heard:
    """A speaker at the place where its source stands."""

    at: int
    speaker: Speaker


@dataclass(frozen=True, slots=True)
class Scene:
    """A story, its cast, its quotations and turns, and who was heard in it so far, in text order."""

    story: Story
    cast: Cast
    quotes: tuple[Span, ...]
    turns: tuple[Turn, ...] = ()
    heard: list[Heard] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The text of the story."""
        return self.story.text

    def last_heard(self, before: int) -> Heard | None:
        """Who was heard last before an offset."""
        return next((heard for heard in reversed(self.heard) if heard.at < before), None)


NOBODY = Speaker(Source(None, SourceKind.ANONYMOUS, reason="the story gives no source"))
"""Where the story gives no source."""


_SAME_NOUNS = (
    frozenset(
        [
            "researchers",
            "scientists",
            "authors",
            "team",
            "astronomers",
            "archaeologists",
            "biologists",
            "experts",
            "co-authors",
        ]
    ),
    frozenset(["study", "report", "paper", "research", "survey"]),
)
"""Nouns that tell of one group of people, or of one text."""


def find_described(scene: Scene, noun: str, before: int) -> Speaker | None:
    """The last speaker described with this noun, or a like one ("an Interpol spokesperson", "the spokesperson")."""
    nouns = next((same for same in _SAME_NOUNS if noun in same), frozenset({noun}))
    for heard in reversed(scene.heard):
        if heard.at < before and nouns & heard.speaker.words and not heard.speaker.member:
            source = replace(heard.speaker.source, reason=f'"the {noun}": the one described so before', score=0.85)
            return replace(heard.speaker, source=source)
    return None
