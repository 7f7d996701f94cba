"""A table read part by part gives what it gives whole."""

from pathlib import Path
from tempfile import TemporaryDirectory

import pyarrow as pa
from hypothesis import given, settings
from hypothesis import strategies as st
from pyarrow import parquet

from sayso.ingest import Format, find_inputs, read_input
from sayso.ingest.inputs import Input
from sayso.ingest.raw.parts import cut_table

LINES = st.lists(
    st.sampled_from(("{}", "no JSON", "", '{"text": "She said so."}', '{"text": "É, he said."}')), max_size=12
)


@settings(deadline=None, max_examples=60)
@given(LINES.filter(any), st.integers(1, 5), st.booleans())
def test_parts_of_json_lines_together_are_the_whole(lines: list[str], records: int, ends: bool) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "stories.jsonl"
        path.write_text("\n".join(lines) + ("\n" if ends else ""), encoding="utf-8")
        parts = cut_table(str(path), Format.JSONL, records)
        assert [part.begin for part in parts[1:]] == [part.end for part in parts[:-1]]
        blank = {part.first for part in parts if not path.read_bytes()[part.begin : part.end].strip()}
        read = [
            item
            for part in parts
            if part.first not in blank
            for item in read_input(Input("it", Format.JSONL, str(path), part=part))
        ]
        assert read == list(read_input(Input("it", Format.JSONL, str(path))))


def test_parts_of_parquet_are_row_groups(tmp_path: Path) -> None:
    path = tmp_path / "stories.parquet"
    texts = [f"She said so {number} times." if number % 4 else None for number in range(23)]
    parquet.write_table(pa.table({"text": texts}), path, row_group_size=3)
    (whole,) = find_inputs(str(path))
    parts = cut_table(str(path), Format.PARQUET, 5)
    assert [part.first for part in parts] == [1, 7, 13, 19]
    read = [item for part in parts for item in read_input(Input(whole.where, Format.PARQUET, str(path), part=part))]
    assert read == list(read_input(whole))


def test_other_formats_are_not_cut(tmp_path: Path) -> None:
    path = tmp_path / "stories.csv"
    path.write_text("text\n" + "She said so.\n" * 9)
    assert cut_table(str(path), Format.CSV, 2) == []
    assert cut_table("stories.jsonl.gz", Format.JSONL, 2) == []
