"""Whether a ledger is as sayso left it: the checks of all that its file holds."""

import sqlite3
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from sayso.errors import InputError, LedgerError
from sayso.ledger.failures import damage, telling_failures
from sayso.ledger.following import list_followed
from sayso.ledger.forget import list_forgotten
from sayso.ledger.indexes import INDEXES, is_in_step
from sayso.ledger.judgements import list_judgements
from sayso.ledger.ledger import Ledger
from sayso.ledger.raw_rows import FIND_RAW, read_raw
from sayso.ledger.rows import READ_COLUMNS, check_spans, read_attribution, read_mark, read_story
from sayso.ledger.schema import list_migrations, open_in_memory, sum_words, transaction
from sayso.records import ROLES, Fault, JudgementKind, Reading, Verdict, join_words

MOST_STRUCTURAL = 1_000
"""Of a file so damaged that SQLite finds more wrong with its structure, the rest is not looked for."""

RESTORE = "Restore the latest backup, or save what can be saved with: sqlite3 LEDGER .recover"
REBUILD = "Make it anew: sayso rebuild"

Tell = Callable[[int], None]
"""Called with the number of things done, now and again."""


@dataclass(frozen=True, slots=True)
class Check:
    """One check of a ledger: what it looks at, how many things these are, and how to do it."""

    name: str
    count: int
    find: Callable[[Tell], Iterator[Fault]]

    def run(self, tell: Tell) -> list[Fault]:
        """What is wrong; a check that cannot be done to its end is wrong too."""
        faults = []
        try:
            for fault in self.find(tell):
                faults.append(fault)  # noqa: PERF402 - what was found before an error counts
        except LedgerError as error:
            faults.append(Fault(f"the check of the {self.name} broke off: {error.came}", error.remedy))
        return faults


def list_checks(ledger: Ledger) -> tuple[Check, ...]:
    """The checks of a ledger's file, in order.

    Raises:
        LedgerError: it cannot be read at all.
    """
    with telling_failures(ledger.path):
        texts, raws = (
            ledger.connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0]  # noqa: S608 - own names
            for table in ("revision", "raw")
        )
    return tuple(
        Check(name, count, _within(ledger, find))
        for name, count, find in (
            ("file", 1, _check_file),
            ("schema", 1, _check_schema),
            ("texts and statements", texts, _check_texts),
            ("bytes as they came", raws, _check_raws),
            ("full-text indexes", len(INDEXES), _check_indexes),
            ("decisions", 1, _check_decisions),
        )
    )


def _within(ledger: Ledger, find: Callable[[Ledger, Tell], Iterator[Fault]]) -> Callable[[Tell], Iterator[Fault]]:
    def run(tell: Tell) -> Iterator[Fault]:
        with telling_failures(ledger.path):
            yield from find(ledger, tell)

    return run


def _check_file(ledger: Ledger, tell: Tell) -> Iterator[Fault]:
    """SQLite's own checks, of pages and of rows that name others."""
    for (told,) in ledger.connection.execute(f"PRAGMA integrity_check({MOST_STRUCTURAL})"):
        if told != "ok":
            yield Fault(f"SQLite finds the file damaged: {told}", RESTORE)
    for table, row, other, _ in ledger.connection.execute("PRAGMA foreign_key_check"):
        yield Fault(f"row {row} of {table} names a row of {other} that is not there", RESTORE)
    tell(1)


def _check_schema(ledger: Ledger, tell: Tell) -> Iterator[Fault]:
    """Every step of the schema was taken, and what it made is there. Further tables and indexes do no harm."""
    migrations = list_migrations()
    taken = ledger.connection.execute("SELECT number, name FROM migration ORDER BY number").fetchall()
    if [tuple(row) for row in taken] != [(one.number, one.name) for one in migrations]:
        yield Fault(f"the ledger has not seen the {len(migrations)} steps of the schema in their order", RESTORE)
    with open_in_memory() as fresh:
        there = _list_schema(ledger.connection)
        for kind, name, columns in sorted(_list_schema(fresh) - there):
            yield Fault(f"the {kind} {name} is not there as it should be ({columns or 'no columns'})", RESTORE)
    tell(1)


def _list_schema(connection: sqlite3.Connection) -> set[tuple[str, str, str]]:
    """Tables and views with their columns, indexes and triggers."""
    named = connection.execute("SELECT type, name FROM sqlite_master WHERE name NOT LIKE 'sqlite_%'").fetchall()
    return {
        (kind, name, ", ".join(column[1] for column in connection.execute(f"PRAGMA table_info({name})")))
        for kind, name in named
    }


def _check_texts(ledger: Ledger, tell: Tell) -> Iterator[Fault]:
    """Every text against its hash, every span and its words against the text, every row for what it may hold."""
    connection = ledger.connection
    for (story,) in connection.execute(
        "SELECT story.id FROM story LEFT JOIN revision ON revision.story = story.id "
        "GROUP BY story.id HAVING count(number) = 0 OR max(number) <> count(number)"
    ):
        yield Fault(f"story {story} lacks a text", RESTORE)
    # By number, so that one that cannot be read is told and the others are checked.
    for (number,) in connection.execute("SELECT id FROM revision ORDER BY id").fetchall():
        try:
            with telling_failures(ledger.path):
                yield from _check_text(ledger, number)
        except (LedgerError, InputError) as error:
            yield Fault(f"text {number}: {error.came}", RESTORE)
        tell(1)


def _check_text(ledger: Ledger, number: int) -> Iterator[Fault]:
    connection, path = ledger.connection, ledger.path
    with transaction(connection, "DEFERRED"):
        row = connection.execute("SELECT * FROM revision WHERE id = ?", (number,)).fetchone()
        marks = connection.execute("SELECT * FROM mark WHERE revision = ? ORDER BY ordinal", (number,)).fetchall()
        rows = connection.execute(
            f"SELECT {READ_COLUMNS} FROM graded_attribution WHERE revision = ? ORDER BY ordinal",  # noqa: S608
            (number,),
        ).fetchall()
        sums = connection.execute("SELECT id, words_crc32 FROM kept_attribution WHERE revision = ?", (number,))
        words_crc32 = dict(sums.fetchall())
    if row is None:  # it was forgotten meanwhile
        return
    story = read_story(row, path)
    attributions = tuple(read_attribution(one, path) for one in rows)
    check_spans(Reading(story, tuple(read_mark(mark, path) for mark in marks), attributions))
    for one, attribution in zip(rows, attributions, strict=True):
        words = (join_words(story.text, getattr(attribution, role)) for role in ROLES)
        if words_crc32[one["id"]] != sum_words(*words):
            yield Fault(f"the words of attribution {one['id']} of story {story.id} are not those at its spans", RESTORE)


def _check_raws(ledger: Ledger, tell: Tell) -> Iterator[Fault]:
    connection = ledger.connection
    for (sha256,) in connection.execute("SELECT sha256 FROM raw ORDER BY sha256").fetchall():
        try:
            with telling_failures(ledger.path):
                row = connection.execute(FIND_RAW, (sha256,)).fetchone()
                if row and len(read_raw(row, ledger.path)) != row["size_bytes"]:
                    yield Fault(f"the bytes {sha256} are not as many as were stored", RESTORE)
        except LedgerError as error:
            yield Fault(error.came, RESTORE)
        tell(1)
    unused = "SELECT sha256 FROM raw WHERE NOT EXISTS (SELECT 1 FROM revision WHERE raw_sha256 = sha256)"
    for (sha256,) in connection.execute(unused):
        yield Fault(f"no story was taken from the bytes {sha256}", RESTORE)


def _check_indexes(ledger: Ledger, tell: Tell) -> Iterator[Fault]:
    for index in INDEXES:
        if not is_in_step(ledger.connection, index):
            yield Fault(f"the full-text index {index} is not in step with its table", REBUILD)
        tell(1)


def _check_decisions(ledger: Ledger, tell: Tell) -> Iterator[Fault]:
    """Judgements, what is followed and what was forgotten can be read, and the stories that they name are known."""
    try:
        judgements = list_judgements(ledger.connection, None)
        forgotten = {one.story for one in list_forgotten(ledger)}
        list_followed(ledger)
    except ValueError as error:
        raise damage(ledger.path, f"a decision cannot be read ({error})") from error
    known = forgotten | {row[0] for row in ledger.connection.execute("SELECT id FROM story")}
    for judgement in judgements:
        named = set() if judgement.kind is JudgementKind.SAME_SOURCE else {judgement.one}
        if judgement.kind is JudgementKind.COPY or judgement.verdict is Verdict.STORY:
            named.add(judgement.other)
        for story in sorted(named - known):
            yield Fault(f"judgement {judgement.number} is on story {story}, which is not there", RESTORE)
    tell(1)
