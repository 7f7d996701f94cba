"""The stories around some of a ledger's: those of their families, and those that share any words with these."""

from collections.abc import Iterable, Set
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from sayso.ledger import Ledger
from sayso.records import TextPrint
from sayso.reuse.evidence import days_of
from sayso.reuse.families import Families, find_families
from sayso.reuse.fingerprints import QUOTED, hashes_of, unpack_fingerprints
from sayso.reuse.kin import STRONG_FINGERPRINTS, STRONG_SHARE
from sayso.reuse.pairs import MOST_PAIRED, Pairs, pair_stories
from sayso.reuse.postings import Postings
from sayso.reuse.quotations import QUOTED_FINGERPRINTS, WRONG_STAMP_DAYS, weigh_loans

NEAR_SHARE = STRONG_SHARE / 2
"""Stories that share so much of the shorter one may be kin when more of their neighbours are known."""

LIKELY_FINGERPRINTS = STRONG_FINGERPRINTS - 1

ENOUGH_IDLE = 64
"""When so many copies in a row lead to no story that was not known, the rest are not asked."""

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
        self._revisions: dict[int, str | None] = {}
        self._texts: dict[str, TextPrint] = {}
        self._asked: set[str] = set()

    def gather(self, revisions: Iterable[int]) -> Near:
        """Find the families of the latest revisions of some stories, and whom those have words of.

        A family is known when all that share words with its members and with their kin are.
        """
        wanted = self._ask_about(revisions)
        lenders, loans = set[str](), 0
        while True:
            names = list(self._texts)
            found = unpack_fingerprints(list(self._texts.values()))
            pairs = pair_stories(found)
            families = find_families(found, pairs, np.full(len(names), np.nan))
            inner = spread_over_families(families, spread_over_families(families, _among(names, wanted)))
            likely = find_likely(pairs)
            near = inner | touched_by(pairs, likely, inner)
            if loans < LOANS:
                loans += 1
                borrowing = _among(names, wanted | lenders)
                alone = np.flatnonzero(borrowing & ~touched_by(pairs, families.strong, borrowing))
                lenders |= {name for story in alone.tolist() for name in self._find_lenders(pairs, names, story)}
            near |= spread_over_families(families, _among(names, lenders))
            missing = {names[row] for row in np.flatnonzero(near)} | wanted | lenders
            if missing <= self._asked:
                near |= touched_by(pairs, likely, near) | _among(names, missing)
                told = {names[row] for row in np.flatnonzero(near)}
                texts = {number: name for number, name in self._revisions.items() if name in told}
                borrows = touched_by(pairs, 2 * pairs.shared - pairs.told >= QUOTED_FINGERPRINTS, inner) & ~inner
                borrowers = tuple(self._texts[names[row]].revision for row in np.flatnonzero(borrows).tolist())
                return Near(texts, {name: row for row, name in enumerate(names)}, pairs, borrowers)
            self._ask(missing)

    def look_beside(self, revisions: Iterable[int]) -> Near:
        """Find whom the latest revisions of some stories may be kin of or have words of, and no one behind those."""
        wanted = self._ask_about(revisions)
        names = list(self._texts)
        pairs = pair_stories(unpack_fingerprints(list(self._texts.values())))
        asked = _among(names, wanted)
        near = asked | touched_by(
            pairs, find_likely(pairs) | (2 * pairs.shared - pairs.told >= QUOTED_FINGERPRINTS), asked
        )
        told = {names[row] for row in np.flatnonzero(near)}
        texts = {number: name for number, name in self._revisions.items() if name in told}
        return Near(texts, {name: row for row, name in enumerate(names)}, pairs, ())

    def _ask_about(self, revisions: Iterable[int]) -> set[str]:
        """Learn who shares words with the texts of revisions; told are those that have fingerprints."""
        wanted = set(self._name(revisions).values())
        self._load(wanted)
        wanted &= self._texts.keys()
        self._ask(wanted)
        return wanted

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
        """Learn who shares words with texts; of many copies the last ones tell nothing new, and are not asked."""
        idle = 0
        for name in sorted(names - self._asked):
            known = len(self._texts)
            if idle < ENOUGH_IDLE:
                self._learn(name)
            idle = 0 if len(self._texts) > known else idle + 1
        self._asked |= names

    def _learn(self, name: str) -> None:
        """Take in the texts that share fingerprints with one.

        Those that share what many have (a footer, a tweet) matter only to tell that many have it: a few stand for all,
        unless they share enough to be kin.
        """
        hashes = np.unique(hashes_of(self._texts[name]) & ~QUOTED)
        told = self._postings.owners(hashes)
        owners, place = np.unique(told.revision, return_inverse=True)
        latest = self._name(owners.tolist())
        texts = {text: code for code, text in enumerate(dict.fromkeys(latest.values()))}
        codes = [texts[latest[number]] if number in latest else -1 for number in owners.tolist()]
        code = np.array(codes, np.int64)[place]
        named = np.unique(told.which[code >= 0] * len(texts) + code[code >= 0])
        which, code = np.divmod(named, max(len(texts), 1))
        times = np.bincount(which, minlength=len(hashes))
        standing = np.arange(len(which)) - (np.cumsum(times) - times)[which] < MOST_PAIRED
        # Where not all owners of a fingerprint are told, it counts as the others do on the average.
        shared = np.bincount(code[told.all[which]], minlength=len(texts)) * len(hashes) / max(1, told.all.sum())
        revision = {text: number for number, text in latest.items()}
        many = [text for text, at in texts.items() if shared[at] >= min(STRONG_FINGERPRINTS, len(hashes))]
        size = self._prints.sizes(revision[text] for text in many)
        likely = {
            text for text in many if shared[texts[text]] >= NEAR_SHARE * min(len(hashes), size.get(revision[text], 0))
        }
        standing_codes = set(code[standing].tolist())
        self._load({text for text, at in texts.items() if at in standing_codes} | likely)

    def _name(self, revisions: Iterable[int]) -> dict[int, str]:
        """The texts of those revisions that are the latest of their story."""
        wanted = list(revisions)
        new = [number for number in wanted if number not in self._revisions]
        self._revisions |= dict.fromkeys(new)
        self._revisions |= self._prints.texts_of(new)
        return {number: name for number in wanted if (name := self._revisions[number])}

    def _load(self, names: Set[str]) -> None:
        """Get the fingerprints of texts, and all revisions that have them."""
        new = names - self._texts.keys()
        revisions = self._prints.with_texts(new)
        self._revisions |= revisions
        first = {name: number for number, name in sorted(revisions.items(), reverse=True)}
        for one in self._prints.of(first.values()):
            self._texts[revisions[one.revision]] = one


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


def find_likely(pairs: Pairs) -> Bools:
    """The pairs that may be kin, whatever else is known of them."""
    size = np.minimum(pairs.size[pairs.one], pairs.size[pairs.other])
    enough: Bools = (pairs.shared >= np.minimum(LIKELY_FINGERPRINTS, size)) & (pairs.shared >= NEAR_SHARE * size)
    return enough


def touched_by(pairs: Pairs, which: Bools, stories: Bools) -> Bools:
    """The stories that are tied to some of these, given by a bool one a story, by some of the pairs, a bool each."""
    touched = np.zeros(len(stories), bool)
    touched[pairs.one[which & stories[pairs.other]]] = True
    touched[pairs.other[which & stories[pairs.one]]] = True
    return touched


def _among(names: list[str], some: Set[str]) -> Bools:
    return np.array([name in some for name in names], bool)
