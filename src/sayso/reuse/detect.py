"""The lineage of stories held in memory: fingerprints, pairs, families, parents, extents."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from sayso.records import Extent, Lineage, Parent, ReuseKind, Span, Story
from sayso.reuse.credits import credited_agency, own_agency
from sayso.reuse.extents import align_passages, read_passages
from sayso.reuse.families import Families, find_families
from sayso.reuse.fingerprints import Fingerprints, read_fingerprints
from sayso.reuse.pairs import Pairs, pair_stories
from sayso.reuse.parents import Choice, Evidence, days_of, find_parents
from sayso.reuse.quotations import find_quotations

WHOLLY_SHARE = 0.9
"""A story is wholly a copy where this share of it stands in its parent and this share of the parent in it."""


def detect_lineage(stories: Sequence[Story], *, with_extents: bool = True) -> tuple[Lineage, ...]:
    """Find the families of stories and who was made from whom.

    The same stories give the same lineage in whatever order they come (ids apart, where texts are the same).

    Args:
        stories: Stories with ids of their own.
        with_extents: Whether to align each story with its parents; two fifths of the time go there.

    Returns:
        A lineage for each story, in order.
    """
    texts = find_texts(stories)
    found = read_fingerprints([stories[index].text for index in texts.first])
    return tell_lineage(stories, texts, found, pair_stories(found), with_extents=with_extents)


class Texts(NamedTuple):
    """Distinct texts: for each story the number of its text, for each text a story that stands for it."""

    place: list[int]
    first: list[int]


def tell_lineage(
    stories: Sequence[Story], texts: Texts, found: Fingerprints, pairs: Pairs, *, with_extents: bool
) -> tuple[Lineage, ...]:
    """The lineage of each story, given the fingerprints of its distinct texts and what those share."""
    told = [stories[index] for index in texts.first]
    evidence = _gather_evidence(told)
    families = find_families(found, pairs, evidence.days)
    evidence = _credit_families(told, families, evidence)
    parents = _choose_parents(pairs, families, evidence)
    borrowed = find_quotations(told, pairs, families, parents, evidence)
    choices = {number: [choice] for number, choice in borrowed.items()} | parents
    wholly = _find_wholly(pairs, choices)
    extents = _align_parents(told, families, choices) if with_extents else {}
    lineages = [
        Lineage(
            told[number].id,
            tuple(str(family) for family in (int(families.label[number]), *families.others.get(number, ()))),
            _kind(number, choices, families, borrowed, wholly),
            tuple(
                Parent(
                    told[choice.parent].id,
                    choice.reason,
                    round(choice.confidence, 3),
                    extents.get((number, choice.parent), ()),
                )
                for choice in choices.get(number, [])
            ),
            None if number in choices else _tell_unrecorded(told[number]),
        )
        for number in range(len(told))
    ]
    return _spread(stories, texts.place, lineages)


def find_texts(stories: Sequence[Story]) -> Texts:
    """Find the distinct texts; an agency's own story stands for one, else the earliest."""

    def key(index: int) -> tuple[bool, str, str]:
        story = stories[index]
        return own_agency(story) is None, story.published or "~", story.id

    order = sorted(range(len(stories)), key=key)
    number: dict[str, int] = {}
    first: list[int] = []
    for index in order:
        if stories[index].text not in number:
            number[stories[index].text] = len(first)
            first.append(index)
    return Texts([number[story.text] for story in stories], first)


def _gather_evidence(told: Sequence[Story]) -> Evidence:
    days = np.array([days_of(story.published) for story in told])
    publishes = np.array([own_agency(story) is not None for story in told], bool)
    titles = [_title_parts(story.title or "") for story in told]
    return Evidence(days, publishes, np.zeros(len(told), bool), titles)


def _title_parts(title: str) -> NDArray[np.int64]:
    """The words of a headline and its pairs of words, each once, as numbers."""
    words = title.casefold().split()
    parts = {*words, *map(" ".join, pairwise(words))}
    return np.fromiter(map(hash, parts), np.int64, len(parts))


def _credit_families(told: Sequence[Story], families: Families, evidence: Evidence) -> Evidence:
    """Read the credits of stories that have an agency's own among their kin: others tell nothing by theirs."""
    by_agency = np.zeros(len(told), bool)
    by_agency[families.label[evidence.publishes]] = True
    crediting = np.zeros(len(told), bool)
    for number in np.flatnonzero(by_agency[families.label] & ~evidence.publishes).tolist():
        crediting[number] = credited_agency(told[number]) is not None
    return replace(evidence, credits=crediting)


def _tell_unrecorded(story: Story) -> str | None:
    """What a story without a parent says of one that is not among the stories."""
    agency = None if own_agency(story) else credited_agency(story)
    return f"credits {agency}, whose own story is not among these" if agency else None


def _members(families: Families) -> dict[int, list[int]]:
    members: dict[int, list[int]] = {}
    for number, label in enumerate(families.label.tolist()):
        for family in (label, *families.others.get(number, ())):
            members.setdefault(family, []).append(number)
    return members


def _choose_parents(pairs: Pairs, families: Families, evidence: Evidence) -> dict[int, list[Choice]]:
    """Parents of every story; of a merged one the likeliest of each family first, its main one leading."""
    by_family: dict[int, dict[int, list[Choice]]] = {}
    for family, members in _members(families).items():
        merged = np.array([member in families.others for member in members])
        if len(members) > 1 and not merged.all():
            by_family[family] = find_parents(pairs, evidence, np.array(members), merged)
    parents: dict[int, list[Choice]] = {}
    for number, label in enumerate(families.label.tolist()):
        sides = [by_family.get(family, {}).get(number, []) for family in (label, *families.others.get(number, ()))]
        heads = [side[0] for side in sides if side]
        rest = [choice for side in sides for choice in side[1:]]
        if heads:
            parents[number] = heads + sorted(rest, key=lambda choice: -choice.confidence)
    return parents


def _align_parents(
    told: Sequence[Story], families: Families, choices: dict[int, list[Choice]]
) -> dict[tuple[int, int], tuple[Extent, ...]]:
    """The extents that each story shares with its likeliest parent in each family, family by family."""
    wanted: dict[int, list[tuple[int, int]]] = {}
    for number, chosen in choices.items():
        heads = chosen[: 1 + len(families.others.get(number, ()))]
        wanted.setdefault(int(families.label[number]), []).extend((number, choice.parent) for choice in heads)
    extents = {}
    for asked in wanted.values():
        numbers = sorted({number for pair in asked for number in pair})
        passages = dict(zip(numbers, read_passages([told[number].text for number in numbers]), strict=True))
        for here, there in asked:
            extents[here, there] = align_passages(passages[here], passages[there])
    return extents


def _find_wholly(pairs: Pairs, choices: dict[int, list[Choice]]) -> set[int]:
    """Stories nearly all of which stands in their likeliest parent, and nearly all of that in them."""
    here = np.fromiter(choices, np.int64, len(choices))
    there = np.fromiter((chosen[0].parent for chosen in choices.values()), np.int64, len(choices))
    row = pairs.find(here, there)
    shared = np.where(row >= 0, pairs.shared[row], 0) if len(pairs.shared) else np.zeros(len(row))
    most = np.maximum(1, np.maximum(pairs.size[here], pairs.size[there]))
    return set(here[shared >= WHOLLY_SHARE * most].tolist())


def _kind(
    number: int, choices: dict[int, list[Choice]], families: Families, borrowed: dict[int, Choice], wholly: set[int]
) -> ReuseKind:
    if number not in choices:
        return ReuseKind.NONE
    if number in families.others:
        return ReuseKind.MERGED
    if number in borrowed:
        return ReuseKind.QUOTATION
    return ReuseKind.WHOLLY if number in wholly else ReuseKind.PARTIALLY


def _spread(stories: Sequence[Story], place: Sequence[int], lineages: Sequence[Lineage]) -> tuple[Lineage, ...]:
    """Lineages of all stories from those of their texts; a family goes by its smallest id that is in no other."""
    names: dict[str, str] = {}
    for story, number in zip(stories, place, strict=True):
        label, *others = lineages[number].families
        if not others:
            names[label] = min(names.get(label, story.id), story.id)
    spread = []
    for story, number in zip(stories, place, strict=True):
        lineage = lineages[number]
        own = tuple(names[label] for label in lineage.families)
        if story.id == lineage.story_id:
            spread.append(replace(lineage, families=own))
        else:
            whole = (Extent(Span(0, len(story.text)), Span(0, len(story.text))),)
            same = Parent(lineage.story_id, "the same text, from an agency or earlier", 0.6, whole)
            spread.append(Lineage(story.id, own, ReuseKind.WHOLLY, (same, *lineage.parents)))
    return tuple(spread)
