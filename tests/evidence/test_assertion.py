"""What the rules find, weighed with what the model reads."""

from dataclasses import replace

import pytest

from sayso.records import Certainty, Grade, Story, Told
from tests.evidence.reports import grade_story, report

SURE = 0.9995
PLAIN = (1 / 6,) * 6, (1 / 4,) * 4


def graded(marked: str, *, asserted: float, denied: float, negated: float) -> Grade:
    text, attribution = report(marked)
    told = Told(PLAIN[0], (asserted, denied, negated), PLAIN[1])
    (grade,) = grade_story(Story(id="s", text=text), (replace(attribution, told=told),))
    return grade


def test_a_denial_that_only_the_model_sees_says_so() -> None:
    marked = "<The mayor> {batted away} |talk of a second bridge|."
    grade = graded(marked, asserted=0.0005, denied=SURE, negated=0)
    assert grade.denied
    assert [(ground.words, ground.reason) for ground in grade.grounds] == [
        ("batted away", "read so by the model, by no rule")
    ]


def test_a_silence_that_only_the_model_sees_leaves_the_certainty_open() -> None:
    grade = graded("<The mayor> {shrugged at} |the question|.", asserted=0.0005, denied=0, negated=SURE)
    assert (grade.negated, grade.denied, grade.certainty) == (True, False, Certainty.UNKNOWN)


@pytest.mark.parametrize(
    ("marked", "likely", "denied"),
    [
        ("<The mayor> {said} |the bridge was not shut|.", 0.4, True),
        ("<The mayor> {said} |“No, we went by boat”|.", 0.4, True),
        ("<The mayor> {called} |the plan absurd|.", 0.4, True),
        ("<The mayor> {said} |the bridge was shut|.", 0.4, False),
        ("<The mayor> {said} |the bridge was shut|.", 0.999, True),
        ("<The mayor> {denied} |the request|.", 0.95, False),
    ],
)
def test_what_may_deny_is_left_to_the_model(marked: str, likely: float, denied: bool) -> None:
    assert graded(marked, asserted=1 - likely, denied=likely, negated=0).denied is denied


def test_what_may_deny_is_shown_by_its_own_words() -> None:
    grade = graded("<The mayor> {said} |the bridge was not shut|.", asserted=0.3, denied=0.7, negated=0)
    assert grade.grounds[0].words == "not"


@pytest.mark.parametrize(("asserted", "denied"), [(0.6, True), (0.9999, False)])
def test_a_rule_stands_unless_the_model_is_far_surer(asserted: float, denied: bool) -> None:
    grade = graded(
        "<The mayor> {denied} |that the bridge would close|.", asserted=asserted, denied=1 - asserted, negated=0
    )
    assert grade.denied is denied


@pytest.mark.parametrize(
    ("marked", "asserted", "denied", "negated", "words"),
    [
        ("<The mayor> {said} |that the owner had found no fault|.", 0.03, 0.97, 0, "no"),
        ("<The mayor> {said} |the charges were overblown|.", 0.1, 0.9, 0, "overblown"),
        ("<The mayor> {avoided mentioning} |the bridge|.", 0.7, 0, 0.3, "avoided"),
    ],
)
def test_hints_need_less_of_the_model_than_no_words_at_all(
    marked: str, asserted: float, denied: float, negated: float, words: str
) -> None:
    grade = graded(marked, asserted=asserted, denied=denied, negated=negated)
    assert (grade.denied, grade.negated) == (denied > 0, negated > 0)
    assert grade.grounds[0].words == words
    plain = graded("<The mayor> {said} |the bridge was safe|.", asserted=asserted, denied=denied, negated=negated)
    assert not plain.denied
    assert not plain.negated
