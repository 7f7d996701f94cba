import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.trace.finding.query import AskedWords, content_words, weigh_words
from tests.trace.stories import Said, ledger_of, make_reading


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("did North Korean soldiers fight in Kursk", ["North", "Korean", "soldiers", "fight", "Kursk"]),
        ("Who said that the ferry sank?", ["ferry", "sank"]),
        ("What happens in The Hague in May", ["happens", "The", "Hague", "May"]),
        ("how many ferries", ["ferries"]),
        ("who?", ["who?"]),
        ("", []),
    ],
)
def test_content_words(query: str, words: list[str]) -> None:
    assert content_words(query) == words


STORIES = [
    make_reading("a", Said("Ann Lee", "the ferry Marlin leaks")),
    make_reading("b", Said("Ann Lee", "the ferry Shark leaks on 5 May 2024")),
]


def test_the_rarer_a_word_the_more_it_tells() -> None:
    with ledger_of(STORIES) as ledger:
        weights = weigh_words(ledger, "does the ferry Marlin leak").weights
    assert weights.keys() == {"ferry", "Marlin", "leak"}
    assert weights["Marlin"] > weights["ferry"] == weights["leak"]


def test_words_that_no_story_has_and_figures_and_dates_weigh_nothing() -> None:
    with ledger_of(STORIES) as ledger:
        asked = weigh_words(ledger, "the Shark leaks in May 2024, 5 elephants")
    assert asked.weights.keys() == {"Shark", "leaks"}
    assert asked.absent == ("elephants",)


def test_figures_are_looked_for_where_a_query_has_nothing_else() -> None:
    with ledger_of(STORIES) as ledger:
        assert weigh_words(ledger, "2024").weights.keys() == {"2024"}
        assert weigh_words(ledger, "?!") == AskedWords({}, ())


@settings(deadline=None, max_examples=30)
@given(st.text(max_size=60))
def test_any_query_is_weighed(query: str) -> None:
    with ledger_of(STORIES[:1]) as ledger:
        assert all(weight > 0 for weight in weigh_words(ledger, query).weights.values())
