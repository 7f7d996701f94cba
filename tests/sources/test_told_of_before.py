"""Statements, notes and unnamed speakers that a story told of before, on invented stories."""

import pytest

from sayso.records import SourceKind
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


@pytest.mark.parametrize(
    ("marked", "names"),
    [
        ("Ann Novak left. “No,” said <s>the mother of two</s>.", ["Ann Novak"]),
        ("The judge saw rain, according to <s>her lawyer</s>. <s>Her lawyer</s> left.", ["lawyer"] * 2),
        ("A video showed a boat. <s>Its lawyer</s> said no.", ["lawyer"]),
        ("She rejected <s>Latvian</s> claims that it rained.", ["Government of Latvia"]),
        ("<s>Tide Watch</s> said no. <s>Another post</s> said yes.", ["Tide Watch", "another post"]),
        ("<s>Kettle's lawyers have always</s> said so.", ["lawyers of Kettle"]),
        ("<s>Kestrel of Porto</s> said no.", ["Kestrel of Porto"]),
    ],
)
def test_whom_words_take_up(marked: str, names: list[str]) -> None:
    assert names_of(marked) == names


def test_one_told_with_a_place_is_no_person_for_that() -> None:
    assert resolve_marked("<s>Kestrel of Porto</s> said no.")[0].kind is SourceKind.ORGANISATION
