"""What stands in an answer of an interview came through the one who answers."""

from sayso.evidence.via.voices import Voices
from sayso.records import Story
from tests.evidence.reports import OUTLET_OF_TESTS as OUTLET
from tests.evidence.reports import chains, said

LABELLED = (
    "((Example News)) Why was it shut?\n\n((Ann Smith)) The union said it was old.\n\n"
    "((Example News)) And now?\n\n((Ann Smith)) I think it will open.\n"
)
UNLABELLED = (
    "Interview with harbour master Ann Smith\n\nAnn Smith runs the harbour. Police noted she is busy.\n\n"
    "Why did you shut the bridge?\n\nThe union said it was old.\n\nAnd will it open?\n\nI think so.\n"
)


def test_others_in_a_labelled_answer_come_through_who_answers() -> None:
    union = said(LABELLED, "The union", "said", "it was old", name="union", kind="organisation")
    smith = said(LABELLED, "I", "think", "it will open", name="Ann Smith")
    assert chains(LABELLED, union, smith) == [(OUTLET, "Ann Smith"), (OUTLET,)]


def test_without_labels_the_headline_names_who_answers() -> None:
    police = said(UNLABELLED, "Police", "noted", "she is busy", name="police", kind="organisation")
    union = said(UNLABELLED, "The union", "said", "it was old", name="union", kind="organisation")
    assert chains(UNLABELLED, police, union) == [(OUTLET,), (OUTLET, "Ann Smith")]


def test_initials_are_those_of_a_name_in_the_story() -> None:
    text = "Ann Smith runs the harbour.\nAS Yes.\nEN And?\nAS The union said it was old.\nAS No.\nEN Why?\nEN Oh."
    union = said(text, "The union", "said", "it was old", name="union", kind="organisation")
    assert chains(text, union) == [(OUTLET, "Ann Smith")]


def test_a_report_on_an_interview_has_no_answers() -> None:
    text = "Ann Smith was interviewed. Was it old?\n\nPhoto: The union said it was old.\n\nShe said so to you."
    assert Voices.of(Story("s", text, title="Paper interviews Ann Smith"), ["Ann Smith"]).answers == ()


def test_words_without_a_source_stay_with_who_answers() -> None:
    attribution = said(LABELLED, "", "said", "it was old")
    assert chains(LABELLED, attribution) == [(OUTLET,)]
