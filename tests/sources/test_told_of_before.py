"""Statements, notes and unnamed speakers that a story told of before, on invented stories."""

import pytest

from tests.sources.stories import names_of, resolve_marked


@pytest.mark.parametrize(
    ("story", "name"),
    [
        ("<s>A Peruvian military statement</s> <c>said</c> so.", "Peruvian military"),
        ("<s>A Peruvian government statement</s> <c>said</c> so.", "Government of Peru"),
        ("It rained, by a statement from the Tide Agency. <s>The statement</s> <c>said</c> so.", "Tide Agency"),
        ("Kettle added a note. <s>The note</s> <c>said</c> so.", "note of Kettle"),
    ],
)
def test_whose_statement_it_is(story: str, name: str) -> None:
    assert names_of(story) == [name]


def test_an_unnamed_one_is_also_called_by_what_stands_in_apposition() -> None:
    story = (
        "<s>A tide official</s> <c>said</c> so. <s>The third source, a senior harbour official,</s> <c>said</c> so. "
        "<s>The official</s> <c>left</c>."
    )
    assert names_of(story)[1:] == ["third source"] * 2


def test_the_side_of_a_statement_is_its_makers() -> None:
    (said,) = resolve_marked("<s>A Peruvian military statement</s> <c>said</c> so.")
    assert said.side == "Peru (state)"
