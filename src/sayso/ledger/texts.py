"""The stories of a ledger: their texts, what was read in them, and the bytes that they were taken from."""

import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import replace

from sayso.errors import UsageError
from sayso.ledger.failures import telling_failures
from sayso.ledger.identity import find_at, find_story
from sayso.ledger.opened import OpenLedger
from sayso.ledger.raw_rows import FIND_RAW, read_raw
from sayso.ledger.readings import read_readings
from sayso.ledger.rows import READ_COLUMNS, hash_text, read_attribution, read_mark, read_story
from sayso.ledger.store import holds_text
from sayso.records import Reading, Revision, Story

_ATTRIBUTIONS = f"SELECT {READ_COLUMNS} FROM graded_attribution WHERE revision = ? ORDER BY ordinal"  # noqa: S608


class LedgerTexts(OpenLedger):
    """The stories of a ledger; see `Ledger`."""

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

    def newest_revision(self) -> int:
        """The number of the newest text, which is about how many texts the ledger holds; 0 where it holds none."""
        with telling_failures(self.path):
            return int(self._rows("SELECT coalesce(max(id), 0) FROM revision")[0][0])

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
