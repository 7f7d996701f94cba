"""Officials of states that no table names speak for those, and for no other that their story names."""

import pytest

from sayso.ingest import story_from_text
from sayso.pipeline.method import read_story
from sayso.pipeline.models import shipped_model
from sayso.sources.offices.national_offices import is_national
from sayso.sources.offices.unlisted_states import find_unlisted_state


@pytest.mark.parametrize(
    "words",
    [
        "The Ornian prime minister",
        "Ornian Prime Minister Bela Tosh",
        "The prime minister of Ornia, Bela Tosh,",
        "Bela Tosh, Ornia's president,",
        "The Ornian government",
        "The Ornian foreign ministry",
        "A spokesman for the Ornian government",
    ],
)
def test_an_official_of_a_state_that_no_table_has_is_on_its_side(words: str) -> None:
    text = f"{words} said on Friday that Germany would pay for the bridge."
    first = read_story(shipped_model(), story_from_text(text, outlet="Herald")).attributions[0]
    assert first.who
    assert first.who.side == "Ornia"


@pytest.mark.parametrize(
    ("words", "text", "state"),
    [
        ("Norlandish president", "The Norlandish president was in Norland.", "Norland"),
        ("Norlandish president", "The Norlandish president was away.", "Norlandish"),
        ("Deputy Prime Minister", "The Deputy Prime Minister was in Ornia.", None),
        ("German president", "The German president was in Ornia.", None),
        ("president of Germany", "The president of Germany was in Ornia.", None),
        ("Veteran president", "Veteran president Ivo Tan was in Ornia.", None),
        ("Ornian poet", "The Ornian poet was in Ornia.", None),
    ],
)
def test_a_state_is_called_as_its_story_does(words: str, text: str, state: str | None) -> None:
    assert find_unlisted_state(words, text) == state


def test_the_office_of_another_people_is_no_office_of_a_country() -> None:
    assert not is_national("Ornian foreign minister", "DE")
    assert is_national("foreign minister", "DE")
