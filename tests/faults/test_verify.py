"""`sayso verify` finds what is wrong, says what to do, and finds nothing wrong with what sayso left."""

import json
from pathlib import Path
from random import Random

import pytest
from typer.testing import CliRunner

from sayso.cli.app import app
from sayso.errors import LedgerError
from sayso.ledger import Ledger
from sayso.ledger.schema import list_migrations
from sayso.pipeline.upkeep import verify
from sayso.reuse import ReuseIndex
from sayso.reuse.postings import folder_of
from tests.faults.workplace import fill
from tests.ledger.samples import RUN, dump, ferry_reading
from tests.reuse.ledgers import small_runs

FERRY_CHANGES = [
    ("UPDATE revision SET text = text || '.'", "is not the one that was stored"),
    ("UPDATE revision SET text_sha256 = 'ff'", "is not the one that was stored"),
    ("UPDATE revision SET text = CAST(x'c3' AS TEXT)", "damaged"),
    ("UPDATE revision SET number = 2", "lacks a text"),
    ("UPDATE raw SET compressed = x'00'", "cannot be unpacked"),
    ("UPDATE raw SET size_bytes = 1", "not as many as were stored"),
    ("UPDATE revision SET raw_sha256 = NULL", "no story was taken from the bytes"),
    ("DELETE FROM raw", "names a row of raw that is not there"),
    ("UPDATE mark SET span = '[0, 99999]'", "a span"),
    ("UPDATE mark SET kind = 'other'", "mark 1 cannot be read"),
    ("UPDATE kept_attribution SET content_spans = '[[5, 9999]]' WHERE id = 2", "a span"),
    (
        "UPDATE kept_attribution SET content_spans = '[[5, 9]]' WHERE id = 2",
        "words of attribution 2 of story ferry",
    ),
    ("UPDATE kept_attribution SET content_spans = '[[5, 9]]' WHERE id = 2", "attribution_fts is not in step"),
    ("UPDATE kept_attribution SET cue_spans = '[[0, 9]]' WHERE id = 1", "the words of attribution 1 of story ferry"),
    ("UPDATE kept_attribution SET named_in = '[[0, 9999]]' WHERE id = 1", "a span"),
    ("UPDATE kept_attribution SET route = NULL WHERE id = 1", "attribution 1 cannot be read"),
    ("UPDATE manner SET certainty = 'sure'", "attribution 1 cannot be read"),
    ("DELETE FROM source", "names a row of source that is not there"),
    ("DELETE FROM rule", "names a row of rule that is not there"),
    ("DELETE FROM manner", "names a row of manner that is not there"),
    ("DELETE FROM mark; DELETE FROM migration WHERE number = 3", "steps of the schema"),
    ("DROP TRIGGER judgement_kept", "trigger judgement_kept is not there"),
    ("DROP INDEX revision_url", "index revision_url is not there"),
    ("DROP TRIGGER revision_inserted", "trigger revision_inserted is not there"),
    ("INSERT INTO revision_fts (revision_fts) VALUES ('delete-all')", "revision_fts is not in step"),
    (
        "DELETE FROM attribution_fts_docsize",
        "attribution_fts is not in step",
    ),
    ("UPDATE fingerprint SET words = words + 1", "fingerprints of text 1"),
    ("UPDATE fingerprint SET hashes = x'0000000000000000'", "fingerprints of text 1"),
    (
        "INSERT INTO judgement VALUES (1, 'claim', 'nobody', 'x', 'w', '', 'states', 'ed', NULL, '2024')",
        "judgement 1 is on story nobody",
    ),
    (
        "INSERT INTO judgement VALUES (1, 'other', 'a', 'b', '', '', 'yes', 'ed', NULL, '2024')",
        "a decision cannot be read",
    ),
    (
        "INSERT INTO following VALUES (1, 'c', 'follow', 'odd', 1, 1, 1, 1, 1, '[]', 1, 0, '2024', 'ed', '2024')",
        "a claim that is followed cannot be read",
    ),
    (
        "INSERT INTO forgotten VALUES (1, 'x', 'odd', '[]', 1, 'ed', NULL, '2024')",
        "a decision cannot be read",
    ),
]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "test.sayso"


@pytest.mark.parametrize(("change", "told"), FERRY_CHANGES, ids=[change[:40] for change, _ in FERRY_CHANGES])
def test_what_is_wrong_is_found(path: Path, change: str, told: str) -> None:
    with Ledger(path) as ledger:
        ledger.add(ferry_reading(), RUN)
        ReuseIndex(ledger).update()
        assert verify(ledger) == ()
        ledger.connection.execute("PRAGMA foreign_keys = OFF")
        for statement in change.split(";"):
            ledger.connection.execute(statement)
        faults = verify(ledger)
        assert told in "\n".join(fault.what for fault in faults)
        assert all(fault.remedy for fault in faults)


def test_what_rebuild_mends_is_said_to_be_mended_by_it(path: Path) -> None:
    fill(path)
    with Ledger(path) as ledger:
        ledger.connection.execute("INSERT INTO revision_fts (revision_fts) VALUES ('delete-all')")
        ledger.connection.execute("UPDATE fingerprint SET words = 3 WHERE revision = 2")
        ledger.connection.execute("DELETE FROM fingerprint WHERE revision = 5")
    runner = CliRunner()
    found = runner.invoke(app, ["verify", "--ledger", str(path)])
    assert found.exit_code == 1
    assert "12 stories, 12 texts, 3 faults" in found.stdout
    assert found.stderr.count("sayso rebuild") == 3
    assert runner.invoke(app, ["rebuild", "--ledger", str(path)]).exit_code == 0
    found = runner.invoke(app, ["verify", "--ledger", str(path), "--json"])
    assert found.exit_code == 0
    assert json.loads(found.stdout) == {"ledger": str(path), "stories": 12, "texts": 12, "faults": []}


@pytest.mark.parametrize("damage", ["flip", "cut"])
def test_torn_file_of_the_index_is_found_or_passed_over(path: Path, damage: str) -> None:
    with small_runs():
        fill(path)
        with Ledger(path) as ledger:
            assert verify(ledger) == ()
            run = max(folder_of(ledger).glob("*.keys"), key=lambda file: file.stat().st_size)
            whole = bytearray(run.read_bytes())
            if damage == "flip":
                # The name tells a sample of the keys: one that is not in it is only found by looking at all.
                whole[8:16] = whole[0:8]
            run.write_bytes(whole[: len(whole) // 2] if damage == "cut" else whole)
            faults = verify(ledger)
            assert len(faults) == (damage == "flip")
            ReuseIndex(ledger).rebuild()
            assert verify(ledger) == ()


def test_texts_without_fingerprints_yet_are_no_fault(path: Path) -> None:
    with Ledger(path) as ledger:
        ledger.add(ferry_reading(), RUN)
        assert verify(ledger) == ()


def test_tables_of_ones_own_are_no_fault(path: Path) -> None:
    with Ledger(path) as ledger:
        ledger.connection.execute("CREATE TABLE mine (words TEXT)")
        ledger.connection.execute("CREATE INDEX revision_outlet ON revision (outlet)")
        assert verify(ledger) == ()


def test_every_migration_is_asked_for(path: Path) -> None:
    with Ledger(path) as ledger:
        for migration in list_migrations():
            with_all = ledger.connection.execute("SELECT * FROM migration").fetchall()
            ledger.connection.execute("DELETE FROM migration WHERE number = ?", (migration.number,))
            assert any("steps of the schema" in fault.what for fault in verify(ledger))
            ledger.connection.execute("DELETE FROM migration")
            ledger.connection.executemany("INSERT INTO migration VALUES (?, ?, ?)", map(tuple, with_all))


def test_every_page_that_is_overwritten_is_found(path: Path) -> None:
    fill(path, 6)
    whole, before = path.read_bytes(), dump(path)
    random = Random(20240304)
    missed = []
    for start in range(0, len(whole), 4096):
        path.write_bytes(whole[:start] + random.randbytes(4096) + whole[start + 4096 :])
        try:
            with Ledger(path, create=False) as ledger:
                found = bool(verify(ledger))
        except LedgerError as error:
            found = "damaged" in str(error) or "no SQLite file" in str(error)
        if not found:
            missed.append(start // 4096)
        for end in ("-wal", "-shm"):
            path.with_name(path.name + end).unlink(missing_ok=True)
    for page in missed:
        # Only a page that nothing is on can be overwritten unseen.
        path.write_bytes(whole[: page * 4096] + bytes(4096) + whole[(page + 1) * 4096 :])
        assert dump(path) == before
