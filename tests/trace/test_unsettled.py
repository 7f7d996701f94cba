import pytest

from sayso.trace.comparing.unsettled import is_left_open


@pytest.mark.parametrize(
    ("claim", "words", "left_open"),
    [
        ("Ivo Tan set the fire", "it was “not entirely clear” who set the fire", True),
        ("Ivo Tan set the fire", "it is unclear whether Tan set it", True),
        ("Ivo Tan is gravely ill", "that Tan has health problems but they had no reason to conclude he was ill", True),
        ("Ivo Tan set the fire", "they did not find any evidence that the fire was set", True),
        ("Ivo Tan set the fire", "Ivo Tan set the fire, but it is not clear why he did it", False),
        ("Ivo Tan set the fire", "it is clear who set the fire", False),
        ("Ivo Tan set the fire", "answers over claims that Ivo Tan set the fire", True),
        ("Ivo Tan set the fire", "the board to investigate new reports that Tan set the fire", True),
        ("Ivo Tan set the fire", "an explanation on Friday for rumours that Ivo Tan set the fire", True),
        ("Ivo Tan set the fire", "the board is investigating whether Ivo Tan set the fire", True),
        ("Ivo Tan set the fire", "an inquiry into possible setting of the fire by Tan", True),
        ("Ivo Tan set the fire", "the board investigates the fire that Ivo Tan set, and whether he was paid", False),
        ("Ivo Tan was convicted", "if convicted, Ivo Tan faces ten years", True),
        ("Ivo Tan faces ten years", "if convicted, Ivo Tan faces ten years", False),
        ("Ivo Tan set the fire", "he cannot speak about the allegations Ivo Tan set the fire", True),
        ("Ivo Tan set the fire", "its allegation that Ivo Tan set the fire", False),
        ("Ivo Tan set the fire", "the mayor cast doubt on findings that Ivo Tan set the fire", True),
        ("Ivo Tan set the fire", "she questioned whether Tan had set the fire", True),
        ("residents want an inquiry", "an inquiry into reports that Tan set the fire", False),
        ("Ivo Tan set the fire", "the inquiry found that Ivo Tan set the fire", False),
        ("no evidence that Ivo Tan set the fire", "there is no evidence that Tan set it", False),
        ("Ivo Tan set the fire", "Ivo Tan set the fire", False),
    ],
)
def test_what_is_said_not_to_be_known_is_left_open(claim: str, words: str, left_open: bool) -> None:
    assert is_left_open(claim, words) is left_open
