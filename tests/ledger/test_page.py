"""docs/ledger.md is true of the real schema."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from sayso.ledger import Ledger
from tests.ledger.samples import RUN, ferry_reading

PAGE = (Path(__file__).parents[2] / "docs" / "ledger.md").read_text(encoding="utf-8")
SECTION = re.compile(r"^### `(\w+)`.*?(?=^##|\Z)", re.MULTILINE | re.DOTALL)
SQL = re.findall(r"```sql\n(.*?)```", PAGE, re.DOTALL)


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with Ledger(tmp_path / "test.sayso") as ledger:
        ledger.add(ferry_reading(), RUN)
        yield ledger


def test_every_table_and_column_is_described(ledger: Ledger) -> None:
    real = {
        name: [column["name"] for column in ledger.connection.execute(f"PRAGMA table_info({name})")]
        for (name,) in ledger.connection.execute(
            "SELECT name FROM sqlite_master WHERE type IN ('table', 'view') AND name NOT LIKE '%\\_fts%' ESCAPE '\\'"
        )
    }
    told = {found[1]: re.findall(r"^\| `(\w+)` \|", found[0], re.MULTILINE) for found in SECTION.finditer(PAGE)}
    assert told == real


def test_every_index_is_described(ledger: Ledger) -> None:
    real = {
        name: [column["name"] for column in ledger.connection.execute(f"PRAGMA table_info({name})")]
        for (name,) in ledger.connection.execute("SELECT name FROM sqlite_master WHERE sql LIKE '%USING fts5%'")
    }
    told = {
        name: re.findall(r"`(\w+)`", columns)
        for name, columns in re.findall(r"^\| `(\w+_fts)` \| (.*?) \|", PAGE, re.MULTILINE)
    }
    assert told == real


@pytest.mark.parametrize("query", SQL)
def test_examples_run(ledger: Ledger, query: str) -> None:
    rows = ledger.connection.execute(query).fetchall()
    assert rows or "losses" in query


def test_spans_can_be_cut_in_sql(ledger: Ledger) -> None:
    words = [row["words"] for row in ledger.connection.execute(SQL[-1])]
    assert words == ["Mayor Inés Álvarez", "Álvarez’s deputy"]
