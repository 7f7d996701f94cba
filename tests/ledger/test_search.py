from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sayso.errors import LedgerError, UsageError
from sayso.ledger import Ledger, split_words
from sayso.records import Span
from tests.ledger.samples import RUN, TEXT, ferry_reading, one_line_reading

STATEMENTS = {
    "s1": ("President Volodymyr Zelensky", "the soldiers will hold the bridge"),
    "s2": ("Zelensky’s office", "no soldier left"),
    "s3": ("Olena Brodie", "the well-known bridge is closed in the U.S. sector"),
    "s4": ("Inés Álvarez", "nothing was signed"),
    "s5": ("a spokesman for Wells Ferries", "Zelensky never called"),
    "s6": (None, "an AND gate NEAR the harbour was 100% NOT safe"),
    "s7": ("he", "Zelenskyy is another spelling"),
}


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    with Ledger(tmp_path_factory.mktemp("ledger") / "test.sayso") as ledger:
        for day, (story_id, (source, content)) in enumerate(STATEMENTS.items(), start=1):
            ledger.add(one_line_reading(story_id, source, content, published=f"2024-03-{28 - day:02}"), RUN)
        yield ledger


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("Zelensky", ["s2", "s1"]),
        ("zelensky", ["s2", "s1"]),
        ("Zelensky’s", ["s2", "s1"]),
        ("Zelensky's?", ["s2", "s1"]),
        ("Zelensky Volodymyr", ["s1"]),
        ("Zelens", []),
        ("Ines Alvarez", ["s4"]),
        ("ÁLVAREZ", ["s4"]),
        ("Well", []),
        ("Wells", ["s5"]),
        ("source", []),
    ],
)
def test_said_finds_whole_words_of_the_source(ledger: Ledger, name: str, found: list[str]) -> None:
    assert [statement.story_id for statement in ledger.said(name)] == found


def test_said_about(ledger: Ledger) -> None:
    assert [statement.story_id for statement in ledger.said("Zelensky", about="bridges")] == ["s1"]
    assert [statement.story_id for statement in ledger.said("Zelensky", about="office")] == []


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("soldier", {"s1", "s2"}),
        ("soldiers bridge", {"s1"}),
        ("Zelensky", {"s1", "s2", "s5"}),
        ("Zelensky called", {"s5"}),
        ("well-known", {"s3"}),
        ("known-well", set()),
        ("U.S.", {"s3"}),
        ("AND", {"s6"}),
        ("NEAR NOT", {"s6"}),
        ("100%", {"s6"}),
        ('"bridge" closed', {"s3"}),
        ('bri"dge', set()),
        ("content:bridge", set()),
        ("bridge*", {"s1", "s3"}),
        ("bridg*", {"s1", "s3"}),
        ("soldie*", set()),
        ("-bridge", {"s1", "s3"}),
        ("(bridge", {"s1", "s3"}),
        ("bridge OR office", set()),
        ("🚢 bridge", {"s1", "s3"}),
    ],
)
def test_search_finds_all_words_and_no_syntax(ledger: Ledger, words: str, found: set[str]) -> None:
    assert {statement.story_id for statement in ledger.search(words)} == found


@pytest.mark.parametrize("typed", ["", "  ", "🚢", '"', "--", "*", "’s", "\0", "\ud83d"])
def test_no_word_is_a_usage_error(ledger: Ledger, typed: str) -> None:
    with pytest.raises(UsageError, match="no word to look for"):
        ledger.search(typed)
    with pytest.raises(UsageError, match="no word to look for"):
        ledger.said(typed)
    with pytest.raises(UsageError, match="no word to look for"):
        ledger.said("Zelensky", about=typed)


def test_some_of_the_words_are_enough_if_asked(ledger: Ledger) -> None:
    words = "soldiers bridge office closed"
    assert not ledger.search(words)
    assert [statement.story_id for statement in ledger.search(words, at_least=3)] == []
    assert {statement.story_id for statement in ledger.search(words, at_least=2)} == {"s1", "s2", "s3"}
    # More words come first.
    assert [statement.story_id for statement in ledger.search("known bridge closed", at_least=1)] == ["s3", "s1"]


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(typed=st.text(st.characters(), max_size=30), at_least=st.none() | st.integers(-1, 5))
def test_anything_may_be_typed(ledger: Ledger, typed: str, at_least: int | None) -> None:
    if split_words(typed):
        ledger.search(typed, at_least)
        ledger.said(typed, about=typed)
    else:
        with pytest.raises(UsageError):
            ledger.search(typed, at_least)


def test_said_comes_in_the_order_of_time(tmp_path: Path) -> None:
    times = {
        "late": "2024-03-05T09:30:00+02:00",
        "early": "2024-03-05T07:00:00Z",
        "day": "2024-03-05",
        "month": "2024-03",
        "day2": "2024-03-05",
        "local": "2024-03-05T19:15",
        "next": "2024-03-06T00:30:00+03:00",
        "undated": None,
    }
    with Ledger(tmp_path / "test.sayso") as ledger:
        for story_id, published in times.items():
            ledger.add(one_line_reading(story_id, "Ana", "yes", published=published), RUN)
        order = [statement.story_id for statement in ledger.said("Ana")]
    assert order == ["month", "day", "day2", "early", "late", "local", "next", "undated"]


def test_statement_says_where_it_stands(tmp_path: Path) -> None:
    with Ledger(tmp_path / "test.sayso") as ledger:
        ledger.add(ferry_reading(), RUN)
        (statement,) = ledger.said("deputy")
        assert statement.story_id == "ferry"
        assert statement.url == "https://herald.example/ferry"
        assert statement.source == "Álvarez’s deputy"
        assert statement.content == "“We found cracks in both hulls,” … “and nobody slept.”"
        assert [span.of(TEXT) for span in statement.attribution.content] == [
            "“We found cracks in both hulls,”",
            "“and nobody slept.”",
        ]
        assert ledger.search("repairs had begun")[0].source == ""


def test_statements_are_a_sequence_and_a_frame(ledger: Ledger) -> None:
    found = ledger.said("Zelensky")
    assert len(found) == 2
    assert list(found[1:]) == [found[1]]
    assert found == ledger.said("zelensky")
    frame = found.to_frame()
    assert list(frame.columns) == [
        "story_id", "revision", "title", "outlet", "published", "modified", "url", "note", "source", "cue", "content",
        "speech", "score", "source_spans", "cue_spans", "content_spans", "judged",
    ]  # fmt: skip
    assert list(frame["source"]) == ["Zelensky’s office", "President Volodymyr Zelensky"]
    assert frame["source_spans"][0] == [[0, 17]] == [list(Span(0, 17))]


def test_many_readings_are_those_of_each_story(tmp_path: Path) -> None:
    with Ledger(tmp_path / "test.sayso") as ledger:
        for story_id in ("b", "a"):
            ledger.add(ferry_reading(story_id), RUN)
        ids = [story.id for story in ledger.stories()]
        told = ledger.readings([*ids, "none"])
        assert sorted(told) == ids
        for story_id in ids:
            alone = ledger.reading(story_id)
            assert (told[story_id].marks, told[story_id].attributions) == (alone.marks, alone.attributions)
            assert told[story_id].story.text == alone.story.text
        assert ledger.readings([]) == {}


WEIGHED = {"bridge": 3.0, "soldiers": 2.5, "zelensky": 2.0, "signed": 1.5, "the": 0.5}


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    words=st.lists(st.sampled_from(sorted(WEIGHED)), min_size=1, unique=True),
    share=st.floats(0.05, 1),
    most=st.integers(1, 6),
)
def test_the_best_stories_are_the_heaviest_of_all(ledger: Ledger, words: list[str], share: float, most: int) -> None:
    weights = {word: WEIGHED[word] for word in words}
    enough = share * sum(weights.values())
    every, best = ledger.find_stories(weights, enough), ledger.find_stories(weights, enough, most)
    assert every.left_aside == 0
    assert best.story_ids == every.story_ids[:most]
    assert len(best.story_ids) + best.left_aside <= len(every.story_ids)
    assert best.left_aside or len(every.story_ids) <= most or len(best.story_ids) == most


def test_a_story_is_found_by_what_news_says_for_a_word(tmp_path: Path) -> None:
    with Ledger(tmp_path / "war.sayso") as ledger:
        ledger.add(one_line_reading("a", "Ann Lee", "two died in the blaze"), RUN)
        ledger.add(one_line_reading("b", "Ann Lee", "two sang on stage"), RUN)
        assert ledger.find_stories({"killed": 1.0}, 1.0).story_ids == ("a",)
        assert ledger.find_stories({"killed": 1.0, "fire": 2.0, "stage": 0.5}, 2.0).story_ids == ("a",)
        assert ledger.count_texts("killed") == 0


@pytest.mark.parametrize("word", ["ferry\0", "\0ferry", "ferry\0\0"])
def test_a_word_with_what_cannot_be_stored_is_looked_for_without_it(ledger: Ledger, word: str) -> None:
    assert ledger.count_texts(word) == ledger.count_texts("ferry") > 0
    assert ledger.find_stories({word: 1.0}, 1.0) == ledger.find_stories({"ferry": 1.0}, 1.0)


def test_a_call_that_sqlite_does_not_take_is_not_blamed_on_the_file(ledger: Ledger) -> None:
    with pytest.raises(LedgerError, match=r"not asked as SQLite is asked.*the file itself is at no fault"):
        ledger.find_stories({"ferry": 1.0}, 1.0, after=object())  # type: ignore[arg-type]
    closed = Ledger(ledger.path)
    closed.close()
    with pytest.raises(LedgerError, match=r"closed database.*the file itself is at no fault"):
        closed.count_stories()
