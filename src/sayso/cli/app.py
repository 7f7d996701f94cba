"""The `sayso` command."""

import sys
from io import TextIOWrapper
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from sayso.cli import (
    add,
    backup,
    demo,
    evaluate,
    export,
    follow,
    forget,
    judge,
    lineage,
    load,
    mcp,
    raw,
    read,
    rebuild,
    revisions,
    said,
    search,
    serve,
    sources,
    trace,
    verify,
    watch,
)
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


class _InOrder(TyperGroup):
    """Typer lists verbs with verbs of their own before all others."""

    def __init__(self, **given: Any) -> None:
        super().__init__(**given)
        self.commands = {name: self.commands[name] for name in VERBS}


app = typer.Typer(
    cls=_InOrder,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode="rich",
    context_settings={"help_option_names": ["-h", "--help"]},
)
for verb in (
    *(read, add, load, said, search, sources, trace, follow, watch, lineage, revisions, export),
    *(raw, verify, rebuild, backup, forget, serve, mcp, demo),
):
    name = verb.__name__.rpartition(".")[2]
    app.command(name)(getattr(verb, name))
app.add_typer(judge.judge, name="judge")
app.command("eval")(evaluate.evaluate)


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
