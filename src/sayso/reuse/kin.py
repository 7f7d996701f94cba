"""Which stories are kin: one was made from the other, or both from a third."""

import numpy as np
from numpy.typing import NDArray

from sayso.reuse.fingerprints import Fingerprints
from sayso.reuse.pairs import Ints, Pairs

STRONG_SHARE = 0.15
"""Stories are kin where the unquoted words they share are this much of the shorter one's. Of 20,208 pairs of one family
in 3,654 simulated stories .15 keeps 99.7 %, with 31 others; .09 keeps 99.9 %, with 114 others."""

STRONG_FINGERPRINTS = 4

BORROWED_SHARE = 0.2
"""A story that shares less of its text than this with every other one told something else and borrowed a passage,
unless it holds KEPT_SHARE of another story. The quotations and sentences that a story takes are mostly under 15 %."""

KEPT_SHARE = 0.5

LEAD_FINGERPRINTS, LEADS_SHARED = 12, 3
"""A story that opens as another one does derives from it, however much was added: 3 of the first 12 fingerprints, about
ten of the first forty words."""

PASSAGE_SHARE = 0.5
"""A story that shares less than this of a brief was not made from it."""

CONTAINED_SHARE = 0.85
"""A story that holds so much of each of its kin is their source, however little they share with one another."""


def find_strong(found: Fingerprints, pairs: Pairs) -> NDArray[np.bool_]:
    """Tell which pairs are kin; stories that are nearly all quotation (interviews) by their quoted words too."""
    strong = find_close(
        pairs.shared,
        pairs.told,
        np.minimum(pairs.size[pairs.one], pairs.size[pairs.other]),
        np.minimum(pairs.size_told[pairs.one], pairs.size_told[pairs.other]),
    )
    borrower = _find_borrowers(found, pairs, strong)
    strong &= ~borrower[pairs.one] & ~borrower[pairs.other]
    strong[_find_passages(pairs, strong)] = False
    return strong


def find_close(shared: Ints, shared_told: Ints, size: Ints, size_told: Ints) -> NDArray[np.bool_]:
    """Tell which pairs share so much that they may be kin: none but these are.

    Args:
        shared: Fingerprints that both have.
        shared_told: Those of them outside quotation marks.
        size: Those that the one has which has fewer.
        size_told: The same outside quotation marks.
    """
    spoken = size_told < size * 0.3
    common = np.where(spoken, shared, shared_told)
    least = np.minimum(STRONG_FINGERPRINTS, np.maximum(1, size))
    close: NDArray[np.bool_] = (common >= least) & (common >= STRONG_SHARE * np.where(spoken, size, size_told))
    return close


def _find_passages(pairs: Pairs, strong: NDArray[np.bool_]) -> Ints:
    """Pairs of a brief and a story that are kin only because the brief is short.

    Another story holds all of the brief, and is no kin of that one: what the two share is a passage of background.
    """
    rows = np.flatnonzero(strong)
    here = np.concatenate((pairs.one[rows], pairs.other[rows]))
    there = np.concatenate((pairs.other[rows], pairs.one[rows]))
    row = np.tile(rows, 2)
    held = pairs.shared[row] / np.maximum(1, pairs.size[here])
    order = np.lexsort((-pairs.rank[there], held, here))
    fullest = order[np.append(here[order][1:] != here[order][:-1], True)[: len(order)]]
    holder = np.full(len(pairs.size), -1)
    sure = fullest[held[fullest] >= CONTAINED_SHARE]
    holder[here[sure]] = there[sure]
    doubtful = (held < PASSAGE_SHARE) & (holder[here] >= 0)
    here, there, row = here[doubtful], there[doubtful], row[doubtful]
    between = pairs.find(holder[here], there)
    found: Ints = row[(between < 0) | ~strong[between]]
    return found


def _find_borrowers(found: Fingerprints, pairs: Pairs, strong: NDArray[np.bool_]) -> NDArray[np.bool_]:
    one, other, shared = pairs.one[strong], pairs.other[strong], pairs.shared[strong]
    here, there = np.zeros(len(pairs.size)), np.zeros(len(pairs.size))
    for mine, theirs in ((one, other), (other, one)):
        np.maximum.at(here, mine, shared / np.maximum(1, pairs.size[mine]))
        np.maximum.at(there, mine, shared / np.maximum(1, pairs.size[theirs]))
    borrower = (here < BORROWED_SHARE) & (there < KEPT_SHARE)
    doubtful = np.flatnonzero(borrower[one] | borrower[other])
    for first, second in zip(one[doubtful].tolist(), other[doubtful].tolist(), strict=True):
        leads = [found.of(story)[:LEAD_FINGERPRINTS] for story in (first, second)]
        if len(np.intersect1d(leads[0], leads[1])) >= LEADS_SHARED:
            borrower[first] = borrower[second] = False
    return borrower
