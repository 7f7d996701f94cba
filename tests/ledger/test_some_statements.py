"""A page of statements is a part of what the whole search gives, in its order."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.errors import UsageError
from sayso.ledger import Ledger, search, some_statements
from sayso.ledger.some_statements import said_some, search_some
from sayso.records import Judgement, JudgementKind, Verdict
from tests.ledger.samples import RUN, one_line_reading

DAYS = ("2024-03-05", None, "2024-03-04T23:30:00-05:00", "2024-03", "2024-03-05T01:00:00+00:00")


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    with Ledger(tmp_path_factory.mktemp("ledger") / "test.sayso") as ledger:
        for number, day in enumerate(DAYS):
            content = f"the bridge {'the bridge ' * number}is closed"
            ledger.add(one_line_reading(f"s{number}", "Olena Brodie", content, published=day), RUN)
        ledger.judge(
            Judgement(JudgementKind.ATTRIBUTION, "s1", "", Verdict.NOBODY, "ann", words="the bridge the bridge")
        )
        yield ledger


@given(limit=st.integers(1, 6), offset=st.integers(0, 6))
def test_a_page_is_a_part_of_the_whole(ledger: Ledger, limit: int, offset: int) -> None:
    said, found = said_some(ledger, "Brodie", "closed", limit, offset), search_some(ledger, "bridge", limit, offset)
    assert said.shown == ledger.said("Brodie", "closed")[offset : offset + limit]
    assert found.shown == ledger.search("bridge")[offset : offset + limit]
    for one in (said, found):
        assert one.total == len(DAYS)
        assert one.next_offset == (offset + limit if offset + limit < len(DAYS) else None)


def test_decisions_are_told(ledger: Ledger) -> None:
    judged = {one.story_id for one in search_some(ledger, "bridge", 9).shown if one.judged}
    assert judged == {"s1"}


def test_a_search_without_a_word_is_refused(ledger: Ledger) -> None:
    with pytest.raises(UsageError, match="no word"):
        search_some(ledger, "?", 9)
    with pytest.raises(UsageError, match="no word"):
        said_some(ledger, "?", None, 9)


def test_what_is_taken_away_meanwhile_is_shown_as_it_was_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with Ledger(tmp_path / "test.sayso") as reading, Ledger(tmp_path / "test.sayso") as writing:
        writing.add(one_line_reading("s1", "Olena Brodie", "the bridge is closed"), RUN)
        found = search.find_statements

        def find_and_change(*asked: object, **named: object) -> object:
            rows = found(*asked, **named)  # type: ignore[arg-type]
            writing.add(one_line_reading("s1", "Olena Brodie", "the ferry sails"), RUN)
            return rows

        monkeypatch.setattr(some_statements, "find_statements", find_and_change)
        assert [one.content for one in search_some(reading, "bridge", 9).shown] == ["the bridge is closed"]
        assert search_some(reading, "bridge", 9).total == 0
