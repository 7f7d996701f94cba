"""A copy of a ledger that others write meanwhile."""

import time
from pathlib import Path

import pytest
from typer.testing import CliRunner

from evaluation.fault_work import make_reading
from sayso.cli.app import app
from sayso.errors import LedgerError, UsageError
from sayso.ledger import Ledger
from sayso.ledger.backup import back_up
from sayso.pipeline.upkeep import verify
from tests.faults.workplace import at_work, fill
from tests.ledger.samples import dump


def back_up_to(path: Path, to: Path, *, replace: bool = False) -> None:
    with Ledger(path, create=False) as ledger:
        back_up(ledger, to, lambda *_: None, replace=replace)


def test_copy_is_the_ledger(tmp_path: Path) -> None:
    path, copy = tmp_path / "test.sayso", tmp_path / "copy.sayso"
    fill(path)
    path.chmod(0o600)
    done = CliRunner().invoke(app, ["backup", str(copy), "--ledger", str(path)])
    assert (done.exit_code, "copied and checked" in done.stdout) == (0, True)
    assert dump(copy) == dump(path)
    assert copy.stat().st_mode == path.stat().st_mode
    assert sorted(one.name for one in tmp_path.glob("copy*")) == ["copy.sayso"]


def test_copy_made_while_others_write_is_of_one_moment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sayso.ledger.backup.PAGES_AT_ONCE", 5)
    path, copy = tmp_path / "test.sayso", tmp_path / "copy.sayso"
    fill(path)
    told: list[tuple[int, int]] = []

    def wait(done: int, pages: int) -> None:
        told.append((done, pages))
        time.sleep(0.05)

    with at_work("add", path), Ledger(path) as ledger:
        before = ledger.count_stories()
        back_up(ledger, copy, wait)
        after = ledger.count_stories()
    assert len(told) > 5
    assert after > before
    assert told[-1][0] == told[-1][1]
    with Ledger(copy, create=False) as copied:
        assert before <= copied.count_stories() < after
        assert verify(copied) == ()
        for story in copied.stories():
            assert copied.reading(story.id) == make_reading(story.id)


def test_what_is_there_is_replaced_only_if_asked(tmp_path: Path) -> None:
    path, copy = tmp_path / "test.sayso", tmp_path / "copy.sayso"
    fill(path)
    copy.write_bytes(b"older")
    with pytest.raises(UsageError, match="is there already"):
        back_up_to(path, copy)
    assert copy.read_bytes() == b"older"
    back_up_to(path, copy, replace=True)
    assert dump(copy) == dump(path)
    for wrong, told in ((path, "the ledger itself"), (tmp_path, "is a folder"), (tmp_path / "no" / "x", "no folder")):
        with pytest.raises(UsageError, match=told):
            back_up_to(path, wrong, replace=True)


def test_damaged_ledger_takes_no_good_copys_place(tmp_path: Path) -> None:
    path, copy = tmp_path / "test.sayso", tmp_path / "copy.sayso"
    fill(path)
    back_up_to(path, copy)
    before = copy.read_bytes()
    with Ledger(path) as ledger:
        ledger.connection.execute("UPDATE revision SET text = 'other' WHERE id = 3")
    with pytest.raises(LedgerError, match="the copy is not whole"):
        back_up_to(path, copy, replace=True)
    assert copy.read_bytes() == before
    assert sorted(one.name for one in tmp_path.glob("copy*")) == ["copy.sayso"]
