"""What the pages and the API ask for: one ledger file, opened for each request, and the traces that were told."""

import getpass
from collections import OrderedDict
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from threading import Lock

from sayso.ledger import Ledger, SourceRecord, Statements
from sayso.ledger.latest import State, count_changes, latest_story_ids
from sayso.records import Judgement, JudgementKind, SourceKind, Story, Verdict
from sayso.trace import Trace, trace
from sayso.trace.deciding import attribution_judgement, decide, find_source, with_read_source, withdraw
from sayso.web.story_page import StoryPage, read_story_page

TRACES_KEPT = 200
"""So many traces are kept in memory; each is told anew once the ledger has changed."""


@dataclass
class Desk:
    """A ledger as the desk sees it.

    Attributes:
        path: Its file.
        who: Who decides what is decided on the pages.
    """

    path: Path
    who: str = field(default_factory=getpass.getuser)
    _traces: OrderedDict[tuple[str, date | None, State], Trace] = field(default_factory=OrderedDict)
    _lock: Lock = field(default_factory=Lock)

    def open(self) -> Ledger:
        """The ledger, for one request: an SQLite connection belongs to the thread that made it.

        Raises:
            LedgerError: it cannot be opened.
        """
        return Ledger(self.path)

    def latest(self, limit: int, offset: int = 0) -> tuple[tuple[Story, ...], int]:
        """The stories that came in last, newest first, and how many there are."""
        with self.open() as ledger:
            ids = latest_story_ids(ledger.connection, limit, offset)
            stories = ledger.stories_by_id(ids)
            return tuple(stories[story_id] for story_id in ids), ledger.count_stories()

    def state(self) -> State:
        """Numbers that are the same as long as nothing has changed in the ledger."""
        with self.open() as ledger:
            return count_changes(ledger.connection)

    def story(self, story_id: str) -> StoryPage:
        """A story.

        Raises:
            UsageError: there is no such story.
        """
        with self.open() as ledger:
            return read_story_page(ledger, story_id)

    def trace(self, claim: str, as_of: date | None = None) -> Trace:
        """A claim traced through the ledger as it stands; the same one again costs nothing.

        Raises:
            UsageError: the claim holds no word.
        """
        with self.open() as ledger:
            key = (claim, as_of, count_changes(ledger.connection))
            with self._lock:
                if key in self._traces:
                    self._traces.move_to_end(key)
                    return self._traces[key]
            found = trace(ledger, claim, as_of)
        with self._lock:
            self._traces[key] = found
            while len(self._traces) > TRACES_KEPT:
                self._traces.popitem(last=False)
        return found

    def traced(self) -> tuple[Trace, ...]:
        """The claims that were traced lately, each as it was told last."""
        with self._lock:
            return tuple({claim: told for (claim, as_of, _), told in self._traces.items() if as_of is None}.values())

    def search(self, words: str) -> Statements:
        """Statements by their words, best first.

        Raises:
            UsageError: no word was typed.
        """
        with self.open() as ledger:
            return ledger.search(words)

    def said(self, name: str, about: str = "") -> Statements:
        """What a source said, in time.

        Raises:
            UsageError: no word was typed.
        """
        with self.open() as ledger:
            return ledger.said(name, about or None)

    def sources(self, name: str = "") -> tuple[SourceRecord, ...]:
        """Who speaks, those with most statements first."""
        with self.open() as ledger:
            return ledger.sources(name or None)

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
