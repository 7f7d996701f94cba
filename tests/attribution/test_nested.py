"""Whose words another source passes on: both are found."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.attribution.network.model import AttributionModel
from sayso.attribution.reader import Passage, read_attributions
from sayso.records import join_words


def pairs(model: AttributionModel, text: str) -> set[tuple[str, str]]:
    """Sources and cues."""
    return {
        (join_words(text, one.source).strip(" ,"), join_words(text, one.cue))
        for one in read_attributions(model, Passage(text))
    }


@pytest.mark.parametrize(
    ("text", "outer", "inner"),
    [
        (
            "According to the news agency Nordpost, the prosecutor general, Omar Reyes, said all must face trial.",
            "the news agency Nordpost",
            "the prosecutor general, Omar Reyes",
        ),
        (
            "The Evening Ledger, citing two harbour pilots, reported that the ferry had turned too late.",
            "The Evening Ledger",
            "two harbour pilots",
        ),
        (
            "The Evening Ledger reported that the police said that the fire was lit on purpose.",
            "The Evening Ledger",
            "the police",
        ),
    ],
)
def test_both_are_found(model: AttributionModel, text: str, outer: str, inner: str) -> None:
    assert {outer, inner} <= {source for source, _ in pairs(model, text)}


@pytest.mark.parametrize(
    ("text", "cited"),
    [
        ("The ferry will close, the Ledger reported, citing two pilots of the harbour.", "two pilots of the harbour"),
        (
            "The bridge is unsafe, Reuters reported on Monday, citing a report by the port.",
            "a report by the port",
        ),
        ("The ferry will close, the Sun reported, citing sources.", "sources"),
    ],
)
def test_whom_an_outlet_cites_behind_its_report_says_the_same(model: AttributionModel, text: str, cited: str) -> None:
    told = {
        join_words(text, one.source): join_words(text, one.content) for one in read_attributions(model, Passage(text))
    }
    assert len(told) == 2
    assert told[cited] == text.split(",")[0]


@pytest.mark.parametrize(
    ("text", "outlet", "cited"),
    [
        ("Citing two pilots, the Ledger reported that the ferry would close.", "the Ledger", "two pilots"),
        ("The Ledger reported on Friday, citing two pilots, that the ferry would close.", "The Ledger", "two pilots"),
        (
            "Bloomberg News reported that the ferry would close, citing people with knowledge of the plan.",
            "Bloomberg News",
            "people with knowledge of the plan",
        ),
    ],
)
def test_whom_an_outlet_cites_before_it_or_in_the_middle_too(
    model: AttributionModel, text: str, outlet: str, cited: str
) -> None:
    told = {
        join_words(text, one.source): join_words(text, one.content) for one in read_attributions(model, Passage(text))
    }
    assert told == dict.fromkeys((outlet, cited), "that the ferry would close")


@pytest.mark.parametrize(
    ("text", "outlet"),
    [
        ("People familiar with the plan said, according to Bloomberg, that the ferry would close.", "Bloomberg"),
        (
            "The port will close the ferry, people familiar with the plan said, according to a Bloomberg report.",
            "a Bloomberg report",
        ),
    ],
)
def test_who_said_what_an_outlet_is_cited_for_is_found_before_it(
    model: AttributionModel, text: str, outlet: str
) -> None:
    sources = {source.casefold() for source, _ in pairs(model, text)}
    assert sources == {"people familiar with the plan", outlet.casefold()}


def test_what_is_cited_as_a_reason_says_nothing(model: AttributionModel) -> None:
    assert {source for source, _ in pairs(model, "He will quit, Omar Reyes said, citing a lack of sleep.")} == {
        "Omar Reyes"
    }


@pytest.mark.parametrize(
    "text",
    [
        "The mayor said the bridge will close for a year.",
        "The mayor said she believes the bridge will hold.",
        "The mayor said: “We have said for years that it would close.”",
    ],
)
def test_nobody_is_nested_in_his_own_words(model: AttributionModel, text: str) -> None:
    assert {source for source, _ in pairs(model, text)} <= {"The mayor", "she", "We"}
    assert len(read_attributions(model, Passage(text))) <= 2


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        (
            "The Ledger news agency quoted Omar Reyes as saying the bridge would close.",
            "Omar Reyes",
            "the bridge would close",
        ),
        (
            "“The bridge will close,” the Ledger news agency quoted mayor Omar Reyes as saying.",
            "mayor Omar Reyes",
            "“The bridge will close,”",
        ),
        (
            "The Ledger quoted Omar Reyes, the mayor of Norwick, as saying the bridge would close.",
            "Omar Reyes",
            "the bridge would close",
        ),
        ("Local media quoted witnesses as saying the bridge was on fire.", "witnesses", "the bridge was on fire"),
        (
            "The Evening Ledger reported Omar Reyes as saying the bridge would close.",
            "Omar Reyes",
            "the bridge would close",
        ),
    ],
)
def test_whom_a_medium_quotes(model: AttributionModel, text: str, source: str, content: str) -> None:
    found = read_attributions(model, Passage(text))
    assert (source, content) in {(join_words(text, one.source), join_words(text, one.content)) for one in found}


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Omar Reyes was quoted as saying by Reuters that the bridge would close.", "Omar Reyes"),
        ("Police were quoted by Reuters as saying that the bridge was closed.", "Police"),
    ],
)
def test_who_is_quoted_by_a_medium_is_the_source(model: AttributionModel, text: str, source: str) -> None:
    assert {join_words(text, one.source) for one in read_attributions(model, Passage(text))} == {source}


WORDS = ["The Ledger", "reported", "that", "police", "said", ",", "citing", "“", "”", "it"]


@settings(max_examples=25, deadline=None)
@given(
    st.lists(
        st.sampled_from(WORDS),
        max_size=20,
    )
)
def test_spans_stay_within_the_text(model: AttributionModel, words: list[str]) -> None:
    text = " ".join(words)
    for one in read_attributions(model, Passage(text)):
        for span in (*one.source, *one.cue, *one.content):
            assert 0 <= span.start < span.end <= len(text)


@pytest.mark.parametrize(
    ("words", "is_cited"),
    [
        ("prosecutors", True),
        ("the mayor", True),
        ("the mine inspectorate", True),
        ("safety concerns", False),
        ("a lack of staff", False),
        ("the risk of floods for residents", False),
    ],
)
def test_whoever_can_speak_is_cited(model: AttributionModel, words: str, is_cited: bool) -> None:
    text = f"The mine was shut, Olga Brandt said on Monday, citing {words}."
    assert ((words, "citing") in pairs(model, text)) is is_cited


@pytest.mark.parametrize("day", ["Monday", "Jan. 4", "March 16"])
def test_who_said_it_as_an_agency_reported_is_the_source_and_not_the_day(model: AttributionModel, day: str) -> None:
    text = f"Troops crossed the river overnight, Defence Minister Olga Brandt said on {day}, as reported by Reuters."
    sources = {source for source, _ in pairs(model, text)}
    assert "Defence Minister Olga Brandt" in sources
    assert sources <= {"Defence Minister Olga Brandt", "Reuters"}
