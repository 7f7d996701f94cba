"""`sayso lineage` and `sayso rebuild` on ledgers whose index is there, is not there, or is torn."""

import json
import shutil
from pathlib import Path

import pytest
from typer.testing import CliRunner

from sayso.cli.app import app
from sayso.errors import UsageError
from sayso.ledger import Ledger
from sayso.records import Lineage
from sayso.reuse import detect_lineage
from sayso.reuse.postings import folder_of
from sayso.shapes import lineage_shape
from tests.cli.test_cli import run
from tests.reuse.ledgers import add_stories, by_story, quote, updated, write_words
from tests.reuse.test_detect import FIRST, OWN, WORLD
from tests.reuse.texts import make_story, write_text

FEW_WORDS = [make_story(f"y{number:02}", write_text(500 + number, 1)) for number in range(60)]


def as_json(lineage: Lineage) -> object:
    return json.loads(json.dumps(lineage_shape(lineage)))


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    path = tmp_path / "l.sayso"
    with Ledger(path) as opened:
        add_stories(opened, [*WORLD, *FEW_WORDS])
    return path


def test_lineage_of_a_story_is_that_among_all(ledger: Path) -> None:
    expected = by_story(detect_lineage([*WORLD, *FEW_WORDS]))
    done = run("lineage", "m1", "--json", "--ledger", ledger)
    assert (done.returncode, done.stderr.strip()) == (0, "")
    assert json.loads(done.stdout) == as_json(expected["m1"])
    assert (ledger.parent / "l.sayso-index").is_dir()
    every = run("lineage", "--all", "--words", "--jsonl", "--ledger", ledger)
    assert [json.loads(line) for line in every.stdout.splitlines()] == [
        as_json(expected[number]) for number in sorted(expected)
    ]


def test_lineage_shows_the_family_of_a_story_and_who_has_words_of_it(ledger: Path) -> None:
    result = CliRunner().invoke(app, ["lineage", "a3", "--ledger", str(ledger)])
    assert result.exit_code == 0
    for number in ("a1", "a2", "a3", "a4", "m1", "q1"):
        assert f"{number}.example" in result.stdout
    for number in ("b2", "x1", "y07"):
        assert f"{number}.example" not in result.stdout


def test_lineage_of_a_story_that_quotes_a_copy(tmp_path: Path) -> None:
    """The copy is no original: its own original stands at the root of the tree."""
    path = tmp_path / "l.sayso"
    said = quote(write_words(98, 16))
    with Ledger(path) as opened:
        add_stories(opened, [make_story("a1", FIRST, 2), make_story("a2", [*FIRST, said], 3)])
        add_stories(opened, [make_story("q1", [*OWN, said], 4)])
    shown = run("lineage", "q1", "--ledger", path)
    assert "Traceback" not in shown.stderr
    assert shown.returncode == 0
    assert shown.stdout.index("a2.example") < shown.stdout.index("q1.example")


def test_rebuild_makes_the_index_anew_and_touches_nothing_else(ledger: Path) -> None:
    with Ledger(ledger) as opened:
        stories = list(opened.stories())
        updated(opened)
        (run_file,) = folder_of(opened).iterdir()
        whole = run_file.read_bytes()
        run_file.write_bytes(whole[:100])
        (folder_of(opened) / f"{run_file.name}.1.part").write_bytes(whole[:50])
        opened.connection.execute("UPDATE fingerprint SET hashes = x'', words = 0 WHERE revision < 10")
    done = run("rebuild", "--ledger", ledger)
    assert done.returncode == 0
    assert "index of 69 texts made anew" in done.stdout
    with Ledger(ledger) as opened:
        assert [path.name for path in folder_of(opened).iterdir()] == [run_file.name]
        assert run_file.read_bytes() == whole
        assert list(opened.stories()) == stories
        assert by_story(updated(opened).lineage_of_all()) == by_story(detect_lineage([*WORLD, *FEW_WORDS]))


def test_a_deleted_index_is_made_anew(ledger: Path) -> None:
    arguments = ["lineage", "m1", "--json", "--ledger", str(ledger)]
    first = CliRunner().invoke(app, arguments)
    shutil.rmtree(ledger.parent / "l.sayso-index")
    again = CliRunner().invoke(app, arguments)
    assert (again.exit_code, again.stdout) == (0, first.stdout)
    assert list((ledger.parent / "l.sayso-index").iterdir())


@pytest.mark.parametrize("arguments", [["rebuild"], ["lineage", "a1"]])
def test_a_ledger_that_is_not_there(arguments: list[str], tmp_path: Path) -> None:
    done = run(*arguments, "--ledger", tmp_path / "none.sayso")
    assert done.returncode == 1
    assert "there is no ledger at" in done.stderr
    assert "Wanted:" in done.stderr
    assert "Traceback" not in done.stderr
    assert not list(tmp_path.iterdir())


def test_a_story_that_is_not_there(ledger: Path) -> None:
    done = run("lineage", "nobody", "--ledger", ledger)
    assert (done.returncode, done.stdout) == (2, "")
    assert "there is no story nobody in" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_story_and_all_at_once(ledger: Path) -> None:
    result = CliRunner().invoke(app, ["lineage", "a1", "--all", "--ledger", str(ledger)])
    assert isinstance(result.exception, UsageError)
    assert "a story and --all were given together" in str(result.exception)


def test_an_empty_ledger(tmp_path: Path) -> None:
    path = str(tmp_path / "l.sayso")
    Ledger(path).close()
    rebuilt = CliRunner().invoke(app, ["rebuild", "--ledger", path])
    assert rebuilt.exit_code == 0
    assert "index of 0 texts made anew" in rebuilt.stdout
    every = CliRunner().invoke(app, ["lineage", "--all", "--jsonl", "--ledger", path])
    assert (every.exit_code, every.stdout) == (0, "")
