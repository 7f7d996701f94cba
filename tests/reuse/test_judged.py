"""Copies as an analyst judged them: parents and families."""

from collections.abc import Sequence
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.errors import UsageError
from sayso.records import Judgement, JudgementKind, Lineage, Parent, ReuseKind, Verdict
from sayso.reuse import ReuseIndex
from sayso.reuse.judged import apply_copy_judgements
from tests.reuse.ledgers import by_story, check_each, ledger_of, updated
from tests.reuse.texts import make_story, write_text


def judge(one: str, other: str, verdict: Verdict = Verdict.YES) -> Judgement:
    return Judgement(JudgementKind.COPY, one, other, verdict, "ed", "the layout")


def told(story_id: str, family: str | Sequence[str], *parents: str, kind: ReuseKind | None = None) -> Lineage:
    families = (family,) if isinstance(family, str) else tuple(family)
    usual = ReuseKind.MERGED if len(families) > 1 else ReuseKind.WHOLLY if parents else ReuseKind.NONE
    return Lineage(story_id, families, kind or usual, tuple(Parent(one, "shared", 0.5) for one in parents))


# a is the original of b and c, d of c; m is merged of that family and the one of x and y; q quotes a; z stands alone.
LINEAGES = (
    *(told("a", "a"), told("b", "a", "a", "c"), told("c", "a", "a"), told("d", "a", "c")),
    *(told("x", "x"), told("y", "x", "x"), told("m", ["a", "x"], "b", "y", "c")),
    *(told("q", "q", "a", kind=ReuseKind.QUOTATION), told("z", "z")),
)


def outline(*judgements: Judgement) -> dict[str, tuple[tuple[str, ...], list[str], ReuseKind]]:
    """What judgements change: families, parents and kind by story."""
    judged = apply_copy_judgements(LINEAGES, judgements)
    return {
        after.story_id: (after.families, [parent.story_id for parent in after.parents], after.kind)
        for before, after in zip(LINEAGES, judged, strict=True)
        if after != before
    }


MERGED, PARTIALLY, WHOLLY, NONE = ReuseKind.MERGED, ReuseKind.PARTIALLY, ReuseKind.WHOLLY, ReuseKind.NONE


@pytest.mark.parametrize(
    ("judgements", "changed"),
    [
        ([], {}),
        ([judge("z", "gone")], {}),
        ([judge("z", "a", Verdict.NO)], {}),
        ([judge("z", "a")], {"z": (("a",), ["a"], PARTIALLY)}),
        # The whole family of an original that was none belongs to its own original's.
        (
            [judge("x", "d")],
            {"x": (("a",), ["d"], PARTIALLY), "y": (("a",), ["x"], WHOLLY), "m": (("a",), ["b", "y", "c"], PARTIALLY)},
        ),
        # Who was made from two families' stories is merged of both.
        ([judge("d", "y")], {"d": (("x", "a"), ["y", "c"], MERGED)}),
        (
            [judge("z", "y")],
            {"z": (("x",), ["y"], PARTIALLY)},
        ),
        (
            [judge("d", "y"), judge("d", "c", Verdict.NO)],
            {
                "d": (("d",), ["y"], PARTIALLY), "x": (("d",), [], NONE), "y": (("d",), ["x"], WHOLLY),
                "m": (("a", "d"), ["b", "y", "c"], MERGED),
            },
        ),
        # No parent left: a family of its own, with whoever was made from it.
        ([judge("c", "a", Verdict.NO)], {"c": (("c",), [], NONE), "d": (("c",), ["c"], WHOLLY)}),
        # Another parent is left in the family.
        ([judge("b", "a", Verdict.NO)], {"b": (("a",), ["c"], PARTIALLY)}),
        ([judge("m", "y", Verdict.NO)], {"m": (("a",), ["b", "c"], PARTIALLY)}),
        ([judge("m", "b", Verdict.NO)], {"m": (("a", "x"), ["c", "y"], MERGED)}),
        # Nothing is left of a merged story's parents: whoever was made from it is of one family with it.
        (
            [judge("a", "m"), judge("m", "y", Verdict.NO)],
            {"a": (("a",), ["m"], PARTIALLY), "m": (("a",), [], NONE)},
        ),
        ([judge("q", "a", Verdict.NO)], {"q": (("q",), [], NONE)}),
        ([judge("q", "a")], {"q": (("a",), ["a"], PARTIALLY)}),
        # The other way round.
        ([judge("a", "c")], {"a": (("a",), ["c"], PARTIALLY), "c": (("a",), [], NONE)}),
    ],
)  # fmt: skip
def test_what_judgements_change(
    judgements: list[Judgement], changed: dict[str, tuple[tuple[str, ...], list[str], ReuseKind]]
) -> None:
    assert outline(*judgements) == changed


def test_a_judged_parent_says_who_judged_and_why() -> None:
    (parent,) = by_story(apply_copy_judgements(LINEAGES, [judge("z", "a")]))["z"].parents
    assert (parent.reason, parent.confidence) == ("judged by ed: the layout", 1.0)


IDS = [one.story_id for one in LINEAGES]


@st.composite
def some_judgements(draw: st.DrawFn) -> list[Judgement]:
    """Judgements on different pairs, by which no story is made from itself."""
    order = draw(st.permutations(IDS))
    pairs = draw(st.sets(st.tuples(st.integers(0, len(IDS) - 1), st.integers(0, len(IDS) - 1)), max_size=6))
    return [
        judge(order[one], order[other], Verdict.YES if one > other and draw(st.booleans()) else Verdict.NO)
        for one, other in sorted(pairs)
        if one != other
    ]


@given(some_judgements(), st.data())
def test_the_order_of_judgements_and_stories_does_not_matter(judgements: list[Judgement], data: st.DataObject) -> None:
    judged = by_story(apply_copy_judgements(LINEAGES, judgements))
    again = data.draw(st.permutations(judgements))
    assert by_story(apply_copy_judgements(data.draw(st.permutations(LINEAGES)), again)) == judged


@given(some_judgements())
def test_what_was_judged_holds_and_no_story_is_made_from_itself(judgements: list[Judgement]) -> None:
    judged = by_story(apply_copy_judgements(LINEAGES, judgements))
    for judgement in judgements:
        parents = [parent.story_id for parent in judged[judgement.one].parents]
        assert (judgement.other in parents) == (judgement.verdict is Verdict.YES)
        if judgement.verdict is Verdict.YES:
            assert set(judged[judgement.one].families) & set(judged[judgement.other].families)
    for story_id in judged:
        line = [story_id]
        while parents := judged[line[-1]].parents:
            line.append(parents[0].story_id)
            assert len(set(line)) == len(line)
    for one in judged.values():
        assert one.families
        assert (one.kind is NONE) == (not one.parents)
        assert (one.kind is MERGED) == (len(one.families) > 1)


def test_a_family_goes_by_the_smallest_id_of_its_members_alone() -> None:
    judged = by_story(apply_copy_judgements(LINEAGES, [judge("x", "a"), judge("c", "a", Verdict.NO)]))
    assert {one: judged[one].families for one in ("a", "x", "y", "c", "d")} == {
        "a": ("a",), "x": ("a",), "y": ("a",), "c": ("c",), "d": ("c",),
    }  # fmt: skip


FIRST, SECOND = write_text(1), write_text(2)
STORIES = [
    make_story("a", FIRST),
    make_story("b", FIRST[:4], 2),
    make_story("c", FIRST[:5], 3),
    make_story("x", SECOND, 4),
    make_story("y", SECOND[1:], 5),
    make_story("m", FIRST[:3] + SECOND[:3], 6),
    make_story("z", write_text(3), 7),
]
STORY_IDS = [story.id for story in STORIES]


def test_the_lineage_of_a_ledger_is_as_judged_and_the_machines_own_stays_to_be_had() -> None:
    with ledger_of(STORIES) as ledger:
        before = updated(ledger).lineage_of_all()
        ledger.judge(judge("z", "y"))
        ledger.judge(judge("b", "a", Verdict.NO))
        judged = by_story(updated(ledger).lineage_of_all())
        assert [parent.story_id for parent in judged["z"].parents] == ["y"]
        assert judged["z"].families == judged["y"].families == ("x",)
        assert "a" not in [parent.story_id for parent in judged["b"].parents]
        assert ReuseIndex(ledger, with_judgements=False).lineage_of_all() == before
        ledger.judge(judge("z", "y", Verdict.WITHDRAWN))
        ledger.judge(judge("b", "a", Verdict.WITHDRAWN))
        assert updated(ledger).lineage_of_all() == before


def test_what_a_judged_copy_shares_with_its_original_is_told() -> None:
    with ledger_of(STORIES) as ledger:
        ledger.judge(judge("m", "a", Verdict.NO))
        ledger.judge(judge("m", "b", Verdict.NO))
        ledger.judge(judge("m", "c"))
        parent = by_story(updated(ledger).lineage_of(["m"]))["m"].parents[0]
        text = {story.id: story.text for story in STORIES}
        assert parent.story_id == "c"
        assert parent.extents
        assert all(extent.here.of(text["m"]) == extent.there.of(text["c"]) for extent in parent.extents)


def test_a_judged_copy_stands_around_its_original() -> None:
    with ledger_of(STORIES) as ledger:
        ledger.judge(judge("z", "a"))
        around = by_story(updated(ledger).lineage_around("z"))
        assert {"a", "b", "z"} <= around.keys()
        assert "z" in by_story(updated(ledger).lineage_around("a"))
        beside = by_story(updated(ledger).lineage_beside("z"))
        assert [parent.story_id for parent in beside["z"].parents] == ["a"]
        assert "z" in by_story(updated(ledger).lineage_beside("a"))


@settings(deadline=None, max_examples=10)
@given(st.lists(st.tuples(st.sampled_from(STORY_IDS), st.sampled_from(STORY_IDS), st.booleans()), max_size=5))
def test_of_each_story_the_same_is_told_alone_as_among_all(pairs: list[tuple[str, str, bool]]) -> None:
    with ledger_of(STORIES) as ledger:
        for one, other, is_copy in pairs:
            # Two that are the same, or a circle, are refused.
            with suppress(UsageError):
                ledger.judge(judge(one, other, Verdict.YES if is_copy else Verdict.NO))
        found = updated(ledger)
        every = by_story(found.lineage_of_all(with_extents=False))
        check_each(found, every, STORY_IDS)
