"""Deeds and counts are no attributions, on invented sentences."""

import pytest

from sayso.attribution.mended.deeds import is_deed
from sayso.attribution.network.model import AttributionModel
from sayso.attribution.reader import Passage, read_attributions
from sayso.records import Attribution, Span, Speech


def find(text: str, words: str) -> Span:
    return Span(text.index(words), text.index(words) + len(words))


def attribute(text: str, source: str, cue: str, content: str) -> Attribution:
    return Attribution((find(text, source),), (find(text, cue),), (find(text, content),), Speech.INDIRECT, 0.9)


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        ("The driver refused a test on Friday.", "The driver", "refused", "a test"),
        ("Two observers were refused entry.", "Two observers", "were refused", "entry"),
        ("Four more deaths than the number reported on Monday.", "the number", "reported", "Four more deaths"),
        ("He declined to give his name for fear of it.", "He", "declined", "to give his name for fear of it"),
        ("She asked not to be named.", "She", "asked", "not to be named"),
        ("What tenants need to know about the leak.", "tenants", "need to know about", "the leak"),
        ("It prompted the owner to accuse them of it.", "the owner", "to", "them of it"),
        ("With 12 deaths recorded, May was the worst month.", "12 deaths", "recorded", "May was the worst month"),
        ("The owner told the board Sunday that it leaks.", "the board", "Sunday", "that it leaks"),
        ("Let's say it rains all day.", "'s", "say", "it rains all day"),
        ("A plan seen by the Courier would close it.", "the Courier", "seen by", "would close it"),
        ("The plan, which the Courier has seen, would close it.", "the Courier", "has seen", "would close it"),
    ],
)
def test_a_deed_or_a_count_is_no_attribution(text: str, source: str, cue: str, content: str) -> None:
    assert is_deed(text, attribute(text, source, cue, content))


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        ("The driver refused to say why.", "The driver", "refused", "to say why"),
        ("The bank refused comment.", "The bank", "refused", "comment"),
        ("The bank refused repeated requests for comment.", "The bank", "refused", "repeated requests for comment"),
        ("The driver declined to name the owner.", "The driver", "declined", "to name the owner"),
        ("To the owner, it is a scandal.", "the owner", "To", "it is a scandal"),
        ("The clinic reported 12 deaths.", "The clinic", "reported", "12 deaths"),
        ("The number, reported the clinic, has doubled.", "the clinic", "reported", "has doubled"),
        ("The report seen by the Courier says it leaks.", "The report", "says", "it leaks"),
    ],
)
def test_who_speaks_is_left(text: str, source: str, cue: str, content: str) -> None:
    assert not is_deed(text, attribute(text, source, cue, content))


@pytest.mark.parametrize(
    ("text", "cue", "content", "none"),
    [
        ("The pier was the harbour's pride.", "was", "the harbour's pride", True),
        ("It also rained on Friday.", "also", "rained on Friday", True),
        ("The answer was that it leaks.", "was", "that it leaks", False),
        ("The answer was “no”.", "was", "“no”", False),
        ("It was alleged to leak.", "was alleged", "to leak", False),
    ],
)
def test_a_helping_word_alone_tells_of_nothing_said(text: str, cue: str, content: str, none: bool) -> None:
    unsourced = Attribution((), (find(text, cue),), (find(text, content),), Speech.INDIRECT, 0.9)
    assert is_deed(text, unsourced) is none


@pytest.mark.parametrize("deed", ["The driver refused a test.", "Two observers were refused entry to the camp."])
def test_what_the_network_takes_for_speech_is_left_out(model: AttributionModel, deed: str) -> None:
    text = f"{deed} The driver said that he was ill."
    (said,) = read_attributions(model, Passage(text))
    assert said.content[0].of(text) == "that he was ill"
