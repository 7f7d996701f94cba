import pytest

from sayso.text.turns import find_turns, meant_by_initials, shortens
from tests.sources.stories import names_of


def test_labels_open_turns() -> None:
    text = "((Ada Holt)) Why?\nIvo Tan: Because.\nIT Yes.\nIT No.\nIT Perhaps.\nUS Navy ships left."
    assert [turn.name for turn in find_turns(text)] == ["Ada Holt", "Ivo Tan", "IT", "IT", "IT"]


def test_headlines_of_other_stories_and_captions_open_no_turns() -> None:
    assert not find_turns("Ada Holt: the dam is safe\nIt is not.\nAda Holt: the dam is safe\nIt leaks.")
    assert not find_turns("Pluses: it is new.\nMinuses: it leaks.\nPluses: it is ours.")
    assert not find_turns("The Latest: dam leaks | Courier\nFILE PHOTO: a dam\nThe Latest: dam leaks\nIt does.")


def test_initials_mean_the_one_whose_they_are() -> None:
    assert meant_by_initials("IT", ["Ivo Tan", "Ada Holt"]) == "Ivo Tan"
    assert meant_by_initials("IT", ["Ivo Tan", "Ida Trent"]) is None
    assert meant_by_initials("Tan", ["Ivo Tan"]) is None


@pytest.mark.parametrize(("label", "short"), [("WN", True), ("WS", True), ("NW", False), ("Wn", False)])
def test_capitals_may_be_short_for_an_outlet(label: str, short: bool) -> None:
    assert shortens(label, "Wikinews") is short


def test_who_speaks_in_an_interview_by_initials() -> None:
    story = (
        "Wikinews spoke with Natasha Gownaris of a university.\n\n((WN)) Why?\n\n"
        "NG: <s>We</s> <c>think</c> <t>it is because of their size</t>."
    )
    assert names_of(story, outlet="Wikinews") == ["Natasha Gownaris"]


def test_the_president_is_the_one_in_office_where_nobody_is_called_so() -> None:
    story = "Donald Trump and Hillary Clinton met. <s>The president</s> <c>said</c> <t>it was late</t>."
    assert names_of(story, published="2018-08-13") == ["Donald Trump"]


def test_the_headings_of_a_fact_check_open_no_turns() -> None:
    assert find_turns("Claim: The pier is closed.\nVerdict: It is open.\nThe mayor walked on it.") == ()
