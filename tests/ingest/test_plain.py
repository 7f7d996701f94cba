from pathlib import Path

import pytest

from sayso.ingest import find_inputs, read_input
from sayso.ingest.readers.plain import LARGEST_TEXT_BYTES
from sayso.records import Rejection, Story


def read(path: Path) -> Story | Rejection:
    (source,) = find_inputs(str(path))
    (item,) = read_input(source)
    return item


def test_the_text_comes_through_character_for_character(tmp_path: Path) -> None:
    text = " “No”,\r\n said\u00a0the mayor\u200b.\n\n\tHe left\u2028 — e\u0301tage\n"
    path = tmp_path / "story.txt"
    path.write_bytes(text.encode())
    story = read(path)
    assert isinstance(story, Story)
    assert (story.text, story.title, story.encoding, story.raw) == (text, None, "utf-8", text.encode())


@pytest.mark.parametrize(
    ("data", "came"),
    [
        (b"", "an empty file"),
        (b" \n\t \n", "white space"),
        (b"\xef\xbb\xbf", "an empty text"),
        (b"\x89PNG\r\n\x1a\n\0\0", "a PNG image"),
        (b"The mayor\0said no", "NUL byte at byte 9"),
        ("The mayor said “no”".encode()[:-1], "half a character at byte 20"),
    ],
)
def test_what_is_no_story_is_rejected_by_its_name(tmp_path: Path, data: bytes, came: str) -> None:
    path = tmp_path / "story.txt"
    path.write_bytes(data)
    rejection = read(path)
    assert isinstance(rejection, Rejection)
    assert came in rejection.came
    assert rejection.where == str(path)


def test_fifty_megabytes_in_one_line_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "story.txt"
    path.write_bytes(b"word " * 10_000_000)
    rejection = read(path)
    assert isinstance(rejection, Rejection)
    assert f"{LARGEST_TEXT_BYTES:,} bytes" in rejection.came


def test_a_broken_gzip_file_is_rejected(tmp_path: Path) -> None:
    path = tmp_path / "story.txt.gz"
    path.write_bytes(b"\x1f\x8b\x08\x00broken")
    rejection = read(path)
    assert isinstance(rejection, Rejection)
    assert "cannot be read" in rejection.came
