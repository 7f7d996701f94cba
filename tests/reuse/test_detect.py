import time

from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.records import Lineage, ReuseKind, Story
from sayso.reuse import detect_lineage
from tests.reuse.texts import make_story, write_text

FIRST, SECOND, OWN, OTHER = (write_text(seed) for seed in range(4))
QUOTATION = "“" + " ".join(FIRST[2].split()[:14]) + "”, she said."

WORLD = [
    make_story("a1", FIRST, 2),
    make_story("a2", FIRST, 3),
    make_story("a3", FIRST[:3], 4),
    make_story("a4", ["Read also: something else", *FIRST, "All rights reserved by nobody at all."], 5),
    make_story("b1", SECOND, 2),
    make_story("b2", SECOND[:4], 3),
    make_story("m1", [*FIRST[:4], *SECOND[:4]], 6),
    make_story("q1", [*OWN[:3], QUOTATION, *OWN[3:]], 4),
    make_story("x1", OTHER, 4),
]


def by_id(stories: list[Story]) -> dict[str, Lineage]:
    return {lineage.story_id: lineage for lineage in detect_lineage(stories)}


def test_families_and_kinds() -> None:
    found = by_id(WORLD)
    assert {number: lineage.families for number, lineage in found.items()} == {
        "a1": ("a1",), "a2": ("a1",), "a3": ("a1",), "a4": ("a1",),
        "b1": ("b1",), "b2": ("b1",),
        "m1": ("a1", "b1"),
        "q1": ("q1",),
        "x1": ("x1",),
    }  # fmt: skip
    assert found["a1"].kind is ReuseKind.NONE
    assert found["a2"].kind is ReuseKind.WHOLLY
    assert found["a3"].kind is ReuseKind.PARTIALLY
    assert found["m1"].kind is ReuseKind.MERGED
    assert found["q1"].kind is ReuseKind.QUOTATION
    assert found["x1"].kind is ReuseKind.NONE


def test_parents() -> None:
    found = by_id(WORLD)
    assert not found["a1"].parents
    assert found["a2"].parents[0].story_id == "a1"
    assert {parent.story_id[0] for parent in found["m1"].parents[:2]} == {"a", "b"}
    assert found["q1"].parents[0].story_id == "a1"
    assert found["x1"].parents == ()


def test_a_parent_shows_the_shared_words_in_both_texts() -> None:
    texts = {story.id: story.text for story in WORLD}
    (extent,) = by_id(WORLD)["a3"].parents[0].extents
    assert extent.here.of(texts["a3"]) == extent.there.of(texts["a1"])


@settings(max_examples=30, deadline=None)
@given(st.permutations(WORLD))
def test_the_order_of_the_stories_makes_no_difference(stories: list[Story]) -> None:
    assert by_id(stories) == by_id(WORLD)


def test_a_tweet_that_all_quote_ties_none() -> None:
    tweet = " ".join(write_text(99, 1, 25))
    stories = [make_story(f"t{n}", [*write_text(100 + n), f"“{tweet}”", *write_text(200 + n)]) for n in range(12)]
    assert len({lineage.families for lineage in detect_lineage(stories)}) == len(stories)


def test_an_agency_credited_but_absent_is_told() -> None:
    stories = [make_story("c1", ["NORTHPORT (AP) — " + FIRST[0], *FIRST[1:]]), make_story("c2", FIRST, 2)]
    found = by_id(stories)
    assert found["c1"].unrecorded == "credits AP, whose own story is not among these"


def test_the_agency_is_the_original_even_when_it_is_dated_later() -> None:
    dated = ["NORTHPORT (AP) — " + FIRST[0], *FIRST[1:]]
    found = by_id([make_story("c1", dated, 2), make_story("c2", dated, 2), make_story("ap", dated, 3, "apnews.com")])
    assert found["ap"].parents == ()
    assert found["c1"].parents[0].story_id == found["c2"].parents[0].story_id == "ap"


def test_bad_input() -> None:
    assert detect_lineage([]) == ()
    odd = [
        "",
        "Yes.",
        "!!! ???",
        "総理大臣は昨日の記者会見で新しい政策を発表した。",
        "Το υπουργείο ανακοίνωσε νέα μέτρα.",
        "\ud800",
    ]
    found = detect_lineage([make_story(f"o{n}", [text]) for n, text in enumerate(odd)])
    assert [lineage.kind for lineage in found] == [ReuseKind.NONE] * len(odd)


def test_the_same_story_ten_thousand_times() -> None:
    begun = time.process_time()
    stories = [make_story(f"s{n:05}", FIRST, 1 + n % 28) for n in range(10_000)]
    found = detect_lineage(stories)
    assert {lineage.families for lineage in found} == {("s00000",)}
    assert sum(not lineage.parents for lineage in found) == 1
    assert time.process_time() - begun < 10


def test_many_copies_that_differ_a_little() -> None:
    begun = time.process_time()
    stories = [make_story(f"s{n:05}", [*FIRST, f"Number {n} of the copies that differ."], 2) for n in range(400)]
    found = detect_lineage(stories, with_extents=False)
    assert len({lineage.families for lineage in found}) == 1
    assert time.process_time() - begun < 30


def test_a_page_of_boilerplate_alone() -> None:
    footer = ["Subscribe to the paper today for unlimited access to all of our reporting and more."]
    stories = [make_story(f"p{n}", [*write_text(300 + n), *footer]) for n in range(20)] + [make_story("page", footer)]
    found = detect_lineage(stories)
    assert all(len(lineage.families) == 1 for lineage in found)
    assert len({lineage.families for lineage in found}) >= 20


def test_five_megabytes() -> None:
    begun = time.process_time()
    text = write_text(7, paragraphs=15_000)
    found = detect_lineage([make_story("long", text), make_story("part", text[:20], 2)])
    assert found[1].parents[0].story_id == "long"
    assert time.process_time() - begun < 30
