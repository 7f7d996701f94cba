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


def test_what_was_forgotten_stays_so_when_it_is_added_again_until_it_is_let_back(tmp_path: Path) -> None:
    stories, path = tmp_path / "stories.jsonl", str(tmp_path / "l.sayso")
    url = "https://herald.example/a"
    lines = [{"id": "a", "text": "Ana Brodie said no.", "url": url}, {"id": "b", "text": "She left."}]
    stories.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")

    def run(*arguments: str) -> tuple[int, str, str]:
        done = CliRunner().invoke(app, [*arguments, "--ledger", path])
        return done.exit_code, done.stdout, " ".join(done.stderr.split())

    assert run("add", str(stories))[0] == 0
    assert run("forget", "a", "--yes", "--by", "ed", "--why", "withdrawn")[0] == 0
    stories.write_text(stories.read_text("utf-8").replace("said no", "said yes"), encoding="utf-8")
    code, out, err = run("add", str(stories))
    assert (code, out.strip().endswith("0 new, 0 revised, 1 unchanged, 1 forgotten, 0 rejected")) == (0, True), out
    assert "a was forgotten on " in err
    assert "by ed (withdrawn) and is left out" in err
    assert "sayso forget a --let-back" in err
    shape = json.loads(run("add", str(stories), "--json")[1])
    assert (shape["forgotten"], shape["left_out"][0]["story"], shape["left_out"][0]["who"]) == (1, "a", "ed")
    assert run("forget", "a", "--let-back", "--by", "eve")[0] == 0
    assert "1 new, 0 revised, 1 unchanged, 0 rejected" in run("add", str(stories))[1]
    twice = CliRunner().invoke(app, ["forget", "a", "--let-back", "--ledger", path])
    assert "no story a is kept out" in str(twice.exception)
