"""Whose version, answer or figure a sentence tells, on invented sentences."""

import pytest

from sayso.attribution.plain.positions import find_positions
from tests.attribution.forms import told_in


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        (
            "Talks broke down. The union's version is that the company walked out.",
            *("The union's", "version is", "that the company walked out"),
        ),
        (
            "How many died? The government's figure is 131.",
            *("The government's", "figure is", "131"),
        ),
        ("Senator Dahl's answer: never again.", "Senator Dahl's", "answer:", "never again"),
        (
            "The message from the governor was clear: leave now.",
            *("the governor", "message from", "leave now"),
        ),
    ],
)
def test_who_has_a_version_or_a_figure_says_it(text: str, source: str, cue: str, content: str) -> None:
    assert told_in(text, find_positions) == [(source, cue, content)]


@pytest.mark.parametrize(
    "text",
    [
        "The company's problem is that nobody calls.",
        "The novel's message is that love wins.",
        "The union's figure is a bronze of its founder.",
        "The ministry's answer was “never”.",
    ],
)
def test_other_possessions_are_left_alone(text: str) -> None:
    assert told_in(text, find_positions) == []
