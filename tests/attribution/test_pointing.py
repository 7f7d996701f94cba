"""Statements that point back to the sentence before, on invented sentences."""

import pytest

from sayso.attribution.network.model import AttributionModel
from sayso.attribution.reader import Passage, read_attributions
from sayso.ingest import story_from_text
from sayso.pipeline.method import read_story
from sayso.pipeline.models import shipped_model
from sayso.records import join_words

TOLD = "The dairy lost nine million crowns in a week."


def told_by(model: AttributionModel, text: str) -> list[tuple[str, str]]:
    """Sources and contents."""
    return [
        (join_words(text, one.source), join_words(text, one.content)) for one in read_attributions(model, Passage(text))
    ]


@pytest.mark.parametrize(
    ("pointing", "speaker"),
    [
        ("This was announced by Olga Brandt, head of the dairy.", "Olga Brandt, head of the dairy"),
        ("This was stated on Telegram by Olga Brandt, Nordpost reports.", "Olga Brandt"),
        ("That is according to the dairy's owners, who did not explain.", "the dairy's owners"),
        ("Olga Brandt, head of the dairy, said this in a radio talk.", "Olga Brandt, head of the dairy"),
        ("On Monday, the dairy's owners confirmed this.", "the dairy's owners"),
        ("Its owner Olga Brandt told Nordpost about this.", "Its owner Olga Brandt"),
        ("Her deputy said so too.", "Her deputy"),
    ],
)
def test_the_sentence_before_is_said_by_whom_the_next_one_names(
    model: AttributionModel, pointing: str, speaker: str
) -> None:
    assert (speaker, TOLD) in told_by(model, f"{TOLD} {pointing}")


def test_of_a_sentence_with_a_speaker_what_he_says_is_meant(model: AttributionModel) -> None:
    told = told_by(model, "The harbour is closed, the pilots said. This was confirmed by the mayor.")
    assert ("the mayor", "The harbour is closed") in told


def test_what_the_same_speaker_adds_stays(model: AttributionModel) -> None:
    told = told_by(model, f"{TOLD} Olga Brandt said this on Monday, adding that the cows were well.")
    assert ("Olga Brandt", TOLD) in told
    assert ("Olga Brandt", "that the cows were well") in told


def test_who_passes_it_on_is_in_between() -> None:
    text = f"{TOLD} This was stated on Telegram by Olga Brandt, Reuters reports."
    reading = read_story(shipped_model(), story_from_text(text, outlet="Nordpost"))
    (said,) = (one for one in reading.attributions if one.who and one.who.name == "Olga Brandt")
    assert said.grade is not None
    assert said.grade.via == ("Nordpost", "Reuters")


@pytest.mark.parametrize(
    "text",
    [
        f"{TOLD} Olga Brandt said this week that it would close.",
        f"{TOLD} Olga Brandt wrote this in 2019: cows are patient.",
        f"{TOLD} “This was announced by nobody,” she said.",
        "This was announced by Olga Brandt.",
        f"{TOLD} It was announced by the dairy that it would close.",
    ],
)
def test_nothing_else_points_back(model: AttributionModel, text: str) -> None:
    assert TOLD not in [content for _, content in told_by(model, text)]
