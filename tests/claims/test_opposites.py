import pytest

from sayso.claims.opposites import are_opposed, is_genuine_against


@pytest.mark.parametrize(
    ("claim", "words", "opposed"),
    [
        ("Hickson has tested positive", "a nurse who tested negative was let go", True),
        ("Lang found guilty", "a jury acquitted Lang", True),
        ("Lang found guilty", "Lang was found not guilty", True),
        ("Lang found not guilty", "Lang was convicted on Monday", True),
        ("council accepts the plan", "the council rejected the plan", True),
        ("council accepts the plan", "the council turned down the plan", True),
        ("court upholds the ban", "judges struck down the ban", True),
        ("unemployment fell", "unemployment rose to 5 per cent", True),
        ("the letter was forged", "an expert called the letter genuine", True),
        ("council accepts the plan", "the council approved the plan", False),
        ("council accepts the plan", "the council did not reject the plan", False),
        ("council does not accept the plan", "the council rejected the plan", False),
        ("council does not accept the plan", "the council would not reject the plan", True),
        ("girl found alive", "a girl was found in a village where the flood killed at least 40", False),
        ("girl found alive", "the girl was killed in the flood", True),
        ("unemployment fell", "unemployment rose in May and fell in June", False),
        ("the ferry Marlin leaks", "the ferry Marlin was rejected", False),
    ],
)
def test_words_that_say_the_opposite(claim: str, words: str, opposed: bool) -> None:
    assert are_opposed(claim, words) is opposed


@pytest.mark.parametrize(
    ("claim", "words", "is_against"),
    [
        ("the letter was forged", "the letter is authentic", True),
        ("the letter is genuine", "the letter is a clumsy forgery", True),
        ("the letter is genuine", "the letter is not authentic", False),
        ("the letter was forged", "the letter was fabricated", False),
        ("unemployment fell", "unemployment rose", False),
    ],
)
def test_a_genuine_paper_is_no_forgery(claim: str, words: str, is_against: bool) -> None:
    assert is_genuine_against(claim, words) is is_against
