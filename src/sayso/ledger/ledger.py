"""The ledger: one SQLite file of stories, their revisions, and who said what in each."""

from collections.abc import Iterable, Mapping, Sequence

from sayso.ledger.failures import telling_failures
from sayso.ledger.judged_statements import mark_judged
from sayso.ledger.judgements import add_judgement, list_judgements, standing_judgements
from sayso.ledger.near_names import find_near_names
from sayso.ledger.near_words import Searched, find_meant
from sayso.ledger.prepared import PreparedReading
from sayso.ledger.rows import read_statement
from sayso.ledger.search import FoundStories, count_texts, find_said, find_statements, find_stories, find_unsaid
from sayso.ledger.source_records import SourceRecord, count_latest, find_names, find_resolved, find_sources
from sayso.ledger.statements import Statements
from sayso.ledger.store import Added, add_prepared, add_reading
from sayso.ledger.texts import LedgerTexts
from sayso.records import Judgement, JudgementKind, Reading, Run, Source


class Ledger(LedgerTexts):
    """A ledger file, open.

    One program writes at a time while others read; each waits for the other up to the busy timeout. An object belongs
    to the thread that made it. Every method raises LedgerError when the file cannot be read or written.

    Attributes:
        path: The file.
        connection: The SQLite connection, for queries of one's own (docs/ledger.md describes the tables).
        prints: The fingerprints of texts.
    """

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

    def find_stories(
        self, weights: Mapping[str, float], enough: float, most: int | None = None, after: int = 0
    ) -> FoundStories:
        """The stories whose title and latest text have words that weigh `enough` together, heaviest first.

        A word stands there, too, where another does that news uses for it: "died" for "killed".

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

    def near_names(self, name: str) -> tuple[str, ...]:
        """The names of sources, a few at most, that a name which finds nothing may be mistyped for."""
        return find_near_names(name, self.sources())

    def meant_in_texts(self, typed: str, absent: Iterable[str]) -> str | None:
        """What was typed with words of the texts for those that no text has, where these may be mistyped; else None."""
        with telling_failures(self.path):
            return find_meant(self.connection, typed, absent, Searched.TEXTS)

    def meant_in_statements(self, typed: str, absent: Iterable[str]) -> str | None:
        """What was typed with words of statements for those that none has, where these may be mistyped; else None."""
        with telling_failures(self.path):
            return find_meant(self.connection, typed, absent, Searched.STATEMENTS)

    def unsaid_words(self, typed: str) -> list[str]:
        """The words typed that stand in no statement, in whatever form."""
        with telling_failures(self.path):
            return find_unsaid(self.connection, typed)

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
