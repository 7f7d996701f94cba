"""A colon in a headline stands behind who speaks, a topic, a place or the kind of the story."""

import pytest

from sayso.attribution.mended.headings import is_heading
from sayso.attribution.network.model import AttributionModel
from sayso.attribution.reader import Passage, read_attributions
from sayso.records import Attribution, Span, Speech

BODY = "The ferry Marlin sank on Friday, the coast guard said.\n\n“It was old,” said harbour master Ida Holm."


def find(text: str, words: str) -> Span:
    return Span(text.index(words), text.index(words) + len(words))


def attribute(text: str, source: str, cue: str) -> Attribution:
    return Attribution((find(text, source),), (find(text, cue),), (Span(0, 1),), Speech.INDIRECT, 0.9)


@pytest.mark.parametrize(
    ("headline", "source", "cue"),
    [
        ("Analysis: ferry rules are weak", "Analysis", ":"),
        ("OPINION: Close the ferry", "OPINION", ":"),
        ("Fact check: the ferry was full", "the coast guard", "Fact check:"),
        ("Minuses: the ferry rusts", "Minuses", ":"),
        ("Norwick ferry: five dead", "the coast guard", ":"),
        ("Norwick: mayor resigns", "Ida Holm", ":"),
    ],
)
def test_a_topic_does_not_speak(headline: str, source: str, cue: str) -> None:
    text = f"{headline}\n\n{BODY}"
    assert is_heading(text, attribute(text, source, cue))


@pytest.mark.parametrize(
    ("text", "source", "cue"),
    [
        ("Holm: The ferry was old", "Holm", ":"),
        ("Study: Ferries are unsafe", "Study", ":"),
        ("The ferry was old: Holm", "Holm", ":"),
        ("Ida Holm was asked about it on Friday.\n\nShe said: “It was old.”", "Ida Holm", "said:"),
        ("The ferry, an analysis: it was old, Holm said.", "Holm", ":"),
    ],
)
def test_a_speaker_does(text: str, source: str, cue: str) -> None:
    assert not is_heading(text, attribute(text, source, cue))


def test_what_the_coast_guard_said_is_not_what_stands_in_the_headline(model: AttributionModel) -> None:
    text = f"Inquiry: Operator ignored warnings\n\n{BODY}"
    found = read_attributions(model, Passage(text))
    assert [one.source[0].of(text) for one in found] == ["the coast guard", "harbour master Ida Holm"]
