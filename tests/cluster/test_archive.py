"""The same stories give the same rows: added to a ledger, read into an archive by Daft alone, and on Ray."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from sayso.cluster.folder import Folder
from sayso.cluster.loading import choose_months, count_stories, load_stories
from sayso.errors import UsageError
from sayso.export import whole_ledger
from sayso.export.tables import table_rows
from sayso.ingest import find_inputs, read_input
from sayso.ledger import Added, Ledger
from sayso.pipeline.adding import add_stories
from sayso.pipeline.models import shipped_model
from sayso.shapes import Json
from sayso.trace.finding.candidates import ENOUGH_SHARE
from sayso.trace.finding.query import weigh_words
from sayso.trace.finding.questions import read_question
from tests.cluster.stories import write_archive

ROOT = Path(__file__).parents[2]
NEEDED = "pip install 'sayso[cluster]'"
TABLES = ("stories", "statements", "lineage", "parents")
OF_THE_LEDGER = {"added_at", "judged", "extents"}
OF_THE_ARCHIVE = {"arrival", "raw", "precedence"}

Rows = dict[str, list[Json]]


@pytest.fixture(scope="module")
def paths(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    return write_archive(tmp_path_factory.mktemp("archive") / "in")


@pytest.fixture(scope="module")
def ledger(paths: list[Path]) -> Iterator[Ledger]:
    with Ledger(paths[0].parent / "added.sayso") as ledger:
        items = (item for path in paths for source in find_inputs(str(path)) for item in read_input(source))
        outcomes = [outcome.added for outcome in add_stories(ledger, shipped_model(), items)]
        assert outcomes.count(None) == 1
        assert Added.REVISED in outcomes
        yield ledger


@pytest.fixture(scope="module")
def native(paths: list[Path]) -> Folder:
    pytest.importorskip("daft", reason=NEEDED)
    return read_apart("native", paths)


def read_apart(engine: str, paths: list[Path]) -> Folder:
    """An archive that a process of its own reads."""
    place = paths[0].parent / engine
    command = [sys.executable, "-m", "tests.cluster.work", engine, str(place), *map(str, paths)]
    done = subprocess.run(command, cwd=ROOT, env=os.environ, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert ("killed" in done.stdout) == engine.endswith("-killed")
    return Folder(str(place))


def rows_of_ledger(ledger: Ledger) -> Rows:
    rows: Rows = {name: [] for name in TABLES}
    for name, row in table_rows(whole_ledger(ledger), TABLES, lambda _: None):
        rows[name].append({column: value for column, value in row.items() if column not in OF_THE_LEDGER})
    return rows


def rows_of_archive(folder: Folder) -> Rows:
    """The rows of an archive as a ledger has them: stories by the ids that they go by, in their latest text."""
    identities = read(folder, "identities")
    newest: dict[object, Json] = {}
    for row in sorted(identities, key=lambda one: int(str(one["revision"]))):
        newest[row["story_id"]] = row
    ids = {row["arrival"]: row for row in newest.values()}
    stories = [
        row | {"id": ids[row["arrival"]]["story_id"], "revision": ids[row["arrival"]]["revision"]}
        for row in read(folder, "stories")
        if row["arrival"] in ids
    ]
    statements = [
        row | {"story_id": ids[row["arrival"]]["story_id"]}
        for row in read(folder, "statements")
        if row["arrival"] in ids
    ]
    told = {"stories": stories, "statements": statements} | {name: read(folder, name) for name in TABLES[2:]}
    left_out = OF_THE_LEDGER | OF_THE_ARCHIVE
    return {
        name: [{column: value for column, value in row.items() if column not in left_out} for row in rows]
        for name, rows in told.items()
    }


def read(folder: Folder, table: str) -> list[Json]:
    return [row for path in folder.tables(table) for row in folder.read_table(path).to_pylist()]


def in_order(rows: Rows) -> dict[str, list[str]]:
    return {name: sorted(repr(sorted(row.items())) for row in some) for name, some in rows.items()}


def test_daft_alone_gives_the_rows_of_a_ledger(ledger: Ledger, native: Folder) -> None:
    assert in_order(rows_of_archive(native)) == in_order(rows_of_ledger(ledger))
    kinds = {row["kind"] for row in read(native, "lineage")}
    assert kinds == {"none", "wholly", "partially", "merged", "quotation"}


@pytest.mark.parametrize("engine", ["native-killed", "ray-killed"])
def test_two_workers_one_of_them_killed_give_the_same_rows(engine: str, paths: list[Path], native: Folder) -> None:
    pytest.importorskip("ray", reason=NEEDED)
    if not Path("/proc/self/cmdline").exists():
        pytest.skip("the worker to kill is found in /proc")
    killed = read_apart(engine, paths)
    for table in (*TABLES, "identities", "marks", "propositions", "fingerprints", "rejections"):
        assert in_order({table: read(killed, table)}) == in_order({table: read(native, table)})


def test_what_is_loaded_is_as_if_it_had_been_added(ledger: Ledger, native: Folder, tmp_path: Path) -> None:
    with Ledger(tmp_path / "loaded.sayso") as loaded:
        months = choose_months(native, ())
        outcomes = list(load_stories(loaded, native, months))
        assert len(outcomes) == count_stories(native, months)
        assert rows_of_ledger(loaded) == rows_of_ledger(ledger)
        story_id = next(story.id for story in ledger.stories())
        assert loaded.raw(story_id) == ledger.raw(story_id)
        assert set(load_stories(loaded, native, months)) == {Added.UNCHANGED}


def test_what_may_be_on_a_claim_is_what_a_ledger_of_all_is_looked_through_for(native: Folder, ledger: Ledger) -> None:
    from sayso.cluster.about import find_about
    from sayso.cluster.engine import start_engine

    start_engine()
    query = "Did Ada Rossi, the mayor of Corby, say that the bridge is safe?"
    about = find_about(native, choose_months(native, ()), query)
    found = {row["story_id"] for row in read(native, "identities") if row["arrival"] in about}
    weights = weigh_words(ledger, read_question(query).claim).weights
    assert found == set(ledger.find_stories(weights, ENOUGH_SHARE * sum(weights.values())).story_ids)
    assert 0 < len(found) < ledger.count_stories()
    assert find_about(native, ["2024-03"], "Who walked on the moon?") == frozenset()


def test_a_part_is_loaded_by_months_and_years(native: Folder, tmp_path: Path) -> None:
    assert choose_months(native, ()) == ["2024-03", "2024-04", "undated"]
    assert choose_months(native, ["2024"]) == ["2024-03", "2024-04"]
    with Ledger(tmp_path / "april.sayso") as loaded:
        list(load_stories(loaded, native, ["2024-04"]))
        assert {(story.published or "")[:7] for story in loaded.stories()} == {"2024-04"}
    with pytest.raises(UsageError, match="holds nothing of 2023"):
        choose_months(native, ["2024-03", "2023"])
    with pytest.raises(UsageError, match="holds no stories"):
        choose_months(Folder(str(tmp_path)), ())
