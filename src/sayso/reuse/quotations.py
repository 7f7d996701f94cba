"""Stories outside any family that took a speaker's words, or a passage, from another one."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from sayso.records import Story
from sayso.reuse.evidence import Evidence
from sayso.reuse.extents import align
from sayso.reuse.families import Families
from sayso.reuse.pairs import Ints, Pairs
from sayso.reuse.parents import Choice, Floats

QUOTED_FINGERPRINTS = 2
"""A story outside any family borrowed from another where they share so many fingerprints, quoted ones counting twice:
one that is not quoted is mostly a set phrase ("could not be reached for comment")."""

TOLD_FINGERPRINTS = 3
"""So many where none of them stands in quotation marks."""

SENTENCE_WORDS = 10
"""Or where one run of shared words is so long."""

NEWS_DAYS, STALE_WEIGHT = 7, 3
"""Words are quoted while they are news; older ones must be three times as many to outweigh fresh ones."""

WRONG_STAMP_DAYS = 0.5
"""How much later than those who quote it a story may be dated."""


def find_quotations(
    told: Sequence[Story],
    pairs: Pairs,
    families: Families,
    parents: dict[int, list[Choice]],
    evidence: Evidence,
) -> dict[int, Choice]:
    """Stories in no family that hold words of another one, with the story that those are likeliest from."""
    size = np.bincount(families.label, minlength=len(pairs.size))
    merged, orphan = np.zeros(len(size), bool), np.ones(len(size), bool)
    merged[list(families.others)] = True
    orphan[list(parents)] = False
    alone = (size[families.label] == 1) & ~merged
    here, there, row = _list_loans(told, pairs, alone, merged, evidence)
    weight = weigh_loans(pairs, row, evidence.days[there] - evidence.days[here])
    days = np.nan_to_num(evidence.days)[there]
    order = np.lexsort((-pairs.rank[there], -days, orphan[there], ~alone[there], weight, here))
    best = order[np.append(here[order][1:] != here[order][:-1], True)[: len(order)]]
    quoted = (pairs.shared > pairs.told)[row[best]]
    enough = weight[best] >= np.where(quoted, QUOTED_FINGERPRINTS, TOLD_FINGERPRINTS)
    found = zip(here[best].tolist(), there[best].tolist(), weight[best].tolist(), enough.tolist(), strict=True)
    sure = {
        borrower: (lender, amount)
        for borrower, lender, amount, is_enough in found
        if is_enough or _shares_sentence(told[borrower].text, told[lender].text)
    }
    lenders = {borrower: lender for borrower, (lender, _) in sure.items()}
    reason = "holds the same words, and little else is shared"
    return {
        borrower: Choice(_follow(pairs, lenders, borrower), min(0.9, 0.2 + 0.15 * amount), reason)
        for borrower, (_, amount) in sure.items()
    }


def _list_loans(
    told: Sequence[Story], pairs: Pairs, alone: NDArray[np.bool_], merged: NDArray[np.bool_], evidence: Evidence
) -> tuple[Ints, Ints, Ints]:
    """Every way in which a story of no family may have words from another one: the two stories, and their pair's row.

    Not from a later one nor from its own outlet, an agency not from its customers.
    """
    names, outlet = np.unique([story.outlet or "" for story in told], return_inverse=True)
    rows = np.flatnonzero((pairs.shared > 0) & (alone[pairs.one] | alone[pairs.other]))
    one, other = pairs.one[rows], pairs.other[rows]
    rows = rows[(outlet[one] != outlet[other]) | (names[outlet[one]] == "")]
    here = np.concatenate((pairs.one[rows], pairs.other[rows]))
    there = np.concatenate((pairs.other[rows], pairs.one[rows]))
    later_days = evidence.days[there] - evidence.days[here]
    may = alone[here] & ~merged[there] & ~(evidence.publishes[here] & ~evidence.publishes[there])
    may &= ~(later_days > np.where(alone[there], 0, WRONG_STAMP_DAYS))
    # Of two of one day the longer one is the lender, so that none has its words of the other in turn.
    may &= ~alone[there] | (later_days < 0) | (pairs.rank[there] < pairs.rank[here])
    return here[may], there[may], np.tile(rows, 2)[may]


def weigh_loans(pairs: Pairs, rows: Ints, later_days: Floats) -> Floats:
    """How much speaks for it that one story of each pair has its words from the other: quoted ones count twice."""
    weight: Floats = (2 * pairs.shared[rows] - pairs.told[rows]) / np.where(
        abs(later_days) > NEWS_DAYS, STALE_WEIGHT, 1
    )
    return weight


def _follow(pairs: Pairs, lenders: dict[int, int], here: int) -> int:
    """Where a quotation stood first: what quotes is not what is quoted. The words must stand there as well."""
    seen = {here}
    there = lenders[here]
    while there in lenders and (before := lenders[there]) not in seen and _share(pairs, here, before):
        seen.add(there)
        there = before
    return there


def _share(pairs: Pairs, here: int, there: int) -> bool:
    (row,) = pairs.find(np.array([here]), np.array([there]))
    return bool(row >= 0 and pairs.shared[row] > 0)


def _shares_sentence(here: str, there: str) -> bool:
    return any(len(extent.here.of(here).split()) >= SENTENCE_WORDS for extent in align(here, there))
