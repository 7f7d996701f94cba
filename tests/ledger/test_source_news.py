"""Whether what was told of some sources still holds."""

from dataclasses import replace
from pathlib import Path

import pytest

from sayso.ledger import Ledger
from sayso.ledger.source_statements import SourceStatements, has_news_of
from sayso.records import Reading
from tests.ledger.samples import MAYOR, RUN, ferry_reading, one_line_reading

MAYORS = (MAYOR.identity.key if MAYOR.identity else "",)


@pytest.mark.parametrize(
    ("came", "news"),
    [
        (one_line_reading("other", "Olena Brodie", "the bridge is closed"), False),
        (ferry_reading(story_id="again", url="https://post.example/1", canonical_url=None), True),
        (one_line_reading("ferry", "Olena Brodie", "the bridge is closed"), True),
    ],
    ids=["words of another", "words of one", "a text that took words away"],
)
def test_it_holds_until_a_text_bears_on_them(came: Reading, news: bool, tmp_path: Path) -> None:
    with Ledger(tmp_path / "test.sayso") as ledger:
        ledger.add(ferry_reading(), RUN)
        before, after = SourceStatements(ledger, MAYORS).grades(), ledger.newest_revision()
        ledger.add(came, RUN)
        assert has_news_of(ledger, MAYORS, after) is news
        assert (SourceStatements(ledger, MAYORS).grades() != before) is news


def test_one_order_in_time_whatever_the_clock_of_the_outlet(tmp_path: Path) -> None:
    times = {"a": "2024-12-14T01:00+02:00", "b": "2024-12-13T23:30Z", "c": "2024-12-13T23:45+0200"}
    mayor = replace(MAYOR, named_in=())
    with Ledger(tmp_path / "test.sayso") as ledger:
        for story_id, published in times.items():
            words = one_line_reading(story_id, "Álvarez", f"bridge {story_id}", published=published, who=mayor)
            ledger.add(words, RUN)
        said = ledger.said("Álvarez")
        newest, _ = SourceStatements(ledger, MAYORS).newest(len(times))
    assert [one.story_id for one in said] == ["c", "a", "b"]
    assert [one.story_id for one in newest] == ["b", "a", "c"]
