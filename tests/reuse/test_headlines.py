from itertools import pairwise

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from sayso.reuse.headlines import HeadlineMasks, Parting, read_headlines
from tests.reuse.test_detect import by_id
from tests.reuse.texts import make_story, write_text

ORIGINAL = "Harbour bridge closed after storm damage"
HERE, THERE, FIRST = np.array([0]), np.array([1]), np.zeros(3, np.int64) + 2


def part(here: str, there: str, original: str) -> tuple[int, ...]:
    """The numbers of parts of one headline beside another and the original's: words and pairs of words."""
    masks = HeadlineMasks(read_headlines([here, there, original]), np.arange(3), np.zeros(3, np.int64))
    return tuple(int(count[0]) for count in masks.part(HERE, THERE, FIRST))


def test_a_headline_that_was_kept() -> None:
    assert part(ORIGINAL, ORIGINAL, ORIGINAL) == (0, 0, 0, 0, 0)


def test_a_change_in_common() -> None:
    changed = "Updated: " + ORIGINAL
    assert part(changed, changed, ORIGINAL) == Parting(2, 0, 0, 0, 0)
    assert part(changed, ORIGINAL, ORIGINAL) == Parting(0, 2, 0, 0, 0)
    assert part(ORIGINAL, changed, ORIGINAL) == Parting(0, 0, 0, 2, 0)


def test_words_of_the_original_that_one_of_them_lacks() -> None:
    short = "Harbour bridge closed"
    assert part(ORIGINAL, short, ORIGINAL) == Parting(0, 0, 6, 0, 0)
    assert part(short, ORIGINAL, ORIGINAL) == Parting(0, 0, 0, 0, 6)


def test_case_quotes_and_spelling_are_no_change() -> None:
    assert part("HARBOR BRIDGE ‘CLOSED’ AFTER STORM DAMAGE", ORIGINAL, ORIGINAL) == (0, 0, 0, 0, 0)


def test_a_story_without_a_headline_counts_as_if_it_had_the_originals() -> None:
    assert part("Updated: " + ORIGINAL, "", ORIGINAL) == part("Updated: " + ORIGINAL, ORIGINAL, ORIGINAL)


@given(*[st.lists(st.sampled_from(["tag", "kel", "mon", "rit", "sul"]), max_size=7).map(" ".join)] * 3)
def test_parts_add_up(here: str, there: str, original: str) -> None:
    def parts(title: str) -> set[tuple[str, ...]]:
        words = title.split()
        return {(word,) for word in words} | set(pairwise(words))

    one, first = parts(here), parts(original)
    other = parts(there) or first
    assert part(here, there, original) == (
        len(one & other - first),
        len(one - other - first),
        len(one & first - other),
        len(other - one - first),
        len(other & first - one),
    )


def test_headlines_as_long_as_a_story() -> None:
    long = " ".join(write_text(52, 6, 200))
    masks = HeadlineMasks(read_headlines([long, long, ORIGINAL]), np.arange(3), np.zeros(3, np.int64))
    assert 0 < masks.compare(HERE, THERE) <= 1
    assert masks.compare(HERE, FIRST[:1]) == 0


def test_who_has_the_changes_of_anothers_headline_was_made_from_it() -> None:
    text = write_text(50)
    changed = "Updated: storm closes harbour bridge"
    titles = {f"a{number}": ORIGINAL for number in range(1, 6)} | {"b1": changed, "b2": changed + " for weeks"}
    days = {"a1": 1, "b2": 3}
    stories = [
        make_story(number, [*text, *write_text(60 + at, 1)], days.get(number, 2), title=titles[number])
        for at, number in enumerate(titles)
    ]
    found = by_id(stories)
    assert not found["a1"].parents
    assert found["b1"].parents[0].story_id[0] == "a"
    assert found["b2"].parents[0].story_id == "b1"


def test_without_headlines_the_original_is_the_parent() -> None:
    text = write_text(51)
    found = by_id(
        [make_story(f"a{day}", text if day < 2 else [*text[:day], *text[day + 1 :]], day) for day in range(1, 5)]
    )
    assert not found["a1"].parents
    assert [found[f"a{day}"].parents[0].story_id for day in range(2, 5)] == ["a1"] * 3
