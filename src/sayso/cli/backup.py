"""`sayso backup`: a copy of a ledger, also while others write it."""

from pathlib import Path
from typing import Annotated

import typer

from sayso.cli.options import LedgerOption
from sayso.cli.output import progress_bar, screen
from sayso.ledger import Ledger
from sayso.ledger.backup import back_up
from sayso.settings import DEFAULT_LEDGER


def backup(
    to: Annotated[Path, typer.Argument(help="The path of the copy.")],
    replace: Annotated[bool, typer.Option("--replace", help="Put it in the place of an older copy.")] = False,
    ledger: LedgerOption = DEFAULT_LEDGER,
) -> None:
    """Copy the ledger as it is at this moment, while others go on reading and writing it.

    The copy is checked as by `sayso verify` before it gets its name: what stands under that name is always whole. The
    index beside the ledger is not copied; it is made again when it is wanted.

    Example:  sayso backup backups/war.sayso --ledger war.sayso
    """
    with Ledger(ledger, create=False) as opened, progress_bar() as progress:
        task = progress.add_task("copying", total=None)
        back_up(opened, to, lambda done, pages: progress.update(task, completed=done, total=pages), replace=replace)
    screen.print(f"{to}: {to.stat().st_size:,} bytes, copied and checked", markup=False, soft_wrap=True)
