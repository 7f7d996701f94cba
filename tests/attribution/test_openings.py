"""In whose words a sentence is told that opens so, on invented sentences."""

import pytest

from sayso.attribution.plain.openings import find_openings
from tests.attribution.forms import told_in


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        ("By the ministry's count, 46 schools fell in.", "the ministry's", "count", "46 schools fell in"),
        (
            "It rained. As referee Tom Dale put it, the pitch was a lake.",
            *("referee Tom Dale", "put it", "the pitch was a lake"),
        ),
        (
            "In the words of coach Dino Papp, the side played like sleepwalkers.",
            *("coach Dino Papp", "the words of", "the side played like sleepwalkers"),
        ),
        (
            "But in the union's view, no worker had to go.",
            *("the union's", "view", "no worker had to go"),
        ),
        ("Per a port official, the first call came at noon.", "a port official", "Per", "the first call came at noon"),
    ],
)
def test_a_sentence_is_theirs_in_whose_words_it_opens(text: str, source: str, cue: str, content: str) -> None:
    assert told_in(text, find_openings) == [(source, cue, content)]


@pytest.mark.parametrize(
    "text",
    [
        "In the eyes of the dog, a light shone from the house.",
        "As the rain saw it off, the crowd went home early.",
        "In his opinion, the judge cited a case of 1951.",
        "As Doe put it, “the pitch was a lake of mud”.",
    ],
)
def test_other_openings_are_left_alone(text: str) -> None:
    assert told_in(text, find_openings) == []
