"""The command itself, before any verb."""

import subprocess
import sys

import pytest
import typer
from typer.testing import CliRunner

from sayso.cli.app import VERBS, app

_LOADED = """
import sys
from sayso.cli.app import app
print([name for name in ("numpy", "onnxruntime", "pyarrow") if name in sys.modules])
"""


def test_no_verb_is_loaded_before_it_is_asked_for() -> None:
    done = subprocess.run([sys.executable, "-c", _LOADED], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize("name", VERBS)
def test_every_verb_has_its_name_and_a_line_of_help(name: str) -> None:
    group = typer.main.get_command(app)
    command = group.get_command(typer.Context(group), name)  # type: ignore[attr-defined]
    assert command.name == name
    assert command.get_short_help_str()


def test_what_is_no_verb_is_refused() -> None:
    done = CliRunner().invoke(app, ["speak"])
    assert done.exit_code == 2
    assert "No such command 'speak'" in done.output
