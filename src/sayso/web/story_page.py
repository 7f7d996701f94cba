"""A story as its page shows it: who says what, where its text comes from, what is no part of it, what was decided."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sayso.claims.propositions import find_propositions
from sayso.ledger import Ledger
from sayso.ledger.latest import State
from sayso.ledger.rows import hash_text
from sayso.records import Judgement, JudgementKind, Lineage, MarkKind, Reading, Span, Story, join_words
from sayso.reuse import ReuseIndex
from sayso.reuse.judged import with_shared_text
from sayso.reuse.renewal import came_near
from sayso.shapes import Json, judgement_shape, lineage_shape, reading_shape, spans_shape
from sayso.text.matching import find_same_words, place_words
from sayso.web.marked import Layer, Paragraph, cut_paragraphs
from sayso.web.shared_text import MOST_RAILS, SharedText, find_shared_text, shared_text_shape


@dataclass(frozen=True, slots=True)
class MadeStatement:
    """A statement that an analyst found in the story's own voice.

    Attributes:
        judgement: What was decided: the words, and whose they are.
        spans: Where the words stand in the text; empty where a change to the text took them away.
    """

    judgement: Judgement
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class StoryPage:
    """A story with all that was read in it and where its text comes from.

    Attributes:
        reading: Who says what in it.
        lineage: Where its text comes from.
        kin: The stories of its family and those that it has words from, by id.
        shared: The text that it shares with these.
        own_voice: What the story says on nobody's word but its own.
        came_in: When each of its texts came into the ledger, oldest first.
        sha256: That of the text shown.
        judged: What was decided on the words of statements, by the number of the statement.
        made: Statements that sayso did not read, and somebody found.
    """

    reading: Reading
    lineage: Lineage
    kin: dict[str, Story]
    shared: tuple[SharedText, ...]
    own_voice: tuple[Span, ...]
    came_in: tuple[str, ...]
    sha256: str
    judged: dict[int, Judgement]
    made: tuple[MadeStatement, ...]

    @property
    def revisions(self) -> int:
        """How many texts it had."""
        return len(self.came_in)

    @property
    def rails(self) -> tuple[SharedText, ...]:
        """The shared text that rails show."""
        return self.shared[:MOST_RAILS]

    @property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """The text, cut into what each part of it is."""
        return cut_paragraphs(self.reading, self._layers())

    @property
    def sentences(self) -> tuple[str, ...]:
        """What it says in its own voice, to choose from where words cannot be selected."""
        return tuple(" ".join(span.of(self.reading.story.text).split()) for span in self.own_voice)

    def _layers(self) -> Iterator[Layer]:
        yield from (Layer(span, "own") for span in self.own_voice)
        for number, made in enumerate(self.made, start=len(self.reading.attributions)):
            yield from (Layer(span, "content", statement=number) for span in made.spans)
        for number, shared in enumerate(self.rails):
            yield from (Layer(extent.here, rail=number) for extent in shared.extents)


def read_story_page(ledger: Ledger, story_id: str) -> StoryPage:
    """A story.

    Raises:
        UsageError: there is no such story.
    """
    index = ReuseIndex(ledger)
    index.update()
    with ledger.one_state():
        reading = ledger.reading(story_id)
        around = {one.story_id: one for one in index.lineage_beside(story_id)}
        kin = ledger.stories_by_id(around)
        judgements = [one for one in ledger.judgements(JudgementKind.ATTRIBUTION) if one.one == story_id]
        came_in = ledger.revision_times(story_id)
    judged, made = _place_judgements(reading, judgements)
    shared = find_shared_text(reading.story, around.values(), kin)
    extents = {(story_id, one.story.id): one.extents for one in shared}
    (lineage,) = with_shared_text([around[story_id]], extents)
    return StoryPage(
        reading=reading,
        lineage=lineage,
        kin=kin,
        shared=shared,
        own_voice=_find_own_voice(reading),
        came_in=came_in,
        sha256=hash_text(reading.story.text),
        judged=judged,
        made=made,
    )


def still_shows(ledger: Ledger, page: StoryPage, since: State) -> bool:
    """Tell whether no text that came in changes a page: it knew those of a state of the ledger."""
    ReuseIndex(ledger).print_texts()
    return not came_near(ledger, page.kin, since.text)


def story_page_shape(page: StoryPage) -> Json:
    """A story's page as JSON."""
    return reading_shape(page.reading) | {
        "sha256": page.sha256,
        "came_in": list(page.came_in),
        "revisions": page.revisions,
        "lineage": lineage_shape(page.lineage),
        "shared_text": [shared_text_shape(one) for one in page.shared],
        "own_voice": spans_shape(page.own_voice),
        "judged": {str(number): judgement_shape(one) for number, one in page.judged.items()},
        "made": [judgement_shape(one.judgement) | {"content": spans_shape(one.spans)} for one in page.made],
    }


def _find_own_voice(reading: Reading) -> tuple[Span, ...]:
    """What a story says in its own voice; nothing where nobody looked for what it does not."""
    if reading.unread:
        return ()
    skip = [mark.span for mark in reading.marks if mark.kind is not MarkKind.DAMAGE]
    found = find_propositions(reading.story.text, reading.attributions, skip)
    return tuple(span for one in found if one.attribution is None for span in one.spans)


def _place_judgements(
    reading: Reading, judgements: Iterable[Judgement]
) -> tuple[dict[int, Judgement], tuple[MadeStatement, ...]]:
    """The newest decision on each statement of a story, by its number, and those on words of no statement."""
    text = reading.story.text
    contents = [join_words(text, one.content) for one in reading.attributions]
    judged: dict[int, Judgement] = {}
    made: list[MadeStatement] = []
    for judgement in judgements:
        numbers = find_same_words(judgement.words, contents)
        judged.update(dict.fromkeys(numbers, judgement))
        if not numbers:
            made.append(MadeStatement(judgement, tuple(Span(*one) for one in place_words(text, judgement.words))))
    return judged, tuple(made)
