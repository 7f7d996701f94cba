"""Persons behind their offices, and what is no person's name, on invented stories."""

import pytest

from sayso.sources.names.mentions import find_mentions
from tests.sources.stories import names_of, resolve_marked


@pytest.mark.parametrize(
    "words",
    [
        "Harbour chief of staff Gen. Jane Doe",
        "Tidal nominee for mayor Jane Doe",
        "then-Speaker of the House Jane Doe",
        "Tide County Clerk Jane Doe",
        "Deputy Assistant Jane Doe",
        "Senate President Pro Tem Jane Doe",
        "Tide County Chief Medical Examiner Jane Doe",
        "Tidal Editor-in-Chief Jane Doe",
        "PM-designate Jane Doe",
        "Secretary of Homeland Security Kirsi Doe",
    ],
)
def test_a_person_is_told_from_the_office_before_the_name(words: str) -> None:
    (told,) = resolve_marked(f"It rained. On Monday <s>{words}</s> <c>said</c> so.")
    assert told.name == " ".join(words.split()[-2:])


def test_who_speaks_for_the_holder_of_an_office_is_not_the_holder() -> None:
    assert names_of("It rained. A <s>spokesman for president Jane Doe</s> <c>said</c> so.") != ["Jane Doe"]


def test_a_paper_that_is_called_an_examiner_is_no_person() -> None:
    (told,) = resolve_marked("It rained. <s>The Washington Examiner</s> <c>reported</c> so.")
    assert told.kind == "media"


@pytest.mark.parametrize(
    ("text", "none"),
    [
        ("Sen. Jane Doe, R-Ohio, told them.", "R-Ohio"),
        ("Sen. Jane Doe, D-Tidewater, who told them, left.", "D-Tidewater"),
        ("Undeniably, with his promise, he left.", "Undeniably"),
        ("Sure, those boats sank.", "Sure"),
    ],
)
def test_what_is_no_name(text: str, none: str) -> None:
    assert none not in [mention.name for mention in find_mentions(text)]


def test_who_behind_a_party_is_the_lawmaker() -> None:
    assert names_of("They asked Sen. Jane Doe, R-Tidewater, <s>who</s> <c>said</c> no.") == ["Jane Doe"]


def test_who_is_accused_by_another_is_not_what_that_one_is() -> None:
    (told,) = resolve_marked("The mayor’s aide John Roe accused Jane Doe of waste. <s>Doe</s> <c>said</c> it rained.")
    assert told.role is None


def test_she_is_no_state() -> None:
    assert names_of("Jane Doe grew up poor. Minnesota was cold. <s>She</s> <c>said</c> so.") == ["Jane Doe"]


def test_the_president_elect_is_a_person() -> None:
    (told,) = resolve_marked("That could change. <s>The president-elect</s> <c>promised</c> a fund.")
    assert told.kind == "person"


@pytest.mark.parametrize("words", ["<s>Let’s</s> <c>say</c>", "First, let<s>’s</s> <c>say</c>"])
def test_who_says_let_us_is_the_author(words: str) -> None:
    assert names_of(f"I think that it rained. {words} it snowed.") == ["author of the story"]
