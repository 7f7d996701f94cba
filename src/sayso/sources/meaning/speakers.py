"""Who has spoken so far in a story: what later pronouns and descriptions lean on."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace

from sayso.records import Source, SourceKind, Span, Story
from sayso.sources.names.people import Cast, Member
from sayso.text.quotes import Quotations
from sayso.text.turns import Turn


@dataclass(frozen=True, slots=True)
class Speaker:
    """A resolved source with what a later word needs to agree with it.

    `words` are the lower-case words that describe it, `heads` those of its head noun in singular and plural;
    `plural` tells that "they" fits.
    """

    source: Source
    gender: str | None = None
    plural: bool = False
    member: Member | None = None
    words: frozenset[str] = frozenset()
    heads: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Heard:
    """A speaker at the place where its source stands."""

    at: int
    speaker: Speaker


@dataclass(frozen=True, slots=True)
class Scene:
    """A story, its text, its cast, its quotations and turns, and who was heard in it so far, in text order.

    `speaking` holds the words that its attributions give for their sources, `meant` whom the pronouns met on the way
    mean, by where they stand; `roles` what the words next to a place tell, and `named` each member as
    a speaker, once asked for; `genders` what "he" and "she" told of those whom they meant.
    """

    story: Story
    text: str
    cast: Cast
    quotes: Quotations
    turns: tuple[Turn, ...] = ()
    speaking: tuple[Span, ...] = ()
    heard: list[Heard] = field(default_factory=list)
    meant: dict[int, Speaker] = field(default_factory=dict)
    roles: dict[Span, dict[str, float]] = field(default_factory=dict)
    named: dict[Member, Speaker] = field(default_factory=dict)
    genders: dict[str | None, str] = field(default_factory=dict)

    def last_heard(self, before: int) -> Heard | None:
        """Who was heard last before an offset."""
        return next((heard for heard in reversed(self.heard) if heard.at < before), None)

    def only_body(self, fits: Callable[[Heard], bool]) -> Source | None:
        """The one body, by its name, that was heard where it fits; None where none was, or several."""
        bodies = {
            heard.speaker.source.name: heard.speaker.source
            for heard in self.heard
            if heard.speaker.source.kind is SourceKind.ORGANISATION and fits(heard)
        }
        return next(iter(bodies.values())) if len(bodies) == 1 else None


NOBODY = Speaker(Source(None, SourceKind.ANONYMOUS, reason="the story gives no source"))
"""Where the story gives no source."""
OWN_VOICE = "speaks in the story's own voice"
OWN_PAGE = "speaks on its own page"
AUTHOR = Speaker(Source("author of the story", SourceKind.PERSON, reason=OWN_VOICE, score=0.6))
"""Who says "I" outside all quotations, unnamed."""


_UNNAMED_REACH_SENTENCES = 3
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
    frozenset(["study", "report", "research", "survey"]),
    frozenset(["paper", "study", "research"]),
    frozenset(["video", "footage", "clip"]),
)
"""Nouns that tell of one group of people, or of one text."""


def find_unnamed(scene: Scene, before: int) -> Speaker | None:
    """The one unnamed person heard last, if not far back: a Trump ally, then "the source"."""
    here = scene.cast.sentences.number_at(before)
    for heard in reversed(scene.heard):
        if here - scene.cast.sentences.number_at(heard.at) > _UNNAMED_REACH_SENTENCES:
            break
        unnamed = heard.speaker.source.kind is SourceKind.ANONYMOUS and not heard.speaker.plural
        if unnamed and heard.at < before:
            source = replace(heard.speaker.source, reason="the one unnamed person heard last", score=0.7)
            return replace(heard.speaker, source=source)
    return None


def find_described(scene: Scene, noun: str, before: int) -> Speaker | None:
    """The last speaker described with this noun, or a like one ("an Interpol spokesperson", "the spokesperson")."""
    nouns = frozenset({noun}).union(*(same for same in _SAME_NOUNS if noun in same))
    for heard in reversed(scene.heard):
        heads = heard.speaker.heads or (frozenset() if heard.speaker.member else heard.speaker.words)
        if heard.at < before and nouns & heads:
            source = replace(heard.speaker.source, reason=f'"the {noun}": the one described so before', score=0.85)
            return replace(heard.speaker, source=source)
    return None
