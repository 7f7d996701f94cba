"""`sayso rebuild`: the index of shared text made anew."""

from sayso.cli.options import LedgerOption
from sayso.cli.output import progress_bar, screen
from sayso.ledger import Ledger
from sayso.reuse import ReuseIndex
from sayso.settings import DEFAULT_LEDGER


def rebuild(ledger: LedgerOption = DEFAULT_LEDGER) -> None:
    """Make the index of shared text anew, from the texts in the ledger.

    The index is what finds copies of a story fast. sayso keeps it up to date by itself and mends it where it is missing
    or torn; this is for when it is thought to be wrong. Nothing but the index is touched.

    Example:  sayso rebuild --ledger war.sayso
    """
    with Ledger(ledger, create=False) as opened:
        count = opened.count_revisions()
        with progress_bar() as progress:
            task = progress.add_task("finding shared text", total=count)
            ReuseIndex(opened).rebuild(lambda done: progress.advance(task, done))
    screen.print(f"{ledger}: index of {count} texts made anew", markup=False, soft_wrap=True)
