"""The claims that are followed: rows are added, and the newest one on a claim counts."""

import json
import sqlite3
from dataclasses import replace
from enum import StrEnum

from sayso.errors import UsageError
from sayso.ledger.failures import damage, telling_failures
from sayso.ledger.judgements import fold_claim
from sayso.ledger.ledger import Ledger
from sayso.ledger.schema import now, transaction
from sayso.records import Count, Followed, Seen, Standing

_NEWEST = """
    SELECT following.*, min_id FROM following
    JOIN (SELECT min(id) AS min_id, max(id) AS max_id FROM following GROUP BY claim) ON id = max_id
    ORDER BY min_id DESC
"""


class _Act(StrEnum):
    FOLLOW = "follow"
    LOOK = "look"
    STOP = "stop"


def follow(ledger: Ledger, claim: str, seen: Seen, who: str) -> Followed:
    """Follow a claim from what is seen of it now. Of one that is followed it is written down that it was looked at.

    Raises:
        UsageError: the claim holds no word.
        LedgerError: the ledger cannot be written.
    """
    if not fold_claim(claim):
        raise UsageError(f"no word in the claim {claim[:60]!r}", "a claim in words", "Type what may have happened")
    before = find_followed(ledger, claim)
    if before and replace(before.seen, looked_at=seen.looked_at) == seen:
        return before
    kept = before.claim if before else _spelling_of(ledger, claim)
    _write(ledger, kept, _Act.LOOK if before else _Act.FOLLOW, seen, who)
    return get_followed(ledger, claim)


def stop_following(ledger: Ledger, claim: str, who: str) -> Followed:
    """Follow a claim no longer; what was last seen of it is kept, so that it can be taken up again.

    Returns:
        It, as it was followed.

    Raises:
        UsageError: it is not followed.
        LedgerError: the ledger cannot be written.
    """
    before = get_followed(ledger, claim)
    _write(ledger, before.claim, _Act.STOP, before.seen, who)
    return before


def resume_following(ledger: Ledger, claim: str, who: str) -> Followed:
    """Follow a claim again, from where it was left.

    Raises:
        UsageError: it was never followed.
        LedgerError: the ledger cannot be written.
    """
    left = {fold_claim(one.claim): (act, one) for act, one in _list_newest(ledger)}.get(fold_claim(claim))
    if left is None:
        raise _not_followed(claim)
    act, one = left
    if act is _Act.STOP:
        _write(ledger, one.claim, _Act.FOLLOW, one.seen, who)
    return get_followed(ledger, claim)


def list_followed(ledger: Ledger) -> tuple[Followed, ...]:
    """The claims that are followed, the newest first.

    Raises:
        LedgerError: the ledger cannot be read.
    """
    return tuple(one for act, one in _list_newest(ledger) if act is not _Act.STOP)


def find_followed(ledger: Ledger, claim: str) -> Followed | None:
    """A claim that is followed, in whatever spelling; None where it is not."""
    folded = fold_claim(claim)
    return next((one for one in list_followed(ledger) if fold_claim(one.claim) == folded), None)


def get_followed(ledger: Ledger, claim: str) -> Followed:
    """As `find_followed`.

    Raises:
        UsageError: it is not followed.
    """
    found = find_followed(ledger, claim)
    if found is None:
        raise _not_followed(claim)
    return found


def was_ever_followed(ledger: Ledger, claim: str) -> bool:
    """Tell whether a claim is followed or was."""
    return fold_claim(claim) in {fold_claim(one.claim) for _, one in _list_newest(ledger)}


def count_follows(ledger: Ledger) -> int:
    """The number of the newest row: an equal one means that nothing changed in what is followed or was seen of it."""
    with telling_failures(ledger.path):
        return int(ledger.connection.execute("SELECT coalesce(max(id), 0) FROM following").fetchone()[0])


def _spelling_of(ledger: Ledger, claim: str) -> str:
    """The words in which a claim was followed before, so that all its rows go together; else its own."""
    folded = fold_claim(claim)
    known = (one.claim for _, one in _list_newest(ledger))
    return next((one for one in known if fold_claim(one) == folded), " ".join(claim.split()))


def _not_followed(claim: str) -> UsageError:
    return UsageError(f"“{claim[:60]}” is not followed", "a claim that is", "See: sayso follow")


def _list_newest(ledger: Ledger) -> list[tuple[_Act, Followed]]:
    with telling_failures(ledger.path):
        rows = ledger.connection.execute(_NEWEST).fetchall()
    try:
        return [(_Act(row["act"]), _read(row)) for row in rows]
    except (ValueError, TypeError) as error:
        raise damage(ledger.path, f"a claim that is followed cannot be read ({error})") from error


def _read(row: sqlite3.Row) -> Followed:
    seen = Seen(
        standing=Standing(row["standing"]),
        reports=row["reports"],
        outlets=row["outlets"],
        origins=Count(row["origins"], row["origins_least"], row["origins_most"]),
        names=tuple(map(str, json.loads(row["names"]))),
        newest_revision=row["newest_revision"],
        newest_judgement=row["newest_judgement"],
        looked_at=row["looked_at"],
    )
    return Followed(row["claim"], seen, row["who"], row["id"])


def _write(ledger: Ledger, claim: str, act: _Act, seen: Seen, who: str) -> None:
    row = {
        "claim": claim,
        "act": act.value,
        "standing": seen.standing.value,
        "reports": seen.reports,
        "outlets": seen.outlets,
        "origins": seen.origins.likely,
        "origins_least": seen.origins.least,
        "origins_most": seen.origins.most,
        "names": json.dumps(seen.names, ensure_ascii=False),
        "newest_revision": seen.newest_revision,
        "newest_judgement": seen.newest_judgement,
        "looked_at": seen.looked_at,
        "who": who,
        "done_at": now(),
    }
    columns, values = ", ".join(row), ", ".join(f":{column}" for column in row)
    with telling_failures(ledger.path), transaction(ledger.connection, "IMMEDIATE"):
        ledger.connection.execute(f"INSERT INTO following ({columns}) VALUES ({values})", row)  # noqa: S608 - own names
