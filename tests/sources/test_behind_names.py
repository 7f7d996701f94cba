"""For whom people speak by the words right behind their names, on invented stories."""

import pytest

from tests.sources.stories import resolve_marked


@pytest.mark.parametrize(
    ("story", "side"),
    [
        ("<s>Oil strategist Phil Flint at Tide Futures Group</s> <c>said</c> so.", "Tide Futures Group"),
        (
            "<s>Security expert Sam Wool, of the Institute for Tides in Marlow,</s> <c>said</c> so.",
            "Institute for Tides",
        ),
        ("<s>Sen. Saxby Holt (R) of Georgia</s> <c>said</c> so.", "Republican Party"),
        ("<s>Reform MP Philip Hale</s> <c>said</c> so. The Reform Party met.", "Reform Party"),
        ("<s>Ulba Dorr, co-director of Standing Up for Tides,</s> <c>said</c> so.", "Standing Up for Tides"),
        ("<s>Ali Rad, the general killed last week in a U.S. airstrike,</s> <c>said</c> so.", "Ali Rad"),
        ("<s>Analyst Jane Doe at Marlow Bay</s> <c>said</c> so.", "Jane Doe"),
    ],
)
def test_for_whom_one_speaks_stands_behind_the_name(story: str, side: str) -> None:
    (said,) = resolve_marked(story)
    assert said.side == side


def test_whom_a_ministry_told_is_not_of_its_state() -> None:
    (said,) = resolve_marked("A clerk of Chile's interior ministry told KNA so. <s>KNA</s> <c>reported</c> it.")
    assert said.side == "KNA"


def test_officials_of_one_kind_are_not_those_of_another() -> None:
    story = "<s>Federal officials</s> <c>said</c> so. <s>The election officials</s> <c>left</c>."
    assert [each.name for each in resolve_marked(story)] == ["federal officials", "election officials"]
    story = "<s>Officials</s> <c>said</c> so. <s>The officials</s> <c>left</c>."
    assert [each.name for each in resolve_marked(story)] == ["officials"] * 2


def test_an_outlet_named_in_full_in_its_own_story_is_a_medium() -> None:
    (said,) = resolve_marked("<s>The Harbour Monitor</s> <c>reports</c> so.", outlet="Harbour Monitor")
    assert (said.name, str(said.kind)) == ("Harbour Monitor", "media")


@pytest.mark.parametrize(
    ("before", "words", "side"),
    [
        ("President Ulf Holt (R) and Ann Novak (L) met.", "Ulf Holt", "Ulf Holt"),
        ("Sen. Saxby Holt (R-Ga.) came.", "Ida Holt", "Ida Holt"),
        ("Sen. Saxby Holt (R-Ga.) came.", "Saxby Q. Holt", "Republican Party"),
        ("Senator Holt (R-Ga.) came.", "Saxby Holt", "Republican Party"),
    ],
)
def test_a_mark_is_of_the_whole_name_before_it_and_of_no_place_in_a_picture(before: str, words: str, side: str) -> None:
    (source,) = resolve_marked(f"{before} <s>{words}</s> <c>said</c> so.")
    assert source.side == side
