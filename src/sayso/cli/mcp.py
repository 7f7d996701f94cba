"""`sayso mcp`: what a ledger knows, for an assistant."""

from pathlib import Path
from typing import Annotated

import typer

from sayso.ledger import Ledger
from sayso.settings import DEFAULT_LEDGER


def mcp(
    ledger: Annotated[Path, typer.Argument(envvar="SAYSO_LEDGER", help="The ledger file.")] = DEFAULT_LEDGER,
) -> None:
    """Let an assistant ask the ledger: on whose word a claim rests, what someone said, which story copies which.

    It speaks the Model Context Protocol on standard input and output: an assistant starts it, as its settings say.
    Nothing is changed in the ledger, and nothing is sent anywhere but to that assistant.

    Example:  sayso mcp war.sayso
    """
    from sayso.agents import create_server

    with Ledger(ledger, create=False):
        pass
    create_server(ledger).run("stdio")
