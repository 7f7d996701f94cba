import time
from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.errors import LedgerError
from sayso.ledger import Ledger
from sayso.records import Lineage, ReuseKind, Story
from sayso.reuse import ReuseIndex, detect_lineage
from sayso.reuse.postings import folder_of
from tests.reuse.ledgers import (
    add_stories,
    by_story,
    check_each,
    check_stories,
    kin_of,
    ledger_of,
    make_chain,
    quote,
    small_runs,
    updated,
    write_words,
)
from tests.reuse.test_detect import FIRST, OTHER, SECOND, WORLD
from tests.reuse.texts import make_story, write_text

FOOTER = "Subscribe to the paper today for unlimited access to all of our reporting and more."
TWEET = f"“{write_words(99, 25)}”"
SAID = quote(write_words(50, 16))


def with_footer(number: int) -> Story:
    return make_story(f"f{number:03}", [*write_text(300 + number, 4), FOOTER], 1 + number % 28, "paper.example")


def with_tweet(number: int) -> Story:
    return make_story(f"t{number:03}", [*write_text(1100 + number, 3), TWEET, *write_text(1300 + number, 2)], 2)


MERGED_INTO = write_text(4)
MERGED = [
    make_story("m2", [*SECOND[:4], *OTHER[2:5]], 7),
    make_story("m3", [*FIRST[1:4], *SECOND[2:], *OTHER[:3]], 8),
    make_story("m4", [*MERGED_INTO[:3], *FIRST[:3]], 9),
    make_story("n1", MERGED_INTO, 1),
]
SMALL_WORLD = [*WORLD, *MERGED, *map(with_footer, range(7)), *map(with_tweet, range(7))]
LARGE_WORLD = [*WORLD, *MERGED, *map(with_footer, range(100)), *map(with_tweet, range(80))]


def test_each_story_of_a_large_world_is_told_as_among_all() -> None:
    check_stories(LARGE_WORLD)


def test_all_stories_of_a_ledger_are_told_as_in_memory() -> None:
    with ledger_of(SMALL_WORLD) as ledger:
        assert by_story(updated(ledger).lineage_of_all()) == by_story(detect_lineage(SMALL_WORLD))


def test_extents_are_told_as_among_all() -> None:
    with ledger_of(WORLD) as ledger:
        found = updated(ledger)
        every = by_story(found.lineage_of_all())
        for story in WORLD:
            assert by_story(found.lineage_of([story.id]))[story.id] == every[story.id]


def test_stories_among_themselves_are_told_as_were_there_no_others() -> None:
    some = SMALL_WORLD[::3]
    with ledger_of(SMALL_WORLD) as ledger:
        told = updated(ledger).lineage_among(story.id for story in some)
    assert by_story(told) == by_story(detect_lineage(some))


def test_several_stories_are_told_at_once() -> None:
    with ledger_of(SMALL_WORLD) as ledger:
        found = updated(ledger)
        every = found.lineage_of_all(with_extents=False)
        assert found.lineage_of([story.id for story in SMALL_WORLD], with_extents=False) == every


@settings(max_examples=8, deadline=None)
@given(st.permutations(SMALL_WORLD), st.lists(st.integers(1, len(SMALL_WORLD)), max_size=6))
def test_order_and_number_of_updates_make_no_difference(stories: list[Story], cuts: list[int]) -> None:
    every = by_story(detect_lineage(SMALL_WORLD, with_extents=False))
    with small_runs(3), ledger_of([]) as ledger:
        lived = updated(ledger)
        for begin, end in pairwise([0, *sorted(cuts), len(stories)]):
            add_stories(ledger, stories[begin:end])
            lived.update()
        for found in (lived, updated(ledger)):
            assert by_story(found.lineage_of_all(with_extents=False)) == every
            check_each(found, every, ("a3", "b1", "m1", "m3", "q1", "x1", "f002", "t003"))


def test_those_around_a_story_are_told_as_among_all() -> None:
    with ledger_of(SMALL_WORLD) as ledger:
        found = updated(ledger)
        every = by_story(found.lineage_of_all(with_extents=False))
        for story in WORLD:
            near = kin_of(story.id, every)
            lenders = {parent.story_id for parent in every[story.id].parents}
            around = {
                number: lineage
                for number, lineage in every.items()
                if number in near.keys() | lenders or any(parent.story_id in near for parent in lineage.parents)
            }
            told = by_story(found.lineage_around(story.id, with_extents=False))
            assert around.items() <= told.items() <= every.items()


@pytest.mark.parametrize("look", [ReuseIndex.lineage_around, ReuseIndex.lineage_beside])
def test_a_story_that_came_in_since_the_update_is_told_of(look: Callable[[ReuseIndex, str], object]) -> None:
    with ledger_of(SMALL_WORLD) as ledger:
        found = updated(ledger)
        add_stories(ledger, [make_story("late", write_text(99))])
        with pytest.raises(LedgerError, match=r'"late" was added, changed or forgotten.*Ask again'):
            look(found, "late")
        found.update()
        assert look(found, "late")


def test_beside_a_story_its_parents_and_those_made_from_it_are_told() -> None:
    def likeliest(lineage: Lineage) -> list[str]:
        return [parent.story_id for parent in lineage.parents[:1]]

    with ledger_of(SMALL_WORLD) as ledger:
        found = updated(ledger)
        for story in WORLD:
            exact = by_story(found.lineage_around(story.id))
            told = by_story(found.lineage_beside(story.id))
            assert told[story.id].kind is exact[story.id].kind
            assert likeliest(told[story.id]) == likeliest(exact[story.id])
            assert (
                {number for number, one in exact.items() if story.id in likeliest(one)} <= told.keys() <= exact.keys()
            )


def test_nothing_else_that_is_told_is_wrong() -> None:
    """`trace` reads the families of those whom a story has words from out of the same answer."""
    with ledger_of(WORLD) as ledger:
        found = updated(ledger)
        every = by_story(found.lineage_of_all(with_extents=False))
        told = by_story(found.lineage_of(["q1"], with_extents=False))
        assert told == {number: every[number] for number in told}


@pytest.mark.parametrize("asked", [[], ["nobody"]])
def test_nobody_is_told_of_nothing(asked: list[str]) -> None:
    with ledger_of(WORLD) as ledger:
        assert updated(ledger).lineage_of(asked) == ()


def test_an_empty_ledger() -> None:
    with ledger_of([]) as ledger:
        assert updated(ledger).lineage_of_all() == ()
        assert not folder_of(ledger).exists()


@pytest.mark.parametrize("backwards", [False, True])
def test_copies_that_differ_in_nothing_but_a_heading(backwards: bool) -> None:
    copies = [make_story(f"r{word[0]}", [f"Read also: {word}", *FIRST], 2) for word in ("ash", "beech", "cedar", "elm")]
    check_stories(copies[::-1] if backwards else copies)


def revisions() -> list[Story]:
    """A page that is written anew all day."""
    own = [*write_text(700, 3), SAID]
    return [make_story("live", [*own, f"Update number {n} of this page came in just now."], 20) for n in range(61)]


def identical() -> list[Story]:
    return [make_story(f"w{number:02}", [*write_text(701), SAID], 20) for number in range(61)]


def repetitions() -> list[Story]:
    return [make_story("over", [*write_text(702), *[SAID] * 61], 20)]


@pytest.mark.parametrize("many", [revisions, identical, repetitions])
def test_words_that_stand_often_in_one_text_hide_no_other(many: Callable[[], list[Story]]) -> None:
    lender = make_story("lender", [*write_text(703), SAID], 2)
    borrower = make_story("borrower", [*write_text(704), SAID], 3)
    check_stories([*many(), lender, borrower])


@pytest.mark.parametrize("length", [4, 6])
def test_a_chain_of_quotations(length: int) -> None:
    check_stories(make_chain(length))


def test_a_story_that_is_no_borrower_for_what_its_other_kin_hold() -> None:
    """Seen from "short" alone it would be one; "part" stands in it whole."""
    long, short, part = write_text(710, 6, 30), write_text(711, 2, 28), write_text(712, 1, 34)
    check_stories(
        [
            make_story("z", [*part, *long], 11),
            make_story("short", [short[0], long[2], short[1]], 6),
            make_story("part", part, 6),
        ]
    )


def test_merged_stories_side_by_side() -> None:
    one, two, three, four = write_text(720, 1, 27), write_text(721, 1, 22), write_text(722, 2, 23), write_text(723, 1)
    check_stories(
        [
            make_story("a", one, 20),
            make_story("c", two, 16),
            make_story("y", [*two, *three, *four], 17),
            make_story("z", [*one, three[1]], 19),
        ]
    )


def test_of_a_revised_story_the_latest_revision_counts() -> None:
    with ledger_of([make_story("a", FIRST, 1), make_story("b", SECOND, 1), make_story("c", FIRST, 2)]) as ledger:
        lived = updated(ledger)
        assert by_story(lived.lineage_of(["c"]))["c"].parents[0].story_id == "a"
        add_stories(ledger, [make_story("a", SECOND, 1)])
        lived.update()
        for found in (lived, updated(ledger)):
            told = by_story(found.lineage_of_all(with_extents=False))
            assert {number: one.families for number, one in told.items()} == {"a": ("a",), "b": ("a",), "c": ("c",)}
            assert told["c"].kind is ReuseKind.NONE
            check_each(found, told, told)


def test_stories_added_by_another_program_wait_for_the_next_update() -> None:
    with ledger_of(WORLD) as ledger, Ledger(ledger.path) as other:
        found = updated(ledger)
        add_stories(other, [make_story("a0", FIRST, 1), make_story("new", write_text(730))])
        assert set(by_story(found.lineage_of(["a1"]))) >= {"a1", "a2", "a3", "a4", "m1"}
        assert set(by_story(found.lineage_of_all())) >= {story.id for story in WORLD}
        found.update()
        assert by_story(found.lineage_of(["a1"]))["a1"].families == ("a0",)


def test_a_ledger_is_rebuilt_while_another_program_updates() -> None:
    """The program writes what it had read of the texts before their fingerprints were deleted."""
    with ledger_of(WORLD) as ledger, Ledger(ledger.path) as other:
        every = updated(ledger).lineage_of_all()
        prints = ledger.prints.after(3, 3)
        other.prints.forget()
        ledger.prints.write(prints)
        assert updated(ledger).lineage_of_all() == every


def test_five_hundred_identical_stories() -> None:
    with ledger_of(make_story(f"s{number:03}", FIRST, 1 + number % 28) for number in range(500)) as ledger:
        begun = time.process_time()
        found = updated(ledger)
        told = found.lineage_of(["s250"])
        assert told == found.lineage_of_all()
        assert {one.families for one in told} == {("s000",)}
        assert len(told) == 500
        assert sum(not one.parents for one in told) == 1
        assert time.process_time() - begun < 5


def test_three_hundred_copies_that_differ_a_little() -> None:
    copies = [make_story(f"s{n:03}", [*FIRST, f"Number {n} of the copies that differ."], 2) for n in range(300)]
    with ledger_of(copies) as ledger:
        begun = time.process_time()
        found = updated(ledger)
        told = found.lineage_of(["s050"], with_extents=False)
        assert len(told) == len(copies)
        assert told == found.lineage_of_all(with_extents=False)
        assert time.process_time() - begun < 10


def test_odd_stories() -> None:
    scripts = {
        "chinese": "総理大臣は昨日の記者会見で新しい政策を発表した。野党はこの政策に強く反対している。",
        "greek": "Το υπουργείο ανακοίνωσε νέα μέτρα για τους πολίτες της χώρας την περασμένη Δευτέρα το βράδυ.",
        "arabic": "أعلنت الوزارة عن إجراءات جديدة للمواطنين في البلاد مساء يوم الاثنين الماضي بعد اجتماع طويل.",
        "thai": "กระทรวงประกาศมาตรการใหม่สำหรับประชาชนในประเทศเมื่อเย็นวันจันทร์ที่ผ่านมา",
    }
    odd = {"empty": "", "blank": " \n\n ", "signs": "!!! ??? — …", "emoji": "🎉🎉 🎉", "word": "Yes.", "one": FIRST[0]}
    stories = [make_story(number, [text], 2) for number, text in (odd | scripts).items()]
    stories += [make_story(f"{number} again", [text], 3) for number, text in scripts.items()]
    stories += [make_story(f"{number} longer", [text, text[::-1]], 4) for number, text in scripts.items()]
    check_stories(stories)
    with ledger_of(stories) as ledger:
        told = by_story(updated(ledger).lineage_of_all())
        for script in scripts:
            assert told[f"{script} again"].parents[0].story_id == script
            assert script in told[f"{script} longer"].families
        assert all(told[number].kind is ReuseKind.NONE for number in odd)


def test_two_megabytes() -> None:
    text = write_text(7, paragraphs=8_000)
    assert sum(map(len, text)) > 2_000_000
    with ledger_of([make_story("long", text), make_story("part", text[:20], 2), *WORLD]) as ledger:
        begun = time.process_time()
        found = updated(ledger)
        assert by_story(found.lineage_of(["part"]))["part"].parents[0].story_id == "long"
        assert set(by_story(found.lineage_of(["long"]))) == {"long", "part"}
        assert time.process_time() - begun < 15
