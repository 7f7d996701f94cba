"""Which member of a family each other one was made from."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from sayso.reuse.evidence import Evidence, Heard
from sayso.reuse.headlines import HeadlineMasks
from sayso.reuse.hearsay import outlet_name
from sayso.reuse.links import NAMED_REASON
from sayso.reuse.pairs import Ints, Pairs

Floats = NDArray[np.float64]

TIES_AT_ONCE = 1 << 16
"""Members times candidates that are weighed together: less takes longer, more takes memory."""

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
NAMES_ANOTHER, POINTS_ELSEWHERE = -12.0, -3.0
"""Its own page names another story of the family as the original, or one that is not among these (which may be a study
or a report). Reasoned, as are the weights of quoting, citing and owners: the simulated world has none of these. Hardly
one page in some hundreds does so wrongly (a head that was copied with the page, a theme's default), odds of e^6; twice
that, as it must outweigh what the texts and headlines say, which are mostly alike then and tell little."""
HEARD_BY_OTHERS = 2.0
"""Another story of the family says that something was told to its outlet, or that its outlet reported it. Where the
family has a story of that outlet, it is the source perhaps eight times in ten, against three of another one."""
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
HEADLINE_CHANGES = {"alike": 6.0, "anew": 5.0, "restored": -3.0, "undone": -2.0, "cut": -0.8}
"""Changes of the original's headline that two stories have in common make one the other's source, the more so where
the story changed it further (two editors may make one change alike, seldom a part of each other's); words of the
original's that a candidate lacks speak against it. By the logarithms of their numbers. Beside one weight for how alike
two headlines are, the true parent is the likeliest for 0.9 % more of the derived stories."""
NAMED = 12.0
"""The story's page names it as the original: outweighs what speaks most for others, a date (7) and the original (3)."""
QUOTED, CITED = 2.0, 1.5
"""The story says that something was told to its outlet, or that its outlet reported it: see HEARD_BY_OTHERS. What was
reported is oftener an earlier story of the outlet than what was told to it."""
OF_ONE_OWNER = 0.7
"""Outlets of one owner take stories of one another about twice as readily as those of others."""
LEAST_SHARED = 0.25
"""Who has less of what the story shares with its family than this share is no parent, unless the page names it."""
LOWEST = -1e9
MOST_CHOICES, LEAST_ODDS = 3, 0.02
"""Second and third choices less likely than this are not worth showing."""


@dataclass(frozen=True, slots=True)
class Choice:
    """A parent of a story (numbers of stories), how sure that is (0 to 1), and what spoke for it."""

    parent: int
    confidence: float
    reason: str


class Members(NamedTuple):
    """Who belongs to which family: int64 `family` (any number) and `story`; a story may belong to several.

    `merged`, bool, tells whether it does, so that it is nobody's original.
    """

    family: Ints
    story: Ints
    merged: NDArray[np.bool_]

    def pick(self, which: Ints | slice) -> "Members":
        """Some of the members."""
        return Members(self.family[which], self.story[which], self.merged[which])


class _Ties(NamedTuple):
    """Every member of some families with every candidate of its family, member by member.

    `story`, `family`, `merged` and `candidate`, one a member, in the order of families, whose numbers are 0, 1 and so
    on, the richest in text first; `first`, one a family, is its first member. `here` and `there`, one a tie, are
    numbers of members; `begin`, one a member, is its first tie.
    """

    story: Ints
    family: Ints
    candidate: NDArray[np.bool_]
    first: Ints
    here: Ints
    there: Ints
    begin: Ints


def find_parents(pairs: Pairs, evidence: Evidence, members: Members) -> dict[tuple[int, int], list[Choice]]:
    """Choose the parents of the members of families, likeliest first; the original has none.

    Args:
        pairs: What stories share.
        evidence: What is known beside.
        members: The families; each has several members, and one at least that is not merged.

    Returns:
        The choices by family and story.
    """
    parents: dict[tuple[int, int], list[Choice]] = {}
    members = members.pick(np.lexsort((pairs.rank[members.story], members.family)))
    first = np.flatnonzero(np.append(True, members.family[1:] != members.family[:-1])[: len(members.family)])
    size = np.diff(np.append(first, len(members.family)))
    batch = np.cumsum(size * np.minimum(size, MOST_CANDIDATES)) // TIES_AT_ONCE
    begins = first[np.append(True, batch[1:] != batch[:-1])[: len(first)]].tolist()
    for begin, end in pairwise([*begins, len(members.family)]):
        parents |= _rank_parents(pairs, evidence, members.pick(slice(begin, end)))
    return parents


def _rank_parents(pairs: Pairs, evidence: Evidence, members: Members) -> dict[tuple[int, int], list[Choice]]:
    ties = _tie(members, evidence)
    story, here, there = ties.story, ties.here, ties.there
    row = pairs.find(story[here], story[there])
    own = here == there
    shared = np.where((row >= 0) & ~own, pairs.shared[row] if len(pairs.shared) else 0, 0).astype(float)
    common = np.maximum(1, np.maximum.reduceat(shared, ties.begin))[here]
    masks = HeadlineMasks(evidence.headlines, story, ties.family)
    heard = evidence.hear(story[here], story[there])
    root = _choose_roots(pairs, evidence, ties, shared / common, masks.compare(here, there), heard)
    from_root = root[ties.family][here] == there
    parting = masks.part(here, there, root[ties.family])
    score = _score_text(pairs.size[story[there]], shared, common) + _score_time(evidence, ties, from_root)
    score += IS_ORIGINAL * from_root
    for change, weight in HEADLINE_CHANGES.items():
        score += weight * np.log1p(getattr(parting, change))
    score += NAMED * heard.named + QUOTED * heard.quoted + CITED * heard.cited + OF_ONE_OWNER * heard.of_one_owner
    score[own | ((shared < LEAST_SHARED * common) & ~heard.named)] = -np.inf
    odds = np.exp(score - np.maximum(np.maximum.reduceat(score, ties.begin), LOWEST)[here])
    odds /= np.maximum(np.add.reduceat(odds, ties.begin), np.finfo(float).tiny)[here]
    order = np.lexsort((pairs.rank[story[there]], evidence.days[story[there]], -score, here))
    place = np.arange(len(order)) - ties.begin[here]
    shown = (place < MOST_CHOICES) & (score[order] > LOWEST) & ((place == 0) | (odds[order] > LEAST_ODDS))
    shown &= root[ties.family][here] != here
    best = order[shown]
    differs = parting.anew + parting.restored + parting.undone + parting.cut
    same_headline = (differs == 0) & (masks.size[here] > 0) & (masks.size[there] > 0)
    reasons = _tell_reasons(evidence, ties, best, from_root, shared / common, same_headline, heard)
    parents: dict[tuple[int, int], list[Choice]] = {}
    found = (members.family[here[best]], story[here[best]], story[there[best]], odds[best])
    for family, child, parent, confidence, reason in zip(*(part.tolist() for part in found), reasons, strict=True):
        parents.setdefault((family, child), []).append(Choice(parent, confidence, reason))
    return _without_circles(parents, dict(zip(members.family[ties.first].tolist(), story[root].tolist(), strict=True)))


def _tie(members: Members, evidence: Evidence) -> _Ties:
    """Candidates are those who are not merged, the richest in text first, and those whom pages name as originals."""
    opens = np.append(True, members.family[1:] != members.family[:-1])
    family, first = np.cumsum(opens) - 1, np.flatnonzero(opens)
    sound = np.cumsum(~members.merged)
    before = np.append(0, sound)[first]
    candidate = ~members.merged & (sound - before[family] <= MOST_CANDIDATES)
    if len(evidence.named):
        named = ~members.merged & ~candidate & np.isin(members.story, evidence.named % len(evidence.days))
        many = np.cumsum(named)
        candidate |= named & (many - np.append(0, many)[first][family] <= MOST_CANDIDATES)
    pool = np.flatnonzero(candidate)
    many = np.bincount(family[pool], minlength=len(first))
    here = np.repeat(np.arange(len(family)), many[family])
    begin = np.cumsum(many[family]) - many[family]
    there = pool[np.arange(len(here)) + ((np.cumsum(many) - many)[family] - begin)[here]]
    return _Ties(members.story, family, candidate, first, here, there, begin)


def _choose_roots(pairs: Pairs, evidence: Evidence, ties: _Ties, kept: Floats, titles: Floats, heard: Heard) -> Ints:
    """Which member of each family is the original."""
    here, there, family, count = ties.here, ties.there, ties.family, len(ties.story)
    days, publishes = evidence.days[ties.story], evidence.publishes[ties.story]
    others = here != there
    many = np.maximum(1, np.bincount(there, others, minlength=count))
    held = np.bincount(there, kept * others, minlength=count) / many
    lacks = np.maximum.reduceat(held, ties.first)[family] - held
    score = TEXT_KEPT * np.log1p(KEPT_SCALE * lacks)
    score += TITLE_KEPT * np.bincount(there, titles * others, minlength=count) / many
    score += PUBLISHED_BY_CREDITED * publishes
    has_agency = np.logical_or.reduceat(publishes & ties.candidate, ties.first)[family]
    score += CREDITS_ANOTHER * (evidence.credits[ties.story] & has_agency)
    score += NAMES_ANOTHER * (np.bincount(here, heard.named & others, minlength=count) > 0)
    score += POINTS_ELSEWHERE * evidence.points[ties.story]
    score += HEARD_BY_OTHERS * (np.bincount(there, (heard.quoted | heard.cited) & others, minlength=count) > 0)
    earlier = np.bincount(there, ties.candidate[here] & (days[here] < days[there]), minlength=count)
    score += EARLIER_ONES * np.minimum(earlier, MOST_EARLIER)
    order = np.lexsort((pairs.rank[ties.story], days, -score, ~ties.candidate, family))
    return order[ties.first]


def _score_text(size: Ints, shared: Floats, common: Floats) -> Floats:
    """How well each candidate's text, of `size` fingerprints, explains what the member shares with its family."""
    lacked, size = common - shared, np.maximum(1, size)
    score: Floats = LACKS * np.minimum(lacked, MOST_LACKED) + LACKS_ANY * np.log1p(lacked)
    return score + HOLDS_MORE * (1 - shared / size) + HOLDS_ANY_MORE * np.log1p(size - shared)


def _score_time(evidence: Evidence, ties: _Ties, from_root: NDArray[np.bool_]) -> Floats:
    days = evidence.days[ties.story]
    lag_hours = 24 * (days[ties.here] - days[ties.there])
    later = lag_hours < 0
    lag_hours = np.where(np.isnan(lag_hours), UNKNOWN_LAG_HOURS, np.maximum(lag_hours, 0))
    score: Floats = np.where(later, LATER, SOON * np.log1p(lag_hours))
    return score + LATER_ORIGINAL * (later & from_root)


def _tell_reasons(
    evidence: Evidence,
    ties: _Ties,
    which: Ints,
    from_root: NDArray[np.bool_],
    kept: Floats,
    same_headline: NDArray[np.bool_],
    heard: Heard,
) -> Iterator[str]:
    """What speaks for some of the ties."""
    here, there = ties.story[ties.here[which]], ties.story[ties.there[which]]
    days_between = np.nan_to_num(evidence.days[here] - evidence.days[there])
    facts = (kept[which], from_root[which] & evidence.publishes[there], same_headline[which], days_between)
    said = (part[which] for part in heard)
    listed = (part.tolist() for part in (there, *facts, *said))
    for parent, share, published, same, days, named, quoted, cited, of_one_owner in zip(*listed, strict=True):
        parts = [NAMED_REASON] if named else []
        parts.append(f"holds {share:.0%} of the text that the story shares with its family")
        if published:
            parts.append("published by the agency that the family credits")
        if quoted:
            parts.append(f"it quotes what was told to {outlet_name(evidence.outlet_names[parent])}")
        if cited:
            parts.append(f"it tells what {outlet_name(evidence.outlet_names[parent])} reported")
        if same:
            parts.append("the same headline")
        if of_one_owner:
            parts.append("of one owner")
        if days > 0:
            parts.append("earlier")
        elif days < 0:
            parts.append("although dated later")
        yield "; ".join(parts)


def _without_circles(
    parents: dict[tuple[int, int], list[Choice]], roots: dict[int, int]
) -> dict[tuple[int, int], list[Choice]]:
    """Leave out choices that would make a story its own ancestor."""
    for family, story in sorted(parents):
        root, seen, at = roots[family], {story}, story
        while at != root and (choices := parents.get((family, at))):
            at = choices[0].parent
            if at == story:
                first, *rest = parents[family, story]
                parents[family, story] = [choice for choice in (first, *rest) if choice.parent == root] + [
                    choice for choice in rest if choice.parent != root
                ]
            # A circle that the story is not in is broken where it is.
            if at in seen:
                break
            seen.add(at)
    return parents
