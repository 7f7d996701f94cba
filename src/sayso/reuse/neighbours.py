"""The stories around some of a ledger's: those of their families, and those that share any words with these."""

from collections.abc import Iterable, Set
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from sayso.ledger import Ledger
from sayso.records import TextPrint
from sayso.reuse.families import STRONG_FINGERPRINTS, STRONG_SHARE, Families, find_families
from sayso.reuse.fingerprints import unpack_fingerprints
from sayso.reuse.pairs import MOST_PAIRED, Pairs, pair_stories
from sayso.reuse.parents import days_of
from sayso.reuse.postings import Postings, hashes_of
from sayso.reuse.quotations import QUOTED_FINGERPRINTS, WRONG_STAMP_DAYS, weigh_loans

NEAR_SHARE = STRONG_SHARE / 2
"""Stories that share so much of the shorter one may be kin when more of their neighbours are known."""

LENDERS, LOANS = 4, 3
"""Of so many stories, those that share most, it is looked up whether one without kin has its words from them; and so on
for those, three times."""


Bools = NDArray[np.bool_]


class Near(NamedTuple):
    """Stories near to some: their latest revisions with the SHA-256 of each text, and what the texts share.

    `row` tells where a text stands in `pairs`, which holds others besides that share words with these. `borrowers` are
    the revisions among those others that may have words of the families found.
    """

    texts: dict[int, str]
    row: dict[str, int]
    pairs: Pairs
    borrowers: tuple[int, ...]


class Neighbours:
    """What is known of the texts that share words with those asked about so far."""

    def __init__(self, ledger: Ledger, postings: Postings) -> None:
        self._prints = ledger.prints
        self._postings = postings
        self._revisions: dict[int, str] = {}
        self._texts: dict[str, TextPrint] = {}
        self._asked: set[str] = set()

    def gather(self, revisions: Iterable[int]) -> Near:
        """Find the families of the latest revisions of some stories, and whom those have words of.

        A family is known when all that share words with its members and with their kin are.
        """
        self._add(self._prints.texts_of(revisions))
        wanted = set(self._texts)
        self._ask(wanted)
        lenders, loans = set[str](), 0
        while True:
            names = list(self._texts)
            found = unpack_fingerprints(list(self._texts.values()))
            pairs = pair_stories(found)
            families = find_families(found, pairs, np.full(len(names), np.nan))
            inner = spread_over_families(families, spread_over_families(families, _among(names, wanted)))
            near = inner | touched_by(pairs, families.strong, inner)
            if loans < LOANS:
                loans += 1
                borrowing = _among(names, wanted | lenders)
                alone = np.flatnonzero(borrowing & ~touched_by(pairs, families.strong, borrowing))
                lenders |= {name for story in alone.tolist() for name in self._find_lenders(pairs, names, story)}
            near |= spread_over_families(families, _among(names, lenders))
            missing = {names[row] for row in np.flatnonzero(near)} | wanted | lenders
            if missing <= self._asked:
                texts = {number: name for number, name in self._revisions.items() if name in missing}
                borrows = touched_by(pairs, 2 * pairs.shared - pairs.told >= QUOTED_FINGERPRINTS, inner) & ~near
                borrowers = tuple(self._texts[names[row]].revision for row in np.flatnonzero(borrows).tolist())
                return Near(texts, {name: row for row, name in enumerate(names)}, pairs, borrowers)
            self._ask(missing)

    def _find_lenders(self, pairs: Pairs, names: list[str], story: int) -> list[str]:
        """The texts that one without kin likeliest has words of: not later ones, none of its outlet."""
        rows = np.flatnonzero(((pairs.one == story) | (pairs.other == story)) & (pairs.shared > 0))
        partners = pairs.partners(story, rows).tolist()
        revisions = [self._texts[names[row]].revision for row in (story, *partners)]
        facts = self._prints.published(revisions)
        own, *outlets = (facts[number][0] for number in revisions)
        days = np.array([days_of(facts[number][1]) for number in revisions])
        later_days = days[1:] - days[0]
        may = np.array([not outlet or outlet != own for outlet in outlets], bool) & ~(later_days > WRONG_STAMP_DAYS)
        shares = np.where(may, weigh_loans(pairs, rows, later_days), 0)
        return [names[partners[at]] for at in np.argsort(-shares, kind="stable")[:LENDERS].tolist() if shares[at]]

    def _ask(self, names: Set[str]) -> None:
        for name in sorted(names - self._asked):
            self._learn(name)
        self._asked |= names

    def _learn(self, name: str) -> None:
        """Take in the revisions that share fingerprints with a text.

        Those that share what many have (a footer, a tweet) matter only to tell that many have it: a few stand for all,
        unless they share enough to be kin.
        """
        hashes = np.unique(hashes_of(self._texts[name]))
        which, owner = self._postings.owners(hashes)
        order = np.argsort(which, kind="stable")
        which, owner = which[order], owner[order]
        times = np.bincount(which, minlength=len(hashes))
        standing = np.arange(len(which)) - (np.cumsum(times) - times)[which] < MOST_PAIRED
        owners, shared = np.unique(owner, return_counts=True)
        many = owners[shared >= np.minimum(STRONG_FINGERPRINTS, len(hashes))]
        size = self._prints.sizes(many.tolist())
        kin = {
            number
            for number, count in zip(many.tolist(), shared[np.searchsorted(owners, many)].tolist(), strict=True)
            if count >= NEAR_SHARE * min(len(hashes), size.get(number, 0))
        }
        self._add(self._prints.texts_of({*owner[standing].tolist(), *kin} - self._revisions.keys()))
        self._add(self._prints.with_text(name))

    def _add(self, revisions: dict[int, str]) -> None:
        self._revisions |= revisions
        new = {name: number for number, name in revisions.items() if name not in self._texts}
        for one in self._prints.of(new.values()):
            self._texts[self._revisions[one.revision]] = one


def spread_over_families(families: Families, stories: Bools) -> Bools:
    """These stories, given by a bool one a story, and all that belong to a family of theirs."""
    merged = [(story, other) for story, others in families.others.items() for other in others]
    story, family = np.array(merged, np.int64).reshape(-1, 2).T
    theirs = np.zeros(len(stories), bool)
    theirs[families.label[stories]] = True
    theirs[family[stories[story]]] = True
    spread: Bools = theirs[families.label]
    spread[story[theirs[family]]] = True
    return spread


def touched_by(pairs: Pairs, which: Bools, stories: Bools) -> Bools:
    """The stories that are tied to some of these, given by a bool one a story, by some of the pairs, a bool each."""
    touched = np.zeros(len(stories), bool)
    touched[pairs.one[which & stories[pairs.other]]] = True
    touched[pairs.other[which & stories[pairs.one]]] = True
    return touched


def _among(names: list[str], some: Set[str]) -> Bools:
    return np.array([name in some for name in names], bool)
