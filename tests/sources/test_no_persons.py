"""Names of unknown kind that are no person's, whom "he" cannot mean."""

import pytest

from sayso.records import SourceKind
from sayso.sources.names.mentions import find_mentions
from sayso.sources.names.no_persons import is_no_person
from sayso.sources.names.people import build_cast
from tests.sources.stories import names_of, resolve_marked


@pytest.mark.parametrize(
    ("text", "name", "none"),
    [
        ("They met in Ulbadorr.", "Ulbadorr", True),
        ("They met in northern Ulbadorr. Ulbadorr is small.", "Ulbadorr", False),
        ("ULBADORR - It rained.", "ULBADORR", True),
        ("They paid Ulb 4 million.", "Ulb", True),
        ("They left Ulba Street.", "Ulba Street", True),
        ("They believe in Ulbadorr's word.", "Ulbadorr", False),
        ("They met Ulbadorr.", "Ulbadorr", False),
        ("They met in Mayor Ulbadorr.", "Ulbadorr", False),
    ],
)
def test_places_and_units_are_no_persons(text: str, name: str, *, none: bool) -> None:
    (member,) = (each for each in build_cast(text).members() if each.name == name)
    assert is_no_person(text, member) is none


def test_he_is_not_the_place_where_he_was_seen() -> None:
    assert names_of("Peter Lang was seen in Ulbadorr. “It rained,” <s>he</s> said.") == ["Peter Lang"]


def test_numbers_that_open_a_sentence_are_nobody() -> None:
    assert names_of("Maria Novak left. Forty boats sank. <s>She</s> said no.") == ["Maria Novak"]


def test_short_months_are_no_names() -> None:
    assert names_of("Maria Novak left on Oct. 4. Oct. 5 came. <s>She</s> said no.") == ["Maria Novak"]


@pytest.mark.parametrize("words", ["Neither do I. Nor does he.", "Rs 25 lakh came. Rs. 4 crore came."])
def test_a_pronoun_and_a_currency_are_no_names(words: str) -> None:
    assert find_mentions(words) == ()


def test_a_number_that_opens_a_sentence_is_so_many() -> None:
    (source,) = resolve_marked("It asked 31 of them. <s>Twenty-eight</s> said so.")
    assert (source.name, source.kind) == ("twenty-eight", SourceKind.COLLECTIVE)


def test_who_belongs_to_a_person_is_not_that_person() -> None:
    marked = "Lorna Novak, the bosun's wife, left. <s>The bosun</s> said so. <s>The wife</s> said no."
    assert names_of(marked) == ["bosun", "Lorna Novak"]


def test_an_age_tells_a_person_from_a_body() -> None:
    (source,) = resolve_marked("<s>winch operator Nilo Apsa, 29, from his bed</s> said so.")
    assert (source.name, source.kind) == ("Nilo Apsa", SourceKind.PERSON)
