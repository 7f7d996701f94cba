"""Whose officers are told with a body or a person right in front, on invented stories."""

import pytest

from sayso.sources import sides_of
from tests.sources.stories import names_of, resolve_marked


@pytest.mark.parametrize(
    ("words", "side"),
    [
        ("Ohio Tide Workers Association President Jo Sten", "Ohio Tide Workers Association"),
        ("TDS President Jo Sten", "Tide Data Services"),
        ("Tide Fund Vice President Jo Sten", "Tide Fund"),
        ("TDS economist Jo Sten", "Tide Data Services"),
        ("Ohio Senate President Jo Sten", "Jo Sten"),
    ],
)
def test_a_title_in_capitals_is_of_the_body_before_it(words: str, side: str) -> None:
    (source,) = resolve_marked(f"Tide Data Services (TDS) made a study. <s>{words}</s> <c>said</c> so.")
    assert (source.name, source.side) == ("Jo Sten", side)


@pytest.mark.parametrize(
    ("words", "side"),
    [
        ("Velden senior adviser Jo Sten", "Nora Velden"),
        ("The Velden campaign’s political director, Jo Sten,", "Nora Velden"),
        ("Velden political rival Jo Sten", "Jo Sten"),
    ],
)
def test_advisers_and_those_who_run_a_campaign_speak_for_the_candidate(words: str, side: str) -> None:
    (source,) = resolve_marked(f"Nora Velden seeks the office. <s>{words}</s> <c>said</c> so.")
    assert (source.name, source.side) == ("Jo Sten", side)


def test_representatives_for_a_state_are_its() -> None:
    (source,) = resolve_marked("<s>Representatives for Kenya</s> <c>said</c> so.")
    assert source.side == "Kenya (state)"


def test_how_a_spokesman_was_asked_is_no_part_of_his_name() -> None:
    (source,) = resolve_marked("“It leaks,” <s>a Kettle AG spokesman when contacted by Reuters</s> <c>said</c>.")
    assert (source.name, source.side) == ("spokesman for Kettle AG", "Kettle AG")


def test_initials_with_an_ampersand_name_the_company_without_its_legal_form() -> None:
    text = "Marlow Gas & Electric Co. shut the plant. <s>MG&E</s> <c>said</c> so. <s>Marlow United</s> <c>agreed</c>."
    assert names_of(text) == ["Marlow Gas & Electric Co", "Marlow United"]


@pytest.mark.parametrize(
    ("words", "affiliation", "side"),
    [
        ("Kenya’s Reef Wardens Service head Jo Sten", "Reef Wardens Service", "Kenya (state)"),
        ("Kenya’s Civil Aviation Organisation (KCAO) chief Jo Sten", "Civil Aviation Organisation", "Kenya (state)"),
        ("Kenya’s Tidal Association president Jo Sten", "Tidal Association", "Tidal Association"),
        ("Kettle’s Tide Division head Jo Sten", None, "Jo Sten"),
        ("Marlow University law professor Jo Sten", "Marlow University", "Marlow University"),
        ("Jo Sten, a Tide Research Institute engineer,", "Tide Research Institute", "Tide Research Institute"),
    ],
)
def test_officers_and_scholars_are_of_the_body_that_a_country_or_nobody_owns(
    words: str, affiliation: str | None, side: str
) -> None:
    (source,) = resolve_marked(f"<s>{words}</s> <c>said</c> so.")
    assert (source.name, source.affiliation, source.side) == ("Jo Sten", affiliation, side)


def test_a_body_that_a_country_owns_by_its_name_alone_is_the_states() -> None:
    (source,) = resolve_marked("<s>Kenya’s Reef Wardens Service</s> <c>said</c> so.")
    assert (source.name, source.side) == ("Reef Wardens Service", "Kenya (state)")


@pytest.mark.parametrize(
    "words", ["Ohio Republican Secretary of State Jo Sten", "Jo Sten, the Democratic mayor of Ohio,"]
)
def test_a_party_beside_an_office_of_a_place_hides_no_place(words: str) -> None:
    (source,) = resolve_marked(f"<s>{words}</s> <c>said</c> so.")
    assert source.side == "Ohio"


@pytest.mark.parametrize(
    ("words", "sides"),
    [
        ("Congressional Democrats and at least one Republican", ("Democratic Party", "Republican Party")),
        ("Republican and Democratic senators", ("Republican Party", "Democratic Party")),
        ("Republicans and Democrats on the Senate Tide Committee", ("Senate Tide Committee",)),
        ("House Republicans and Senate Republicans", ("Republican Party",)),
        ("Republicans and others", ("Republican Party",)),
    ],
)
def test_members_of_two_parties_are_on_two_sides_but_for_those_of_a_committee(
    words: str, sides: tuple[str, ...]
) -> None:
    (source,) = resolve_marked(f"<s>{words}</s> <c>said</c> so.")
    assert sides_of(source) == sides
