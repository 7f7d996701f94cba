"""Who denies what was just told, on invented sentences."""

import pytest

from sayso.attribution.network.model import AttributionModel
from sayso.attribution.plain.denied import find_denied
from sayso.attribution.reader import Passage, read_attributions
from sayso.records import join_words
from sayso.text.quotes import quote_spans


def outline(text: str) -> list[tuple[str, str, str]]:
    found = find_denied(text, quote_spans(text))
    return [tuple(join_words(text, spans) for spans in (one.source, one.cue, one.content)) for one in found]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Norland blames Sarvia, which Sarvia denies. It rained.", ("Sarvia", "denies", "which")),
        (
            "He is accused of theft, all of which he has repeatedly denied, and",
            ("he", "has repeatedly denied", "all of which"),
        ),
        ("Divers blame the coach – something the club disputes.", ("the club", "disputes", "something")),
        ("She took bribes, charges she has denied.", ("she", "has denied", "charges")),
        ("It sank a barge, an allegation that the firm refutes.", ("the firm", "refutes", "an allegation")),
        ("They sank it, a claim Norland’s navy rejected on Monday", ("Norland’s navy", "rejected", "a claim")),
    ],
)
def test_who_denies_what_stands_before_is_found(text: str, found: tuple[str, str, str]) -> None:
    assert outline(text) == [found]


@pytest.mark.parametrize(
    "text",
    [
        "The plan, which the council rejected, cost a lot.",
        "The visa, which Norland denied him, was blue.",
        "The report said which minister denied it.",
        "“It leaks, which the firm denies,” he said.",
        "The mine, which nobody who works there denies.",
    ],
)
def test_what_is_no_denial_or_somebody_elses_is_none(text: str) -> None:
    assert outline(text) == []


def test_what_the_network_takes_for_a_part_of_what_is_told_is_not(model: AttributionModel) -> None:
    text = "Norland has accused Sarvia of sinking the ferry, which Sarvia denies. The trial opens in May."
    accused, denied = read_attributions(model, Passage(text))
    assert join_words(text, accused.content) == "Sarvia of sinking the ferry"
    assert join_words(text, denied.source) == "Sarvia"
