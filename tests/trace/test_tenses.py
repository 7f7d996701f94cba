"""What was is no word on what is to come."""

import pytest

from sayso.trace.comparing.tenses import is_past_only


@pytest.mark.parametrize(
    ("claim", "words", "is_past"),
    [
        ("North Torva to send more soldiers", "Ada Novak said that North Torva sent soldiers", True),
        ("North Torva to send more soldiers", "there are signs that North Torva prepares a further dispatch", False),
        ("Novak will raise the matter", "Novak praised the meeting", True),
        ("Novak will raise the matter", "“I'll bring it up”", False),
        ("Novak will raise the matter", "“I am committed to bringing it up”", False),
        ("Novak is going to resign", "Novak resigned", True),
        ("North Torva sent soldiers", "North Torva sent soldiers", False),
        ("Ostrel rejected a plan to withdraw", "Ostrel rejected it", False),
    ],
)
def test_words_on_the_past_alone(claim: str, words: str, is_past: bool) -> None:
    assert is_past_only(claim, words) is is_past
