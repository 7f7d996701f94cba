"""Denials of what stands before them, on invented stories."""

from collections.abc import Iterable
from dataclasses import replace

import pytest

from sayso.records import Compared, Reading, Stance
from sayso.trace.comparing.answers import find_answered
from sayso.trace.comparing.reports import find_reports
from sayso.trace.finding.candidates import ANSWER_SENTENCES, find_candidates, propositions_of
from sayso.trace.finding.query import weigh_words
from tests.trace.stories import CLAIM, Said, SharedWords, ledger_of, make_reading
from tests.trace.test_reports import PLAIN, STATED

ELSE = Said("Ada Moor", "the harbour is full")
OWN_VOICE = "The council of Harborton met on Monday evening."
DENIED = Said("Ivo Tan", "that", "denied")
AGAINST = Compared((0.05, 0, 0.95, 0))


class AgainstPronouns(SharedWords):
    """Words with a pronoun alone contradict every claim, as the network may read their context."""

    def _read(self, asked: set[str], said: set[str]) -> Compared:
        return AGAINST if "that" in said else super()._read(asked, said)


def deniers(reading: Reading, model: SharedWords | None = None) -> set[str | None]:
    found = find_reports(model or SharedWords(), CLAIM, list(propositions_of(reading)))
    return {report.source.name for report in found if report.source and report.stance is Stance.DENIES}


@pytest.mark.parametrize(
    ("told", "is_denied"),
    [
        ([PLAIN, DENIED], True),
        ([PLAIN, OWN_VOICE, DENIED], True),
        ([PLAIN, ELSE, DENIED], False),
        ([PLAIN, *[OWN_VOICE] * ANSWER_SENTENCES, DENIED], False),
        ([ELSE, DENIED], False),
    ],
)
def test_a_denial_answers_what_was_said_last(told: Iterable[Said | str], is_denied: bool) -> None:
    assert ("Ivo Tan" in deniers(make_reading("a", *told))) is is_denied


@pytest.mark.parametrize(
    ("told", "is_denied"),
    [([PLAIN, ELSE, DENIED], True), ([ELSE, DENIED], False), ([PLAIN, *[ELSE] * ANSWER_SENTENCES, DENIED], False)],
)
def test_what_the_network_takes_for_a_contradiction_may_answer_what_was_said_earlier(
    told: Iterable[Said | str], is_denied: bool
) -> None:
    assert ("Ivo Tan" in deniers(make_reading("a", *told), AgainstPronouns())) is is_denied


def test_what_is_said_before_in_its_own_sentence_is_what_a_denial_answers() -> None:
    reading = make_reading("a", PLAIN, ELSE, DENIED)
    text = reading.story.text.replace("full. Ivo", "full; Ivo")
    assert deniers(replace(reading, story=replace(reading.story, text=text)), AgainstPronouns()) == set()


@pytest.mark.parametrize(
    ("words", "is_denied"),
    [("that no such leak was found", True), ("nothing of the kind leaks", True), ("nothing leaks", False)],
)
def test_that_no_such_thing_was_so_answers_whatever_the_verb(words: str, is_denied: bool) -> None:
    assert ("Ivo Tan" in deniers(make_reading("a", PLAIN, Said("Ivo Tan", words)))) is is_denied


def test_who_says_it_is_asked_for_with_what_they_deny_however_few_of_the_words_they_have() -> None:
    others = [make_reading(f"b{number}", f"The ferry Marlin sails on day {number}.") for number in range(80)]
    with ledger_of([make_reading("a", PLAIN, DENIED, ELSE, OWN_VOICE), *others]) as ledger:
        found = find_candidates(ledger, [weigh_words(ledger, CLAIM).weights], None).found
    assert [one.words for one in found if one.story.id == "a"] == [STATED, "that"]


def test_stories_with_an_answer_are_found() -> None:
    readings = [make_reading("a", PLAIN, DENIED), make_reading("b", PLAIN, Said("Ivo Tan", "that"))]
    assert find_answered([one for reading in readings for one in propositions_of(reading)]) == {"a"}
