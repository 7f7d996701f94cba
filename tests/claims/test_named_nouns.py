"""Nouns that stand for what a story named before have its name again."""

import time

import pytest

from sayso.claims.named_nouns import with_country, with_names

STORY = (
    "Oleh Novak spoke of heavy fighting in the Torvan region. North Torvan soldiers were seen there. "
    "The summit of the week is off. The region is quiet, he said."
)


@pytest.mark.parametrize(
    ("words", "named"),
    [
        ("fighting in the region goes on", "fighting in the Torvan region goes on"),
        ("The soldiers left", "The North Torvan soldiers left"),
        ("the summit is off", "the summit is off"),
        ("the region's governor", "the region's governor"),
    ],
)
def test_what_was_named_has_its_name(words: str, named: str) -> None:
    assert with_names(STORY, words, len(STORY)) == named


def test_what_is_named_later_is_not_meant() -> None:
    assert with_names(STORY, "the region", 10) == "the region"


def test_where_two_bear_names_neither_is_meant() -> None:
    story = "After the Torvan summit he left for the Ostrel summit. Then the summit ended."
    assert with_names(story, "the summit ended", len(story)) == "the summit ended"


@pytest.mark.parametrize("owner", ["Monday's summit", "the leaders' summit", "Several people", "On Monday people"])
def test_owners_beginnings_and_days_are_no_names(owner: str) -> None:
    story = f"{owner} came. Then the summit and the people went."
    assert with_names(story, "the summit and the people went", len(story)) == "the summit and the people went"


def test_a_state_calls_its_own_country_the_country() -> None:
    assert with_country("reports that the country had sent soldiers", "Torva") == "reports that Torva had sent soldiers"
    assert with_country("its country", "United Isles") == "the United Isles"
    assert with_country("the country of his birth", "Torva") == "the country of his birth"


def test_a_text_of_capitals_takes_no_time() -> None:
    began = time.process_time()
    for text in ("A " * 50_000, "A.A" * 33_000):
        with_names(text, "the region", len(text))
    assert time.process_time() - began < 3.0
