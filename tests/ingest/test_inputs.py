import gzip
import json
import os
import subprocess
import sys
from pathlib import Path

import pyarrow as pa
import pytest
from pyarrow import parquet

from sayso.errors import UsageError
from sayso.ingest import Format, find_inputs, read_input
from sayso.records import Rejection, Story

NOBODY = 65534


def formats(target: Path) -> list[tuple[str, Format, int | None]]:
    return [(Path(found.path).name, found.format, found.expected) for found in find_inputs(str(target))]


def test_a_folder_is_searched_to_its_depth_in_order_without_hidden_files(tmp_path: Path) -> None:
    for name in ("b.txt", "a/z.html", "a/y.jsonl", ".hidden.txt", ".git/config", "c.csv", "a/feed.rss"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text('{"text": "No."}\n')
    assert formats(tmp_path) == [
        ("b.txt", Format.TEXT, 1),
        ("c.csv", Format.CSV, 0),
        ("feed.rss", Format.FEED, None),
        ("y.jsonl", Format.JSONL, 1),
        ("z.html", Format.HTML, 1),
    ]


@pytest.mark.parametrize(
    ("head", "format_"),
    [
        ("The mayor said no.", Format.TEXT),
        ("\ufeff\n<!DOCTYPE html><p>No.", Format.HTML),
        ("<?xml version='1.0'?><html xmlns='x'>", Format.HTML),
        ("<?xml version='1.0'?><rss>", Format.FEED),
        ("<feed xmlns='http://www.w3.org/2005/Atom'>", Format.FEED),
        ('{"text": "No."}', Format.JSONL),
    ],
)
def test_an_unknown_extension_is_told_by_its_content(tmp_path: Path, head: str, format_: Format) -> None:
    path = tmp_path / "story.xyz"
    path.write_text(head, "utf-8")
    assert find_inputs(str(path))[0].format is format_


def test_an_unknown_extension_that_is_text_is_read_and_one_that_is_binary_rejected(tmp_path: Path) -> None:
    (tmp_path / "a.story").write_text("The mayor said no.")
    (tmp_path / "b.story").write_bytes(b"\x89PNG\r\n\x1a\n\xff\xff")
    read = [item for found in find_inputs(str(tmp_path)) for item in read_input(found)]
    assert isinstance(read[0], Story)
    assert isinstance(read[1], Rejection)
    assert "a PNG image" in read[1].came


def test_an_address_is_an_input() -> None:
    (found,) = find_inputs("https://gazette.example/bridge")
    assert (found.format, found.path, found.expected) == (Format.ADDRESS, "https://gazette.example/bridge", 1)


def test_a_file_of_addresses_gives_an_input_for_each(tmp_path: Path) -> None:
    listed = tmp_path / "list.txt"
    listed.write_text("# today\n\nhttps://gazette.example/a\nhttp://herald.example/b\n")
    assert [found.where for found in find_inputs(str(listed))] == [
        "https://gazette.example/a",
        "http://herald.example/b",
    ]


def test_a_text_that_begins_with_an_address_is_a_text(tmp_path: Path) -> None:
    story = tmp_path / "story.txt"
    story.write_text("https://gazette.example/a\nThe mayor said no.\n")
    assert find_inputs(str(story))[0].format is Format.TEXT


def test_a_file_of_comments_only_is_a_text(tmp_path: Path) -> None:
    story = tmp_path / "notes.md"
    story.write_text("# The mayor said no.\n")
    assert find_inputs(str(story))[0].format is Format.TEXT


@pytest.mark.parametrize("target", ["", "  "])
def test_an_empty_name_is_not_the_folder_that_one_is_in(
    target: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "story.txt").write_text("The harbour reopened, Mayor Brodie said.")
    monkeypatch.chdir(tmp_path)
    with pytest.raises(UsageError, match="an empty name was given"):
        find_inputs(target)


def test_a_missing_path_is_a_usage_error(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="is not there"):
        find_inputs(str(tmp_path / "none.txt"))


@pytest.mark.parametrize("target", ["", "a\0b", "x" * 5000])
def test_what_is_no_path_is_a_usage_error(target: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(UsageError):
        find_inputs(target)


def test_an_empty_folder_is_a_usage_error(tmp_path: Path) -> None:
    (tmp_path / ".hidden").write_text("No.")
    with pytest.raises(UsageError, match="holds no files"):
        find_inputs(str(tmp_path))


def _as_nobody(code: str) -> subprocess.CompletedProcess[str]:
    """Root may read everything, so what it may not is asked by a child that has given its rights away."""
    drop = f"import os; os.getuid() == 0 and os.setuid({NOBODY})\n"
    modules = "import encodings.idna, sayso.ingest, sayso.ingest.readers.plain, sayso.errors\n"
    return subprocess.run([sys.executable, "-c", modules + drop + code], capture_output=True, text=True, check=False)


@pytest.mark.parametrize("below", ["", "stories"])
def test_a_folder_without_rights_is_a_usage_error(tmp_path: Path, below: str) -> None:
    for parent in (tmp_path, *list(tmp_path.parents)[:3]):
        if parent.owner() != "root" or parent.is_relative_to(Path("/tmp")):
            os.chmod(parent, parent.stat().st_mode | 0o055)  # noqa: PTH101
    locked = tmp_path / "open" / below
    locked.mkdir(parents=True)
    (tmp_path / "open").chmod(0o755)
    locked.chmod(0o000)
    code = (
        "from sayso.ingest import find_inputs\nfrom sayso.errors import UsageError\n"
        f"try:\n    find_inputs({str(tmp_path / 'open')!r})\nexcept UsageError as error:\n    print(error)"
    )
    try:
        done = _as_nobody(code)
    finally:
        locked.chmod(0o755)
    assert "cannot be listed (Permission denied)" in done.stdout, done.stderr


def test_a_file_without_rights_is_a_rejection(tmp_path: Path) -> None:
    for parent in (tmp_path, *list(tmp_path.parents)[:3]):
        if parent.is_relative_to(Path("/tmp")):
            os.chmod(parent, parent.stat().st_mode | 0o055)  # noqa: PTH101
    locked = tmp_path / "locked.txt"
    locked.write_text("The mayor said no.")
    locked.chmod(0o000)
    done = _as_nobody(
        "from sayso.ingest import find_inputs, read_input\n"
        f"print(*[item for found in find_inputs({str(locked)!r}) for item in read_input(found)])"
    )
    assert "cannot be read (Permission denied)" in done.stdout, done.stderr


@pytest.mark.parametrize(
    ("given", "kind"), [(b"The mayor said no.", "Story"), (b'{"text": "No."}\n{"text": 1}\n', "Story Rejection")]
)
def test_standard_input_is_sniffed(given: bytes, kind: str) -> None:
    code = (
        "from sayso.ingest import find_inputs, read_input\n"
        "print(*[type(item).__name__ for found in find_inputs('-') for item in read_input(found)])"
    )
    done = subprocess.run([sys.executable, "-c", code], input=given, capture_output=True, check=True)
    assert done.stdout.decode().strip() == kind


def test_reading_a_plain_text_loads_no_heavy_library(tmp_path: Path) -> None:
    story = tmp_path / "story.txt"
    story.write_text("The mayor said that the bridge is closed.")
    code = (
        "import sys\nfrom sayso.ingest import find_inputs, read_input\n"
        f"items = [item for found in find_inputs({str(story)!r}) for item in read_input(found)]\n"
        "heavy = 'trafilatura pyarrow feedparser httpx dateparser pandas numpy lxml charset_normalizer py3langid'\n"
        "print(type(items[0]).__name__, *[name for name in heavy.split() if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["Story"]


def test_object_storage_is_read_as_a_folder_is(tmp_path: Path) -> None:
    """By its own address a disk is read through the same doors as a bucket."""
    (tmp_path / "day" / ".hidden").mkdir(parents=True)
    line = json.dumps({"id": "a", "text": "The bridge is safe, the mayor said."}) + "\n"
    (tmp_path / "day" / "plain.jsonl").write_text(line)
    (tmp_path / "day" / "packed.jsonl.gz").write_bytes(gzip.compress(line.encode()))
    (tmp_path / "day" / "unnamed").write_text("The bridge is safe, the mayor said.")
    (tmp_path / "day" / ".hidden" / "other.jsonl").write_text(line)
    parquet.write_table(pa.table({"text": ["The bridge is safe, the mayor said."]}), tmp_path / "day" / "rows.parquet")
    address = tmp_path.as_uri()
    found = find_inputs(address)
    assert [source.path.removeprefix(f"{address}/day/") for source in found] == [
        "packed.jsonl.gz",
        "plain.jsonl",
        "rows.parquet",
        "unnamed",
    ]
    assert [source.format for source in found] == [Format.JSONL, Format.JSONL, Format.PARQUET, Format.TEXT]
    stories = [story for source in found for story in read_input(source)]
    assert [getattr(story, "text", story) for story in stories] == ["The bridge is safe, the mayor said."] * 4
    assert find_inputs(f"{address}/day/plain.jsonl") == [found[1]]
    (tmp_path / "empty").mkdir()
    with pytest.raises(UsageError, match="holds no files"):
        find_inputs(f"{address}/empty")
    with pytest.raises(UsageError, match="cannot be reached"):
        find_inputs(f"{address}/elsewhere")
