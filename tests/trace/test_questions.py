import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.trace.finding.periods import Month, may_be_on, take_month
from sayso.trace.finding.questions import Question, read_question


@pytest.mark.parametrize(
    ("query", "question"),
    [
        ("soldiers were killed in Kursk", Question("soldiers were killed in Kursk")),
        ("did North Korean soldiers fight in Kursk?", Question("North Korean soldiers fight in Kursk")),
        ("Is it true that the ferry leaks?", Question("the ferry leaks")),
        ("Russia admits North Korean soldiers fought", Question("North Korean soldiers fought", speaker="Russia")),
        ("reports of soldiers sent to Russia are false", Question("soldiers sent to Russia", is_denial=True)),
        ("claims that the ferry leaks are a lie", Question("the ferry leaks", is_denial=True)),
        ("Did Peter Lang deny taking money?", Question("Peter Lang taking money", "Peter Lang", is_denial=True)),
        ("Russia denied that it lost soldiers", Question("Russia lost soldiers", "Russia", is_denial=True)),
        ("Russia denies any part in it", Question("Russia had any part in it", "Russia", is_denial=True)),
        ("Judge Peter Lang denied bail to two men", Question("Judge Peter Lang denied bail to two men")),
        ("Russia rejected the peace plan", Question("Russia rejected the peace plan")),
        ("Who said that the ferry leaks?", Question("the ferry leaks")),
        ("who first reported the ferry leaks", Question("the ferry leaks")),
        ("Who denied the reports that the ferry leaks?", Question("the ferry leaks", is_denial=True)),
        ("Who denies taking money?", Question("taking money", is_denial=True)),
        ("WHO says the ferry leaks", Question("the ferry leaks", speaker="WHO")),
        ("Was Peter Lang warned about the leak?", Question("Peter Lang was warned about the leak")),
        ("Is it true that Peter Lang warned of the leak?", Question("of the leak", speaker="Peter Lang")),
        ("Russia denied that soldiers died", Question("soldiers died", "Russia", is_denial=True)),
        (
            "Russia has flatly rejected claims of soldiers in Kursk",
            Question("soldiers in Kursk", "Russia", is_denial=True),
        ),
        ("soldiers killed in December 2024", Question("soldiers killed", month=Month(2024, 12))),
        ("a truck with civilian plates, Oct. 2024", Question("a truck with civilian plates", month=Month(2024, 10))),
        ("December 2024", Question("December 2024")),
    ],
)
def test_what_a_query_asks(query: str, question: Question) -> None:
    assert read_question(query) == question


def test_two_months_are_no_period() -> None:
    claim = "it began in May 2019 and ended in June 2020"
    assert take_month(claim) == (claim, None)


@pytest.mark.parametrize(
    ("sentence", "around", "published", "may"),
    [
        ("soldiers died", "", "2024-11-08", True),
        ("soldiers died", "", "2024-12-08", False),
        ("soldiers died", "", None, True),
        ("soldiers died", "", "2024", True),
        ("soldiers died", "", "2023", False),
        ("soldiers died", "the incursion, which began in August", "2024", False),
        ("the first clashes, reported in early November", "", "2024-12-14", True),
        ("soldiers died on Dec. 3", "", "2024-11-30", False),
        ("soldiers may die", "", "2024-12-14", False),
        ("soldiers died", "the incursion, which began in August", "2024-11-08", True),
        ("soldiers died", "the incursion, which began in August", "2024-12-08", False),
        ("soldiers died", "the incursion, which began in August", None, False),
        ("soldiers died", "that was in November", "2024-12-08", True),
        ("soldiers died on Dec. 3", "that was in November", "2024-11-30", False),
    ],
)
def test_words_on_a_month(sentence: str, around: str, published: str | None, may: bool) -> None:
    assert may_be_on(Month(2024, 11), sentence, f"{around}. {sentence}", published) is may


@given(st.text(max_size=80))
def test_every_query_is_read(query: str) -> None:
    question = read_question(query)
    assert len(question.claim) <= len(query)
