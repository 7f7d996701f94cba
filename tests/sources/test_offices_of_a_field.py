"""Offices by what they are of, and the bodies that officers are told by an acronym of, on invented stories."""

import pytest

from sayso.records import SourceKind
from tests.sources.stories import names_of, resolve_marked

TARN = "Chilean Defence Minister Pablo Tarn"


@pytest.mark.parametrize("words", ["Chile's Defence Minister", "The Defence Minister", "Chile's defence minister"])
def test_an_office_whose_field_stands_in_names_of_bodies_is_no_body(words: str) -> None:
    told, *_ = resolve_marked(f"It rained in Chile. <s>{words}</s> <c>said</c> so.")
    assert (told.kind, told.side) == (SourceKind.PERSON, "Chile (state)")
    assert names_of(f"<s>{TARN}</s> <c>said</c> so.\n<s>{words}</s> <c>insists</c> on it.") == ["Pablo Tarn"] * 2


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Chile's interior minister", "The finance minister"),
        ("The Health Secretary", "The Home Secretary"),
        ("Chile's Health Minister", "The Defence Minister"),
    ],
)
def test_offices_of_two_fields_are_two(first: str, second: str) -> None:
    one, other = names_of(f"It rained in Chile. <s>{first}</s> <c>said</c> so. <s>{second}</s> <c>said</c> no.")
    assert one != other


@pytest.mark.parametrize(
    ("words", "side"),
    [
        ("Tirs commissioner Ulba Tarn", "Tidal Revenue Service"),
        ("Tirs revenue executive Ulba Tarn", "Tidal Revenue Service"),
        ("Tirs critic Ulba Tarn", "Ulba Tarn"),
    ],
)
def test_a_commissioner_is_of_the_body_that_an_acronym_shortens(words: str, side: str) -> None:
    (source,) = resolve_marked(f"The Tidal Revenue Service (Tirs) was given more. <s>{words}</s> <c>said</c> so.")
    assert source.side == side


def test_an_acronym_behind_a_possessive_names_the_body_without_it() -> None:
    text = "The Tide Nations’ (TN) top court heard it. <s>The TN</s> <c>considers</c> it shut."
    assert names_of(text) == ["Tide Nations"]


def test_nobody_is_told_to_have_thought_what_is_thought() -> None:
    assert names_of("The skipper declared the catch, <c>thought</c> to have been landed in May.") == [None]
