"""Who is told amid a sentence, on invented sentences."""

import pytest

from sayso.attribution.plain.asides import find_asides
from sayso.text.quotes import quote_spans


def asides_of(text: str) -> list[tuple[str, str, list[str]]]:
    """Sources, cues and contents."""
    found = find_asides(text, quote_spans(text))
    return [(one.source[0].of(text), one.cue[0].of(text), [part.of(text) for part in one.content]) for one in found]


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        ("Five drones, the army added, were shot down.", "the army", "added", ["Five drones", "were shot down"]),
        (
            "BERGEN (Nordwire) - The lorry, it says, had nothing to do with it. It rained.",
            *("it", "says", ["The lorry", "had nothing to do with it"]),
        ),
        (
            "Plans of the lock, two officials told the Herald on Monday, are in other hands now.",
            *("two officials", "told", ["Plans of the lock", "are in other hands now"]),
        ),
        (
            "One thing is clear: the sums, the ministry maintains, were shifted and not cut.",
            *("the ministry", "maintains", ["the sums", "were shifted and not cut"]),
        ),
        (
            "No crate on board was opened, the port authority made clear on Monday, after a film had shown one.",
            *("the port authority", "made clear", ["No crate on board was opened"]),
        ),
    ],
)  # fmt: skip
def test_who_interrupts_a_sentence_says_what_stands_around(
    text: str, source: str, cue: str, content: list[str]
) -> None:
    assert asides_of(text) == [(source, cue, content)]


@pytest.mark.parametrize(
    "text",
    [
        "Sales were good, the miller said, wiping flour off his hands.",
        "The lock failed, the ministry said, two days after it had been repaired.",
        "The lock failed, the ministry said, and the mayor resigned.",
        "The mayor, who the union said, on Monday, was away, is back.",
        "The lorry, a lack of staff showed, was never weighed.",
        "“The lorry, the mayor said, was late,” he wrote.",
        "The lorry, the mayor said, burnt.",
    ],
)
def test_what_goes_on_otherwise_is_left_to_the_network(text: str) -> None:
    assert asides_of(text) == []
