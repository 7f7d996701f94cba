"""`sayso follow` as a person runs it."""

import csv
import io
import json
from pathlib import Path

import pytest

from tests.cli.test_cli import run

CLAIM = "the bridge will close for a year"
FIRST = {"id": "a", "outlet": "The Herald", "text": "“The bridge will close for a year,” Nora Field said on Monday."}
SECOND = {"id": "b", "outlet": "The Tribune", "text": "“The bridge will close for a year,” Ivo Tan said on Friday."}


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("followed")
    path = folder / "l.sayso"
    for number, story in enumerate((FIRST, SECOND)):
        file = folder / f"{number}.jsonl"
        file.write_text(json.dumps(story) + "\n", encoding="utf-8")
        assert run("add", file, "--ledger", path).returncode == 0
        if story is FIRST:
            done = run("follow", CLAIM, "--ledger", path)
            assert "1 story → 1 side, single-origin: Nora Field" in " ".join(done.stdout.split())
    return path


def test_what_came_since_is_told_until_it_was_seen(ledger: Path) -> None:
    told = " ".join(run("follow", "--ledger", ledger).stdout.split())
    assert f"“{CLAIM}” 2 stories → 2 sides, corroborated: Ivo Tan, Nora Field" in told
    assert "1 story → 1 side, single-origin" in told
    assert "new: Ivo Tan undated The Tribune b" in told
    (row,) = csv.DictReader(io.StringIO(run("follow", "--csv", "--ledger", ledger).stdout))
    assert (row["changed"], json.loads(row["new_origins"])) == ("True", ["Ivo Tan"])
    assert run("follow", "--seen", "--ledger", ledger).returncode == 0
    (one,) = json.loads(run("follow", "--json", "--ledger", ledger).stdout)["following"]
    assert (one["changed"], one["then"]["standing"]) == (False, "corroborated")
    assert "is followed no longer" in run("follow", CLAIM, "--stop", "--ledger", ledger).stderr
    assert "No claim is followed yet" in run("follow", "--ledger", ledger).stderr


@pytest.mark.parametrize("given", [("--stop",), ("never followed", "--stop"), ("?!",), ("x", "--stop", "--seen")])
def test_what_cannot_be_is_a_usage_error(ledger: Path, given: tuple[str, ...]) -> None:
    assert run("follow", *given, "--ledger", ledger).returncode == 2
