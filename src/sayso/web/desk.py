"""What the pages and the API ask for: one ledger file, opened for each request, and the traces that were told."""

import getpass
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from pathlib import Path
from typing import NamedTuple

from sayso.ledger import Ledger, SourceRecord
from sayso.ledger.latest import State, count_changes, latest_story_ids
from sayso.ledger.near_names import find_near_names
from sayso.ledger.some_statements import SomeStatements, said_some, search_some
from sayso.records import Judgement, JudgementKind, SourceKind, Story, Verdict
from sayso.trace import Trace, trace
from sayso.trace.deciding import attribution_judgement, decide, find_source, with_read_source, withdraw
from sayso.trace.finding.mistyped import meant_search
from sayso.trace.renewal import still_holds
from sayso.web.kept import Kept
from sayso.web.lately import Holdings, find_holdings
from sayso.web.source_links import link_sources, link_speakers
from sayso.web.source_page import SourcePage, read_source_page, still_lists, with_traces
from sayso.web.story_names import OfStory, name_stories
from sayso.web.story_page import StoryPage, read_story_page, still_shows
from sayso.web.workers import Worker

TRACES_KEPT = 200
"""So many traces are kept in memory."""

STORIES_KEPT = 200
"""So many pages of stories are kept, each with the texts around it: 100 KB where those are twenty."""

OLDEST_ANSWER_SECONDS = 60.0
"""A trace, or the page of a story or a source, is told anew after so long once anything came in, whether or not that
bears on it."""

SOURCE_LISTS_KEPT, SOURCES_KEPT = 20, 200


class SourceAsked(NamedTuple):
    """What is asked of a source; see `read_source_page`."""

    typed: str
    about: str
    when_said: str
    limit: int
    offset: int


class SaidAsked(NamedTuple):
    """What is asked of what somebody said; see `said_some`."""

    name: str
    about: str | None
    limit: int
    offset: int


@dataclass
class Desk:
    """A ledger as the desk sees it.

    Attributes:
        path: Its file.
        worker: Who works out what takes long.
        who: Who decides what is decided on the pages.
    """

    path: Path
    worker: Worker
    who: str = field(default_factory=getpass.getuser)
    _traces: Kept[tuple[str, date | None], Trace] = field(
        default_factory=lambda: Kept(TRACES_KEPT, longest_seconds=OLDEST_ANSWER_SECONDS)
    )
    _stories: Kept[str, StoryPage] = field(
        default_factory=lambda: Kept(STORIES_KEPT, longest_seconds=OLDEST_ANSWER_SECONDS)
    )
    _sources: Kept[str, tuple[SourceRecord, ...]] = field(default_factory=lambda: Kept(SOURCE_LISTS_KEPT, may_lag=True))
    _source_pages: Kept[SourceAsked, SourcePage] = field(
        default_factory=lambda: Kept(SOURCES_KEPT, may_lag=True, longest_seconds=OLDEST_ANSWER_SECONDS)
    )
    _said: Kept[SaidAsked, SomeStatements] = field(default_factory=lambda: Kept(SOURCES_KEPT, may_lag=True))
    _holdings: Kept[None, Holdings] = field(default_factory=lambda: Kept(1, may_lag=True))

    def open(self) -> Ledger:
        """The ledger, for one request: an SQLite connection belongs to the thread that made it.

        Raises:
            LedgerError: it cannot be opened.
        """
        return Ledger(self.path)

    def latest(self, limit: int, offset: int = 0) -> tuple[tuple[Story, ...], int]:
        """The stories that came in last, newest first, and how many there are."""
        with self.open() as ledger, ledger.one_state():
            ids = latest_story_ids(ledger.connection, limit, offset)
            stories = ledger.stories_by_id(ids)
            return tuple(stories[story_id] for story_id in ids), ledger.count_stories()

    def is_empty(self) -> bool:
        """Whether the ledger holds no story."""
        with self.open() as ledger:
            return not ledger.newest_revision()

    def state(self) -> State:
        """Numbers that are the same as long as nothing has changed in the ledger."""
        with self.open() as ledger:
            return count_changes(ledger.connection)

    def story(self, story_id: str) -> StoryPage:
        """A story; the same one again costs little, as long as no text comes in that shares words with those shown.

        Raises:
            UsageError: there is no such story.
        """
        with self.open() as ledger:
            return self._stories.get(
                story_id,
                partial(count_changes, ledger.connection),
                partial(self.worker.work, read_story_page, story_id),
                partial(still_shows, ledger),
            )

    def trace(self, claim: str, as_of: date | None = None) -> Trace:
        """A claim traced through the ledger as it stands; the same one again costs little.

        It is traced anew where something was decided, where stories came in that bear on it, and once it is older than
        `OLDEST_ANSWER_SECONDS`.

        Raises:
            UsageError: the claim holds no word.
        """
        with self.open() as ledger:
            return self._traces.get(
                (claim, as_of),
                partial(count_changes, ledger.connection),
                partial(self.worker.work, trace, claim, as_of),
                partial(still_holds, ledger),
            )

    def traced(self) -> tuple[Trace, ...]:
        """The claims that were traced lately, each as it was told last."""
        return tuple(told for (_, as_of), told in self._traces.items() if as_of is None)

    def search(self, words: str, limit: int, offset: int = 0) -> SomeStatements:
        """Statements by their words, best first.

        Raises:
            UsageError: no word was typed.
        """
        with self.open() as ledger:
            return search_some(ledger, words, limit, offset)

    def said(self, name: str, about: str, limit: int, offset: int = 0) -> SomeStatements:
        """What a source said, in time; where stories come in without end it lags a little.

        Raises:
            UsageError: no word was typed.
        """
        asked = SaidAsked(name, about or None, limit, offset)
        with self.open() as ledger:
            ask = partial(self.worker.work, said_some, *asked)
            return self._said.get(asked, partial(count_changes, ledger.connection), ask)

    def sources(self, name: str = "") -> tuple[SourceRecord, ...]:
        """Who speaks, those with most statements first; where stories come in without end it lags a little."""
        with self.open() as ledger:
            ask = partial(self.worker.work, Ledger.sources, name or None)
            return self._sources.get(name, partial(count_changes, ledger.connection), ask)

    def near_names(self, name: str) -> tuple[str, ...]:
        """The names of sources, a few at most, that a name which finds nothing may be mistyped for."""
        return find_near_names(name, self.sources())

    def meant(self, typed: str) -> str | None:
        """What was typed with words of statements for those that none has, where these may be mistyped; else None."""
        with self.open() as ledger:
            return meant_search(ledger, typed)

    def source(self, asked: SourceAsked) -> SourcePage:
        """A source; where stories with words of it come in without end it lags a little.

        Raises:
            UsageError: no source is called so, or several are.
        """
        with self.open() as ledger:
            page = self._source_pages.get(
                asked,
                partial(count_changes, ledger.connection),
                partial(self.worker.work, read_source_page, **asked._asdict()),
                partial(still_lists, ledger),
            )
        return with_traces(page, self.traced())

    def name_stories(self, shown: Iterable[OfStory], ids: Iterable[str] = ()) -> dict[str, str]:
        """What the stories that a page shows are called; see `story_names`."""
        with self.open() as ledger:
            return name_stories(ledger, shown, ids)

    def link_sources(self, traced: Trace) -> dict[str, str]:
        """Where the names on the page of a claim lead; see `source_links`."""
        with self.open() as ledger:
            return link_sources(ledger, traced)

    def link_speakers(self, page: StoryPage) -> dict[str, str]:
        """Where those lead whose words a story has; see `source_links`."""
        with self.open() as ledger:
            return link_speakers(ledger, page)

    def holdings(self) -> Holdings:
        """What the ledger holds; where stories come in without end it lags a little."""
        with self.open() as ledger:
            ask = partial(self.worker.work, find_holdings)
            return self._holdings.get(None, partial(count_changes, ledger.connection), ask)

    def judge_attribution(
        self, story_id: str, words: str, decision: str, source: str, kind: SourceKind, why: str
    ) -> Judgement:
        """Decide whose words the words of a story are.

        Args:
            story_id: The story.
            words: Its words.
            decision: "right" where they are whose sayso has them from, "nobody", or "source".
            source: Whose they are.
            kind: What that is, where no story of the ledger names it.
            why: The reason, if one is given.

        Raises:
            UsageError: there are no such words, or no such source.
        """
        with self.open() as ledger:
            whose = find_source(ledger, source, kind) if decision == "source" else None
            made = attribution_judgement(story_id, words, whose, self.who, why or None)
            return decide(ledger, with_read_source(ledger, made) if decision == "right" else made)

    def judge(self, kind: JudgementKind, one: str, other: str, verdict: Verdict, words: str, why: str) -> Judgement:
        """Decide a matter of another kind; see `Judgement`.

        Raises:
            UsageError: it cannot be.
        """
        with self.open() as ledger:
            return decide(ledger, Judgement(kind, one, other, verdict, self.who, why or None, words=words))

    def withdraw(self, number: int) -> None:
        """Take a decision back.

        Raises:
            UsageError: no decision of that number stands.
        """
        with self.open() as ledger:
            withdraw(ledger, number, self.who)
