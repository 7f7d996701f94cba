from dataclasses import replace

import pytest

from sayso.records import Report
from sayso.trace.comparing.variants import find_varying, tell_variants
from sayso.trace.finding.candidates import propositions_of
from tests.trace.stories import Said, make_reading, make_report, trace_among

CLAIM = "sailors drowned"


def told_by(source: str, story_id: str, published: str | None, words: str) -> Report:
    return replace(make_report(story_id, source, published), words=words)


def test_figures_come_in_the_order_in_which_they_were_first_told() -> None:
    reports = [
        told_by("The navy", "late", "2024-03-07", "40 sailors drowned"),
        told_by("Ann Lee", "first", "2024-03-05", "at least 30 sailors drowned"),
        told_by("Ann Lee", "again", "2024-03-08", "forty sailors drowned"),
        told_by("Max Cole", "undated", None, "200 sailors drowned"),
        told_by("Max Cole", "other", "2024-03-05", "sailors drowned off 12 islands"),
    ]
    told = tell_variants(CLAIM, reports)
    assert [(variant.figure, variant.first.story_id) for variant in told] == [
        ("at least 30", "first"),
        ("40", "late"),
        ("200", "undated"),
    ]


def test_a_claim_with_a_figure_is_shown_with_the_figures_of_those_who_say_the_same() -> None:
    stories = [
        make_reading("a", Said("Ann Lee", "30 sailors drowned off the coast")),
        make_reading("b", Said("Max Cole", "50 sailors drowned off the coast")),
    ]
    found = trace_among(stories, "30 sailors drowned off the coast")
    assert found.support == ("a",)
    assert [variant.figure for variant in found.variants] == ["30", "50"]


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("30 soldiers were killed", True),
        ("soldiers were killed", False),
        ("30 ships were sunk", False),
        ("one soldier was killed", False),
    ],
)
def test_only_words_that_count_what_a_claim_names_may_give_it_another_figure(words: str, wanted: bool) -> None:
    told = list(propositions_of(make_reading("a", Said("Ann Lee", words))))
    assert find_varying("soldiers were killed", told) == (told if wanted else [])
    assert find_varying("soldiers were killed; a ship sank", told) == told
