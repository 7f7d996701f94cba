"""The lineage of stories held in memory: fingerprints, pairs, families, parents, extents."""

import gc
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import NamedTuple

import numpy as np

from sayso.records import Extent, Lineage, Parent, ReuseKind, Span, Story
from sayso.reuse.credits import credited_agency, own_agency
from sayso.reuse.evidence import Evidence, gather_evidence, hear_families
from sayso.reuse.extents import align_passages, read_passages
from sayso.reuse.families import Families, find_families
from sayso.reuse.fingerprints import Fingerprints, read_fingerprints
from sayso.reuse.links import Links, find_among, find_links
from sayso.reuse.naming import add_named_parents, name_texts
from sayso.reuse.pairs import Pairs, pair_stories
from sayso.reuse.parents import Choice, Members, find_parents
from sayso.reuse.quotations import find_quotations, tell_circumstances

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
    links = find_links(stories, find_among(stories))
    texts = find_texts(stories, links)
    found = read_fingerprints([stories[index].text for index in texts.first])
    return tell_lineage(stories, texts, found, pair_stories(found), links, with_extents=with_extents)


class Texts(NamedTuple):
    """Distinct texts: for each story the number of its text, for each text a story that stands for it."""

    place: list[int]
    first: list[int]


@contextmanager
def _pause_collection() -> Iterator[None]:
    """Keep the collector of circular references from looking time and again at many new records, which hold none.

    It takes 8 % of the time of 28,000 stories.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


class Settled(NamedTuple):
    """Families with the parents that stories have in them, and what is known of the stories beside their texts."""

    families: Families
    parents: dict[int, list[Choice]]
    evidence: Evidence


def settle_families(stories: Sequence[Story], texts: Texts, found: Fingerprints, pairs: Pairs, links: Links) -> Settled:
    """The families of distinct texts; see `tell_lineage`."""
    told = [stories[index] for index in texts.first]
    evidence = gather_evidence(told)
    families = find_families(found, pairs, evidence.days)
    evidence = hear_families(told, families, evidence, links, name_texts(stories, texts.place, links))
    return Settled(families, _choose_parents(pairs, families, evidence), evidence)


@_pause_collection()
def tell_lineage(
    stories: Sequence[Story], texts: Texts, found: Fingerprints, pairs: Pairs, links: Links, *, with_extents: bool
) -> tuple[Lineage, ...]:
    """The lineage of each story, given the fingerprints of its distinct texts, what those share and what pages name."""
    told = [stories[index] for index in texts.first]
    families, parents, evidence = settle_families(stories, texts, found, pairs, links)
    borrowed = find_quotations(told, pairs, tell_circumstances(told, pairs, families, parents, evidence))
    # What a page names as the original has no words of its copy.
    borrowed = {here: loan for here, loan in borrowed.items() if not links.name(told[loan.parent].id, told[here].id)}
    choices = {number: [choice] for number, choice in borrowed.items()} | parents
    wholly = _find_wholly(pairs, choices)
    extents = _align_parents(told, families, choices) if with_extents else {}
    names = _name_families(stories, texts.place, families)
    lineages = [
        Lineage(
            story.id,
            tuple(names[family] for family in families.of(number)),
            _kind(number, choices, families, borrowed, wholly),
            tuple(
                Parent(
                    told[choice.parent].id,
                    choice.reason,
                    round(choice.confidence, 3),
                    extents.get((number, choice.parent), ()),
                )
                for choice in choices.get(number, ())
            ),
            None if number in choices else _tell_unrecorded(story),
        )
        for number, story in enumerate(told)
    ]
    by_text = [
        lineages[number] if story.id == told[number].id else _tell_same(story, lineages[number])
        for story, number in zip(stories, texts.place, strict=True)
    ]
    return add_named_parents(stories, texts.place, by_text, links)


def find_texts(stories: Sequence[Story], links: Links) -> Texts:
    """Find the distinct texts; an agency's own story stands for one, else the earliest.

    One whose page names another story with that text as its original stands for it only where all do.
    """
    texts = {story.id: story.text for story in stories} if links.named else {}

    def key(index: int) -> tuple[bool, bool, str, str]:
        story = stories[index]
        named = links.named.get(story.id, ())
        is_copy = any(texts.get(other) == story.text for other in named)
        return is_copy, own_agency(story) is None, story.published or "~", story.id

    order = sorted(range(len(stories)), key=key)
    number: dict[str, int] = {}
    first: list[int] = []
    for index in order:
        if stories[index].text not in number:
            number[stories[index].text] = len(first)
            first.append(index)
    return Texts([number[story.text] for story in stories], first)


def _tell_unrecorded(story: Story) -> str | None:
    """What a story without a parent says of one that is not among the stories."""
    agency = None if own_agency(story) else credited_agency(story)
    return f"credits {agency}, whose own story is not among these" if agency else None


def _members(families: Families) -> Members:
    """The members of families of several, of whom one at least is not merged."""
    further = [(family, story) for story, others in families.others.items() for family in others]
    family, story = np.array(further, np.int64).reshape(-1, 2).T
    family = np.concatenate((families.label, family))
    story = np.concatenate((np.arange(len(families.label)), story))
    merged = np.zeros(len(families.label), bool)
    merged[list(families.others)] = True
    many = np.bincount(family)
    sound = np.bincount(family, ~merged[story])
    asked = (many[family] > 1) & (sound[family] > 0)
    return Members(family[asked], story[asked], merged[story[asked]])


def _choose_parents(pairs: Pairs, families: Families, evidence: Evidence) -> dict[int, list[Choice]]:
    """Parents of every story; of a merged one the likeliest of each family first, its main one leading."""
    found = find_parents(pairs, evidence, _members(families))
    parents: dict[int, list[Choice]] = {}
    for number, label in enumerate(families.label.tolist()):
        if number not in families.others:
            if choices := found.get((label, number)):
                parents[number] = choices
            continue
        sides = [found.get((family, number), []) for family in families.of(number)]
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


def _name_families(stories: Sequence[Story], place: Sequence[int], families: Families) -> dict[int, str]:
    """What families are called: by the smallest id among their stories that are in no other."""
    names: dict[int, str] = {}
    labels = families.label.tolist()
    for story, number in zip(stories, place, strict=True):
        if number not in families.others:
            label = labels[number]
            names[label] = min(names.get(label, story.id), story.id)
    return names


def _tell_same(story: Story, lineage: Lineage) -> Lineage:
    """The lineage of a story whose text is another one's, that of a given lineage."""
    whole = (Extent(Span(0, len(story.text)), Span(0, len(story.text))),)
    same = Parent(lineage.story_id, "the same text, from an agency or earlier", 0.6, whole)
    return Lineage(story.id, lineage.families, ReuseKind.WHOLLY, (same, *lineage.parents))
