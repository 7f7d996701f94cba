"""Bad input through the command: a clear error, the right exit code, nothing half written."""

import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from sayso.cli.app import app
from sayso.errors import UsageError
from sayso.ledger import Ledger
from tests.cli.test_cli import run

NAVIGATION = "<html><body><nav><a href='/'>Home</a><a href='/world'>World</a></nav></body></html>"
BAD_FILES: dict[str, tuple[str, bytes]] = {
    "empty": ("empty.txt", b""),
    "binary": ("story.txt", b"\x7fELF\x02\x01\x01" + bytes(range(256)) * 4),
    "50 MB in one line": ("long.txt", b"word " * 10_000_000),
    "HTML with no story": ("page.html", NAVIGATION.encode()),
    "NUL bytes": ("nul.txt", b"He said\x00\x00 it was over."),
}


@pytest.mark.parametrize("kind", BAD_FILES)
@pytest.mark.parametrize("verb", ["read", "add"])
def test_a_file_that_is_no_story(kind: str, verb: str, tmp_path: Path) -> None:
    name, content = BAD_FILES[kind]
    (tmp_path / name).write_bytes(content)
    ledger = tmp_path / "l.sayso"
    done = run(verb, tmp_path / name, *(["--ledger", ledger] if verb == "add" else []))
    assert done.returncode == 1
    assert name in done.stderr
    assert "Wanted:" in done.stderr
    assert "Traceback" not in done.stderr
    if verb == "add":
        with Ledger(ledger) as opened:
            assert opened.count_stories() == 0


def test_half_a_character_is_not_lost_silently(tmp_path: Path) -> None:
    path = tmp_path / "half.txt"
    path.write_bytes("“Yes,” Ann Lee said at the café".encode()[:-1])
    done = run("read", path, "--jsonl")
    assert done.returncode == 1 or "�" in done.stdout
    assert "Traceback" not in done.stderr


def test_a_day_that_is_none(tmp_path: Path) -> None:
    done = run("trace", "the bridge will close", "--as-of", "yesterday", "--ledger", tmp_path / "l.sayso")
    assert done.returncode == 2
    assert "“yesterday” is no day. Wanted: a day as year, month and day: 2024-12-14." in done.stderr


def test_a_ledger_of_a_newer_schema(tmp_path: Path) -> None:
    path = tmp_path / "l.sayso"
    Ledger(path).close()
    with sqlite3.connect(path) as connection:
        connection.execute("INSERT INTO migration VALUES (9999, 'later', '2099-01-01')")
    connection.close()
    before = path.read_bytes()
    done = run("add", "-", "--ledger", path, given="“Yes,” Ann Lee said.")
    assert done.returncode == 1
    assert "newer" in done.stderr
    assert path.read_bytes() == before


def test_a_file_that_is_no_ledger(tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("shopping list")
    done = run("add", "-", "--ledger", path, given="“Yes,” Ann Lee said.")
    assert done.returncode == 1
    assert path.read_text() == "shopping list"


def test_a_full_disk(tmp_path: Path) -> None:
    """The kernel refuses every write past a size, as a full disk does."""
    story = tmp_path / "story.txt"
    story.write_text("The bridge over the river is closed and it will not be open for a year.\n" * 2000)
    path = tmp_path / "l.sayso"
    Ledger(path).close()
    limit = 64 * 1024  # less than the story takes
    child = f"import resource; resource.setrlimit(resource.RLIMIT_FSIZE, ({limit}, {limit}))"
    done = _run_after(child, "add", story, "--ledger", path)
    assert done.returncode == 1
    assert "Wanted:" in done.stderr
    assert "Traceback" not in done.stderr
    with Ledger(path) as ledger:
        assert ledger.count_stories() == 0
    assert run("add", story, "--ledger", path).returncode == 0


def test_a_folder_without_rights(tmp_path: Path) -> None:
    folder = tmp_path / "closed"
    folder.mkdir(mode=0o000)
    runner = CliRunner()
    assert runner.invoke(app, ["read", "--help"]).exit_code == 0
    user = os.geteuid()
    try:
        if user == 0:
            os.seteuid(65534)
        result = runner.invoke(app, ["read", str(folder)])
    finally:
        os.seteuid(user)
        folder.chmod(0o700)
    assert isinstance(result.exception, UsageError)
    assert str(tmp_path) in str(result.exception)


def _run_after(child: str, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
    """Run the command in a process that does something to itself first."""
    program = f"import sys; from sayso.cli.app import main; {child}; sys.argv = sys.argv[1:]; main()"
    command = [sys.executable, "-c", program, "sayso", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8")


@pytest.mark.parametrize("verb", ["read", "add"])
def test_an_address_with_bytes_that_are_no_utf_8(verb: str, tmp_path: Path) -> None:
    done = run(verb, os.fsdecode(b"https://127.0.0.1:1/\xff"), *(["-l", tmp_path / "l.sayso"] if verb == "add" else []))
    assert done.returncode == 1
    assert "the address holds what no address can" in done.stderr
    assert "Wanted: an http or https address in UTF-8" in done.stderr
    assert "Traceback" not in done.stderr
