"""`sayso export` as a person runs it."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from sayso.cli.app import app
from sayso.errors import UsageError
from sayso.export import read_rows
from sayso.ledger import Ledger


def run(ledger: Ledger, *arguments: str | Path) -> str:
    done = CliRunner().invoke(app, ["export", *map(str, arguments), "--ledger", str(ledger.path)])
    if done.exception:
        raise done.exception
    return done.stdout


def test_tables_go_to_a_folder(few: Ledger, tmp_path: Path) -> None:
    assert run(few, tmp_path / "tables") == ""
    assert {path.name for path in (tmp_path / "tables").iterdir()} >= {"stories.csv", "statements.csv"}
    assert [row["extents"] for row in read_rows(tmp_path / "tables" / "parents.csv")] == [None]
    run(few, tmp_path / "tables", "--extents")
    assert all(row["extents"] for row in read_rows(tmp_path / "tables" / "parents.csv"))


def test_one_table_or_a_document_goes_to_standard_output(few: Ledger) -> None:
    lines = run(few, "-", "-f", "jsonl", "-t", "stories", "--story", "b").splitlines()
    assert [json.loads(line)["id"] for line in lines] == ["b"]
    assert json.loads(run(few, "-", "-f", "prov", "--claim", "the pillars are cracked"))["hadMember"]


def test_what_cannot_be_is_told(few: Ledger, tmp_path: Path) -> None:
    for arguments in (("-",), ("x", "--story", "b", "--claim", "y"), (str(tmp_path / "x"), "--story", "nowhere")):
        with pytest.raises(UsageError):
            run(few, *arguments)
