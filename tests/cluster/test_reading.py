"""Reading lot by lot, without an engine: what was cut off goes on, and nothing is written by halves."""

import json
from pathlib import Path

import pyarrow as pa
import pytest
from typer.testing import CliRunner

from sayso.cli.app import app
from sayso.cluster.begin import Begun, begin_archive
from sayso.cluster.folder import Folder, month_of
from sayso.cluster.loading import load_stories
from sayso.cluster.reading import LOT_TABLES, LotReader
from sayso.errors import UsageError
from sayso.ingest import ColumnMapping, Input, find_inputs, read_input
from sayso.ledger import Ledger
from sayso.pipeline.models import shipped_model
from tests.cluster.stories import list_records

COUNT = 8
LOT_STORIES = 3


class PowerCutError(Exception):
    """The power fails."""


@pytest.fixture
def source(tmp_path: Path) -> Input:
    path = tmp_path / "stories.jsonl"
    records = [*list_records()[: COUNT - 1], {"title": "A record without a text"}]
    path.write_text("".join(json.dumps(record) + "\n" for record in records), encoding="utf-8")
    return find_inputs(str(path))[0]


def begin(folder: Folder, *inputs: Input, columns: str = "", resume: bool = True) -> Begun:
    mapping = ColumnMapping.parse(columns)
    return begin_archive(folder, list(inputs), mapping, resume=resume, lot_stories=LOT_STORIES)


def read_all(folder: Folder, source: Input) -> dict[str, int]:
    return LotReader(folder, shipped_model(), ColumnMapping(), LOT_STORIES).read(0, source)


def files_of(folder: Folder) -> dict[str, pa.Table]:
    return {path: folder.read_table(path) for table in (*LOT_TABLES, "rejections") for path in folder.tables(table)}


def test_work_that_was_cut_off_goes_on_and_gives_the_same_files(
    source: Input, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole, cut = Folder(str(tmp_path / "whole")), Folder(str(tmp_path / "cut"))
    assert read_all(whole, source) == {"input": 0, "stories": COUNT - 1, "rejected": 1}
    written = Folder.write_table

    def fail(folder: Folder, path: str, table: pa.Table) -> None:
        if path.startswith("fingerprints") and "-00001" in path:
            raise PowerCutError
        written(folder, path, table)

    monkeypatch.setattr(Folder, "write_table", fail)
    with pytest.raises(PowerCutError):
        read_all(cut, source)
    assert cut.names("lots") == {"000000/00000.json"}
    assert not cut.names("inputs")
    monkeypatch.setattr(Folder, "write_table", written)
    first = cut.tables("stories")[0]
    before = (tmp_path / "cut" / first).stat().st_mtime_ns
    assert read_all(cut, source)["stories"] == COUNT - 1
    assert (tmp_path / "cut" / first).stat().st_mtime_ns == before, "what was done is not read again"
    assert cut.names("inputs") == {"000000.json"}
    assert files_of(cut) == files_of(whole)


def test_a_file_that_is_not_whole_has_no_name(tmp_path: Path) -> None:
    folder = Folder(str(tmp_path))
    with pytest.raises(TypeError):
        folder.write_json("lots/000000/one.json", {"stories": object()})
    with pytest.raises(AttributeError):
        folder.write_table("stories/one.parquet", "no table")
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []


def test_an_archive_is_gone_on_with_only_as_it_was_begun(source: Input, tmp_path: Path) -> None:
    folder = Folder(str(tmp_path / "archive"))
    assert begin(folder, source, resume=False).inputs == {0: source}
    with pytest.raises(UsageError, match="holds an archive that is begun"):
        begin(folder, source, resume=False)
    with pytest.raises(UsageError, match="begun with other --columns"):
        begin(folder, source, columns="text=body")
    more = tmp_path / "more.jsonl"
    more.write_text('{"text": "More, she said."}\n')
    other = find_inputs(str(more))[0]
    assert begin(folder, other, source).inputs == {0: source, 1: other}, "each keeps its number"
    with more.open("a") as file:
        file.write('{"text": "And more, she said."}\n')
    with pytest.raises(UsageError, match=r"more\.jsonl has changed since"):
        begin(folder, find_inputs(str(more))[0])


def test_several_workers_read_the_parts_of_a_large_table(
    source: Input, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sayso.cluster.begin.PART_STORIES", 3)
    folder = Folder(str(tmp_path / "archive"))
    begun = begin(folder, source, resume=False)
    assert [part.part and part.part.first for part in begun.inputs.values()] == [1, 4, 7]
    assert begin(folder, source).inputs == begun.inputs, "parts stay as they were cut"
    stories = [item for part in begun.inputs.values() for item in read_input(part)]
    assert stories == list(read_input(source))


def test_what_can_be_read_only_once_is_refused(tmp_path: Path) -> None:
    folder = Folder(str(tmp_path / "archive"))
    for target in ("https://example.org/news", "-"):
        runner = CliRunner()
        done = runner.invoke(app, ["add", target, "--engine", "daft", "--out", str(tmp_path / "out")], input="A text.")
        assert isinstance(done.exception, UsageError)
        assert "can be read only once" in str(done.exception)
    assert folder.read_json("archive.json") is None


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (["--engine", "daft"], "--engine daft without --out"),
        (["--out", "there"], "--out without --engine daft"),
        (["--resume"], "--resume without --engine daft"),
        (["--ray", "auto"], "--ray without --engine daft"),
    ],
)
def test_options_that_do_not_fit_are_refused(source: Input, options: list[str], told: str) -> None:
    done = CliRunner().invoke(app, ["add", source.path, *options])
    assert isinstance(done.exception, UsageError)
    assert told in str(done.exception)


def test_the_command_loads_what_was_read(source: Input, tmp_path: Path) -> None:
    folder = Folder(str(tmp_path / "archive"))
    read_all(folder, source)
    path = tmp_path / "l.sayso"
    done = CliRunner().invoke(app, ["load", folder.place, "--month", "2024-04", "--ledger", str(path), "--json"])
    assert done.exit_code == 0, done.output
    told = json.loads(done.stdout)
    with Ledger(path, create=False) as ledger:
        stories = list(ledger.stories())
        assert told["new"] == len(stories) > 0
        assert {month_of(story.published) for story in stories} == {"2024-04"}
        assert ledger.prints.count_missing() == 0
        assert len(list(load_stories(ledger, folder, ["2024-03"]))) == COUNT - 1 - len(stories)


@pytest.mark.parametrize(
    ("published", "month"),
    [("2024-12-14T09:30:00+02:00", "2024-12"), ("2024-12", "2024-12"), ("2024", "undated"), (None, "undated")],
)
def test_a_month_is_that_of_publication(published: str | None, month: str) -> None:
    assert month_of(published) == month
