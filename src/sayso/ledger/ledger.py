"""The ledger: one SQLite file of stories, their revisions, and who said what in each."""

import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from types import TracebackType
from typing import Self

from sayso.errors import UsageError
from sayso.ledger.failures import damage, telling_failures
from sayso.ledger.identity import find_at, find_story
from sayso.ledger.judged_statements import mark_judged
from sayso.ledger.judgements import add_judgement, list_judgements, standing_judgements
from sayso.ledger.prepared import PreparedReading
from sayso.ledger.prints import PrintTable
from sayso.ledger.raw_rows import FIND_RAW, read_raw
from sayso.ledger.readings import read_readings
from sayso.ledger.rows import READ_COLUMNS, hash_text, read_attribution, read_mark, read_statement, read_story
from sayso.ledger.schema import BUSY_TIMEOUT_SECONDS, open_ledger, transaction
from sayso.ledger.search import FoundStories, count_texts, find_said, find_statements, find_stories
from sayso.ledger.source_records import SourceRecord, count_latest, find_names, find_resolved, find_sources
from sayso.ledger.statements import Statements
from sayso.ledger.store import Added, add_prepared, add_reading, holds_text
from sayso.records import Judgement, JudgementKind, Reading, Revision, Run, Source, Story

_ATTRIBUTIONS = f"SELECT {READ_COLUMNS} FROM graded_attribution WHERE revision = ? ORDER BY ordinal"  # noqa: S608


class Ledger:
    """A ledger file, open.

    One program writes at a time while others read; each waits for the other up to the busy timeout. An object belongs
    to the thread that made it. Every method raises LedgerError when the file cannot be read or written.

    Attributes:
        path: The file.
        connection: The SQLite connection, for queries of one's own (docs/ledger.md describes the tables).
        prints: The fingerprints of texts.
    """

    def __init__(
        self, path: Path | str, *, create: bool = True, busy_timeout_seconds: float = BUSY_TIMEOUT_SECONDS
    ) -> None:
        """Open a ledger, or begin one.

        Args:
            path: The file.
            create: Begin a new ledger where there is none.
            busy_timeout_seconds: How long to wait for another writer.

        Raises:
            LedgerError: There is no ledger and `create` is false; the file is not a ledger, of a newer schema, damaged
                or not to be opened.
        """
        self.path = Path(path)
        self.connection = open_ledger(self.path, create=create, busy_timeout_seconds=busy_timeout_seconds)
        self.connection.row_factory = sqlite3.Row
        self.prints = PrintTable(self.connection, self.path)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @property
    def index_folder(self) -> Path:
        """Where what can be made anew from the ledger lies: "war.sayso-index" beside "war.sayso"."""
        return self.path.with_name(self.path.name + "-index")

    def close(self) -> None:
        """Close the file; closing it twice does no harm."""
        with telling_failures(self.path):
            self.connection.close()

    def add(self, reading: Reading, run: Run) -> Added:
        """Write a story with all that was read in it, wholly or not at all.

        The same text of the same story again changes nothing; a changed text becomes its next revision. See
        `sayso.ledger.identity` for which story is the same.

        Raises:
            InputError: A text holds half a character, or a span lies outside the story's text.
            LedgerError: The ledger cannot be written; nothing of the story is.
        """
        with telling_failures(self.path):
            return add_reading(self.connection, reading, run)

    def add_prepared(self, readings: Sequence[PreparedReading], run: Run) -> list[Added]:
        """Write stories as `add` does, all in one transaction: they are synced to the disk together.

        Raises:
            InputError: A text holds half a character.
            LedgerError: The ledger cannot be written; nothing of the stories is.
        """
        with telling_failures(self.path):
            return add_prepared(self.connection, readings, run)

    def holds(self, story: Story) -> bool:
        """Tell whether the ledger holds this story with this text, so that it need not be read again."""
        with telling_failures(self.path):
            return holds_text(self.connection, story, hash_text(story.text))

    def id_of(self, story: Story) -> str | None:
        """The id under which the ledger holds a story, in whatever revision; None where it does not."""
        with telling_failures(self.path):
            return find_story(self.connection, story, hash_text(story.text))

    def reading(self, story_id: str, revision: int | None = None) -> Reading:
        """What was read in a story, as it was added, with the bytes it was taken from.

        Args:
            story_id: The story.
            revision: Its number from 1; the latest one by default.

        Raises:
            UsageError: There is no such story or revision.
            LedgerError: The story is damaged.
        """
        with self.one_state():
            row = self._revision_row(story_id, revision)
            marks = self._rows("SELECT * FROM mark WHERE revision = ? ORDER BY ordinal", row["id"])
            attributions = self._rows(_ATTRIBUTIONS, row["id"])
            raw = self._rows(FIND_RAW, row["raw_sha256"])
            return Reading(
                story=replace(read_story(row, self.path), raw=read_raw(raw[0], self.path) if raw else None),
                marks=tuple(read_mark(mark, self.path) for mark in marks),
                attributions=tuple(read_attribution(attribution, self.path) for attribution in attributions),
                unread=row["unread"],
            )

    def readings(self, story_ids: Iterable[str]) -> dict[str, Reading]:
        """What was read in the latest revision of some stories, by id, without raw bytes.

        Raises:
            LedgerError: A story is damaged.
        """
        with self.one_state():
            return read_readings(self.connection, self.path, story_ids)

    def raw(self, story_id: str, revision: int | None = None) -> bytes:
        """The bytes that a story was taken from: its page or file, or its own record of a larger file.

        Args:
            story_id: The story.
            revision: Its number from 1; the latest one by default.

        Raises:
            UsageError: There is no such story or revision, or nothing but its text is kept.
            LedgerError: The bytes are damaged.
        """
        with self.one_state():
            row = self._revision_row(story_id, revision)
            raw = self._rows(FIND_RAW, row["raw_sha256"])
        if not raw:
            raise UsageError(
                f"of story {story_id} nothing but its text is kept",
                "a story that came in a file or from an address, and since sayso keeps the bytes of every one",
                f"Its text: sayso export - --table stories --story {story_id}",
            )
        return read_raw(raw[0], self.path)

    def revisions(self, story_id: str) -> tuple[Revision, ...]:
        """All texts of a story, oldest first, without raw bytes.

        Raises:
            UsageError: There is no such story.
            LedgerError: One is damaged.
        """
        with self.one_state():
            self._revision_row(story_id, None)
            rows = self._rows("SELECT * FROM revision WHERE story = ? ORDER BY number", story_id)
        return tuple(Revision(row["number"], row["added_at"], read_story(row, self.path)) for row in rows)

    def revision_times(self, story_id: str) -> tuple[str, ...]:
        """When each text of a story came into the ledger, oldest first, in UTC; empty where there is no such story."""
        with telling_failures(self.path):
            rows = self._rows("SELECT added_at FROM revision WHERE story = ? ORDER BY number", story_id)
        return tuple(row["added_at"] for row in rows)

    def stories(self) -> Iterator[Story]:
        """The latest revision of every story by id, without raw bytes.

        Stories that are added meanwhile are not among them, nor those that are forgotten before their turn.

        Raises:
            LedgerError: A story is damaged.
        """
        with telling_failures(self.path):
            ids = [row["id"] for row in self._rows("SELECT id FROM story ORDER BY id")]
        for story_id in ids:
            yield from self.stories_by_id([story_id]).values()

    def stories_by_id(self, story_ids: Iterable[str]) -> dict[str, Story]:
        """The latest revision of some stories, without raw bytes.

        Raises:
            LedgerError: A story is damaged.
        """
        with self.one_state():
            found = self.prints.stories(self.prints.latest(story_ids))
        return {story.id: story for story in found.values()}

    def stories_at(self, addresses: Iterable[str]) -> dict[str, Story]:
        """The stories at those of some addresses at which one is held, in their latest revision, without raw bytes.

        Raises:
            LedgerError: A story is damaged.
        """
        with self.one_state():
            held = find_at(self.connection, addresses)
            stories = self.stories_by_id(set(held.values()))
        return {address: stories[story_id] for address, story_id in held.items()}

    def count_stories(self) -> int:
        """How many stories the ledger holds."""
        with telling_failures(self.path):
            return int(self._rows("SELECT count(*) FROM story")[0][0])

    def count_revisions(self) -> int:
        """How many texts the ledger holds: the revisions of all stories."""
        with telling_failures(self.path):
            return int(self._rows("SELECT count(*) FROM revision")[0][0])

    def count_attributions(self) -> int:
        """How many attributions the latest revisions of all stories have."""
        with telling_failures(self.path):
            return count_latest(self.connection)

    def said(self, name: str, about: str | None = None) -> Statements:
        """What someone said, in the latest revision of every story: by time published, then story id.

        Args:
            name: All its words must be among those of the source, whole; case, accents and usual spellings do not
                matter. Statements of "he" or "the President" are found where the story tells who that is.
            about: Words that must all be in the content, in whatever form ("soldiers" finds "soldier").

        Raises:
            UsageError: `name` or `about` holds no word.
        """
        with self._telling_damage("a judgement"):
            judgements = standing_judgements(self.connection, JudgementKind.SAME_SOURCE)
            rows = find_said(self.connection, name, about, judgements)
            wrong = standing_judgements(self.connection, JudgementKind.ATTRIBUTION)
        return Statements(mark_judged([read_statement(row, self.path) for row in rows], wrong))

    def search(self, words: str, at_least: int | None = None) -> Statements:
        """The statements of latest revisions with these words in source or content, best first (BM25).

        Args:
            words: What to look for, in whatever form; signs between words mean nothing.
            at_least: How many of the words are enough, those with more first; all of them by default.

        Raises:
            UsageError: No word was typed.
        """
        with self._telling_damage("a judgement"):
            rows = find_statements(self.connection, words, at_least)
            wrong = standing_judgements(self.connection, JudgementKind.ATTRIBUTION)
        return Statements(mark_judged([read_statement(row, self.path) for row in rows], wrong))

    def count_texts(self, word: str) -> int:
        """In how many texts a word stands, in whatever form."""
        with telling_failures(self.path):
            return count_texts(self.connection, word)

    def newest_revision(self) -> int:
        """The number of the newest text, which is about how many texts the ledger holds; 0 where it holds none."""
        with telling_failures(self.path):
            return int(self._rows("SELECT coalesce(max(id), 0) FROM revision")[0][0])

    def find_stories(
        self, weights: Mapping[str, float], enough: float, most: int | None = None, after: int = 0
    ) -> FoundStories:
        """The stories whose title and latest text have words that weigh `enough` together, heaviest first.

        Args:
            weights: The words and how much each weighs.
            enough: How much a story must have.
            most: How many stories are enough; all by default.
            after: Only stories whose latest text came in after the one of this number.
        """
        with telling_failures(self.path):
            return find_stories(self.connection, weights, enough, most, after)

    def sources(self, name: str | None = None, besides: Iterable[str] = ()) -> tuple[SourceRecord, ...]:
        """The sources of latest revisions, those with most statements first.

        Args:
            name: Only sources with all these words in a name, or the one with this key; all by default.
            besides: The keys of some that are left out of these.

        Raises:
            UsageError: `name` holds no word.
        """
        with telling_failures(self.path):
            return find_sources(self.connection, name, besides)

    def source_names(self, identities: Iterable[str]) -> dict[str, str]:
        """What those of some keys that latest revisions have go by: a name, or the key where stories give none."""
        with telling_failures(self.path):
            return find_names(self.connection, identities)

    def resolved_sources(self, identities: Iterable[str] | None = None) -> tuple[Source, ...]:
        """The sources of latest revisions as their stories give them, alike ones once, those met most often first.

        Args:
            identities: Only those with one of these keys; all by default.

        Raises:
            LedgerError: One is damaged.
        """
        with self._telling_damage("a source"):
            return find_resolved(self.connection, identities)

    def judge(self, judgement: Judgement) -> Judgement:
        """Write down a decision, of whatever kind; it supersedes older ones on its matter, which stay in the ledger.

        Returns:
            It, as the ledger has it: with its number and the time.

        Raises:
            UsageError: Nobody judges; the verdict is none of its kind; it is on one thing and itself, on a story that
                is not there or words that do not stand in it; a copy would be made from itself in the end.
        """
        with self._telling_damage("a judgement"):
            return add_judgement(self.connection, judgement)

    def judgements(self, kind: JudgementKind | None = None) -> tuple[Judgement, ...]:
        """The judgements that stand, of one kind or of all, oldest first.

        Raises:
            LedgerError: One is damaged.
        """
        with self._telling_damage("a judgement"):
            return standing_judgements(self.connection, kind)

    def judgements_made(self, kind: JudgementKind | None = None) -> tuple[Judgement, ...]:
        """Every judgement that was made, superseded and withdrawn ones too, oldest first.

        Raises:
            LedgerError: One is damaged.
        """
        with self._telling_damage("a judgement"):
            return list_judgements(self.connection, kind)

    @contextmanager
    def one_state(self) -> Iterator[None]:
        """Read within one state of the ledger, whatever others add or forget meanwhile; nothing is written there."""
        with telling_failures(self.path):
            if self.connection.in_transaction:
                yield
                return
            with transaction(self.connection, "DEFERRED"):
                yield

    @contextmanager
    def _telling_damage(self, what: str) -> Iterator[None]:
        with telling_failures(self.path):
            try:
                yield
            except UnicodeError:
                raise
            except ValueError as error:
                raise damage(self.path, f"{what} cannot be read ({error})") from error

    def _rows(self, query: str, *values: object) -> list[sqlite3.Row]:
        return self.connection.execute(query, values).fetchall()

    def _revision_row(self, story_id: str, revision: int | None) -> sqlite3.Row:
        rows = self._rows(
            "SELECT * FROM revision WHERE story = ?1 AND (?2 IS NULL OR number = ?2) ORDER BY number DESC LIMIT 1",
            story_id,
            revision,
        )
        if not rows:
            which = f"story {story_id}" if revision is None else f"revision {revision} of story {story_id}"
            raise UsageError(
                f"there is no {which} in {self.path}",
                "a story that the ledger holds",
                "Look its id up among the results of a search",
            )
        return rows[0]
