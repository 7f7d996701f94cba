import csv
from pathlib import Path
from tempfile import TemporaryDirectory
from zipfile import ZipFile

import pandas
import pyarrow as pa
import pytest
from hypothesis import given, settings
from pyarrow import parquet

from sayso.errors import InputError, UsageError
from sayso.export import SCHEMAS, Format, export, one_story, read_rows, table_frame, tables_of, whole_ledger
from sayso.export.cells import column_cell, read_cell
from sayso.export.tables import table_rows
from sayso.ledger import Ledger
from sayso.records import Reading
from tests.export.conftest import ledger_of, readings, some

TABLES = [Format.CSV, Format.JSONL, Format.PARQUET]


@given(some)
def test_a_cell_gives_back_the_text_that_it_was_made_from(text: str | None) -> None:
    column = pa.field("x", pa.string())
    cell = str(column_cell(text, column))
    assert not cell.startswith(("=", "+", "-", "@", "\t", "\r"))
    assert read_cell(cell, column) == text


@settings(max_examples=15, deadline=None)
@given(readings("a"), readings("b"))
def test_tables_are_read_again_as_they_were(one: Reading, other: Reading) -> None:
    with ledger_of(one, other) as ledger, TemporaryDirectory() as folder:
        content = whole_ledger(ledger)
        names = tables_of(content)
        rows = list(table_rows(content, names, lambda _: None))
        for kind in TABLES:
            to = Path(folder) / kind
            export(content, to, kind)
            for name in names:
                wanted = [{column: row[column] for column in SCHEMAS[name].names} for of, row in rows if of == name]
                assert list(read_rows(to / f"{name}.{kind}")) == wanted


def test_a_statement_has_all_that_was_read(few: Ledger, tmp_path: Path) -> None:
    export(whole_ledger(few), tmp_path / "t", Format.JSONL)
    row = next(read_rows(tmp_path / "t" / "statements.jsonl"))
    text = next(read_rows(tmp_path / "t" / "stories.jsonl"))["text"]
    (start, end) = row["content_spans"][0]  # type: ignore[index]
    assert row["content"] == text[start:end] == "The pillars are cracked"  # type: ignore[index]
    assert (row["source_name"], row["certainty"], row["evidence"]) == ("Nora Field", "probable", "document")
    assert row["via"] == ["Herald", "Wire"]


def test_other_programs_read_the_tables(few: Ledger, tmp_path: Path) -> None:
    content = whole_ledger(few, with_extents=True)
    for kind in TABLES:
        export(content, tmp_path / kind, kind)
    by_pandas = pandas.read_csv(tmp_path / "csv" / "statements.csv")
    assert list(by_pandas["source_name"].head(3)) == ["Nora Field", "spring survey", "engineers"]
    with (tmp_path / "csv" / "stories.csv").open(encoding="utf-8-sig", newline="") as file:
        assert [row["title"] for row in csv.DictReader(file)] == ["Bridge to close", "'=Bridge"]
    table = parquet.read_table(tmp_path / "parquet" / "parents.parquet")
    assert table.schema.equals(SCHEMAS["parents"])
    assert table.column("parent").to_pylist() == ["a/1"]
    assert table.column("extents")[0].as_py()
    assert list(pandas.read_json(tmp_path / "jsonl" / "judgements.jsonl", lines=True)["name"]) == ["Jo Marsh"]


def test_a_frame_has_the_rows_of_the_table(few: Ledger) -> None:
    frame = table_frame(whole_ledger(few), "statements")
    assert list(frame["story_id"]) == ["a/1"] * 3 + ["b"] * 3
    assert list(frame["judged"].dropna()) == [1]
    with pytest.raises(UsageError, match="no table"):
        table_frame(whole_ledger(few), "reports")


def test_one_table_is_one_file_and_a_zip_holds_all(few: Ledger, tmp_path: Path) -> None:
    told: list[int] = []
    content = one_story(few, "b")
    export(content, tmp_path / "one.csv", Format.CSV, "stories", told.append)
    assert [row["id"] for row in read_rows(tmp_path / "one.csv", "stories")] == ["b"]
    assert sum(told) == 1
    export(content, tmp_path / "all.zip", Format.PARQUET)
    with ZipFile(tmp_path / "all.zip") as packed:
        assert set(packed.namelist()) == {f"{name}.parquet" for name in tables_of(content)}
    assert sorted(path.name for path in tmp_path.iterdir() if not path.name.startswith("l.sayso")) == [
        "all.zip",
        "one.csv",
    ]


def test_what_fails_leaves_the_old_file(few: Ledger, tmp_path: Path) -> None:
    old = tmp_path / "stories.csv"
    old.write_text("old")
    few.connection.execute("UPDATE revision SET text = 'changed behind its back'")
    with pytest.raises(Exception, match="not the one that was stored"):
        export(one_story_unchecked(few), old, Format.CSV, "stories")
    assert [path.name for path in tmp_path.iterdir()] == ["stories.csv"]
    assert old.read_text() == "old"


def one_story_unchecked(ledger: Ledger):  # type: ignore[no-untyped-def]
    from sayso.export import Content
    from sayso.records import Lineage, ReuseKind

    return Content(ledger, ("b",), {"b": Lineage("b", ("b",), ReuseKind.NONE)})


def test_what_is_no_table_is_told(tmp_path: Path) -> None:
    (tmp_path / "stories.csv").write_text("a,b\n1,2\n")
    for name in ("stories.csv", "other.csv", "stories.txt"):
        with pytest.raises(InputError, match=name):
            list(read_rows(tmp_path / name))


def test_where_nothing_can_be_written_is_told(few: Ledger, tmp_path: Path) -> None:
    content = one_story(few, "b")
    (tmp_path / "file").write_text("")
    for to, kind, table in (
        (tmp_path / "no" / "x", Format.CSV, None),
        (tmp_path / "file", Format.CSV, None),
        (tmp_path, Format.PROV, None),
        (tmp_path / "x", Format.PROV, "stories"),
        (tmp_path / "x", Format.CSV, "nothing"),
    ):
        with pytest.raises(UsageError):
            export(content, to, kind, table)
