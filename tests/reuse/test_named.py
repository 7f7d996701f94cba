"""Parents by what stories say of themselves: links of their pages, outlets they name, owners."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.records import Lineage, ReuseKind, Story
from sayso.reuse import detect_lineage
from tests.reuse.ledgers import by_story, check_stories, ledger_of, updated
from tests.reuse.texts import make_story, write_text

FIRST, SECOND, OTHER = (write_text(seed) for seed in range(40, 43))
NAMED = "its page names it as the original"


def linked(story: Story, *originals: str) -> Story:
    return replace(story, url=address(story.id), originals=tuple(map(address, originals)))


def address(number: str) -> str:
    return f"https://{number}.example/news/{number}"


def told(*stories: Story) -> dict[str, Lineage]:
    return by_story(detect_lineage(stories))


COPY = linked(make_story("copy", [*FIRST, *write_text(50, 1)], 1), "late")
LATE = linked(make_story("late", FIRST, 9))
WORLD = [
    COPY,
    LATE,
    linked(make_story("twin", FIRST, 2), "late"),
    linked(make_story("third", FIRST[:5], 10)),
    linked(make_story("rewrite", OTHER, 5), "late"),
    linked(make_story("lost", SECOND, 5), "nowhere"),
    linked(make_story("self", write_text(77), 5), "self"),
    linked(make_story("one", write_text(78), 5), "two"),
    linked(make_story("two", write_text(78)[:5], 6), "one"),
]


def test_the_story_that_a_page_names_is_its_parent_though_dated_later() -> None:
    without = told(*(replace(story, originals=()) for story in (COPY, LATE)))
    assert not without["copy"].parents
    found = told(COPY, LATE)
    assert found["late"].parents == ()
    (parent,) = found["copy"].parents
    assert (parent.story_id, parent.reason.startswith(NAMED)) == ("late", True)
    assert parent.confidence > 0.9


def test_what_pages_name_in_a_small_world() -> None:
    found = told(*WORLD)
    heads = {number: lineage.parents[0].story_id if lineage.parents else None for number, lineage in found.items()}
    assert heads["copy"] == heads["twin"] == heads["third"] == heads["rewrite"] == "late"
    assert found["twin"].parents[0].reason == f"{NAMED}; the same text"
    assert (found["rewrite"].kind, found["rewrite"].parents[0].reason) == (ReuseKind.NONE, NAMED)
    assert found["lost"].parents == ()
    missing = f"its page names {address('nowhere')} as the original, which is not in the ledger"
    assert found["lost"].unrecorded == missing
    assert (found["self"].parents, found["self"].unrecorded) == ((), None)
    assert heads["one"] is None
    assert NAMED not in found["two"].parents[0].reason


@settings(max_examples=15, deadline=None)
@given(st.permutations(WORLD))
def test_the_order_of_the_stories_makes_no_difference(stories: list[Story]) -> None:
    assert told(*stories) == told(*WORLD)


def test_of_each_story_the_ledger_tells_what_is_told_among_all() -> None:
    check_stories(WORLD)
    with ledger_of(WORLD) as ledger:
        assert by_story(updated(ledger).lineage_of_all()) == told(*WORLD)
        assert "late" in by_story(updated(ledger).lineage_around("rewrite"))


@settings(max_examples=25, deadline=None)
@given(st.lists(st.tuples(st.sampled_from("abcdef"), st.sampled_from("abcdef")), max_size=12))
def test_no_story_is_its_own_ancestor(links: list[tuple[str, str]]) -> None:
    texts = {"a": FIRST, "b": FIRST, "c": FIRST, "d": FIRST[:5], "e": [*FIRST, "More."], "f": SECOND}
    stories = [
        linked(make_story(number, text, 1 + place), *(other for one, other in links if one == number))
        for place, (number, text) in enumerate(texts.items())
    ]
    found = told(*stories)
    for number in found:
        seen, at = {number}, number
        while found[at].parents:
            at = found[at].parents[0].story_id
            assert at not in seen
            seen.add(at)


def test_what_was_told_to_an_outlet_is_its_own() -> None:
    words = [*FIRST, "“We found cracks,” Field told Reuters on Monday."]
    stories = [make_story(f"s{n}", words[n % 2 :], 2, outlet) for n, outlet in enumerate(("Post", "Coast", "Bay"))]
    reuters = make_story("z", [*words[:-1], "“We found cracks,” Field told Reuters."], 2, "reuters.com")
    found = told(*stories, reuters)
    assert found["z"].parents == ()
    assert "it quotes what was told to Reuters" in found["s0"].parents[0].reason


def test_an_outlet_that_is_named_as_reporting_it() -> None:
    words = [*FIRST, "The Harborton Herald first reported the cracks."]
    copy = make_story("a", words, 2, "Post")
    herald = make_story("b", FIRST, 2, "Harborton Herald")
    found = told(copy, herald)
    assert found["b"].parents == ()
    assert "it tells what Harborton Herald reported" in found["a"].parents[0].reason


def test_outlets_of_one_owner() -> None:
    found = told(make_story("a", FIRST, 2, "The Times"), make_story("b", FIRST[:5], 3, "thesun.co.uk"))
    assert "of one owner" in found["b"].parents[0].reason.split("; ")
    apart = told(make_story("a", FIRST, 2, "The Times"), make_story("b", FIRST[:5], 3, "The Guardian"))
    assert "of one owner" not in apart["b"].parents[0].reason
