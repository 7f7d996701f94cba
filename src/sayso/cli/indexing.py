"""Bringing the index of shared text up to date, with a progress bar."""

from sayso.cli.output import progress_bar
from sayso.ledger import Ledger
from sayso.reuse import ReuseIndex


def update_index(ledger: Ledger, index: ReuseIndex) -> None:
    """Take in the stories that the index lacks."""
    with progress_bar() as progress:
        task = progress.add_task("finding shared text", total=ledger.prints.count_missing())
        index.update(lambda count: progress.advance(task, count))
