"""Whose version, answer or figure a sentence tells, on invented sentences."""

import pytest

from sayso.attribution.plain.positions import find_positions
from sayso.text.quotes import quote_spans


def positions_of(text: str) -> list[tuple[str, str, str]]:
    """Sources, cues and contents."""
    found = find_positions(text, quote_spans(text))
    return [(one.source[0].of(text), one.cue[0].of(text), one.content[0].of(text)) for one in found]


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
    assert positions_of(text) == [(source, cue, content)]


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
    assert positions_of(text) == []
