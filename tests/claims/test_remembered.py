import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from sayso.claims import remembered
from sayso.claims.passages import Passage
from sayso.claims.remembered import FILE, RememberedComparisons
from sayso.ledger import Ledger
from sayso.records import Compared

FERRY, SCHOOL, CRANE = (
    Passage("the ferry leaks", "Harbour news"),
    Passage("a school burnt down"),
    Passage("it fell", ""),
)
THIRD = 1 / 3


@dataclass
class Model:
    """A model that writes down what it is asked, and tells something else each time."""

    sha256: str = "one"
    asked: list[tuple[str, Passage]] = field(default_factory=list)

    def compare(self, claim: str, passages: Sequence[Passage]) -> list[Compared]:
        self.asked += [(claim, passage) for passage in passages]
        share = THIRD / max(1, len(self.asked))
        return [Compared((share, 0.0, 0.0, 1 - share)) for _ in passages]


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with Ledger(tmp_path / "a.sayso") as opened:
        yield opened


def test_what_was_told_is_told_again_to_the_last_bit_and_only_what_is_new_is_read(ledger: Ledger) -> None:
    first, second = Model(), Model()
    told = RememberedComparisons(ledger, first).compare("it sank", [FERRY, SCHOOL, FERRY])
    assert told[0] == told[2]
    comparisons = RememberedComparisons(ledger, second)
    again = comparisons.compare("it sank", [CRANE, SCHOOL, FERRY])
    assert again[1:] == [told[1], told[0]]
    assert second.asked == [("it sank", CRANE)]
    assert comparisons.compared == 1


def test_another_claim_another_context_and_another_model_are_asked_anew(ledger: Ledger) -> None:
    RememberedComparisons(ledger, Model()).compare("it sank", [FERRY])
    model, other = Model(), Model("two")
    comparisons = RememberedComparisons(ledger, model)
    comparisons.compare("it sinks", [FERRY])
    comparisons.compare("it sank", [Passage(FERRY.words, "School news"), Passage("", FERRY.words)])
    RememberedComparisons(ledger, other).compare("it sank", [FERRY])
    assert (len(model.asked), len(other.asked)) == (3, 1)


def test_nothing_is_remembered_of_nothing(ledger: Ledger) -> None:
    assert RememberedComparisons(ledger, Model()).compare("it sank", []) == []
    assert not ledger.index_folder.exists()


def test_once_forgotten_all_is_compared_anew(ledger: Ledger) -> None:
    model = Model()
    comparisons = RememberedComparisons(ledger, model)
    comparisons.forget()
    comparisons.compare("it sank", [FERRY])
    comparisons.forget()
    comparisons.compare("it sank", [FERRY])
    assert len(model.asked) == 2


def test_only_the_newest_are_kept(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(remembered, "MOST_KEPT", 2)
    model = Model()
    comparisons = RememberedComparisons(ledger, model)
    for passage in (FERRY, SCHOOL, CRANE):
        comparisons.compare("it sank", [passage])
    comparisons.compare("it sank", [SCHOOL, CRANE])
    assert len(model.asked) == 3
    comparisons.compare("it sank", [FERRY])
    assert len(model.asked) == 4


@pytest.mark.parametrize("content", [b"no database, however long it may be" * 40, b""])
def test_a_damaged_file_costs_time_and_no_answer(ledger: Ledger, content: bytes) -> None:
    ledger.index_folder.mkdir()
    (ledger.index_folder / FILE).write_bytes(content)
    model = Model()
    comparisons = RememberedComparisons(ledger, model)
    assert comparisons.compare("it sank", [FERRY]) == [Compared((THIRD, 0.0, 0.0, 1 - THIRD))]
    told = comparisons.compare("it sank", [FERRY])
    assert comparisons.compare("it sank", [FERRY]) == told


def test_a_row_of_another_length_is_compared_anew(ledger: Ledger) -> None:
    RememberedComparisons(ledger, Model()).compare("it sank", [FERRY])
    with sqlite3.connect(ledger.index_folder / FILE) as rows:
        rows.execute("UPDATE compared SET shares = x'00'")
    rows.close()
    model = Model()
    RememberedComparisons(ledger, model).compare("it sank", [FERRY])
    assert len(model.asked) == 1


def test_where_nothing_can_be_written_all_is_compared_anew(ledger: Ledger) -> None:
    ledger.index_folder.write_text("a file where the folder would be")
    model = Model()
    comparisons = RememberedComparisons(ledger, model)
    assert comparisons.compare("it sank", [FERRY]) != comparisons.compare("it sank", [FERRY])
    assert len(model.asked) == 2
