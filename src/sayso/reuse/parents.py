"""Which member of a family each other one was made from."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from sayso.reuse.pairs import Ints, Pairs

Floats = NDArray[np.float64]

MOST_CANDIDATES = 40
"""Of how many members of a family a parent is sought, the richest in text first."""

# Weights of evidence, natural logarithms of odds, set by hand on two simulated worlds of 3,700 stories (82 % true
# parents there, 80 % in others of 28,000). Halving or doubling any of them changes that by at most 1.4 points.
PUBLISHED_BY_CREDITED = 4.0
"""The outlet is the agency that the family credits."""
CREDITS_ANOTHER = -3.0
"""The story itself says that it is an agency's, the outlet is none, and the family holds an agency's own story."""
EARLIEST, LATER = 0.8, -5.0
"""Stamps are wrong for about one story in twenty, and seldom by enough to turn the order of two: ln(1/150)."""
TEXT_KEPT = 80.0
"""A source holds what its copies have in common; per whole share of it that it lacks."""
LEAST_ODDS = 0.02
"""Second and third choices less likely than this are not worth showing."""
IS_ORIGINAL = 1.2
"""Most copies are made from the original, not from another copy."""
LACKS_FINGERPRINT, MOST_LACKED = -0.2, 30
"""A parent lacks a passage that the story shares with others of the family; a fingerprint is about three words."""
SAME_CUT = 2.0
"""A parent that was cut just as the story was: two editors rarely cut alike."""
SAME_CUT_SHARE, CUT_SHARE = 0.12, 0.1


@dataclass(frozen=True, slots=True)
class Choice:
    """A parent of a story (numbers of stories), how sure that is (0 to 1), and what spoke for it."""

    parent: int
    confidence: float
    reason: str


@dataclass(frozen=True, slots=True)
class Evidence:
    """What is known of stories beside their text, one of each a story.

    `days` when published (NaN unknown), `publishes` 1 where the outlet is the agency that the story's family could
    credit, `credits` 1 where it credits an agency that is not its outlet.
    """

    days: Floats
    publishes: NDArray[np.bool_]
    credits: NDArray[np.bool_]


def find_parents(pairs: Pairs, evidence: Evidence, members: Ints, merged: NDArray[np.bool_]) -> dict[int, list[Choice]]:
    """Choose the parents of the members of one family, likeliest first; the original has none.

    Args:
        pairs: What stories share.
        evidence: What is known beside.
        members: The family's stories, merged ones too.
        merged: bool, one a member: it belongs to other families as well, so that it is nobody's original.
    """
    order = np.argsort(pairs.rank[members])
    members, merged = members[order], merged[order]
    pool = np.flatnonzero(~merged)[:MOST_CANDIDATES]
    candidates = members[pool]
    shared = _shared(pairs, members, candidates)
    common = np.maximum(1, shared.max(axis=1))
    root = _choose_root(pairs, evidence, members, pool, shared / common[:, None])
    score = _score_text(pairs, candidates, shared, common, root)
    later = evidence.days[candidates][None, :] > evidence.days[members][:, None]
    score += np.where(later, LATER, 0.0)
    score[:, root] += IS_ORIGINAL + np.where(evidence.days[candidates[root]] > evidence.days[members], -LATER / 2, 0)
    score[members[:, None] == candidates[None, :]] = -np.inf
    parents: dict[int, list[Choice]] = {}
    for row, member in enumerate(members.tolist()):
        if member == candidates[root]:
            continue
        odds = np.exp(score[row] - score[row].max())
        odds /= odds.sum()
        best = np.lexsort((pairs.rank[candidates], evidence.days[candidates], -score[row]))[:3]
        parents[member] = [
            Choice(
                int(candidates[at]),
                float(odds[at]),
                _reason(evidence, member, int(candidates[at]), at == root, float(shared[row, at] / common[row])),
            )
            for at in best.tolist()
            if (at == best[0] or odds[at] > LEAST_ODDS) and np.isfinite(score[row, at])
        ]
    return _without_circles(parents, int(candidates[root]))


def _shared(pairs: Pairs, members: Ints, candidates: Ints) -> Floats:
    one, other = np.repeat(members, len(candidates)), np.tile(candidates, len(members))
    row = pairs.find(one, other)
    shared = np.where(row >= 0, pairs.shared[row], 0).astype(float).reshape(len(members), len(candidates))
    shared[members[:, None] == candidates[None, :]] = 0
    return shared


def _choose_root(pairs: Pairs, evidence: Evidence, members: Ints, pool: Ints, kept: Floats) -> int:
    """Which candidate is the original, by its column."""
    candidates = members[pool]
    others = members[:, None] != candidates[None, :]
    score = TEXT_KEPT * (kept * others).sum(axis=0) / np.maximum(1, others.sum(axis=0))
    score += PUBLISHED_BY_CREDITED * evidence.publishes[candidates]
    if evidence.publishes[candidates].any():
        score += CREDITS_ANOTHER * evidence.credits[candidates]
    days = evidence.days[candidates]
    if not np.isnan(days).all():
        score += np.where(days == np.nanmin(days), EARLIEST, 0.0)
        earlier = (days[None, :] < days[:, None]).sum(axis=1)
        score -= 0.5 * np.minimum(earlier, 4)
    return int(np.lexsort((pairs.rank[candidates], days, -score))[0])


def _score_text(pairs: Pairs, candidates: Ints, shared: Floats, common: Ints, root: int) -> Floats:
    score = LACKS_FINGERPRINT * np.minimum(common[:, None] - shared, MOST_LACKED)
    extra = 1 - shared / np.maximum(1, pairs.size[candidates])[None, :]
    alike = (extra <= SAME_CUT_SHARE) & (extra[:, [root]] > CUT_SHARE)
    return score + np.where(alike, SAME_CUT, 0.0)


def _reason(evidence: Evidence, member: int, parent: int, is_root: bool, kept: float) -> str:
    parts = [f"holds {kept:.0%} of the text that the story shares with its family"]
    if is_root and evidence.publishes[parent]:
        parts.append("published by the agency that the family credits")
    if evidence.days[parent] < evidence.days[member]:
        parts.append("earlier")
    elif evidence.days[parent] > evidence.days[member]:
        parts.append("although dated later")
    return "; ".join(parts)


def _without_circles(parents: dict[int, list[Choice]], root: int) -> dict[int, list[Choice]]:
    """Leave out choices that would make a story its own ancestor."""
    for story in sorted(parents):
        seen, at = {story}, story
        while at != root and parents.get(at):
            at = parents[at][0].parent
            if at in seen:
                parents[story] = [c for c in parents[story] if c.parent == root] + [
                    c for c in parents[story][1:] if c.parent != root
                ]
                break
            seen.add(at)
    return parents
