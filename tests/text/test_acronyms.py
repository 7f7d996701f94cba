import pytest

from sayso.records import Span
from sayso.text.acronyms import close_acronym


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
