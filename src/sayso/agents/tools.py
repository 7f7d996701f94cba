"""The tools: what an assistant may ask of a ledger. Each opens it anew, as a connection belongs to its thread."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Annotated

from pydantic import Field

from sayso.agents.answers import (
    NO_VERDICT,
    NOTICE,
    LineageAnswer,
    ReadingAnswer,
    ReportsAnswer,
    SourcesAnswer,
    StatementsAnswer,
    StoryAnswer,
    TraceAnswer,
)
from sayso.agents.cards import Day, Figure, OriginCard, TraceLeft
from sayso.agents.parts import not_recorded, part_of
from sayso.agents.telling import (
    page_of,
    tell_origin,
    tell_parent,
    tell_reading,
    tell_report,
    tell_source,
    tell_statements,
    tell_story,
)
from sayso.errors import UsageError
from sayso.ledger import Ledger
from sayso.ledger.latest import State, count_changes
from sayso.pipeline.api import read
from sayso.records import Origin, Reading, Story
from sayso.reuse import ReuseIndex
from sayso.trace import Trace, trace

MOST_AT_ONCE = 25
USUALLY_AT_ONCE = 10
ORIGINS_AT_ONCE = 5
LONGEST_SLICE_CHARS = 10_000
USUAL_SLICE_CHARS = 4_000
LONGEST_TEXT_CHARS = 200_000
"""Of a text given to read_text: twice the longest real story that we looked at."""

Limit = Annotated[int, Field(ge=1, le=MOST_AT_ONCE, description="How many to tell at most.")]
Offset = Annotated[int, Field(ge=0, description="How many to pass over: next_offset of the answer before.")]
StoryId = Annotated[str, Field(description="The story_id of an answer, or the address of a story in the ledger.")]
Claim = Annotated[str, Field(description='The claim, in any words; parts that must all hold with ";" between.')]
AsOf = Annotated[date | None, Field(description="Count only what was published by this day, such as 2024-12-14.")]
Part = Annotated[
    str, Field(description='"origin 1" or "denial 1", as trace_claim calls them, "no comment" or "not recorded".')
]


@dataclass(frozen=True)
class Tools:
    """What may be asked of one ledger.

    Attributes:
        path: Its file.
    """

    path: Path

    def read_text(
        self,
        text: Annotated[str, Field(max_length=LONGEST_TEXT_CHARS, description="The text of a news story.")],
        title: Annotated[str, Field(description="Its headline.")] = "",
        outlet: Annotated[str, Field(description="Who published it.")] = "",
        published: Annotated[str, Field(description="When, in ISO 8601.")] = "",
        limit: Limit = USUALLY_AT_ONCE,
        offset: Offset = 0,
    ) -> ReadingAnswer:
        """Find who says what in a news text that is given: each statement with its speaker, certainty and characters.

        Nothing of it is kept. For a story that the ledger holds use read_story.
        """
        return tell_reading(_read(text, title, outlet, published), None, limit, offset)

    def read_story(self, story: StoryId, limit: Limit = USUALLY_AT_ONCE, offset: Offset = 0) -> ReadingAnswer:
        """Tell who says what in a story of the ledger: each statement with its speaker, certainty and characters.

        As sayso read it; what analysts decided on whose words they are, search_statements and what_did_say tell.
        """
        with self._open() as ledger:
            reading = ledger.reading(_find_story(ledger, story).id)
        return tell_reading(reading, tell_story(reading.story), limit, offset)

    def get_story(
        self,
        story: StoryId,
        start: Annotated[int, Field(ge=0, description="The first character wanted.")] = 0,
        chars: Annotated[
            int, Field(ge=1, le=LONGEST_SLICE_CHARS, description="How many characters to tell at most.")
        ] = USUAL_SLICE_CHARS,
    ) -> StoryAnswer:
        """Get the text of a story of the ledger, some characters at a time, to check words or the text around them."""
        with self._open() as ledger:
            found = _find_story(ledger, story)
            revisions = len(ledger.revisions(found.id))
        total = len(found.text)
        if start >= total:
            raise UsageError(
                f"character {start} of a text of {total} was asked for", f"a start below {total}", "Ask with start 0"
            )
        end = min(start + chars, total)
        return StoryAnswer(
            notice=NOTICE,
            story=tell_story(found),
            revisions=revisions,
            quoted=found.text[start:end],
            start=start,
            end=end,
            total_chars=total,
            chars_left=total - end,
            next_start=end if end < total else None,
        )

    def trace_claim(
        self, claim: Claim, as_of: AsOf = None, limit: Limit = ORIGINS_AT_ONCE, offset: Offset = 0
    ) -> TraceAnswer:
        """Show on whose word a claim rests: how many reports and outlets, and how many independent origins they have.

        It tells what rests on what, never whether the claim is true. Reports of one speech, document or unnamed source
        are one origin; origins on one side (one government, one company) count once. list_reports lists the reports.
        """
        found = self._trace(claim, as_of)
        named = [origin for origin in found.origins if origin.name]
        origins, origins_left = page_of(named, limit, offset)
        denials, denials_left = page_of(found.denials, limit, offset)
        history, history_left = page_of(found.history, limit, offset)
        figures, figures_left = page_of(found.variants, limit, offset)
        left = TraceLeft(origins_left, denials_left, history_left, figures_left)
        return TraceAnswer(
            notice=NOTICE,
            caution=NO_VERDICT,
            claim=found.claim,
            as_of=as_of.isoformat() if as_of else None,
            standing=str(found.standing),
            doubtful=found.doubtful,
            reports=found.reports,
            outlets=found.outlets,
            independent_origins=found.independent_origins.likely,
            at_least=found.independent_origins.least,
            at_most=found.independent_origins.most,
            origins=_tell_origins("origin", origins, offset),
            denials=_tell_origins("denial", denials, offset),
            history=tuple(Day(turn.day, turn.count.likely, str(turn.standing)) for turn in history),
            figures=tuple(Figure(one.figure, tell_report(one.first)) for one in figures),
            no_comment=len(found.no_comment),
            not_recorded=len(not_recorded(found)),
            absent_words=found.absent_words,
            sentences_aside=found.sentences_aside,
            stories_aside=found.stories_aside,
            left=left,
            next_offset=offset + limit if origins_left or denials_left or history_left or figures_left else None,
        )

    def list_reports(
        self, claim: Claim, part: Part, as_of: AsOf = None, limit: Limit = USUALLY_AT_ONCE, offset: Offset = 0
    ) -> ReportsAnswer:
        """List the reports of one part of a trace: which stories carry an origin's words, through whom, in what words.

        Give the claim and the day as trace_claim was given them.
        """
        name, reports = part_of(self._trace(claim, as_of), part)
        shown, left = page_of(reports, limit, offset)
        told = tuple(map(tell_report, shown))
        return ReportsAnswer(NOTICE, part, name, told, len(reports), left, offset + limit if left else None)

    def what_did_say(
        self,
        source: Annotated[str, Field(description="A name as stories have it, in any usual spelling: Zelensky.")],
        about: Annotated[str, Field(description="Only statements with all of these words.")] = "",
        limit: Limit = USUALLY_AT_ONCE,
        offset: Offset = 0,
    ) -> StatementsAnswer:
        """Tell what a source said, in the order in which it was published, with story, outlet and characters."""
        with self._open() as ledger:
            return tell_statements(ledger.said(source, about or None), limit, offset)

    def search_statements(
        self,
        words: Annotated[str, Field(description="Words that a statement or its source must all have.")],
        limit: Limit = USUALLY_AT_ONCE,
        offset: Offset = 0,
    ) -> StatementsAnswer:
        """Find statements in the ledger by their words, best first, with speaker, story and characters."""
        with self._open() as ledger:
            return tell_statements(ledger.search(words), limit, offset)

    def lineage_of(self, story: StoryId, limit: Limit = USUALLY_AT_ONCE, offset: Offset = 0) -> LineageAnswer:
        """Tell where the text of a story comes from: the stories that it was made from, why, and the words they share.

        `kind` is none (no copy), wholly, partially, merged (of several families) or quotation (a speaker's words only).
        """
        with self._open() as ledger:
            index = ReuseIndex(ledger)
            index.update()
            with ledger.one_state():
                child = _find_story(ledger, story)
                told = {one.story_id: one for one in index.lineage_around(child.id, with_extents=True)}
                stories = ledger.stories_by_id(told)
        lineage = told[child.id]
        parents, parents_left = page_of(lineage.parents, limit, offset)
        kin, kin_left = page_of([stories[key] for key in sorted(stories) if key != child.id], limit, offset)
        return LineageAnswer(
            notice=NOTICE,
            story=tell_story(child),
            kind=str(lineage.kind),
            families=lineage.families,
            unrecorded=lineage.unrecorded,
            parents=tuple(tell_parent(one, child, tell_story(stories[one.story_id])) for one in parents),
            parents_left=parents_left,
            kin=tuple(map(tell_story, kin)),
            kin_left=kin_left,
            next_offset=offset + limit if parents_left or kin_left else None,
        )

    def list_sources(
        self,
        name: Annotated[str, Field(description="Only sources with these words in a name; all if left out.")] = "",
        limit: Limit = USUALLY_AT_ONCE,
        offset: Offset = 0,
    ) -> SourcesAnswer:
        """List who speaks in the ledger, for whom and how often, those with most statements first."""
        with self._open() as ledger:
            found = ledger.sources(name or None)
        shown, left = page_of(found, limit, offset)
        return SourcesAnswer(NOTICE, tuple(map(tell_source, shown)), len(found), left, offset + limit if left else None)

    def _open(self) -> Ledger:
        return Ledger(self.path, create=False)

    def _trace(self, claim: str, as_of: date | None) -> Trace:
        with self._open() as ledger:
            state = count_changes(ledger.connection)
        return _trace(self.path, claim, as_of, state)


@lru_cache(maxsize=32)
def _trace(path: Path, claim: str, as_of: date | None, state: State) -> Trace:  # noqa: ARG001 - for the cache
    """A trace, kept as long as nothing changes in the ledger, so that its pages are of one and cost nothing."""
    with Ledger(path, create=False) as ledger:
        return trace(ledger, claim, as_of)


def _tell_origins(kind: str, origins: Sequence[Origin], offset: int) -> tuple[OriginCard, ...]:
    return tuple(tell_origin(f"{kind} {number}", origin) for number, origin in enumerate(origins, offset + 1))


@lru_cache(maxsize=8)
def _read(text: str, title: str, outlet: str, published: str) -> Reading:
    return read(text, title=title or None, outlet=outlet or None, published=published or None)


def _find_story(ledger: Ledger, story: str) -> Story:
    """A story by its id or its address.

    Raises:
        UsageError: there is none.
    """
    found = ledger.stories_by_id([story]) or ledger.stories_at([story])
    if not found:
        raise UsageError(
            f'there is no story "{story}" in the ledger',
            "the story_id of an answer, or the address of a story that the ledger holds",
            "Look for it with search_statements",
        )
    return next(iter(found.values()))
