"""The `sayso` command."""

import sys
from functools import cache
from importlib import import_module
from io import TextIOWrapper
from typing import Annotated, cast

import typer
from typer.core import TyperCommand, TyperGroup

from sayso.cli.output import escape_commands
from sayso.errors import SaysoError, UsageError
from sayso.version import __version__

EXIT_FAILED = 1
EXIT_USAGE = 2

VERBS = (
    "read",
    "add",
    "load",
    "said",
    "search",
    "sources",
    "judge",
    "eval",
    "trace",
    "follow",
    "watch",
    "lineage",
    "revisions",
    "export",
    "raw",
    "verify",
    "rebuild",
    "backup",
    "forget",
    "serve",
    "mcp",
    "demo",
)
"""In the order in which help lists them."""

_NAMED_OTHERWISE = {"eval": "evaluate"}
"""The modules of verbs that Python has a word of its own for."""


class _Verbs(TyperGroup):
    """The verbs, each in a module of its own that is loaded when it is asked for: to load all takes a second."""

    def list_commands(self, ctx: object) -> list[str]:  # noqa: ARG002 - as commands are listed
        return list(VERBS)

    def get_command(self, ctx: object, cmd_name: str) -> TyperCommand | TyperGroup | None:  # noqa: ARG002
        return _load_verb(cmd_name) if cmd_name in VERBS else None


@cache
def _load_verb(name: str) -> TyperCommand | TyperGroup:
    module = _NAMED_OTHERWISE.get(name, name)
    verb = getattr(import_module(f"sayso.cli.{module}"), module)
    if not isinstance(verb, typer.Typer):
        alone = typer.Typer(add_completion=False, rich_markup_mode="rich")
        alone.command(name)(verb)
        verb = alone
    command = cast(TyperCommand | TyperGroup, typer.main.get_command(verb))
    command.name = name
    return command


app = typer.Typer(
    cls=_Verbs,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode="rich",
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _tell_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"sayso {__version__}")
        raise typer.Exit


@app.callback()
def sayso(
    version: Annotated[
        bool, typer.Option("--version", callback=_tell_version, is_eager=True, help="Tell the version and stop.")
    ] = False,
) -> None:
    """On whose say-so? Reads news stories and keeps a ledger of who said what, and who only repeated it.

    Start with:  sayso demo
    """


def main() -> None:
    """Run the command; errors go to stderr with what came, what was wanted and what to do next.

    Output is UTF-8 whatever the locale: stories hold characters that no other encoding has.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")
    try:
        app()
    except SaysoError as error:
        typer.echo(escape_commands(f"sayso: {error}"), err=True)
        sys.exit(EXIT_USAGE if isinstance(error, UsageError) else EXIT_FAILED)
