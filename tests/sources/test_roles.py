"""The role that a person is shown with."""

import pytest

from sayso.records import SourceKind
from sayso.sources.names.roles import head_noun, pick_role
from tests.sources.stories import resolve_marked


@pytest.mark.parametrize(
    "role",
    [
        "White House press secretary",
        "Sen.",
        "a professor of law at Harbour University",
        "a Democrat holding a vulnerable seat in Ohio",
        "one of the city's wealthiest men",
        "a top bundler for Lang in Texas",
        "fired FBI agent",
        "Ukraine's acting prime minister",
        "who heads the center's security program",
        "the American who heads the bank",
        "a veteran party operative in Florida who is close to the family",
    ],
)
def test_what_a_person_is_stands_as_it_is_written(role: str) -> None:
    assert pick_role([role]) == role


@pytest.mark.parametrize(
    "words",
    [
        "who was narrowly defeated in November",
        "whose campaign reported just $9 million",
        "he was concerned about a lack of good jobs",
        "at one of the most personal moments of her life",
        "Throughout his presidential campaign",
        "the president's continued popularity within the party",
        "letters to lawmakers in support of the bill",
        "Novak assaulted her at a party in 1982",
    ],
)
def test_what_tells_no_role_is_none(words: str) -> None:
    assert pick_role([words]) is None
    assert pick_role([words, "a teacher"]) == "a teacher"


@pytest.mark.parametrize(
    ("words", "role"),
    [
        ("President Peter Lang criticized his former attorney", "his former attorney"),
        ("politicians condemning Republican presidential candidate", "Republican presidential candidate"),
        ("horrific unforeseen consequences—progressive writer", "progressive writer"),
        ("agency held opposition leader", "opposition leader"),
        ("clerks are meeting former opposition leader", "former opposition leader"),
        ("visiting their adopted daughter", "their adopted daughter"),
        ("police shot student", "student"),
        ("Ulba Dorr tells referee", "referee"),
        ("army spokesman Lt. Col.", "army spokesman"),
        ("spokeswoman Captain", "spokeswoman"),
        ("one analyst catches Northwind chief executive", "Northwind chief executive"),
        ("State Health Commissioner Dr.", "State Health Commissioner"),
        ("Added Health Commissioner", "Health Commissioner"),
        ("Here's NPR's legal affairs correspondent", "NPR's legal affairs correspondent"),
    ],
)
def test_words_around_a_role_are_left_out(words: str, role: str) -> None:
    assert pick_role([words]) == role


@pytest.mark.parametrize(
    ("told", "role"),
    [
        (["Lt.", "Porto Police Department spokesman"], "Porto Police Department spokesman"),
        (["General", "chairman of the Joint Chiefs of Staff"], "chairman of the Joint Chiefs of Staff"),
        (["Gen.", "a graduate of the Tide Academy"], "Gen."),
        (["Lt.", "who lives in Porto"], "Lt."),
        (["Lt. Governor", "a director of Northwind"], "Lt. Governor"),
    ],
)
def test_an_office_tells_more_than_a_rank(told: list[str], role: str) -> None:
    assert pick_role(told) == role


@pytest.mark.parametrize(
    ("words", "noun"),
    [
        ("Russian military bloggers", "bloggers"),
        ("two former classmates who met Peter Lang in high school", "classmates"),
        ("analyst, author", "analyst"),
    ],
)
def test_the_noun_that_words_are_built_on(words: str, noun: str) -> None:
    assert head_noun(words) == noun


def test_a_story_gives_a_person_the_role_that_it_tells() -> None:
    (source,) = resolve_marked(
        "<s>Maria Novak, who was narrowly defeated in May,</s> said so. Teacher Maria Novak left."
    )
    assert source.role == "Teacher"


def test_the_label_of_a_caption_is_no_part_of_a_role() -> None:
    assert pick_role(["your device Media caption union leader"]) == "union leader"


@pytest.mark.parametrize(
    "role", ["Hatters boss", "Rovers skipper", "United gaffer", "Tennis ace", "Lionesses head coach"]
)
def test_what_sports_pages_call_people_is_a_role(role: str) -> None:
    (source,) = resolve_marked(f"It rained. <s>{role} Ulba Dorr</s> said so.")
    assert (source.name, source.role, source.kind) == ("Ulba Dorr", role, SourceKind.PERSON)
