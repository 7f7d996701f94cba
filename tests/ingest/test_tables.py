import codecs
import csv
import gzip
import io
import json
import tracemalloc
from pathlib import Path

import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyarrow import parquet

from sayso.ingest import ColumnMapping, Input, find_inputs, read_input
from sayso.ingest.readers.tables import stories_of_csv, stories_of_json_lines
from sayso.records import Rejection, Story

SAID = "The mayor said that the bridge is closed."
TEXTS = st.lists(
    st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1).map(lambda text: SAID + text),
    min_size=1,
    max_size=5,
)


def read(path: Path, columns: str = "") -> list[Story | Rejection]:
    (source,) = find_inputs(str(path))
    return list(read_input(source, ColumnMapping.parse(columns)))


def stories(items: list[Story | Rejection]) -> list[Story]:
    assert all(isinstance(item, Story) for item in items), items
    return [item for item in items if isinstance(item, Story)]


@settings(deadline=None)
@given(TEXTS, st.booleans())
def test_texts_come_through_json_lines_unchanged(texts: list[str], ascii_only: bool) -> None:
    lines = "".join(json.dumps({"text": text}, ensure_ascii=ascii_only) + "\n" for text in texts)
    items = list(stories_of_json_lines(io.BytesIO(lines.encode()), "x", ColumnMapping()))
    assert [story.text for story in stories(items)] == texts


@settings(deadline=None)
@given(TEXTS, st.sampled_from([",", ";", "\t"]))
def test_texts_come_through_csv_unchanged(texts: list[str], delimiter: str) -> None:
    table = io.StringIO(newline="")
    writer = csv.writer(table, delimiter=delimiter, quoting=csv.QUOTE_ALL)
    writer.writerows([["id", "text"], *([str(number), text] for number, text in enumerate(texts))])
    items = list(stories_of_csv(io.BytesIO(table.getvalue().encode()), "x", ColumnMapping()))
    assert [story.text for story in stories(items)] == texts


def test_texts_come_through_parquet_unchanged(tmp_path: Path) -> None:
    texts = [f"{SAID}\r\n {number} “é”\u2028" for number in range(200)]
    path = tmp_path / "stories.parquet"
    parquet.write_table(pa.table({"n": list(range(200)), "body": texts}), path)
    (source,) = find_inputs(str(path))
    assert source.expected == 200
    read_stories = stories(read(path, "text=body,id=n"))
    assert [(story.id, story.text) for story in read_stories] == [(str(n), text) for n, text in enumerate(texts)]


def test_bad_lines_are_rejected_by_number_and_reading_goes_on(tmp_path: Path) -> None:
    path = tmp_path / "stories.jsonl"
    bad = [b"{not json", b"[1]", b'{"id": 1}', b'{"text": ""}', b'{"text": "a\\u0000b"}', b'{"text": "\\ud800"}']
    bad += [b'{"text": "\xff"}', b"[" * 100_000, b'{"text": "No.", "id": {"a": 1}}']
    path.write_bytes(b"\n".join([json.dumps({"text": SAID}).encode(), b"", *bad, json.dumps({"text": SAID}).encode()]))
    items = read(path)
    assert isinstance(items[0], Story)
    assert isinstance(items[-1], Story)
    rejected = [item for item in items if isinstance(item, Rejection)]
    assert [item.where for item in rejected] == [f"{path} line {number}" for number in range(3, 3 + len(bad))]
    reasons = ["no JSON", "no object", "no text", "empty text", "NUL", "surrogate", "not UTF-8", "deep", "an object"]
    assert all(reason in item.came for reason, item in zip(reasons, rejected, strict=True)), rejected


def test_a_record_gives_its_fields_and_unknown_keys_are_ignored(tmp_path: Path) -> None:
    path = tmp_path / "stories.jsonl.gz"
    record = {"id": 7, "url": "https://gazette.example/a", "outlet": "The Gazette", "published": "2024-12-14",
              "title": "Bridge closed", "text": SAID, "mood": ["grim"]}  # fmt: skip
    path.write_bytes(gzip.compress(json.dumps(record).encode()))
    (story,) = stories(read(path))
    assert (story.id, story.url, story.outlet) == ("7", "https://gazette.example/a", "The Gazette")
    assert (story.published, story.title, story.encoding) == ("2024-12-14", "Bridge closed", "utf-8")


def test_json_over_many_lines_is_told_once(tmp_path: Path) -> None:
    path = tmp_path / "stories.json"
    path.write_text(json.dumps({"text": SAID}, indent=2))
    (rejection,) = read(path)
    assert isinstance(rejection, Rejection)
    assert "over many lines" in rejection.came


@pytest.mark.parametrize("name", ["stories.jsonl", "stories.csv", "stories.parquet"])
def test_an_empty_table_is_rejected(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(b"")
    (rejection,) = read(path)
    assert isinstance(rejection, Rejection)


@pytest.mark.parametrize(
    ("name", "open_", "close"), [("s.jsonl", b'{"text": "', b'"}\n'), ("s.csv", b'text\n"', b'"\n')]
)
def test_fifty_megabytes_in_one_line_are_skipped_in_bounded_memory(
    tmp_path: Path, name: str, open_: bytes, close: bytes
) -> None:
    path = tmp_path / name
    after = b'{"text": "The mayor said no."}\n' if name.endswith("jsonl") else b"The mayor said no.\n"
    with path.open("wb") as file:
        file.write(open_)
        for _ in range(50):
            file.write(b"word " * 200_000)
        file.write(close + after)
    (source,) = find_inputs(str(path))
    tracemalloc.start()
    items = list(read_input(source))
    _, peak_bytes = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert isinstance(items[0], Rejection)
    assert "16,000,000" in items[0].came
    assert isinstance(items[1], Story)
    assert items[1].text == "The mayor said no."
    # one line up to the limit, its copy while it is decoded, and little else
    assert peak_bytes < 40_000_000


def test_csv_in_other_encodings_and_with_bad_rows(tmp_path: Path) -> None:
    path = tmp_path / "stories.csv"
    rows = "id;text\n1;Die Brücke über den Fluß bleibe geschlossen.\n2;a;b\n3;\n4;Für zwei Jahre.\n"
    path.write_bytes(rows.encode("cp1252"))
    items = read(path)
    assert [type(item) for item in items] == [Story, Rejection, Rejection, Story]
    assert [item.where for item in items if isinstance(item, Rejection)] == [f"{path} line 3", f"{path} line 4"]
    assert isinstance(items[3], Story)
    assert (items[3].text, items[3].encoding) == ("Für zwei Jahre.", "cp1252")


def test_csv_with_a_byte_order_mark(tmp_path: Path) -> None:
    path = tmp_path / "stories.csv"
    path.write_bytes(codecs.BOM_UTF16_LE + f"text\tid\n{SAID}\t1\n".encode("utf-16-le"))
    assert [story.text for story in stories(read(path))] == [SAID]
    path.write_bytes(codecs.BOM_UTF8 + f"text,id\n{SAID},1\n".encode())
    assert [story.text for story in stories(read(path))] == [SAID]


def test_half_a_character_in_a_csv_field_loses_only_its_row(tmp_path: Path) -> None:
    path = tmp_path / "stories.csv"
    filler = b"".join(b"%d,The mayor said no.\n" % number for number in range(5000))
    path.write_bytes(b"id,text\n" + filler + b"a,No \xe2\x80\nb,The mayor said yes.\n")
    items = read(path)
    (rejection,) = [item for item in items if isinstance(item, Rejection)]
    assert rejection.where == f"{path} line 5002"
    assert "half a character" in rejection.came
    assert isinstance(items[-1], Story)


def test_a_missing_text_column_names_those_there_are(tmp_path: Path) -> None:
    path = tmp_path / "stories.csv"
    path.write_text("id,body\n1,No.\n")
    (rejection,) = read(path)
    assert isinstance(rejection, Rejection)
    assert "id, body" in rejection.came
    parquet.write_table(pa.table({"body": ["No."]}), tmp_path / "stories.parquet")
    (rejection,) = read(tmp_path / "stories.parquet")
    assert isinstance(rejection, Rejection)
    assert "there are body" in rejection.came


def test_bad_parquet_rows_are_rejected_by_number(tmp_path: Path) -> None:
    path = tmp_path / "stories.parquet"
    broken = pa.StringArray.from_buffers(1, pa.py_buffer(b"\x00\x00\x00\x00\x01\x00\x00\x00"), pa.py_buffer(b"\xff"))
    texts = pa.chunked_array([pa.array([SAID, None], pa.string()), broken, pa.array([SAID], pa.string())])
    parquet.write_table(pa.table({"text": texts}), path)
    items = read(path)
    assert [type(item) for item in items] == [Story, Rejection, Rejection, Story]
    assert [item.where for item in items if isinstance(item, Rejection)] == [f"{path} row 2", f"{path} row 3"]


def test_what_is_no_parquet_is_rejected(tmp_path: Path) -> None:
    path = tmp_path / "stories.parquet"
    path.write_bytes(b"PAR1 but no more PAR1")
    (rejection,) = read(path)
    assert isinstance(rejection, Rejection)
    assert "no Parquet" in rejection.came


def test_a_file_that_went_away_is_a_rejection(tmp_path: Path) -> None:
    gone = str(tmp_path / "gone")
    for format_ in ("text", "html", "jsonl", "csv", "parquet", "feed"):
        (item,) = read_input(Input(gone, format_, gone))  # type: ignore[arg-type]
        assert isinstance(item, Rejection), format_


def test_a_line_of_json_lines_is_kept_as_it_came(tmp_path: Path) -> None:
    path = tmp_path / "s.jsonl"
    lines = [b'{"text": "The ferry sails.",  "odd": "\\u00e9"}\r\n', b"\n", b'\xef\xbb\xbf{"text": "It sank."}']
    path.write_bytes(b"".join(lines))
    first, second = read_input(find_inputs(str(path))[0])
    assert [one.raw for one in (first, second) if isinstance(one, Story)] == [lines[0], lines[2]]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1251", "utf-16-le"])
def test_a_row_of_csv_is_kept_under_its_header(tmp_path: Path, encoding: str) -> None:
    header, rows = (
        "id;text\r\n",
        ['1;"Паром ушёл,\r\nсказал мэр. Рейс отложен."\r\n', "2;Мэр сказал, что паром затонул.\n"],
    )
    mark = b"\xff\xfe" if encoding == "utf-16-le" else b""
    path = tmp_path / "s.csv"
    path.write_bytes(mark + "".join((header, *rows)).encode(encoding))
    found = list(read_input(find_inputs(str(path))[0]))
    raws = [one.raw for one in found if isinstance(one, Story)]
    assert raws == [mark + (header + row).encode(encoding) for row in rows]


def test_a_damaged_row_of_csv_is_kept_with_its_damage(tmp_path: Path) -> None:
    path = tmp_path / "s.csv"
    # Behind what the encoding of the table is judged by.
    good = f"1,{'“Ferries” sail. ' * 4_000}\n".encode()
    damaged = f"2,{'“Ferries” – “all” of them – sail' * 3}".encode() + b"\xff.\n"
    path.write_bytes(b"id,text\n" + good + damaged)
    first, second = read_input(find_inputs(str(path))[0])
    assert isinstance(first, Story)
    assert isinstance(second, Story)
    assert (first.raw, second.raw) == (b"id,text\n" + good, b"id,text\n" + damaged)


def test_a_row_of_parquet_is_kept_as_json(tmp_path: Path) -> None:
    path = tmp_path / "s.parquet"
    parquet.write_table(pa.table({"text": ["The ferry sails."], "outlet": ["Hérald"], "other": [1]}), path)
    (story,) = read_input(find_inputs(str(path))[0])
    assert isinstance(story, Story)
    assert json.loads(story.raw or b"") == {"text": "The ferry sails.", "outlet": "Hérald"}
