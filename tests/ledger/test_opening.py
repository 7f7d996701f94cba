import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from random import Random

import pytest

from sayso.errors import LedgerError, UsageError
from sayso.ledger import Ledger
from sayso.ledger.rows import hash_text
from sayso.ledger.schema import APPLICATION_ID, Migration, list_migrations, split_statements
from tests.ledger.samples import RUN, check_integrity, dump, ferry_reading, one_line_reading
from tests.ledger.workers import numbered_reading

NOBODY = 65534
WORKERS = "tests.ledger.workers"
REPOSITORY = Path(__file__).parents[2]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "test.sayso"


@pytest.fixture
def unprivileged_folder() -> Iterator[Path]:
    """A folder of a user to whom permissions apply, which they do not to root."""
    folder = Path(tempfile.mkdtemp())
    user = os.geteuid()
    if user == 0:
        os.chown(folder, NOBODY, -1)
        os.seteuid(NOBODY)
    yield folder
    os.seteuid(user)
    folder.chmod(0o700)
    shutil.rmtree(folder)


def test_new_ledger_records_its_migrations(path: Path) -> None:
    Ledger(path).close()
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA application_id").fetchone() == (APPLICATION_ID,)
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)
        recorded = connection.execute("SELECT number, name FROM migration ORDER BY number").fetchall()
    assert recorded == [(migration.number, migration.name) for migration in list_migrations()]
    assert [number for number, _ in recorded] == list(range(1, len(recorded) + 1))


def test_every_statement_of_a_migration_is_run() -> None:
    for migration in list_migrations():
        assert "".join(split_statements(migration.script)) == migration.script


def test_older_ledger_is_migrated_wholly_or_not_at_all(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with Ledger(path) as ledger:
        ledger.add(ferry_reading(), RUN)
    before = dump(path)
    today = list_migrations()
    script = "ALTER TABLE story ADD COLUMN note TEXT;\nCREATE TABLE note (id INTEGER) STRICT;\n"
    later = [*today, Migration(len(today) + 1, "notes", script)]
    broken = [*later, Migration(len(today) + 2, "broken", "CREATE TABLE note (id INTEGER) STRICT;\n")]
    monkeypatch.setattr("sayso.ledger.schema.list_migrations", lambda: broken)
    with pytest.raises(LedgerError, match="table note already exists"):
        Ledger(path)
    assert dump(path) == before
    monkeypatch.setattr("sayso.ledger.schema.list_migrations", lambda: later)
    with Ledger(path, create=False) as ledger:
        assert ledger.reading("ferry") == ferry_reading()
        assert ledger.connection.execute("SELECT note FROM story").fetchone()["note"] is None
        assert ledger.connection.execute("SELECT max(number) FROM migration").fetchone()[0] == len(later)


def test_ledger_of_schema_4_learns_of_originals(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It kept the canonical addresses of other sites among those of the story."""
    today = list_migrations()
    monkeypatch.setattr("sayso.ledger.schema.list_migrations", lambda: today[:4])
    Ledger(path).close()
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("INSERT INTO run VALUES (1, '2024-03-04', '0.1.0', 'attribution-1', '{}')")
        connection.execute("INSERT INTO story VALUES ('copy', 'https://herald.example/ferry', 1)")
        values = {
            "story": "copy", "number": 1, "text": "It sails.", "text_sha256": hash_text("It sails."),
            "url": "https://elsewhere.example/copy", "canonical_url": "https://herald.example/ferry",
            "added_at": "2024-03-04", "run": 1,
        }  # fmt: skip
        marks = ", ".join(f":{column}" for column in values)
        connection.execute(f"INSERT INTO revision ({', '.join(values)}) VALUES ({marks})", values)
    monkeypatch.setattr("sayso.ledger.schema.list_migrations", lambda: today)
    with Ledger(path, create=False) as ledger:
        assert ledger.reading("copy").story.originals == ("https://herald.example/ferry",)
        assert ledger.stories_at(["https://herald.example/ferry"]) == {}
        ledger.add(ferry_reading(), RUN)
        assert sorted(story.id for story in ledger.stories()) == ["copy", "ferry"]
    check_integrity(path)


def test_ledger_of_today_is_not_written_by_opening(path: Path) -> None:
    Ledger(path).close()
    before = path.read_bytes()
    Ledger(path).close()
    Ledger(path, create=False).close()
    assert path.read_bytes() == before


def test_absent_ledger_is_not_made_unasked(path: Path) -> None:
    with pytest.raises(LedgerError, match="there is no ledger at") as caught:
        Ledger(path, create=False)
    assert caught.value.remedy == "Check the path, or add stories to begin one"
    assert not path.exists()


def test_empty_file_is_begun_only_if_asked(path: Path) -> None:
    path.touch()
    with pytest.raises(LedgerError, match="is empty"):
        Ledger(path, create=False)
    assert path.read_bytes() == b""
    with Ledger(path) as ledger:
        assert ledger.count_stories() == 0


@pytest.mark.parametrize(
    "name", ["with space.sayso", "what?mode=memory.sayso", "50%.sayso", "журнал#1.sayso", ":memory:"]
)
def test_any_file_name_will_do(tmp_path: Path, name: str) -> None:
    with Ledger(tmp_path / name) as ledger:
        ledger.add(ferry_reading(), RUN)
    assert (tmp_path / name).exists()
    with Ledger(str(tmp_path / name), create=False) as ledger:
        assert ledger.count_stories() == 1


@pytest.mark.parametrize("content", [b"x", b"Dear diary,\n", b"<html>" * 5000, b"\0" * 4096])
def test_other_file_is_no_ledger(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    with pytest.raises(LedgerError, match="is no SQLite file"):
        Ledger(path)
    assert path.read_bytes() == content
    assert list(path.parent.iterdir()) == [path]


def test_other_database_is_no_ledger(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE story (id)")
    before = path.read_bytes()
    with pytest.raises(LedgerError, match="is a SQLite file, but no ledger"):
        Ledger(path)
    assert path.read_bytes() == before


def test_folder_is_no_ledger(tmp_path: Path) -> None:
    with pytest.raises(LedgerError, match="is a folder"):
        Ledger(tmp_path)
    with pytest.raises(LedgerError, match="there is no folder"):
        Ledger(tmp_path / "absent" / "test.sayso")
    (tmp_path / "file").touch()
    with pytest.raises(LedgerError, match="there is no folder"):
        Ledger(tmp_path / "file" / "test.sayso")


def test_pipe_is_no_ledger(path: Path) -> None:
    os.mkfifo(path)
    with pytest.raises(LedgerError, match="is no ordinary file"):
        Ledger(path)


def test_newer_schema_is_refused(path: Path) -> None:
    Ledger(path).close()
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("INSERT INTO migration VALUES (999, 'from_the_future', '2034-01-01')")
    before = dump(path)
    with pytest.raises(LedgerError, match="made by a newer sayso") as caught:
        Ledger(path)
    assert "Upgrade sayso" in caught.value.remedy
    assert dump(path) == before


def test_file_that_may_only_be_read(unprivileged_folder: Path) -> None:
    path = unprivileged_folder / "test.sayso"
    with Ledger(path) as ledger:
        ledger.add(ferry_reading(), RUN)
    path.chmod(0o444)
    before = path.read_bytes()
    with Ledger(path) as ledger:
        assert ledger.reading("ferry") == ferry_reading()
        with pytest.raises(LedgerError, match="may only be read"):
            ledger.add(one_line_reading("a", "Ana", "yes"), RUN)
    assert path.read_bytes() == before


def test_file_that_may_not_be_read(unprivileged_folder: Path) -> None:
    path = unprivileged_folder / "test.sayso"
    Ledger(path).close()
    path.chmod(0)
    with pytest.raises(LedgerError, match="cannot be opened"):
        Ledger(path)


def test_folder_that_may_only_be_read(unprivileged_folder: Path) -> None:
    path = unprivileged_folder / "test.sayso"
    Ledger(path).close()
    unprivileged_folder.chmod(0o555)
    for name in ("test.sayso", "new.sayso"):
        with pytest.raises(LedgerError, match=r"may only be read|cannot be opened") as caught:
            Ledger(unprivileged_folder / name)
        assert "a folder that may be written" in caught.value.wanted
    unprivileged_folder.chmod(0)
    with pytest.raises(LedgerError, match="cannot be opened"):
        Ledger(path)


def test_locked_by_another_writer(path: Path) -> None:
    with Ledger(path) as writer, Ledger(path, busy_timeout_seconds=0.1) as other:
        writer.connection.execute("BEGIN IMMEDIATE")
        with pytest.raises(LedgerError, match="being written by another program"):
            other.add(ferry_reading(), RUN)
        assert other.count_stories() == 0
        writer.connection.execute("COMMIT")
        other.add(ferry_reading(), RUN)
        assert writer.count_stories() == 1


def test_full_database(path: Path) -> None:
    with Ledger(path) as ledger:
        ledger.add(numbered_reading("a", 0), RUN)
        (pages,) = ledger.connection.execute("PRAGMA page_count").fetchone()
        ledger.connection.execute(f"PRAGMA max_page_count = {pages + 3}")
        before = dump(path)
        with pytest.raises(LedgerError, match="disk is full"):
            ledger.add(numbered_reading("a", 1), RUN)
        assert dump(path) == before
        ledger.connection.execute("PRAGMA max_page_count = 100000")
        ledger.add(numbered_reading("a", 1), RUN)
    check_integrity(path)


def test_disk_that_refuses_to_write(path: Path) -> None:
    Ledger(path).close()
    command = [sys.executable, "-m", WORKERS, "limit", str(path), "a", str(path.stat().st_size + 150_000)]
    *added, error = subprocess.run(
        command, capture_output=True, text=True, check=True, cwd=REPOSITORY
    ).stdout.splitlines()
    assert "the disk" in error
    assert "nothing is half written" in error
    assert added
    check_integrity(path)
    with Ledger(path) as ledger:
        assert sorted(story.id for story in ledger.stories()) == sorted(added)
        ledger.add(numbered_reading("after", 0), RUN)


def read_all(path: Path) -> list[object]:
    with Ledger(path, create=False) as ledger:
        stories = list(ledger.stories())
        everything = [ledger.reading(story.id) for story in stories]
        return [*everything, *ledger.said("Álvarez"), *ledger.search("ferry"), ledger.count_attributions()]


def test_damage_is_told(path: Path) -> None:
    with Ledger(path) as ledger:
        for number in range(12):
            ledger.add(numbered_reading("a", number), RUN)
    whole = path.read_bytes()
    random = Random(20240304)
    told = 0
    for _ in range(60):
        damaged = bytearray(whole)
        start = random.randrange(len(whole) - 512)
        damaged[start : start + 512] = random.randbytes(512)
        path.write_bytes(damaged)
        try:
            read_all(path)
        except (LedgerError, UsageError) as error:
            told += "damaged" in str(error) or "SQLite" in str(error)
        for name in ("-wal", "-shm"):
            Path(f"{path}{name}").unlink(missing_ok=True)
    assert told >= 20


@pytest.mark.parametrize("column", ["text", "compressed", "span", "kind", "content_spans", "speech"])
def test_damaged_row_is_told(path: Path, column: str) -> None:
    tables = {"text": "revision", "compressed": "raw", "span": "mark", "kind": "mark", "speech": "manner"}
    with Ledger(path) as ledger:
        ledger.add(ferry_reading(), RUN)
        value = "x'00ff'" if column == "compressed" else "'damaged'"
        ledger.connection.execute(f"UPDATE {tables.get(column, 'kept_attribution')} SET {column} = {value}")
        with pytest.raises(LedgerError, match="is damaged"):
            ledger.reading("ferry")
