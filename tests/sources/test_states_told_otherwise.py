"""States and their bodies as news calls them by the way: regimes, kingdoms, administrations, namesakes."""

import pytest

from sayso.sources.known.bodies import find_body
from tests.sources.stories import names_of, resolve_marked


@pytest.mark.parametrize(
    "marked",
    [
        "<s>The Syrian regime</s> said no.",
        "<s>The Assad regime</s> said no.",
        "<s>The regime of Syrian dictator Bashar al-Assad</s> said no.",
        "<s>The regime of Mr. Assad</s> said no.",
    ],
)
def test_a_regime_is_the_government_of_its_country(marked: str) -> None:
    (source,) = resolve_marked(marked)
    assert (source.name, source.side) == ("Government of Syria", "Syria (state)")


def test_a_kingdom_far_from_its_name_is_the_country_told_most() -> None:
    told = "In Saudi Arabia it rained. Saudi ports were shut. It was dark. It was cold. <s>The kingdom</s> said no."
    assert names_of(told) == ["Government of Saudi Arabia"]


def test_a_kingdom_next_to_a_peoples_name_is_a_government() -> None:
    told = "It hit the Saudi economy. <s>The kingdom</s> said no."
    assert names_of(told) == ["Government of Saudi Arabia"]


@pytest.mark.parametrize(
    ("words", "state"),
    [
        ("<s>Administration officials</s> said no.", "United States (state)"),
        ("<s>two administration officials</s> said no.", "United States (state)"),
        ("<s>The Pentagon and administration officials</s> said no.", "United States (state)"),
        ("<s>Defense officials</s> said no.", "United States (state)"),
        ("<s>Senior Obama administration officials</s> said no.", "United States (state)"),
    ],
)
def test_officials_of_an_administration_speak_for_its_state(words: str, state: str) -> None:
    (source,) = resolve_marked(f"The United States was ready, it said in Washington. {words}", published="2014-10-15")
    assert source.side == state


def test_two_officials_of_one_state_are_on_its_side() -> None:
    told = "<s>Secretary of State John Kerry and Defense Secretary Chuck Hagel</s> said no."
    (source,) = resolve_marked(told, published="2013-09-03")
    assert source.side == "United States (state)"


def test_a_senator_and_a_secretary_are_on_no_side_together() -> None:
    told = "<s>Sen. Ann Lee (R-Ohio) and Secretary of State John Kerry</s> said no."
    (source,) = resolve_marked(told, published="2013-09-03")
    assert source.side == source.name


@pytest.mark.parametrize(
    ("words", "name", "side"),
    [
        ("Chad's Center for Disease Control", "Centers for Disease Control and Prevention of Chad", "Chad (state)"),
        ("Irish Department of Justice", "Department of Justice of Ireland", "Ireland (state)"),
    ],
)
def test_a_namesake_of_another_states_body_is_of_its_own_state(words: str, name: str, side: str) -> None:
    body = find_body(words)
    assert body is not None
    assert (body.name, body.side) == (name, side)


def test_a_body_named_by_its_country_has_no_namesake_elsewhere() -> None:
    assert find_body("Canadian United States Secret Service") is None


def test_a_body_whose_name_joins_two_is_one() -> None:
    (source,) = resolve_marked("<s>The Centers for Disease Control and Prevention</s> said no.")
    assert (str(source.kind), source.side) == ("organisation", "United States (state)")


def test_people_held_by_an_agency_do_not_make_it_their_countrys() -> None:
    told = "Three Libyan men were held by CIA agents. <s>The CIA</s> said no."
    assert [source.side for source in resolve_marked(told)] == ["United States (state)"]


def test_an_envoy_to_a_body_of_states_speaks_for_his_own() -> None:
    told = "<s>Russia's envoy to the United Nations</s> said no. <s>Kenya's deputy UN ambassador Tom Roe</s> said so."
    assert [source.side for source in resolve_marked(told)] == ["Russia (state)", "Kenya (state)"]


def test_an_ambassador_of_one_country_is_not_anothers() -> None:
    told = (
        "<s>The Russian ambassador to the UN</s> said no. <s>Kenya's deputy UN ambassador, Peter Otieno,</s> said so. "
        "<s>The Kenyan ambassador</s> left."
    )
    assert names_of(told) == ["Russian ambassador to the UN", "Peter Otieno", "Peter Otieno"]


def test_what_a_body_leads_is_not_its_name() -> None:
    told = "A United Nations-led team came. <s>A U.N. investigator</s> said no. <s>The U.N.-led inquiry</s> said so."
    assert names_of(told) == ["U.N. investigator", "U.N.-led inquiry"]
