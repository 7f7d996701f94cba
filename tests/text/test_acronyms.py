import pytest

from sayso.records import Span
from sayso.text.acronyms import close_acronym, open_site


@pytest.mark.parametrize(
    ("words", "before", "after"),
    [
        ("officials in the U.S. said", "U.S", "U.S."),
        ("a plan of the E.U.", "the E.U", "the E.U."),
        ("He left. She came", "left", "left"),
        ("Vitamin C. Then", "C", "C"),
    ],
)
def test_takes_in_the_last_full_stop(words: str, before: str, after: str) -> None:
    start = words.index(before)
    assert close_acronym(words, Span(start, start + len(before))).of(words) == after


@pytest.mark.parametrize(
    ("words", "before", "after"),
    [
        ("the strike, News.Az reports", "Az", "News.Az"),
        ("He left. Az stayed", "Az", "Az"),
        ("It ended.She left", "She", "She"),
    ],
)
def test_takes_in_the_first_part_of_a_sites_name(words: str, before: str, after: str) -> None:
    start = words.index(before)
    assert open_site(words, Span(start, start + len(before))).of(words) == after
