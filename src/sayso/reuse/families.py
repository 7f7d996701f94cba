"""Families of stories without chaining: a merged story belongs to several and fuses none."""

from collections.abc import Iterator, Set
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from sayso.reuse.fingerprints import Fingerprints
from sayso.reuse.kin import CONTAINED_SHARE, STRONG_FINGERPRINTS, find_strong
from sayso.reuse.pairs import Ints, Pairs, find_keys, pair_key

LINKED_FINGERPRINTS = 3
"""Two kin of a third story are linked where they share so many fingerprints: less is chance, more loses short cuts."""

LINKED_SHARE = 0.04
"""And this much of the shorter one: long stories share that many by chance."""

LEAD_SHARE = 0.15
"""The main family of a merged story is the one that gives most of the story's first so much: a lead says what a story
is on. Taking the family that gives most of the whole text is wrong for half of the merged stories."""

LOOKS = 3
"""How often suspects are looked at: who is merged shows who is not."""

MOST_KIN = 40
"""Of how many kin the links to one another are looked at, those that share most first."""

WEDGES_AT_ONCE = 200_000

UNLINKED_SHARE = 0.6
"""A story is looked at closely where one of its kin is linked to less than this share of the others."""

CHANCE_SHARE, CHANCE_LINKS = 0.35, 0.2
"""Two stories that have kin, but hardly any (a fifth) in common, are not kin if they share less than .35 of the shorter
one."""

SIDE_SHARE = 0.04
"""A family has part in a merged story where it gives this much of its text; briefs of 6 % and more do occur."""


_Sides = list[list[tuple[int, int]]]


@dataclass(frozen=True, slots=True)
class Families:
    """Which story belongs to which family.

    Attributes:
        label: int64, the main family of each story, by the number of one of its members.
        others: For merged stories only: their further families, by the share they have in it.
        strong: bool, one a pair: whether the two are kin.
    """

    label: Ints
    others: dict[int, tuple[int, ...]]
    strong: NDArray[np.bool_]

    def of(self, story: int) -> tuple[int, ...]:
        """The families of a story, its main one first."""
        return (int(self.label[story]), *self.others.get(story, ()))


def find_families(found: Fingerprints, pairs: Pairs, days: NDArray[np.float64]) -> Families:
    """Group stories by the text they share.

    Args:
        found: The stories' fingerprints.
        pairs: What they share.
        days: float64, one a story: when it was published, in days; NaN where that is not known.
    """
    strong = find_strong(found, pairs)
    kin = _list_kin(pairs, np.flatnonzero(strong))
    sides, chance = _find_merged(pairs, kin, days)
    strong[chance] = False
    one, other = pairs.one[strong], pairs.other[strong]
    merged = np.zeros(len(pairs.size), bool)
    merged[list(sides)] = True
    plain = ~merged[one] & ~merged[other]
    plain_label = join(len(pairs.size), one[plain], other[plain])
    label = plain_label.copy()
    others: dict[int, tuple[int, ...]] = {}
    for story, groups in sides.items():
        heads = [
            next((member for member, _ in side if not merged[member]), None)
            for side in _order_sides(found, story, groups)
        ]
        families = list(dict.fromkeys(int(plain_label[head]) for head in heads if head is not None))
        label[story], *more = families or [story]
        if more:
            others[story] = tuple(more)
    return Families(label, others, strong)


def _order_sides(found: Fingerprints, story: int, sides: _Sides) -> _Sides:
    """The sides of a merged story, the one that gives its lead first, then by what they give."""
    own = found.of(story)
    lead = own[: max(STRONG_FINGERPRINTS, int(LEAD_SHARE * len(own)))]

    def given(side: list[tuple[int, int]]) -> tuple[int, int]:
        member, shared = side[0]
        return int(np.isin(lead, found.of(member)).sum()), shared

    return sorted(sides, key=given, reverse=True)


def join(count: int, one: Ints, other: Ints) -> Ints:
    """Connected components: for each of `count` things, the smallest number in its component."""
    label = np.arange(count)
    while True:
        least = np.minimum(label[one], label[other])
        new = label.copy()
        np.minimum.at(new, label[one], least)
        np.minimum.at(new, label[other], least)
        new = new[new]
        if np.array_equal(new, label):
            return label
        label = new


class _Kin(NamedTuple):
    """The kin of stories that have several: `centre` the stories, `begin` where each one's kin begin, `size` how many.

    `row` are the rows of their pairs with them, story after story, those that share most first.
    """

    centre: Ints
    begin: Ints
    size: Ints
    row: Ints


def _list_kin(pairs: Pairs, rows: Ints) -> _Kin:
    centre = np.concatenate((pairs.one[rows], pairs.other[rows]))
    kin = np.concatenate((pairs.other[rows], pairs.one[rows]))
    row = np.concatenate((rows, rows))
    order = np.lexsort((pairs.rank[kin], -pairs.shared[row], centre))
    centre, row = centre[order], row[order]
    begin = np.flatnonzero(np.append(True, centre[1:] != centre[:-1])[: len(centre)])
    size = np.minimum(np.diff(np.append(begin, len(centre))), MOST_KIN)
    several = size > 1
    return _Kin(centre[begin[several]], begin[several], size[several], row)


def _find_merged(pairs: Pairs, kin: _Kin, days: NDArray[np.float64]) -> tuple[dict[int, _Sides], Ints]:
    """Merged stories, each with its sides: groups of kin (story, fingerprints shared) that share nothing.

    And the pairs that are kin by chance.
    """
    suspects: dict[int, tuple[Ints, NDArray[np.bool_]]] = {}
    unlinked: list[int] = []
    for story, rows, linked in _find_suspects(pairs, kin, _find_linked(pairs)):
        suspects[story] = (pairs.partners(story, rows), linked)
        few = linked.sum(axis=1) - 1 <= CHANCE_LINKS * (len(linked) - 1)
        unlinked.extend(rows[few & (len(linked) > 2)].tolist())
    chance = _find_chance(pairs, unlinked)
    for story, (members, linked) in suspects.items():
        keep = ~np.isin(pairs.find(np.full(len(members), story), members), chance)
        suspects[story] = (members[keep], linked[np.ix_(keep, keep)])
    # Suspects may be sources with scattered excerpts as well as merged stories. Those found merged without the help of
    # other suspects are left out of the second look, and only they: a source holds its excerpts together there.
    looked: dict[int, tuple[bytes, _Sides]] = {}
    aside: Set[int] = suspects.keys()
    for _ in range(LOOKS):
        put_aside = np.zeros(len(pairs.size), bool)
        put_aside[list(aside)] = True
        for story, (members, linked) in suspects.items():
            sound = ~put_aside[members]
            if sound.sum() < 2:
                sound[:] = True
            asked = sound.tobytes()
            if story not in looked or looked[story][0] != asked:
                looked[story] = asked, _part_kin(pairs, story, members[sound], linked[np.ix_(sound, sound)], days)
        aside = {story for story, (_, sides) in looked.items() if len(sides) > 1}
    return {story: sides for story, (_, sides) in looked.items() if len(sides) > 1}, chance


def _find_chance(pairs: Pairs, unlinked: list[int]) -> Ints:
    """Pairs that share a little and have no kin in common, though either has two others: a footer, a set phrase."""
    rows, times = np.unique(np.array(unlinked, np.int64), return_counts=True)
    smaller = np.minimum(pairs.size[pairs.one[rows]], pairs.size[pairs.other[rows]])
    found: Ints = rows[(times == 2) & (pairs.shared[rows] < CHANCE_SHARE * smaller)]
    return found


def _find_linked(pairs: Pairs) -> Ints:
    """The keys of the pairs that are linked when both are kin of a third story."""
    smaller = np.minimum(pairs.size[pairs.one], pairs.size[pairs.other])
    return pairs.keys[pairs.shared >= np.maximum(LINKED_FINGERPRINTS, LINKED_SHARE * smaller)]


def _find_suspects(pairs: Pairs, kin: _Kin, linked_keys: Ints) -> Iterator[tuple[int, Ints, NDArray[np.bool_]]]:
    """Stories with kin that have few others of them for kin: each with its rows, and which are linked with one another.

    The links are a boolean square; they are looked up for many stories at once.
    """
    wedges = np.cumsum(kin.size**2)
    last = int(wedges[-1]) if len(wedges) else 0
    cuts = np.searchsorted(wedges, np.arange(0, last + WEDGES_AT_ONCE, WEDGES_AT_ONCE)).tolist()
    for first, end in pairwise([*cuts, len(kin.centre)]):
        if first == end:
            continue
        size = kin.size[first:end]
        at = np.repeat(kin.begin[first:end] - np.cumsum(size) + size, size) + np.arange(size.sum())
        row = kin.row[at]
        own = np.repeat(kin.centre[first:end], size)
        member = np.where(pairs.one[row] == own, pairs.other[row], pairs.one[row])
        many = np.repeat(size, size)
        linked = _link(linked_keys, len(pairs.size), member, many, np.repeat(np.cumsum(size) - size, size))
        corner = np.cumsum(many) - many
        links = np.add.reduceat(linked, corner, dtype=np.int64) - 1
        begins = np.cumsum(size) - size
        least = np.minimum.reduceat(links, begins)
        for story in np.flatnonzero(least < UNLINKED_SHARE * (size - 1)).tolist():
            begin, count = int(begins[story]), int(size[story])
            square = linked[corner[begin] : corner[begin] + count * count].reshape(count, count)
            yield int(kin.centre[first + story]), row[begin : begin + count], square


def _link(linked_keys: Ints, stories: int, member: Ints, many: Ints, group: Ints) -> NDArray[np.bool_]:
    """For each member, and each of the `many` members from place `group` on, whether the two are linked."""
    one = np.repeat(member, many)
    inside = np.arange(len(one)) - np.repeat(np.cumsum(many) - many, many)
    other = member[np.repeat(group, many) + inside]
    linked: NDArray[np.bool_] = (find_keys(linked_keys, pair_key(one, other, stories)) >= 0) | (one == other)
    return linked


def _part_kin(
    pairs: Pairs,
    story: int,
    members: Ints,
    linked: NDArray[np.bool_],
    days: NDArray[np.float64],
) -> _Sides:
    one, other = np.nonzero(linked)
    group = join(len(members), one, other)
    rows = pairs.find(np.full(len(members), story), members)
    shared = pairs.shared[rows]
    held = shared / np.maximum(1, pairs.size[members])
    sides = []
    all_held = True
    for number in np.unique(group):
        inside = group == number
        if shared[inside].max() < SIDE_SHARE * pairs.size[story]:
            continue
        all_held &= bool(held[inside].min() >= CONTAINED_SHARE)
        sides.append([(int(m), int(s)) for m, s in zip(members[inside], shared[inside], strict=True)])
    if all_held and len(sides) > 1 and not _holds_whole_families(sides, story, days):
        return []
    return sides


def _holds_whole_families(sides: _Sides, story: int, days: NDArray[np.float64]) -> bool:
    """Tell whether each side is more than one story, or else the story came after one of each.

    A source precedes its excerpts; what holds other stories whole and follows them was put together from them.
    """
    if all(len(side) > 1 for side in sides):
        return True
    return all(any(days[member] < days[story] for member, _ in side) for side in sides)
