"""Who holds an office of two fields, told before the name, on invented stories."""

import pytest

from tests.sources.stories import resolve_marked


@pytest.mark.parametrize(
    ("office", "name"),
    [
        ("Minister of Trade and Industry", "Anna Tarn"),
        ("Minister of Health and Social Services", "Kalumbi Orde"),
        ("deputy minister of mines and energy", "Kalumbi Orde"),
        ("Minister of Health, Sport and Culture", "Anna Maria Tarn"),
    ],
)
def test_the_office_is_no_part_of_the_name(office: str, name: str) -> None:
    (source,) = resolve_marked(f"It rained in Kenya. <s>{office} {name}</s> <c>said</c> so.")
    assert (source.name, source.role, source.side) == (name, office, "Kenya (state)")


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("the Minister of Finance and President Anna Tarn", "Minister of Finance and Anna Tarn"),
        ("the Ministry of Trade and Industry", "Ministry of Trade and Industry"),
    ],
)
def test_two_who_speak_are_two_and_a_ministry_is_nobodys_office(words: str, name: str) -> None:
    (source,) = resolve_marked(f"It rained. <s>{words}</s> <c>said</c> so.")
    assert source.name == name
