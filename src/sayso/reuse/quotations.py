"""Stories outside any family that took a speaker's words, or a passage, from another one."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from sayso.records import Extent, Story
from sayso.reuse.evidence import Bools, Evidence
from sayso.reuse.extents import align_passages, read_passages
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

PAIRS_AT_ONCE = 256
"""So many pairs of texts are compared at once; each of their texts is read once."""

NEWS_DAYS, STALE_WEIGHT = 7, 3
"""Words are quoted while they are news; older ones must be three times as many to outweigh fresh ones."""

WRONG_STAMP_DAYS = 0.5
"""How much later than those who quote it a story may be dated."""


@dataclass(frozen=True, slots=True)
class Circumstances:
    """What decides who may have words of whom, one of each a story.

    Attributes:
        outlet: Its outlet, empty where not known.
        days: When published; NaN where not known.
        publishes: Whether the outlet is an agency.
        alone: Whether it is in no family of several.
        merged: Whether it is in several families.
        orphan: Whether it has no parent in a family.
        rank: Its place among all by length, see `rank_stories`.
    """

    outlet: Sequence[str]
    days: Floats
    publishes: Bools
    alone: Bools
    merged: Bools
    orphan: Bools
    rank: Ints


class Loans(NamedTuple):
    """Of stories that may have words of another one, the likeliest other, how much speaks for it, and if it is enough.

    Where it is not, the two must share a sentence.
    """

    here: Ints
    there: Ints
    weight: Floats
    is_enough: Bools


def tell_circumstances(
    told: Sequence[Story], pairs: Pairs, families: Families, parents: Iterable[int], evidence: Evidence
) -> Circumstances:
    """What decides who may have words of whom, given the families and the stories that have parents in these."""
    size = np.bincount(families.label, minlength=len(pairs.size))
    merged, orphan = np.zeros(len(size), bool), np.ones(len(size), bool)
    merged[list(families.others)] = True
    orphan[list(parents)] = False
    alone = (size[families.label] == 1) & ~merged
    outlets = [story.outlet or "" for story in told]
    return Circumstances(outlets, evidence.days, evidence.publishes, alone, merged, orphan, pairs.rank)


def find_quotations(told: Sequence[Story], pairs: Pairs, circumstances: Circumstances) -> dict[int, Choice]:
    """Stories in no family that hold words of another one, with the story that those are likeliest from."""
    loans = [*zip(*(part.tolist() for part in find_loans(circumstances, pairs, circumstances.alone)), strict=True)]
    doubted = [(borrower, lender) for borrower, lender, _, is_enough in loans if not is_enough]
    flags = share_sentences([(told[borrower].text, told[lender].text) for borrower, lender in doubted])
    shared = dict(zip(doubted, flags, strict=True))
    sure = {
        borrower: (lender, amount)
        for borrower, lender, amount, is_enough in loans
        if is_enough or shared[borrower, lender]
    }
    lenders = {borrower: lender for borrower, (lender, _) in sure.items()}
    reason = "holds the same words, and little else is shared"
    return {
        borrower: Choice(_follow(pairs, lenders, borrower), min(0.9, 0.2 + 0.15 * amount), reason)
        for borrower, (_, amount) in sure.items()
    }


def find_loans(known: Circumstances, pairs: Pairs, asked: Bools) -> Loans:
    """The likeliest lender of each story asked about that may have words of another one.

    Args:
        known: Of all stories of the pairs.
        pairs: All that the stories asked about share with others.
        asked: Of which stories, by a bool one a story; each is in no family.
    """
    here, there, row = _list_loans(known, pairs, asked)
    weight = weigh_loans(pairs, row, known.days[there] - known.days[here])
    days = np.nan_to_num(known.days)[there]
    order = np.lexsort((-known.rank[there], -days, known.orphan[there], ~known.alone[there], weight, here))
    best = order[np.append(here[order][1:] != here[order][:-1], True)[: len(order)]]
    quoted = (pairs.shared > pairs.told)[row[best]]
    enough = weight[best] >= np.where(quoted, QUOTED_FINGERPRINTS, TOLD_FINGERPRINTS)
    return Loans(here[best], there[best], weight[best], enough)


def _list_loans(known: Circumstances, pairs: Pairs, asked: Bools) -> tuple[Ints, Ints, Ints]:
    """Every way in which a story of no family may have words from another one: the two stories, and their pair's row.

    Not from a later one nor from its own outlet, an agency not from its customers.
    """
    names, outlet = np.unique(known.outlet, return_inverse=True)
    rows = np.flatnonzero((pairs.shared > 0) & (asked[pairs.one] | asked[pairs.other]))
    one, other = pairs.one[rows], pairs.other[rows]
    rows = rows[(outlet[one] != outlet[other]) | (names[outlet[one]] == "")]
    here = np.concatenate((pairs.one[rows], pairs.other[rows]))
    there = np.concatenate((pairs.other[rows], pairs.one[rows]))
    later_days = known.days[there] - known.days[here]
    may = asked[here] & ~known.merged[there] & ~(known.publishes[here] & ~known.publishes[there])
    may &= ~(later_days > np.where(known.alone[there], 0, WRONG_STAMP_DAYS))
    # Of two of one day the longer one is the lender, so that none has its words of the other in turn.
    may &= ~known.alone[there] | (later_days < 0) | (known.rank[there] < known.rank[here])
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


def share_sentences(pairs: Sequence[tuple[str, str]]) -> list[bool]:
    """Tell of pairs of texts whether the two share a run of words as long as a sentence."""
    flags = []
    for begin in range(0, len(pairs), PAIRS_AT_ONCE):
        some = pairs[begin : begin + PAIRS_AT_ONCE]
        texts = list(dict.fromkeys(text for pair in some for text in pair))
        passages = dict(zip(texts, read_passages(texts), strict=True))
        flags += [_share_sentence(here, align_passages(passages[here], passages[there])) for here, there in some]
    return flags


def _share_sentence(here: str, extents: Iterable[Extent]) -> bool:
    return any(len(extent.here.of(here).split()) >= SENTENCE_WORDS for extent in extents)
