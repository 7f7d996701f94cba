"""`sayso raw`: the bytes that a story was taken from."""

import hashlib
import sys
from typing import Annotated

import typer

from sayso.cli.options import LedgerOption
from sayso.cli.output import messages
from sayso.ledger import Ledger
from sayso.settings import DEFAULT_LEDGER


def raw(
    story: Annotated[str, typer.Argument(help="The id of a story.")],
    revision: Annotated[int | None, typer.Option("--revision", help="Its number.", show_default="the latest")] = None,
    ledger: LedgerOption = DEFAULT_LEDGER,
) -> None:
    """Give back the bytes that a story was taken from, as they came; their SHA-256 goes to stderr.

    They are those of its page or file; of a story out of a larger file those of its own record: a line of JSON lines, a
    row of CSV under the line with the names of the columns, an item of a feed.

    Example:  sayso raw f01 > f01.html
    """
    with Ledger(ledger, create=False) as opened:
        data = opened.raw(story, revision)
    messages.print(f"{len(data):,} bytes, SHA-256 {hashlib.sha256(data).hexdigest()}", soft_wrap=True)
    sys.stdout.buffer.write(data)
    sys.stdout.buffer.flush()
