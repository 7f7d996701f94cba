"""`sayso serve`: the desk, a page in the browser on what a ledger knows."""

import os
import secrets
import signal
import sys
from typing import Annotated

import typer

from sayso.cli.options import LedgerOption
from sayso.cli.output import messages
from sayso.ledger import Ledger
from sayso.settings import DEFAULT_LEDGER

DEFAULT_PORT = 8765


def serve(
    ledger: LedgerOption = DEFAULT_LEDGER,
    host: Annotated[str, typer.Option("--host", help="The address to answer at; by default only this computer.")] = (
        "127.0.0.1"
    ),
    port: Annotated[int, typer.Option("--port", "-p", min=0, max=65535, help="0 for any that is free.")] = DEFAULT_PORT,
    open_page: Annotated[bool, typer.Option("--open/--no-open", help="Open the page in a browser.")] = True,
) -> None:
    """Open the desk: stories with who says what marked, claims with their origins, and a box to take in a story.

    It answers only to this computer. At another address it wants the token that it prints.

    Example:  sayso serve --ledger war.sayso
    """
    import uvicorn

    from sayso.web import create_app
    from sayso.web.guard import is_this_computer
    from sayso.web.workers import Workers

    with Ledger(ledger):
        pass
    token = None if is_this_computer(host) else secrets.token_urlsafe(24)
    address = f"http://{host}:{port}/" + (f"?token={token}" if token else "")
    messages.print(f"The desk on {ledger}: {address}  (Ctrl-C ends it)", markup=False, soft_wrap=True)
    if open_page:
        typer.launch(address)
    # uvicorn ends by the signal that it was sent; the processes are ended before that.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    with Workers(ledger, os.cpu_count() or 1) as workers:
        app = create_app(ledger, token, workers)
        uvicorn.run(app, host=host, port=port, log_level="warning", access_log=False)
