"""Claims that are followed, as the desk tells them: from what it traced already where the ledger has not changed."""

from sayso.ledger.following import find_followed, follow, get_followed
from sayso.records import Followed
from sayso.trace import Trace
from sayso.trace.following import Development, compare_with_seen, seen_of
from sayso.web.desk import Desk


def develop(desk: Desk, claim: str) -> Development:
    """What became of a followed claim.

    Raises:
        UsageError: it is not followed.
    """
    with desk.open() as ledger:
        claim = get_followed(ledger, claim).claim
    changes, traced = desk.state(), desk.trace(claim)
    with desk.open() as ledger:
        return compare_with_seen(ledger, get_followed(ledger, claim), traced, changes)


def find_development(desk: Desk, traced: Trace) -> Development | None:
    """What became of the claim of a trace, if it is followed and the trace is of all days."""
    with desk.open() as ledger:
        followed = find_followed(ledger, traced.claim)
    return develop(desk, followed.claim) if followed and not traced.as_of else None


def look(desk: Desk, claim: str) -> Followed:
    """Follow a claim from what it rests on now; of one that is followed, that it was looked at.

    Raises:
        UsageError: it holds no word.
    """
    changes, traced = desk.state(), desk.trace(claim)
    with desk.open() as ledger:
        return follow(ledger, claim, seen_of(traced, changes), desk.who)
