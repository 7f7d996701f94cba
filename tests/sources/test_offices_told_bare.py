"""Sides of offices, officers and juries that a story tells without saying whose they are."""

import pytest

from sayso.records import SourceKind
from tests.sources.stories import resolve_marked


@pytest.mark.parametrize(
    ("before", "words", "side"),
    [
        ("It rained in Latvia.", "Prime Minister Ann Novak", "Latvia (state)"),
        ("It rained in Latvia.", "the Interior Ministry", "Latvia (state)"),
        ("It rained in Latvia. Latvians stayed in. So did Riga.", "the central bank", "Latvia (state)"),
        ("It rained in Latvia and in Kenya.", "Prime Minister Ann Novak", "Ann Novak"),
        ("Latvia, the Latvian port, Latvian ships, Kenya.", "Prime Minister Ann Novak", "Latvia (state)"),
        ("It rained in Latvia.", "former Prime Minister Ann Novak", "Ann Novak"),
        ("It rained in Latvia.", "Mayor Ann Novak", "Ann Novak"),
        ("It rained.", "Prime Minister Ann Novak", "Ann Novak"),
    ],
)
def test_a_national_office_is_of_the_country_that_the_story_is_of(before: str, words: str, side: str) -> None:
    (source,) = resolve_marked(f"{before} <s>{words}</s> said so.")
    assert source.side == side


@pytest.mark.parametrize(
    ("words", "side"),
    [
        ("Kenya's civil aviation authority", "Kenya (state)"),
        ("the Latvian Central Bank", "Latvia (state)"),
        ("the Bulgarian National Bank", "Bulgaria (state)"),
        ("the secretary of the Kenyan Red Cross", "Kenyan Red Cross"),
        ("Kenya's biggest bakery", "biggest bakery of Kenya"),
    ],
)
def test_authorities_and_central_banks_with_a_country_are_its_states(words: str, side: str) -> None:
    (source,) = resolve_marked(f"It rained. <s>{words}</s> said so.")
    assert source.side == side


@pytest.mark.parametrize("words", ["The jury", "A New York jury", "The jurors", "a jury in Ohio"])
def test_a_jury_is_one_side_however_it_is_called(words: str) -> None:
    (source,) = resolve_marked(f"It rained. <s>{words}</s> said so.")
    assert source.side == "jury"


@pytest.mark.parametrize("name", ["Mark Jury", "Jane Jury", "Ann Foreman"])
def test_a_person_of_that_name_is_no_jury(name: str) -> None:
    (source,) = resolve_marked(f"It rained. <s>{name}</s> said so.")
    assert source.side == name


def test_a_grand_jury_is_no_jury_of_a_trial() -> None:
    (source,) = resolve_marked("It rained. <s>A grand jury in Ohio</s> said so.")
    assert source.side == "grand jury in Ohio"


@pytest.mark.parametrize("words", ["A federal grand jury", "A U.S. federal grand jury", "An American grand jury"])
def test_a_federal_grand_jury_charges_for_the_united_states(words: str) -> None:
    (source,) = resolve_marked(f"It rained in Finland. <s>{words}</s> said so.")
    assert source.side == "United States (state)"


def test_its_officer_is_of_the_body_in_the_sentence_and_not_of_who_spoke_before() -> None:
    text = "<s>Police</s> said so. Asked what the Tide Authority did, <s>its chief, Peter Lang,</s> told more."
    assert resolve_marked(text)[-1].side == "Tide Authority"


@pytest.mark.parametrize(
    ("before", "words", "side"),
    [
        ("The Rain Union met.", "Its chairman, Peter Lang,", "Rain Union"),
        ("The Rain Union met.", "its state president, Peter Lang,", "Rain Union"),
        ("The Rain Union met.", "The union's national officer, Peter Lang,", "Rain Union"),
        ("Ann Novak met the Rain Union in Ohio.", "Its general secretary, Peter Lang,", "Rain Union"),
        ("The Rain Union met. The Rain Union ate.", "Spokesman Peter Lang", "Rain Union"),
        ("The Rain Union met the Kettle Union.", "Spokesman Peter Lang", "Peter Lang"),
        ("The Rain Union met. The Rain Union ate.", "Kettle chief executive Peter Lang", "Kettle"),
        ("The Rain Union met. The Rain Union ate.", "Sailor Peter Lang", "Peter Lang"),
        ("It rained.", "Its chairman, Peter Lang,", "Peter Lang"),
    ],
)
def test_an_officer_speaks_for_the_body_that_the_story_is_of(before: str, words: str, side: str) -> None:
    (source,) = resolve_marked(f"{before} <s>{words}</s> said so.")
    assert source.side == side


@pytest.mark.parametrize(
    ("words", "side"),
    [
        ("His experts", "Peter Lang"),
        ("His lawyer, Maria Roe,", "John Novak"),
        ("Novak spokeswoman Maria Roe", "John Novak"),
        ("His brother, Adam Lang,", "Peter Lang"),
    ],
)
def test_who_is_at_court_for_others_has_no_lawyer_there(words: str, side: str) -> None:
    (source,) = resolve_marked(
        f"John Novak stole a kettle, prosecutor Peter Lang told the court. <s>{words}</s> said so."
    )
    assert source.side == side


def test_a_detective_has_no_lawyer_there() -> None:
    told = "John Novak stole a kettle, detective Peter Lang told reporters. <s>His lawyer, Maria Roe,</s> said so."
    assert resolve_marked(told)[-1].side == "John Novak"


@pytest.mark.parametrize(
    ("words", "side"),
    [
        ("Police Inspector General Ann Novak", "Kenya (state)"),
        ("the Secretariat of the Navy", "Kenya (state)"),
        ("opposition leader Yoon Suk Yeol", "opposition"),
    ],
)
def test_who_opposes_a_government_does_not_speak_for_it(words: str, side: str) -> None:
    (source,) = resolve_marked(f"It rained in Kenya. <s>{words}</s> said so.")
    assert source.side == side


def test_an_officer_of_the_group_speaks_for_the_movement_that_spoke_before() -> None:
    marked = "<s>The Houthis</s> said no. <s>The group's military spokesman, Yahya Novak,</s> said it again."
    assert [source.side for source in resolve_marked(marked)] == ["Houthis", "Houthis"]


def test_a_courtesy_title_is_no_role() -> None:
    (source,) = resolve_marked("It rained. <s>Mr. Novak</s> said so.")
    assert source.role is None


def test_a_force_is_no_officer_of_it_whom_the_story_names_later() -> None:
    force, officer = resolve_marked("<s>The coast guard</s> said so. <s>Coast guard captain Ann Novak</s> said more.")
    assert (force.name, force.kind) == ("coast guard", SourceKind.ORGANISATION)
    assert officer.name == "Ann Novak"


def test_a_guard_who_is_named_is_a_person() -> None:
    *_, guard = resolve_marked("<s>Guard Ann Novak</s> said so. <s>The guard</s> said more.")
    assert guard.name == "Ann Novak"


def test_number_10_is_the_government_that_sits_there() -> None:
    (source,) = resolve_marked("On Monday <s>Number 10</s> said that it rained.")
    assert (source.name, source.side) == ("Government of the United Kingdom", "United Kingdom (state)")
    (source,) = resolve_marked("On Monday <s>Number 11</s> said that it rained.")
    assert source.name == "Number 11"


@pytest.mark.parametrize("title", ["MEC", "MLA", "MSP"])
def test_members_of_provincial_and_regional_houses_are_called_by_their_title(title: str) -> None:
    first, second, third = resolve_marked(
        f"<s>{title} Lang</s> said so. <s>{title} for Roads and Transport, Peter Lang,</s> said so. "
        f"<s>The {title}</s> said so."
    )
    assert (first.name, first.role) == ("Peter Lang", title)
    assert second.name == third.name == "Peter Lang"


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("The Tide Bank president", "Tide Bank president"),
        ("The European Council president", "European Council president"),
        ("The Kenyan president", "Jo Sten"),
        ("The president", "Jo Sten"),
    ],
)
def test_who_presides_over_a_body_is_no_head_of_state_named_before(words: str, name: str) -> None:
    *_, source = resolve_marked(f"<s>President Jo Sten of Kenya</s> said so. <s>{words}</s> denied it.")
    assert source.name == name


def test_who_presides_over_a_body_is_the_one_introduced_so() -> None:
    *_, source = resolve_marked("<s>Tide Bank President Jo Sten</s> said so. <s>The Tide Bank president</s> said no.")
    assert source.name == "Jo Sten"


@pytest.mark.parametrize(
    ("words", "side"),
    [
        ("Peru’s Ambassador to Oslo, Jo Sten,", "Peru (state)"),
        ("Jo Sten, an intelligence officer for Russia during the Holm administration,", "Jo Sten"),
        ("Jo Sten, a senior official under President Holm,", "Jo Sten"),
        ("U.S. Under Secretary of State Jo Sten", "United States (state)"),
        ("Jo Sten, a member of the European Parliament,", "Jo Sten"),
        ("European Parliament member Jo Sten", "Jo Sten"),
        ("European Parliament President Jo Sten", "European Union"),
        ("Donald Tusk, the EU president,", "European Union"),
    ],
)
def test_envoys_past_officials_and_members_of_a_union_s_parliament(words: str, side: str) -> None:
    (source,) = resolve_marked(f"<s>{words}</s> said so.")
    assert source.side == side
