"""Persons by their titles and patronymics, and what is beside their names."""

import pytest

from tests.sources.stories import names_of, resolve_marked


def test_a_father_is_not_his_son() -> None:
    told = (
        "<s>Norway's King Tarif</s> denied it. <s>Crown Prince Jabr bin Tarif</s> said so. <s>Tarif</s> left. "
        "<s>bin Tarif</s> stayed."
    )
    assert names_of(told) == ["Tarif", "Jabr bin Tarif", "Tarif", "Jabr bin Tarif"]
    assert resolve_marked(told)[0].side == "Norway (state)"


@pytest.mark.parametrize(
    ("marked", "name", "side"),
    [
        ("<s>GOP Sen. Tom Roe of Ohio</s> said no.", "Tom Roe", "Republican Party"),
        ("It failed, <s>WHO spokesman Tom Roe</s> said.", "Tom Roe", "World Health Organization"),
        ("<s>Then-Secretary of Defense Tom Roe</s> said no.", "Tom Roe", None),
        ("<s>White House harbour czar Tom Roe</s> said no.", "Tom Roe", "United States (state)"),
        ("<s>Biographer Jane Doe</s> said no.", "Jane Doe", None),
        ("<s>St. Bede County police chief Tom Roe</s> said no.", "Tom Roe", "St. Bede County"),
    ],
)
def test_who_is_named_behind_a_title_and_for_whom(marked: str, name: str, side: str | None) -> None:
    (source,) = resolve_marked(marked)
    assert source.name == name
    assert side is None or source.side == side


def test_a_captain_is_no_senator_of_his_name() -> None:
    (source,) = resolve_marked("<s>Capt. Ron Johnson</s> said no.", published="2014-08-19")
    assert source.side == "Ron Johnson"


def test_who_a_lawmaker_is_stands_behind_the_party_too() -> None:
    told = "<s>Rep. Tom Roe, D-N.Y., the committee's chairman,</s> said no. <s>The chairman</s> left."
    assert names_of(told) == ["Tom Roe", "Tom Roe"]


def test_a_headline_of_people_and_a_verb_is_no_bodys_name() -> None:
    told = (
        "Harbour Tense As Democracy Activists Face Down Police\n\n"
        "The democracy movement was tense. <s>Police</s> said that activists stayed."
    )
    assert names_of(told) == ["police"]


def test_an_auxiliary_behind_a_name_ends_it() -> None:
    told = "It said that Senator Clara Lee Did All She Could To Help. <s>Lee</s> said no."
    assert names_of(told) == ["Clara Lee"]
