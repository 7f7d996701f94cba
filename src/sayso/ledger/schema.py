"""Opening a ledger file: telling it from other files, and bringing its schema up to date."""

import sqlite3
import time
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import NamedTuple
from zlib import crc32

from sayso.errors import LedgerError
from sayso.ledger.failures import not_sqlite, telling_failures
from sayso.records import ROLES, moment_of

APPLICATION_ID = 0x53415953
"""What PRAGMA application_id says of a ledger: "SAYS" in ASCII."""

OLDEST_SQLITE = (3, 37, 0)
"""The first SQLite with STRICT tables."""

BUSY_TIMEOUT_SECONDS = 30.0
"""How long to wait for another writer. Adding one story holds the ledger for milliseconds; half a minute is for a disk
that stalls."""

# SQLite takes some shorter files for empty ones, which it would overwrite. The size alone is looked at: to open and
# close the file here would drop the locks that SQLite holds on it in this process.
_SMALLEST_FILE_BYTES = 512
_RETRY_SECONDS = 0.02


class Migration(NamedTuple):
    """One step of the schema: `number` from 1, its `name` and its `script` of SQL statements."""

    number: int
    name: str
    script: str


@cache
def list_migrations() -> tuple[Migration, ...]:
    """The migrations that this version knows, in order; they are read once, as a ledger is opened for every request."""
    folder = files("sayso.ledger").joinpath("migrations")
    found = []
    for file in folder.iterdir():
        number, _, name = file.name.removesuffix(".sql").partition("_")
        found.append(Migration(int(number), name, file.read_text(encoding="utf-8")))
    return tuple(sorted(found))


def open_ledger(path: Path, *, create: bool, busy_timeout_seconds: float) -> sqlite3.Connection:
    """Connect to a ledger of the newest schema, made or migrated where need be.

    A ledger that is up to date is only read by this. Transactions are left to the caller (autocommit).

    Args:
        path: The ledger's file.
        create: Begin a new ledger if there is no file (or an empty one).
        busy_timeout_seconds: How long to wait for another writer.

    Raises:
        LedgerError: There is no ledger and `create` is false; the path is a folder or another kind of file; the ledger
            is of a newer schema, damaged, locked or not to be opened; Python's SQLite is too old.
    """
    _check_sqlite()
    with telling_failures(path):
        _check_path(path, create)
    mode = "rwc" if create else "rw"
    with telling_failures(path):
        connection = sqlite3.connect(
            f"{path.absolute().as_uri()}?mode={mode}", uri=True, timeout=busy_timeout_seconds, isolation_level=None
        )
    try:
        with telling_failures(path):
            _define_functions(connection)
            _prepare(connection, path, create, busy_timeout_seconds)
    except BaseException:
        connection.close()
        raise
    return connection


@contextmanager
def open_in_memory() -> Iterator[sqlite3.Connection]:
    """A ledger of the newest schema that no file keeps, for as long as it is asked."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        with closing(sqlite3.connect(":memory:")) as empty:
            empty.deserialize(_empty_ledger())
            empty.backup(connection)
        connection.row_factory = sqlite3.Row
        yield connection


@cache
def _empty_ledger() -> bytes:
    """A ledger that holds nothing: to copy it takes 2 ms, to take all migrations 25."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        _define_functions(connection)
        for migration in list_migrations():
            for statement in split_statements(migration.script):
                connection.execute(statement)
        return connection.serialize()


@contextmanager
def transaction(connection: sqlite3.Connection, kind: str) -> Iterator[None]:
    """Do what is within wholly or not at all.

    Args:
        connection: Where.
        kind: "IMMEDIATE" to write, "DEFERRED" to read one state of the ledger by several queries.
    """
    connection.execute(f"BEGIN {kind}")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        # SQLite has already rolled back by itself after a full disk and some other failures.
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def _check_sqlite() -> None:
    if sqlite3.sqlite_version_info < OLDEST_SQLITE:
        raise LedgerError(
            f"this Python comes with SQLite {sqlite3.sqlite_version}",
            f"SQLite {'.'.join(map(str, OLDEST_SQLITE))} or newer",
            "Use a newer build of Python, such as one from python.org",
        )


def _check_path(path: Path, create: bool) -> None:
    if path.is_dir():
        raise LedgerError(
            f"{path} is a folder", "the file of a ledger", f"Name a file, such as {path / 'ledger.sayso'}"
        )
    if not path.exists():
        if not create:
            raise LedgerError(
                f"there is no ledger at {path}", "a ledger made by sayso", "Check the path, or add stories to begin one"
            )
        if not path.absolute().parent.is_dir():
            raise LedgerError(
                f"there is no folder {path.absolute().parent} for the ledger",
                "a path in a folder that exists",
                "Make the folder first, or check the path",
            )
    elif not path.is_file():
        raise LedgerError(f"{path} is no ordinary file", "the file of a ledger", "Check the path")
    elif 0 < path.stat().st_size < _SMALLEST_FILE_BYTES:
        raise not_sqlite(path)


def _prepare(connection: sqlite3.Connection, path: Path, create: bool, busy_timeout_seconds: float) -> None:
    connection.execute("PRAGMA foreign_keys = ON")
    # FULL: a story that was reported as added survives a power cut, not only a killed program. The sync it costs for
    # each story is small beside reading the story.
    connection.execute("PRAGMA synchronous = FULL")
    migrations = list_migrations()
    newest = migrations[-1].number
    # In one state: another program that begins the ledger meanwhile would be seen in half of what is read.
    with transaction(connection, "DEFERRED"):
        present = _read_number(connection, path)
    if present > newest:
        raise LedgerError(
            f"{path} was made by a newer sayso (schema {present})",
            f"a ledger of schema {newest} or older",
            "Upgrade sayso: pip install --upgrade sayso",
        )
    if present == 0 and not create:
        raise LedgerError(f"{path} is empty", "a ledger made by sayso", "Check the path, or add stories to begin one")
    if present < newest:
        _switch_to_wal(connection, busy_timeout_seconds)
        _migrate(connection, path, migrations)


def _read_number(connection: sqlite3.Connection, path: Path) -> int:
    """The number of the newest migration that the file has seen; 0 for an empty file."""
    (application,) = connection.execute("PRAGMA application_id").fetchone()
    (tables,) = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    if application == 0 and tables == 0:
        return 0
    if application != APPLICATION_ID:
        raise LedgerError(
            f"{path} is a SQLite file, but no ledger",
            "a ledger made by sayso",
            "Check the path, or name a file that does not exist yet to begin a new ledger",
        )
    (number,) = connection.execute("SELECT max(number) FROM migration").fetchone()
    return int(number or 0)


def _switch_to_wal(connection: sqlite3.Connection, busy_timeout_seconds: float) -> None:
    # SQLite does not wait for others here, whatever its busy timeout, and two programs may begin one ledger at once.
    give_up_at = time.monotonic() + busy_timeout_seconds
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode != sqlite3.SQLITE_BUSY or time.monotonic() > give_up_at:
                raise
            time.sleep(_RETRY_SECONDS)
        else:
            return


def _migrate(connection: sqlite3.Connection, path: Path, migrations: Sequence[Migration]) -> None:
    with transaction(connection, "IMMEDIATE"):
        # Another program may have migrated the ledger while this one waited for it.
        present = _read_number(connection, path)
        connection.execute(
            "CREATE TABLE IF NOT EXISTS migration "
            "(number INTEGER PRIMARY KEY, name TEXT NOT NULL, applied_at TEXT NOT NULL) STRICT"
        )
        for migration in migrations:
            if migration.number > present:
                for statement in split_statements(migration.script):
                    connection.execute(statement)
                connection.execute(
                    "INSERT INTO migration (number, name, applied_at) VALUES (?, ?, ?)",
                    (migration.number, migration.name, now()),
                )


def _define_functions(connection: sqlite3.Connection) -> None:
    """Define the functions that migrations and queries call."""
    connection.create_function("words_crc32", len(ROLES), sum_words, deterministic=True)
    connection.create_function("moment", 1, moment_of, deterministic=True)


def sum_words(*words: str) -> int:
    """The CRC-32 of the words of a statement's source, cue and content, by which spans are checked."""
    return crc32("\n".join(words).encode())


def split_statements(script: str) -> Iterator[str]:
    """The SQL statements of a script, in order.

    Python's own executescript() commits the transaction that it is called in.
    """
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""


def now() -> str:
    """This moment in UTC, ISO 8601 with microseconds."""
    return datetime.now(UTC).isoformat(timespec="microseconds")
