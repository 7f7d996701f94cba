"""Who speaks for an opposition, by whatever a story calls its people."""

import pytest

from tests.sources.stories import resolve_marked


@pytest.mark.parametrize(
    "words",
    [
        "The opposition",
        "Opposition MPs",
        "Three lawmakers from the opposition",
        "The opposition benches",
        "Chile's opposition",
        "Chilean opposition leader Ann Roe",
        "The leader of the opposition, Ann Roe,",
    ],
)
def test_the_people_of_an_opposition_are_on_one_side_with_it(words: str) -> None:
    (source,) = resolve_marked(f"<s>{words}</s> said the vote was late.")
    assert source.side == "opposition"


@pytest.mark.parametrize(
    ("words", "side"),
    [
        ("The opposition Harbour Party", "Harbour Party"),
        ("The top Republican, Ann Roe,", "Republican Party"),
        ("Opposition fans", "opposition fans"),
    ],
)
def test_a_party_with_a_name_is_a_side_of_its_own(words: str, side: str) -> None:
    (source,) = resolve_marked(f"<s>{words}</s> said the vote was late.")
    assert (source.side or "").casefold() == side.casefold()
