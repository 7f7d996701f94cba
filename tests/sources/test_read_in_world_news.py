"""What was read wrongly in stories on world events: partisans behind names, credits, parts of texts."""

import pytest

from tests.sources.stories import names_of, resolve_marked


@pytest.mark.parametrize(
    ("marked", "names"),
    [
        ("Rep. Tom Clay Roe, Ohio Democrat, <s>who</s> said no, left.", ["Tom Clay Roe"]),
        ("<s>The office of House Speaker Tom Roe, Ohio Republican,</s> said no.", ["office of Tom Roe"]),
        ("<s>Rep. Tom Roe, Ohio Republican, and Rep. John Doe</s> said no.", ["Tom Roe and John Doe"]),
        ("There is 23-year-old Wazi Maret Doe of Oakland, <s>who</s> said no.", ["Wazi Maret Doe"]),
        ("Superintendent Peter Lam Mei-ling came. <s>Lam</s> said no.", ["Peter Lam Mei-ling"]),
        ("Roe spoke to Doe. | REUTERS Roe rebuts all\nMinister Tom Roe came. <s>Roe</s> said no.", ["Tom Roe"]),
        ("<s>One part of the agreement</s> said no.", ["agreement"]),
        ("<s>An early version of the talking points</s> said no.", ["early version of the talking points"]),
    ],
)
def test_who_it_is(marked: str, names: list[str]) -> None:
    assert names_of(marked) == names


def test_an_early_version_of_a_text_is_a_document() -> None:
    (source,) = resolve_marked("<s>An early version of the talking points</s> said no.")
    assert source.kind == "document"


def test_claims_told_by_a_partys_adjective_are_its_members() -> None:
    (source,) = resolve_marked("She rejected <s>Democratic</s> claims that it was over.")
    assert (source.name, source.side) == ("Democrats", "Democratic Party")


def test_a_government_at_its_seat_is_the_states_and_no_citys() -> None:
    (source,) = resolve_marked("<s>The central government in Beijing</s> said no.")
    assert source.side == "China (state)"


def test_an_article_of_what_is_somebodys_is_not_the_name_of_a_body() -> None:
    told = "The Obama administration was ready. <s>Obama</s> said no."
    (source,) = resolve_marked(told, published="2015-05-22")
    assert source.kind == "person"


def test_what_a_senator_calls_ours_is_not_his() -> None:
    told = "<s>Senator Tom Roe</s> said: “<s>Our intelligence agencies</s> warned of it.”"
    assert names_of(told) == ["Tom Roe", "intelligence agencies"]


def test_an_acronym_means_its_namesake_where_its_country_is_not_told_of() -> None:
    assert names_of("In Minsk he was held. <s>RSF</s> said no.") == ["Reporters Without Borders"]
    assert names_of("In Sudan it burned. <s>RSF</s> said no.") == ["RSF"]


@pytest.mark.parametrize(
    ("marked", "side"),
    [
        ("<s>Jane Doe, a professor of science at University of Notre Dame,</s> said no.", "University of Notre Dame"),
        ("<s>Jane Doe, director of Gulf studies at the Tide Institute,</s> said no.", "Tide Institute"),
        ("<s>Deputy Chief of Mission Tom Roe</s> said no.", "Tom Roe"),
        ("<s>Senior White House adviser Tom Roe</s> said no.", "United States (state)"),
        ("It rained in India. <s>Deputy National Security Adviser Tom Roe</s> said no in India.", "India (state)"),
    ],
)
def test_for_whom_somebody_speaks(marked: str, side: str) -> None:
    assert [source.side for source in resolve_marked(marked)] == [side]


def test_a_senator_is_known_with_the_state_that_he_is_from() -> None:
    (source,) = resolve_marked("<s>Ron Johnson, a Senator from Wisconsin,</s> said no.", published="2016-03-01")
    assert source.side == "Republican Party"
