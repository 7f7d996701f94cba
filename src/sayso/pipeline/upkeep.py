"""Looking after a ledger: what takes both its file and the index beside it."""

from sayso.ledger import Ledger
from sayso.ledger.forget import forget_story
from sayso.ledger.forgotten import Forgotten
from sayso.ledger.verify import Check, list_checks
from sayso.records import Fault
from sayso.reuse import ReuseIndex
from sayso.reuse.verify import index_check


def all_checks(ledger: Ledger) -> tuple[Check, ...]:
    """The checks of a ledger and of its index, in order.

    Raises:
        LedgerError: the ledger cannot be read at all.
    """
    return (*list_checks(ledger), index_check(ledger))


def verify(ledger: Ledger) -> tuple[Fault, ...]:
    """All that is wrong with a ledger and its index.

    Raises:
        LedgerError: the ledger cannot be read at all.
    """
    return tuple(fault for check in all_checks(ledger) for fault in check.run(lambda _: None))


def forget(ledger: Ledger, story_id: str, who: str, why: str | None = None) -> Forgotten:
    """Remove a story with all that was drawn from it, out of the ledger and out of the index beside it.

    Raises:
        UsageError, LedgerError: as `forget_story`.
    """
    index = ReuseIndex(ledger)
    try:
        return forget_story(ledger, story_id, who, why)
    finally:
        index.remake_files()
        index.update()
