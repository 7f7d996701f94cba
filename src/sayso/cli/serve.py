"""`sayso serve`: the desk, a page in the browser on what a ledger knows."""

import os
import secrets
import signal
import socket
import sys
from contextlib import suppress
from ipaddress import ip_address
from typing import Annotated

import typer

from sayso.cli.options import LedgerOption
from sayso.cli.output import messages
from sayso.errors import UsageError
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
    # A browser that comes before the desk is ready waits, as the door is there.
    with _open_door(host, port) as door:
        address = _tell_address(door) + (f"?token={token}" if token else "")
        messages.print(f"The desk on {ledger}: {address}  (Ctrl-C ends it)", markup=False, soft_wrap=True)
        if open_page:
            typer.launch(address)
        # uvicorn ends by the signal that it was sent; the processes are ended before that.
        signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
        with Workers(ledger, os.cpu_count() or 1) as workers, suppress(KeyboardInterrupt):
            app = create_app(ledger, token, workers)
            uvicorn.Server(uvicorn.Config(app, log_level="warning", access_log=False)).run(sockets=[door])


def _open_door(host: str, port: int) -> socket.socket:
    """A socket that listens at an address.

    Raises:
        UsageError: something else listens there, or the address is none of this computer.
    """
    try:
        return socket.create_server((host, port), family=socket.AF_INET6 if ":" in host else socket.AF_INET)
    except OSError as error:
        why = str(error.strerror).partition(" (while ")[0]  # what Python adds says the address once more
        raise UsageError(
            f"the desk cannot answer at {host}, port {port} ({why})",
            "an address of this computer, and a port that nothing else uses",
            "See whether a desk runs there already, or take a port that is free with --port 0",
        ) from error


def _tell_address(door: socket.socket) -> str:
    """The address at which a browser finds a socket: of one that answers at every address, this computer's name."""
    host, port = door.getsockname()[:2]
    if ip_address(host).is_unspecified:
        host = socket.gethostname()
    return f"http://[{host}]:{port}/" if ":" in host else f"http://{host}:{port}/"
