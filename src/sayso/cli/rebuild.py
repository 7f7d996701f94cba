"""`sayso rebuild`: the indexes made anew."""

from sayso.cli.options import LedgerOption
from sayso.cli.output import progress_bar, screen
from sayso.ledger import Ledger
from sayso.ledger.indexes import rebuild_indexes
from sayso.reuse import ReuseIndex
from sayso.settings import DEFAULT_LEDGER


def rebuild(ledger: LedgerOption = DEFAULT_LEDGER) -> None:
    """Make the indexes anew, of shared text and of words, from the texts in the ledger.

    The one finds copies of a story fast, the other the stories with some words. sayso keeps them up to date by itself;
    this is for when they are thought, or found by `sayso verify`, to be wrong. Nothing but the indexes is touched.

    Example:  sayso rebuild --ledger war.sayso
    """
    with Ledger(ledger, create=False) as opened:
        rebuild_indexes(opened)
        count = opened.count_revisions()
        with progress_bar() as progress:
            task = progress.add_task("finding shared text", total=count)
            ReuseIndex(opened).rebuild(lambda done: progress.advance(task, done))
    screen.print(f"{ledger}: index of {count} texts made anew", markup=False, soft_wrap=True)
