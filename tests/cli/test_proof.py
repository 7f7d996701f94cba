"""`sayso raw` and `sayso forget` as a person runs them."""

import hashlib
import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from sayso.cli.app import app
from sayso.errors import UsageError
from sayso.ledger import Ledger
from sayso.records import Judgement, JudgementKind, Verdict
from tests.ledger.samples import RUN, ferry_reading, one_line_reading


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "test.sayso"
    with Ledger(path) as ledger:
        ledger.add(ferry_reading(), RUN)
        ledger.add(one_line_reading("note", "Ana Brodie", "the ferry sank"), RUN)
        ledger.judge(Judgement(JudgementKind.COPY, "note", "ferry", Verdict.YES, "ed"))
    return path


def test_raw_gives_the_bytes_back_and_tells_their_hash(path: Path) -> None:
    done = CliRunner().invoke(app, ["raw", "ferry", "--ledger", str(path)])
    assert (done.exit_code, done.stdout_bytes) == (0, b"<html>the page</html>")
    assert hashlib.sha256(done.stdout_bytes).hexdigest() in done.stderr
    done = CliRunner().invoke(app, ["raw", "note", "--ledger", str(path)])
    assert isinstance(done.exception, UsageError)
    assert done.stdout_bytes == b""


def test_forget_asks_before_it_does(path: Path) -> None:
    asked = CliRunner().invoke(app, ["forget", "ferry", "--ledger", str(path)], input="n\n")
    assert asked.exit_code == 1
    assert "Ferry stays in port" in asked.stderr
    with Ledger(path) as ledger:
        assert ledger.reading("ferry") == ferry_reading()
    done = CliRunner().invoke(app, ["forget", "ferry", "--ledger", str(path), "--by", "ed"], input="y\n")
    assert done.exit_code == 0
    assert "kept without its words: 1" in done.stdout
    again = CliRunner().invoke(app, ["forget", "ferry", "--ledger", str(path), "--json"])
    told = json.loads(again.stdout)
    assert (again.exit_code, told["story"], told["who"], told["judgements"]) == (0, "ferry", "ed", [1])
    with Ledger(path) as ledger:
        assert [story.id for story in ledger.stories()] == ["note"]


def test_forget_of_what_is_not_there_is_told(path: Path) -> None:
    done = CliRunner().invoke(app, ["forget", "absent", "--yes", "--ledger", str(path)])
    assert isinstance(done.exception, UsageError)
