"""Tests for where words stand in a text."""

import pytest

from sayso.text.places import places_of


@pytest.mark.parametrize(
    ("words", "text", "places"),
    [
        ("tide", "A tide, and a tideway.", [2, 14]),
        ("na", "banana", [2, 4]),
        ("ana", "banana", [1]),  # none overlap
        ("ebb", "A tide.", []),
    ],
)
def test_places_stand_in_order_and_do_not_overlap(words: str, text: str, places: list[int]) -> None:
    """Parts of longer words count, too."""
    assert list(places_of(words, text)) == places
