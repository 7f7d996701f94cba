"""`sayso load`: stories of an archive into a ledger."""

from collections import Counter
from typing import TYPE_CHECKING, Annotated

import typer

from sayso.cli.archive import EXIT_INTERRUPTED
from sayso.cli.indexing import update_index
from sayso.cli.options import JsonOption, LedgerOption
from sayso.cli.output import messages, print_json, progress_bar, screen
from sayso.ledger import Added, Ledger
from sayso.reuse import ReuseIndex
from sayso.settings import DEFAULT_LEDGER

if TYPE_CHECKING:
    from sayso.cluster.folder import Folder


def load(
    folder: Annotated[str, typer.Argument(help="The archive: a folder, or its address in object storage.")],
    month: Annotated[
        list[str] | None,
        typer.Option("--month", metavar="YYYY-MM", help="Only these months, or years; undated for the rest."),
    ] = None,
    about: Annotated[
        str, typer.Option("--about", metavar="CLAIM", help="Only stories that may be on this claim (needs Daft).")
    ] = "",
    ledger: LedgerOption = DEFAULT_LEDGER,
    as_json: JsonOption = False,
) -> None:
    """Bring stories of an archive into a ledger, with all that was read in them, as if they had been added to it.

    An archive is what `sayso add --engine daft` writes. Stopped half-way, the same command goes on where it was. With
    --about the stories are those that `sayso trace` would look through for the claim in a ledger of all of these.

    Example:  sayso load archive/ --month 2024-12 --ledger december.sayso
    """
    from sayso.cluster.folder import Folder
    from sayso.cluster.loading import choose_months, count_stories, load_stories

    archive = Folder(folder)
    months = choose_months(archive, month or ())
    counts: Counter[Added] = Counter()
    only = _find_about(archive, months, about) if about else None
    try:
        with Ledger(ledger) as opened:
            with progress_bar() as progress:
                task = progress.add_task("loading", total=count_stories(archive, months) if only is None else len(only))
                for added in load_stories(opened, archive, months, only):
                    counts[added] += 1
                    progress.advance(task)
            update_index(opened, ReuseIndex(opened))
    except KeyboardInterrupt:
        messages.print("\nStopped. What was loaded is kept; the same command goes on from there.")
        raise typer.Exit(EXIT_INTERRUPTED) from None
    if as_json:
        print_json({"ledger": str(ledger), "months": months, **{str(added): counts[added] for added in Added}})
    else:
        told = ", ".join(f"{counts[added]} {added}" for added in Added)
        screen.print(f"{ledger}: {told}, from {len(months)} months", markup=False, soft_wrap=True)


def _find_about(archive: "Folder", months: list[str], claim: str) -> frozenset[int]:
    from sayso.cluster.about import find_about
    from sayso.cluster.engine import start_engine

    start_engine()
    with progress_bar() as progress:
        progress.add_task("looking for the claim's words", total=None)
        return find_about(archive, months, claim)
