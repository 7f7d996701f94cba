"""Which member of a family each other one was made from."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

import numpy as np
from numpy.typing import NDArray

from sayso.reuse.pairs import Ints, Pairs

Floats = NDArray[np.float64]

MOST_CANDIDATES = 40
"""Of how many members of a family a parent is sought, the richest in text first."""

# Weights of evidence, natural logarithms of odds, near those of logits fitted on a simulated world of 10,000 stories.
# Of the original:
PUBLISHED_BY_CREDITED = 6.5
"""The outlet is the agency that the family credits."""
CREDITS_ANOTHER = -2.7
"""The story itself says that it is an agency's, the outlet is none, and the family holds an agency's own story."""
EARLIER_ONES, MOST_EARLIER = -1.0, 4
"""For each story of the family that is dated earlier."""
TEXT_KEPT, KEPT_SCALE = -3.2, 30
"""A source holds what its copies have in common; by the logarithm of the share of it by which it has less than another
one, in thirtieths."""
TITLE_KEPT = 24.0
"""Its headline is that of its copies, more or less; for one that all have."""
# Of the parent of a copy:
IS_ORIGINAL = 3.0
"""Most copies are made from the original, not from another copy."""
LATER, LATER_ORIGINAL = -7.0, 1.5
"""Stamps are wrong for about one story in twenty, and seldom by enough to turn the order of two; the original's counts
less, as the text tells that it is the original."""
SOON, UNKNOWN_LAG_HOURS = -1.4, 24
"""Copies follow their source soon; by the logarithm of the hours between."""
LACKS, MOST_LACKED, LACKS_ANY = -0.1, 30, -0.7
"""A parent lacks a passage that the story shares with others of the family; for each fingerprint, about three words,
and by the logarithm of their number, as the first says most."""
HOLDS_MORE, HOLDS_ANY_MORE = -1.3, -0.6
"""A parent holds what the story lacks, per share of it, and by the logarithm of its fingerprints: two editors rarely
cut alike, so that one who lacks the same is likelier."""
SAME_TITLE = 14.0
"""A headline is often kept, or touched up; for one that is the same."""
LEAST_SHARED = 0.25
"""Who has less of what the story shares with its family than this share of it is no parent."""
LOWEST = -1e9
MOST_CHOICES, LEAST_ODDS = 3, 0.02
"""Second and third choices less likely than this are not worth showing."""

_SECONDS_A_DAY = 86_400
_NO_DATE = float("nan")


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
    credit, `credits` 1 where it credits an agency that is not its outlet, `titles` the words of the headline and
    its pairs of words, as numbers.
    """

    days: Floats
    publishes: NDArray[np.bool_]
    credits: NDArray[np.bool_]
    titles: Sequence[Ints]


def days_of(published: str | None) -> float:
    """Days since 1970; NaN where the day is not known."""
    try:
        moment = datetime.fromisoformat(published or "")
    except ValueError:
        return _NO_DATE
    return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).timestamp() / _SECONDS_A_DAY


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
    titles = _compare_titles(evidence, members, pool)
    root = _choose_root(pairs, evidence, members, pool, shared / common[:, None], titles)
    score = _score_text(pairs, candidates, shared, common) + _score_time(evidence, members, candidates, root)
    score += SAME_TITLE * titles
    score[:, root] += IS_ORIGINAL
    score[(members[:, None] == candidates[None, :]) | (shared < LEAST_SHARED * common[:, None])] = -np.inf
    odds = np.exp(score - np.maximum(score.max(axis=1, keepdims=True), LOWEST))
    odds /= np.maximum(odds.sum(axis=1, keepdims=True), np.finfo(float).tiny)
    order = np.lexsort((pairs.rank[candidates], evidence.days[candidates]))
    best = order[np.argsort(-score[:, order], axis=1, kind="stable")[:, :MOST_CHOICES]]
    parents: dict[int, list[Choice]] = {}
    for row, member in enumerate(members.tolist()):
        if member == candidates[root]:
            continue
        parents[member] = [
            Choice(
                int(candidates[at]),
                float(odds[row, at]),
                _reason(
                    evidence,
                    member,
                    int(candidates[at]),
                    at == root,
                    float(shared[row, at] / common[row]),
                    titles[row, at] == 1,
                ),
            )
            for place, at in enumerate(best[row].tolist())
            if score[row, at] > LOWEST and (not place or odds[row, at] > LEAST_ODDS)
        ]
    return _without_circles(parents, int(candidates[root]))


def _shared(pairs: Pairs, members: Ints, candidates: Ints) -> Floats:
    one, other = np.repeat(members, len(candidates)), np.tile(candidates, len(members))
    row = pairs.find(one, other)
    shared = np.where(row >= 0, pairs.shared[row], 0).astype(float).reshape(len(members), len(candidates))
    shared[members[:, None] == candidates[None, :]] = 0
    return shared


def _choose_root(pairs: Pairs, evidence: Evidence, members: Ints, pool: Ints, kept: Floats, titles: Floats) -> int:
    """Which candidate is the original, by its column."""
    candidates = members[pool]
    others = members[:, None] != candidates[None, :]
    many = np.maximum(1, others.sum(axis=0))
    kept = (kept * others).sum(axis=0) / many
    days = evidence.days[candidates]
    score = TEXT_KEPT * np.log1p(KEPT_SCALE * (kept.max() - kept)) + TITLE_KEPT * (titles * others).sum(axis=0) / many
    score += PUBLISHED_BY_CREDITED * evidence.publishes[candidates]
    if evidence.publishes[candidates].any():
        score += CREDITS_ANOTHER * evidence.credits[candidates]
    score += EARLIER_ONES * np.minimum((days[None, :] < days[:, None]).sum(axis=1), MOST_EARLIER)
    return int(np.lexsort((pairs.rank[candidates], days, -score))[0])


def _score_text(pairs: Pairs, candidates: Ints, shared: Floats, common: Ints) -> Floats:
    lacked, size = common[:, None] - shared, np.maximum(1, pairs.size[candidates])[None, :]
    score: Floats = LACKS * np.minimum(lacked, MOST_LACKED) + LACKS_ANY * np.log1p(lacked)
    return score + HOLDS_MORE * (1 - shared / size) + HOLDS_ANY_MORE * np.log1p(size - shared)


def _score_time(evidence: Evidence, members: Ints, candidates: Ints, root: int) -> Floats:
    lag_hours = 24 * (evidence.days[members][:, None] - evidence.days[candidates][None, :])
    later = lag_hours < 0
    lag_hours = np.where(np.isnan(lag_hours), UNKNOWN_LAG_HOURS, np.maximum(lag_hours, 0))
    score: Floats = np.where(later, LATER, SOON * np.log1p(lag_hours))
    score[later[:, root], root] += LATER_ORIGINAL
    return score


def _compare_titles(evidence: Evidence, members: Ints, pool: Ints) -> Floats:
    """How alike the headlines of members and candidates (rows of the members) are, 0 to 1 (Dice's measure)."""
    titles = [evidence.titles[member] for member in members.tolist()]
    count = np.fromiter(map(len, titles), np.int64, len(titles))
    parts, column = np.unique(np.concatenate(titles), return_inverse=True)
    holds = np.zeros((len(members), len(parts)))
    holds[np.repeat(np.arange(len(members)), count), column] = 1
    alike: Floats = 2 * (holds @ holds[pool].T) / np.maximum(1, count[:, None] + count[pool][None, :])
    return alike


def _reason(evidence: Evidence, member: int, parent: int, is_root: bool, kept: float, same_title: bool) -> str:
    parts = [f"holds {kept:.0%} of the text that the story shares with its family"]
    if is_root and evidence.publishes[parent]:
        parts.append("published by the agency that the family credits")
    if same_title:
        parts.append("the same headline")
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
