"""Lineage as an analyst decided it: who was made from whom, and what that makes of the families."""

from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from dataclasses import replace
from typing import NamedTuple

from sayso.records import Extent, Judgement, Lineage, Parent, ReuseKind, Verdict

JUDGED_CONFIDENCE = 1.0

_Pairs = Set[tuple[str, str]]
"""Ids of a copy and of the story that it was made from."""


def apply_copy_judgements(lineages: Sequence[Lineage], judgements: Iterable[Judgement]) -> tuple[Lineage, ...]:
    """The lineages as judgements on copies have them; these stand over every parent that the texts tell.

    - A story that was judged to be made from another one has it for its first parent and belongs to its family; where
      parents of another family are left, it is merged of both. Whoever that other story was thought to have from the
      copy itself, by however many steps, is no parent of it.
    - A story judged not to be made from another one loses that parent. With none left it begins a family of its own, to
      which those go that were made from it.

    Judgements on stories that are not among the lineages change nothing, and their order does not matter.

    Args:
        lineages: Of all stories of each family that a judged story is in.
        judgements: Those that stand, on copies.
    """
    before = {one.story_id: one for one in lineages}
    judged = {(one.one, one.other): one for one in judgements if {one.one, one.other} <= before.keys()}
    if not judged:
        return tuple(lineages)
    yes = {pair for pair, one in judged.items() if one.verdict is Verdict.YES}
    parents = {one.story_id: _judge_parents(one, judged) for one in lineages}
    _cut_circles(parents, yes)
    told = _Told(before, parents, yes)
    homes = {story_id: told.homes(story_id) for story_id in before}
    names: dict[_Home, str] = {}
    for story_id, (home, *others) in homes.items():
        if not others:
            names[home] = min(names.get(home, story_id), story_id)
    return tuple(
        _tell(
            one,
            told.order_parents(one.story_id, homes[one.story_id]),
            tuple(names.get(home, home.name) for home in homes[one.story_id]),
            yes,
        )
        for one in lineages
    )


def with_shared_text(
    lineages: Iterable[Lineage], shared: Mapping[tuple[str, str], tuple[Extent, ...]]
) -> tuple[Lineage, ...]:
    """Lineages with the text that stories share with judged parents, by the two ids; what is there already stays."""
    return tuple(
        replace(
            one,
            parents=tuple(
                replace(parent, extents=parent.extents or shared.get((one.story_id, parent.story_id), ()))
                for parent in one.parents
            ),
        )
        for one in lineages
    )


def _judge_parents(lineage: Lineage, judged: Mapping[tuple[str, str], Judgement]) -> list[Parent]:
    """The parents of a story: those that it was judged to have, then those that the texts tell and nobody judged."""
    told = {parent.story_id: parent for parent in lineage.parents}
    decided = {other: one for (story_id, other), one in sorted(judged.items()) if story_id == lineage.story_id}
    yes = [
        Parent(other, one.reason, JUDGED_CONFIDENCE, told[other].extents if other in told else ())
        for other, one in decided.items()
        if one.verdict is Verdict.YES
    ]
    return yes + [parent for parent in lineage.parents if parent.story_id not in decided]


def _cut_circles(parents: dict[str, list[Parent]], yes: _Pairs) -> None:
    """Take away the parents by which a story would be made from itself through what was judged."""
    judged: dict[str, list[str]] = {}
    for one, other in sorted(yes):
        judged.setdefault(one, []).append(other)

    def likely(story_id: str) -> list[str]:
        first = [parent.story_id for parent in parents.get(story_id, ())[:1]]
        return first + judged.get(story_id, [])

    for copy in judged:
        for story_id in sorted(_reach(judged[copy], lambda one: judged.get(one, []))):
            parents[story_id] = [
                parent
                for parent in parents[story_id]
                if (story_id, parent.story_id) in yes or copy not in _reach([parent.story_id], likely)
            ]


def _reach(begin: Iterable[str], step: Callable[[str], Iterable[str]]) -> set[str]:
    reached: set[str] = set()
    waiting = list(begin)
    while waiting:
        one = waiting.pop()
        if one not in reached:
            reached.add(one)
            waiting.extend(step(one))
    return reached


class _Home(NamedTuple):
    """A family that the texts tell, or one that begins with a story which lost all its parents."""

    name: str
    is_new: bool = False


class _Told:
    """Which families stories belong to, by what is left of what the texts tell and by what was judged beside."""

    def __init__(self, before: Mapping[str, Lineage], parents: Mapping[str, list[Parent]], yes: _Pairs) -> None:
        self._before = before
        self._parents = parents
        self._yes = yes
        self._joined: dict[_Home, _Home] = {}
        for story_id in sorted(before):
            if not _is_merged(before[story_id]) and not self._left(story_id):
                for home in self._judged_homes(story_id):
                    self._join(self._top(story_id), home)

    def homes(self, story_id: str) -> tuple[_Home, ...]:
        """The families of a story: those that were judged first, then those that the texts tell."""
        one = self._before[story_id]
        told: list[_Home] = []
        for family in one.families:
            had = [parent for parent in self._given(one) if self._stands_for(parent, one) == _Home(family)]
            left = [parent for parent in self._left(story_id) if parent in had]
            if not _is_merged(one):
                told.append(self._top(story_id))
            elif left or not had:
                told.append(self._home_of_parent(left[0], one) if left else _Home(family))
        homes = dict.fromkeys(self._root(home) for home in (*self._judged_homes(story_id), *told))
        return tuple(homes) or (self._root(_Home(story_id, is_new=True)),)

    def order_parents(self, story_id: str, homes: Sequence[_Home]) -> tuple[Parent, ...]:
        """The parents of a story, the likeliest of each of its families first, in the order of these."""
        one, parents = self._before[story_id], self._parents[story_id]
        of = [self._root(self._home_of_parent(parent.story_id, one)) for parent in parents]
        heads = [of.index(home) for home in homes if home in of]
        return tuple(parents[place] for place in dict.fromkeys((*heads, *range(len(parents)))))

    def _judged_homes(self, story_id: str) -> list[_Home]:
        """The families of the stories that one was judged to be made from, where the texts do not tell so."""
        one = self._before[story_id]
        new = [other for story, other in sorted(self._yes) if story == story_id and other not in self._given(one)]
        return [self._home_of_original(other, one) for other in new]

    def _home_of_original(self, original: str, copy: Lineage) -> _Home:
        """The family by which a judged original has a copy: of a merged one, one that is left and in common, if any."""
        if not _is_merged(self._before[original]):
            return self._top(original)
        theirs = self.homes(original)
        mine = {self._root(_Home(family)) for family in copy.families}
        return next((home for home in theirs if home in mine), theirs[0])

    def _home_of_parent(self, parent: str, child: Lineage) -> _Home:
        plain = parent in self._before and not _is_merged(self._before[parent])
        return self._top(parent) if plain else self._stands_for(parent, child)

    def _stands_for(self, parent: str, child: Lineage) -> _Home:
        """The family that a parent stands for by the texts: one that it has in common with the copy, if any."""
        families = self._before[parent].families if parent in self._before else child.families
        return _Home(next((family for family in families if family in child.families), families[0]))

    def _given(self, one: Lineage) -> list[str]:
        """The parents by which the texts tell a story's families: whom it only quotes or links to gives it none."""
        return [
            parent.story_id
            for parent in one.parents
            if parent.story_id not in self._before or set(self._before[parent.story_id].families) & set(one.families)
        ]

    def _left(self, story_id: str) -> list[str]:
        """Those of these that are left, likeliest first."""
        given = self._given(self._before[story_id])
        return [parent.story_id for parent in self._parents[story_id] if parent.story_id in given]

    def _top(self, story_id: str) -> _Home:
        """The main family of a story: that of the one at the end of its likeliest parents among those of its family."""
        families = self._before[story_id].families[:1]
        at, seen = story_id, {story_id}
        while above := [parent for parent in self._left(at) if parent not in seen and self._is_of(parent, families)]:
            at = above[0]
            seen.add(at)
        parted = self._given(self._before[at]) and not self._left(at)
        return self._root(_Home(at, is_new=True) if parted else _Home(families[0]))

    def _is_of(self, story_id: str, families: tuple[str, ...]) -> bool:
        return story_id in self._before and self._before[story_id].families == families

    def _join(self, one: _Home, other: _Home) -> None:
        first, second = sorted((self._root(one), self._root(other)))
        if first != second:
            self._joined[second] = first

    def _root(self, home: _Home) -> _Home:
        while home in self._joined:
            home = self._joined[home]
        return home


def _is_merged(lineage: Lineage) -> bool:
    return len(lineage.families) > 1


def _tell(before: Lineage, parents: tuple[Parent, ...], families: tuple[str, ...], yes: _Pairs) -> Lineage:
    if parents == before.parents and families == before.families:
        return before
    kind = before.kind
    if not parents:
        kind = ReuseKind.NONE
    elif len(families) > 1:
        kind = ReuseKind.MERGED
    elif kind not in (ReuseKind.QUOTATION, ReuseKind.NONE) or (before.story_id, parents[0].story_id) in yes:
        same = before.parents and before.parents[0].story_id == parents[0].story_id
        kind = ReuseKind.WHOLLY if same and kind is ReuseKind.WHOLLY else ReuseKind.PARTIALLY
    return Lineage(before.story_id, families, kind, parents, None if parents else before.unrecorded)
