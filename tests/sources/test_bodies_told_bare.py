"""Companies, clubs, unions and courts that a story tells without their name, and who speaks for them."""

import pytest

from tests.sources.stories import names_of, resolve_marked


@pytest.mark.parametrize(
    "before",
    [
        "Shares in Kettle fell.",
        "Kettle said it would bake less.",
        "Kettle, a maker of kettles, bakes too.",
        "It rained on the airline Kettle.",
    ],
)
def test_neighbours_tell_that_a_name_is_a_companys(before: str) -> None:
    (source,) = resolve_marked(f"{before} It snowed. <s>Chief executive Peter Lang</s> said so.")
    assert source.side == "Kettle"


@pytest.mark.parametrize("before", ["Adam Kettle sat. Kettle said it would rain.", "Asian shares fell.", "It rained."])
def test_a_surname_and_a_people_are_no_companies(before: str) -> None:
    (source,) = resolve_marked(f"{before} It snowed. <s>Chief executive Peter Lang</s> said so.")
    assert source.side == "Peter Lang"


@pytest.mark.parametrize(
    ("before", "words", "side"),
    [
        ("Kettle Foods said it bakes. Kettle fell.", "Kettle spokesman Peter Lang", "Kettle Foods"),
        ("Kettle Foods said it bakes. Rain Mining said it digs.", "Chief executive Peter Lang", "Rain Mining"),
        ("Kettle Foods said it bakes. The Rain Agency ate.", "Interim chief executive Peter Lang", "Kettle Foods"),
        ("Kettle Foods said it bakes.", "Brick President and CEO Peter Lang", "Peter Lang"),
        ("Kettle Foods said it bakes.", "company spokeswoman Maria Roe", "Kettle Foods"),
        ("The Rain Union met Kettle Foods.", "union president Maria Roe", "Rain Union"),
        ("Kettle Foods eats. It fears the Rain Agency's order.", "Its chairman, Peter Lang,", "Kettle Foods"),
        ("It fears Kettle Foods and the Rain Agency's order.", "Its chairman, Peter Lang,", "Kettle Foods"),
        ("The Rain Union met.", "the union's treasurer", "Rain Union"),
        ("The Rain Union met.", "Its president, Dr Maria Roe,", "Rain Union"),
        ("Kettle Foods said it bakes.", "union president Maria Roe", "Maria Roe"),
        ("Kettle Foods said it bakes.", "The chief executive", "Kettle Foods"),
    ],
)
def test_officers_speak_for_the_body_told_of_last(before: str, words: str, side: str) -> None:
    (source,) = resolve_marked(f"{before} <s>{words}</s> said so.")
    assert source.side == side


def test_its_officer_is_of_what_spoke_last_also_where_that_is_only_described() -> None:
    marked = "Kettle Foods bakes. <s>The bakers' union</s> refused. <s>Its secretary, Maria Roe,</s> said so."
    assert resolve_marked(marked)[-1].side == "bakers' union"


@pytest.mark.parametrize(
    ("before", "words", "name"),
    [
        ("Kettle Foods bakes in Rigby.", "The company", "Kettle Foods"),
        ("DAYTON, Ohio - Kettle Foods bakes.", "The company", "Kettle Foods"),
        ("Kettle Foods bakes. The Rain Institute ate.", "The firm", "Kettle Foods"),
        ("Kettle Aviation flies.", "The airline", "Kettle Aviation"),
        ("Kettle Foods, <s>Kettle Foods</s> said, bakes.", "The union", "union"),
    ],
)
def test_the_company_is_no_place_and_no_office(before: str, words: str, name: str) -> None:
    assert names_of(f"{before} <s>{words}</s> said so.")[-1] == name


@pytest.mark.parametrize(
    ("before", "words", "side"),
    [
        ("The Kettle Court met.", "Judge Maria Roe", "Kettle Court"),
        ("The Kettle Court met.", "the bench", "Kettle Court"),
        ("The Kettle Court met.", "the judges", "Kettle Court"),
        ("It rained.", "a panel of the Kettle Court", "Kettle Court"),
        ("The Kettle Court met.", "retired judge Maria Roe", "Maria Roe"),
        ("The Kettle Court met.", "District Judge Maria Roe", "Maria Roe"),
        ("The Supreme Court met.", "Judge Maria Roe", "Maria Roe"),
        ("The Kettle Court met the Rain Court.", "Judge Maria Roe", "Maria Roe"),
    ],
)
def test_a_judge_speaks_for_the_one_court_of_the_story(before: str, words: str, side: str) -> None:
    (source,) = resolve_marked(f"{before} <s>{words}</s> said so.")
    assert source.side == side


@pytest.mark.parametrize("words", ["campaign spokeswoman Jane Doe", "spokeswoman Jane Doe"])
def test_nobody_told_bare_speaks_for_a_parliament(words: str) -> None:
    source = resolve_marked(f"Congress ate. The rain came to Congress again. <s>{words}</s> said so.")[-1]
    assert source.side == "Jane Doe"
