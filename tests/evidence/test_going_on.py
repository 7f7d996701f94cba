"""The medium that a source goes on talking to, and the name that a body keeps beside what it says itself."""

from sayso.records import Attribution, Span, Speech
from tests.evidence.reports import OUTLET_OF_TESTS as OUTLET
from tests.evidence.reports import chains, said


def test_a_body_that_says_more_itself_keeps_one_name() -> None:
    text = "Pay rose, according to the BLS, which adds that jobs were lost."
    first = said(text, "the BLS", "according to", "Pay rose", "Bureau of Labor Statistics", "organisation")
    more = said(text, "which", "adds", "that jobs were lost", "Bureau of Labor Statistics", "organisation")
    assert chains(text, first, more) == [(OUTLET,)] * 2


def test_a_question_of_a_medium_does_not_end_what_is_told_to_it() -> None:
    text = "The mayor told NBC it was shut. NBC asked about the bridge. The mayor said no."
    told = said(text, "The mayor", "told", "it was shut", "Ann Bell")
    asked = said(text, "NBC asked"[:3], "asked", "about the bridge", "NBC", "media")
    at = text.rindex("The mayor")
    more = Attribution(
        (Span(at, at + 9),), (Span(at + 10, at + 14),), (Span(at + 15, at + 17),), Speech.INDIRECT, 1.0, who=told.who
    )
    assert chains(text, told, asked, more) == [(OUTLET, "NBC"), (OUTLET,), (OUTLET, "NBC")]


def test_an_interview_does_not_reach_back_past_the_sentence_before() -> None:
    text = "The mayor opposes the toll. It rained. Smith wants out. She told CNN it was late."
    first = said(text, "The mayor", "opposes", "the toll", "Ann Smith")
    before = said(text, "Smith", "wants", "out", "Ann Smith")
    told = said(text, "She", "told", "it was late", "Ann Smith")
    assert chains(text, first, before, told) == [(OUTLET,), (OUTLET, "CNN"), (OUTLET, "CNN")]


def test_who_wrote_for_a_medium_goes_on_writing_in_it() -> None:
    text = "Ann Smith penned an opinion piece for the Harbour Herald. It rained. Smith wrote that she was tired."
    assert chains(text, said(text, "Smith", "wrote", "that she was tired", "Ann Smith")) == [(OUTLET, "Harbour Herald")]
