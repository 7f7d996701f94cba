"""The file opens in Datasette, which journalists use to look into data."""

import asyncio
import warnings
from pathlib import Path
from typing import Any

import pytest

from sayso.ledger import Ledger
from tests.ledger.samples import RUN, ferry_reading


@pytest.fixture(scope="module")
def answers(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    path = tmp_path_factory.mktemp("ledger") / "ledger.sayso"
    with Ledger(path) as ledger:
        ledger.add(ferry_reading(), RUN)
        # Datasette reads beside an open ledger.
        return asyncio.run(ask(path))


async def ask(path: Path) -> dict[str, Any]:
    with warnings.catch_warnings():
        # Datasette's own imports and clean-up are not ours to mend.
        warnings.simplefilter("ignore")
        from datasette.app import Datasette

        datasette = Datasette([str(path)], settings={"num_sql_threads": 1})
        answers = {}
        for address in (
            "/ledger.json",
            "/ledger/story.json?_shape=array",
            "/ledger/attribution.json?_shape=array&_search=crack",
            "/ledger/statement.json?_shape=array",
            "/ledger.json?_shape=array&sql=select+rowid+from+attribution_source_fts+where+source+match+'alvarez'",
        ):
            response = await datasette.client.get(address)
            assert response.status_code == 200, response.text
            answers[address] = response.json()
        html = await datasette.client.get("/ledger/attribution")
        assert html.status_code == 200
        assert 'type="search"' in html.text
        datasette.executor.shutdown()
        return answers


def test_tables_are_listed(answers: dict[str, Any]) -> None:
    shown = {table["name"] for table in answers["/ledger.json"]["tables"] if not table["hidden"]}
    tables = {
        "migration",
        "run",
        "raw",
        "story",
        "revision",
        "mark",
        "kept_attribution",
        "manner",
        "source",
        "rule",
        "route",
        "judgement",
        "following",
        "feed",
        "feed_entry",
        "feed_host",
        "telling",
        "delivery",
        "forgotten",
        "forgotten_print",
        "let_back",
        "fingerprint",
    }
    assert shown == tables
    views = {view["name"] for view in answers["/ledger.json"]["views"]}
    assert views == {"attribution", "grade", "graded_attribution", "resolution", "spoken_by", "statement"}
    searched = {table["name"]: table["fts_table"] for table in answers["/ledger.json"]["tables"]}
    assert searched["revision"] == "revision_fts"


def test_rows_are_shown(answers: dict[str, Any]) -> None:
    (story,) = answers["/ledger/story.json?_shape=array"]
    assert story["id"] == "ferry"
    assert len(answers["/ledger/statement.json?_shape=array"]) == 3


def test_words_are_found(answers: dict[str, Any]) -> None:
    (found,) = answers["/ledger/attribution.json?_shape=array&_search=crack"]
    assert found["source"] == "Álvarez’s deputy"
    *_, query = answers
    assert [row["rowid"] for row in answers[query]] == [1, 2]
