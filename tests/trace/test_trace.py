from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import pytest

from sayso.errors import UsageError
from sayso.evidence import grade_attributions
from sayso.ledger import Ledger
from sayso.records import Attribution, Judgement, JudgementKind, Reading, Run, Span, Speech, Story, Verdict
from sayso.reuse import ReuseIndex
from sayso.sources import identity_of, resolve_sources
from sayso.trace import Matched, Trace, trace

RUN = Run("0.1.0", "attribution-1")


@dataclass(frozen=True)
class Told:
    """A story of one statement."""

    id: str
    published: str | None
    outlet: str | None
    source: str
    content: str


STORIES = [
    Told("s3", "2024-03-07", "Coast Post", "Mayor Brodie", "the ferry Marlin will sail in May"),
    Told("s1", "2024-03-05", "Harborton Herald", "Mayor Olena Brodie", "the ferry Marlin would sail in May"),
    Told(
        "s2",
        "2024-03-06T23:30:00-05:00",
        "Coast Post",
        "the Pilots’ Union",
        "the ferry Marlin cannot sail in May",
    ),
    Told("s4", None, None, "he", "the ferry Marlin sails in May"),
    Told("s5", "2024-03", "harborton herald", "", "that in May the ferry Marlin sails"),
    Told("s6", "2024-03-08", "Harborton Herald", "Olena Brodie’s", "the ferry Marlin had cracks in its hull"),
    Told("s7", "2024-03-09", "Harborton Herald", "Ivo Tan", "a school burnt down"),
]


def make_reading(told: Told) -> Reading:
    text = f"{told.source} said {told.content}"
    end = len(told.source)
    source = (Span(0, end),) if told.source else ()
    content = Span(len(text) - len(told.content), len(text))
    attribution = Attribution(source, (Span(end + 1, end + 5),), (content,), Speech.INDIRECT, 0.5)
    story = Story(told.id, text, outlet=told.outlet, published=told.published)
    (who,) = resolve_sources(story, (), (attribution,))
    (grade,) = grade_attributions(story, (), (attribution,))
    identified = replace(who, identity=identity_of(who, story.published))
    return Reading(story, (), (replace(attribution, who=identified, grade=grade),))


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    with Ledger(tmp_path_factory.mktemp("trace") / "test.sayso") as ledger:
        for told in STORIES:
            ledger.add(make_reading(told), RUN)
        yield ledger


def outline(found: Trace) -> list[tuple[str | None, list[str]]]:
    return [(group.name, [statement.story_id for statement in group.statements]) for group in found.groups]


def test_statements_by_source_in_time(ledger: Ledger) -> None:
    found = trace(ledger, "Will the ferry Marlin sail in May?")
    assert found.matched is Matched.ALL_WORDS
    assert outline(found) == [("Olena Brodie", ["s1", "s3"]), ("Pilots’ Union", ["s2"]), (None, ["s5", "s4"])]
    assert (found.reports, found.outlets, found.sources, found.unnamed) == (5, 2, 2, 2)
    assert found.corrected_for_copying is False
    assert found.query == "Will the ferry Marlin sail in May?"


@pytest.mark.parametrize(
    ("as_of", "reports"),
    [("2024-03-04", []), ("2024-03-05", ["s1"]), ("2024-03-06", ["s1", "s2"]), ("2024-03-07", ["s1", "s2", "s3"])],
)
def test_as_of_includes_its_day_and_no_undated_story(ledger: Ledger, as_of: str, reports: list[str]) -> None:
    found = trace(ledger, "ferry Marlin sail May", as_of=date.fromisoformat(as_of))
    assert sorted(story for _, stories in outline(found) for story in stories) == reports
    assert found.reports == len(reports)


def test_a_story_counts_from_its_last_change(tmp_path: Path) -> None:
    reading = make_reading(STORIES[0])
    story = replace(reading.story, published="2024-03-05", modified="2024-03-09T08:00:00Z")
    with Ledger(tmp_path / "test.sayso") as ledger:
        ledger.add(replace(reading, story=story), RUN)
        for day, reports in ((5, 0), (8, 0), (9, 1)):
            assert trace(ledger, "ferry Marlin sail May", as_of=date(2024, 3, day)).reports == reports
        assert trace(ledger, "ferry Marlin sail May").groups[0].statements[0].modified == "2024-03-09T08:00:00Z"


def test_most_words_where_none_has_all(ledger: Ledger) -> None:
    found = trace(ledger, "did the ferry Shark have cracks in its hull?")
    assert found.matched is Matched.MOST_WORDS
    assert outline(found) == [("Olena Brodie", ["s6"])]
    # Half of the words is not enough.
    assert trace(ledger, "school burnt Tuesday Harborton").reports == 0


def test_nothing_found_has_the_same_shape(ledger: Ledger) -> None:
    found = trace(ledger, "Did the lighthouse fall?", as_of=date(2024, 3, 5))
    assert found == Trace("Did the lighthouse fall?", date(2024, 3, 5), Matched.ALL_WORDS, (), 0, 0, 0, 0, (), (), ())
    assert found.to_frame().empty


def test_empty_query_is_refused(ledger: Ledger) -> None:
    with pytest.raises(UsageError, match="no word"):
        trace(ledger, " ?! ")


def test_query_of_question_words_alone_looks_for_them(ledger: Ledger) -> None:
    assert trace(ledger, "would").reports == 1


def test_frame_has_a_row_for_each_statement(ledger: Ledger) -> None:
    frame = trace(ledger, "ferry Marlin May").to_frame()
    assert list(frame["group"])[:3] == ["Olena Brodie", "Olena Brodie", "Pilots’ Union"]
    assert list(frame["story_id"]) == ["s1", "s3", "s2", "s5", "s4"]
    assert list(frame.columns)[:3] == ["group", "story_id", "revision"]


def test_trace_reads_without_writing(tmp_path: Path) -> None:
    with Ledger(tmp_path / "test.sayso") as ledger:
        ledger.add(make_reading(STORIES[0]), RUN)
        ReuseIndex(ledger).update()
        before = ledger.connection.total_changes
        trace(ledger, "ferry")
        assert ledger.connection.total_changes == before


def test_denials_and_silence_stand_apart(tmp_path: Path) -> None:
    with Ledger(tmp_path / "test.sayso") as ledger:
        for told in (
            Told("yes", "2024-03-05", "Coast Post", "Olena Brodie", "the ferry Marlin leaks"),
            Told("no", "2024-03-06", "Coast Post", "Ivo Tan", "it is not true that the ferry Marlin leaks"),
        ):
            ledger.add(make_reading(told), RUN)
        found = trace(ledger, "the ferry Marlin leaks")
    assert (found.support, found.deny, found.silent) == (("yes",), ("no",), ())


def test_a_judgement_stands_over_the_joins(tmp_path: Path) -> None:
    with Ledger(tmp_path / "test.sayso") as ledger:
        for told in STORIES[:2]:
            ledger.add(make_reading(told), RUN)
        (joined,) = trace(ledger, "ferry Marlin").groups
        keys = {
            s.attribution.who.identity.key
            for s in joined.statements
            if s.attribution.who and s.attribution.who.identity
        }
        one, other = sorted(keys)
        ledger.judge(Judgement(JudgementKind.SAME_SOURCE, one, other, Verdict.NO, who="ed"))
        assert len(trace(ledger, "ferry Marlin").groups) == 2


def test_statements_of_an_older_version_go_by_their_own_words(tmp_path: Path) -> None:
    reading = make_reading(STORIES[1])
    plain = tuple(replace(attribution, who=None, grade=None) for attribution in reading.attributions)
    with Ledger(tmp_path / "test.sayso") as ledger:
        ledger.add(replace(reading, attributions=plain), RUN)
        (group,) = trace(ledger, "ferry Marlin").groups
    assert (group.name, group.reason) == ("Mayor Olena Brodie", "own words, not resolved")


COPIED = "The ferry Marlin will sail on the first of May, and every day after that, if the harbour is free of ice"


def test_copies_are_one_text(tmp_path: Path) -> None:
    with Ledger(tmp_path / "test.sayso") as ledger:
        for told in (
            Told("a", "2024-03-05", "Coast Post", "Mayor Olena Brodie", COPIED),
            Told("b", "2024-03-06", "Harborton Herald", "Mayor Olena Brodie", COPIED),
            Told("c", "2024-03-07", "Evening Mail", "Ivo Tan", "the ferry Marlin leaks"),
        ):
            ledger.add(make_reading(told), RUN)
        found = trace(ledger, "ferry Marlin")
    assert found.reports == 3
    assert [(text.stories, text.original) for text in found.texts] == [(("a", "b"), "a"), (("c",), None)]
