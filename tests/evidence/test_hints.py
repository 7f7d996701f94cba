"""Words that may deny or say nothing, and words that do not."""

import pytest

from sayso.evidence.words.hints import hint_at_falsehood, hint_at_ignorance, hint_at_negation, hint_at_silence
from sayso.evidence.words.words import Wording, Words
from sayso.records import Ground
from tests.evidence.reports import report


def wording_of(marked: str) -> Wording:
    text, attribution = report(marked)
    words = Words.of(text)
    taken = {number for span in (*attribution.source, *attribution.cue) for number in words.within(span)}
    return Wording.of(words, attribution, taken)


def words_of(wording: Wording, ground: Ground | None) -> str | None:
    return ground.span.of(wording.words.text) if ground else None


@pytest.mark.parametrize(
    ("marked", "found"),
    [
        ("<The council> {did not criticize} |the mayor|.", "not criticize"),
        ("<Nobody> {was calling for} |a new bridge|.", "Nobody was calling for"),
        ("|The bridge is safe|, {said} <nobody>.", "said nobody"),
        ("<The mayor> {avoided mentioning} |the bridge|.", "avoided"),
        ("<The mayor> {fell short of promising} |a bridge|.", "fell short of"),
        ("<The mayor> {has yet to weigh in on} |the plan|.", "has yet to"),
        ("<The mayor> {stopped answering} |questions about the plan|.", "stopped answering"),
        ("<The mayor> {stopped promoting} |the plan|.", None),
        ("<The mayor> {doesn't think} |the bridge is safe|.", None),
        ("<The mayor> {does not want} |a bridge|.", None),
        ("<The mayor> {would not allow} |a new bridge|.", None),
        ("<A grand jury> {has not indicted} |the mayor|.", None),
        ("<The mayor> {doesn't just accuse} |the council|.", None),
        ("<The mayor> {said} |the bridge is not safe|.", None),
    ],
)
def test_words_that_may_say_nothing(marked: str, found: str | None) -> None:
    wording = wording_of(marked)
    assert words_of(wording, hint_at_silence(wording)) == found


@pytest.mark.parametrize(
    ("marked", "found"),
    [
        ("<The mayor> {said} |he was unaware of the letter|.", "he was unaware"),
        ("<The mayor> {said} |“We have no new information about that”|.", "We have no new information"),
        ("<The mayor> {said} |“I don't know if he lied”|.", "I don't know"),
        ("<The mayor> {said} |she knew nothing about the letter|.", "she knew nothing"),
        ("<The mayor> {said} |“We aren't going to discuss the plan”|.", "We aren't going to discuss"),
        ("<The mayor> {said} |the council knew of the letter|.", None),
        ("<The mayor> {said} |“He did not know of the letter”|.", None),
        ("<The lawyer> {said} |“My client did not know of the letter”|.", None),
        ("<The mayor>{:} |He did not know of the letter|.", None),
    ],
)
def test_words_of_a_speaker_who_may_not_know(marked: str, found: str | None) -> None:
    wording = wording_of(marked)
    words = words_of(wording, hint_at_ignorance(wording))
    assert (words.strip("“") if words else None) == found


@pytest.mark.parametrize(
    ("marked", "found"),
    [
        ("<The mayor> {said} |the claims were overblown|.", "overblown"),
        ("<The mayor> {insisted} |he was at home|.", "insisted"),
        ("<The mayor> {dismissed} |fears of a flood|.", "dismissed"),
        ("<The mayor> {said} |the critics made false accusations|.", "false"),
        ("<The mayor> {said} |the bridge was safe|.", None),
    ],
)
def test_words_that_may_call_something_false(marked: str, found: str | None) -> None:
    wording = wording_of(marked)
    assert words_of(wording, hint_at_falsehood(wording)) == found


@pytest.mark.parametrize(
    ("marked", "found"),
    [
        ("<The mayor> {said} |he was not in the photo|.", "not"),
        ("<The mayor> {doesn't believe} |the story|.", "doesn't"),
        ("<The mayor> {said} |nobody had asked him|.", "nobody"),
        ("<The mayor> {said} |that talks with the owner so far had found no fault|.", "no"),
        ("<The mayor> {said} |the bridge was safe|.", None),
    ],
)
def test_negations_that_may_answer_a_claim(marked: str, found: str | None) -> None:
    wording = wording_of(marked)
    assert words_of(wording, hint_at_negation(wording)) == found
