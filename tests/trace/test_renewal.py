"""A trace holds until a text comes in that bears on it."""

import pytest

from sayso.ledger.latest import count_changes
from sayso.records import Reading
from sayso.trace import trace
from sayso.trace.renewal import still_holds
from tests.ledger.samples import RUN
from tests.trace.stories import CLAIM, Said, SharedWords, ledger_of, make_reading

MAYOR = Said("Mayor Olena Brodie", CLAIM)
HELD = [make_reading("s1", MAYOR), make_reading("s2", "The council met.")]


@pytest.mark.parametrize(
    ("came", "holds"),
    [
        (make_reading("s3", "Rain fell on the hills all day."), True),
        (make_reading("s3", "The council met again."), True),
        (make_reading("s2", "The council never met."), True),
        (make_reading("s3", Said("A deputy", "the Marlin leaks")), False),
        (make_reading("s3", "Nobody knows whether the ferry leaks."), False),
        (make_reading("s1", "Rain fell on the hills all day."), False),
    ],
    ids=["of other words", "of few words", "another text of another", "a report", "on it", "another text of a report"],
)
def test_it_holds_until_a_text_bears_on_it(came: Reading, holds: bool) -> None:
    with ledger_of(HELD) as ledger:
        told, since = trace(ledger, CLAIM, model=SharedWords()), count_changes(ledger.connection)
        assert told.reports == 1
        ledger.add(came, RUN)
        assert still_holds(ledger, told, since) is holds
        if holds:
            assert trace(ledger, CLAIM, model=SharedWords()) == told
