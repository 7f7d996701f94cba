"""One JSON array of stories, as archives and scripts write it."""

import gzip
import io
import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.ingest import ColumnMapping, find_inputs, read_input
from sayso.ingest.readers.json_array import stories_of_json_array
from sayso.records import Rejection, Story

SAID = "The mayor said that the bridge is closed."
TEXTS = st.lists(st.text('[]{},:\\"é\n 7', max_size=20).map(lambda text: SAID + text + "."), max_size=5)


def read(path: Path) -> list[Story | Rejection]:
    (source,) = find_inputs(str(path))
    return list(read_input(source, ColumnMapping()))


def array_of(texts: list[str], *, indent: int | None = None, ensure_ascii: bool = False) -> bytes:
    return json.dumps([{"text": text} for text in texts], indent=indent, ensure_ascii=ensure_ascii).encode()


class Trickle(io.BytesIO):
    """A stream that gives few bytes at once."""

    def __init__(self, data: bytes, block: int) -> None:
        super().__init__(data)
        self._block = block

    def read(self, size: int | None = -1, /) -> bytes:
        """No more bytes than a block."""
        return super().read(min(self._block, size) if size and size > 0 else size)


def told(data: bytes, block: int) -> list[str]:
    stories = stories_of_json_array(Trickle(data, block), "it", ColumnMapping())
    return [one.text if isinstance(one, Story) else one.came for one in stories]


@settings(deadline=None)
@given(TEXTS, st.sampled_from([None, 2]), st.booleans(), st.integers(1, 50))
def test_texts_come_through_however_they_are_cut(texts: list[str], indent: int | None, plain: bool, block: int) -> None:
    assert told(array_of(texts, indent=indent, ensure_ascii=plain), block) == texts


@pytest.mark.parametrize("name", ["stories.json", "export", "stories.json.gz"])
def test_a_file_is_known_by_what_it_begins_with(tmp_path: Path, name: str) -> None:
    data = array_of([SAID, SAID + " It rains."], indent=1)
    path = tmp_path / name
    path.write_bytes(gzip.compress(data) if name.endswith(".gz") else data)
    assert [one.text for one in read(path) if isinstance(one, Story)] == [SAID, SAID + " It rains."]


def test_a_bad_object_is_told_and_the_rest_read(tmp_path: Path) -> None:
    path = tmp_path / "stories.json"
    path.write_text(json.dumps([{"text": SAID}, 7, {"text": ""}, {"text": SAID + " Again."}]))
    first, number, empty, last = read(path)
    assert isinstance(first, Story)
    assert isinstance(last, Story)
    assert isinstance(number, Rejection)
    assert isinstance(empty, Rejection)
    assert (number.where, number.came) == (f"{path} object 2", "JSON that is no object")
    assert empty.where == f"{path} object 3"


@pytest.mark.parametrize(
    ("end", "came"),
    [
        ("", "breaks off behind object 1"),
        (', {"text": "It', "no JSON in object 2"),
        (' {"text": "It rains."}]', "breaks off behind object 1"),
        (", \x00]", "no JSON in object 2"),
    ],
)
def test_where_an_array_breaks_off_what_came_before_is_kept(tmp_path: Path, end: str, came: str) -> None:
    path = tmp_path / "stories.json"
    path.write_text(f"[{json.dumps({'text': SAID})}{end}")
    story, rejection = read(path)
    assert isinstance(story, Story)
    assert isinstance(rejection, Rejection)
    assert came in rejection.came


def test_bytes_that_are_no_utf_8_are_told(tmp_path: Path) -> None:
    path = tmp_path / "stories.json"
    path.write_bytes(b'[{"text": "caf\xe9"}]')
    (rejection,) = read(path)
    assert isinstance(rejection, Rejection)
    assert rejection.wanted == "JSON in UTF-8 (RFC 8259)"
