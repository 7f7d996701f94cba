"""Whether what was told of some sources still holds."""

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
