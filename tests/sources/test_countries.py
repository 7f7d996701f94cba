"""Tests for the words that open the names of countries."""

import pytest

from sayso.sources.known.countries import may_open_country


@pytest.mark.parametrize("word", ["Kenya’s", "U.S.", "South", "“Chile", "—", "the"])
def test_words_that_may_open_a_countrys_name(word: str) -> None:
    """What is no word is looked through, as an article is."""
    assert may_open_country(word)


@pytest.mark.parametrize("word", ["Ministry", "harbour", "Tide’s"])
def test_words_that_open_no_countrys_name(word: str) -> None:
    """So nothing that begins with them is looked up."""
    assert not may_open_country(word)
