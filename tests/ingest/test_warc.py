import gzip
import io
import random
import subprocess
import sys
from pathlib import Path

import pytest
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from sayso.errors import InputError
from sayso.ingest import find_inputs, read_input
from sayso.ingest.readers.warc import stories_of_warc
from sayso.records import Rejection, Story

pytestmark = pytest.mark.filterwarnings("ignore:Unclosed file:ResourceWarning")  # of the library's writer

PAGE = "<!DOCTYPE html><html><body><p>The mayor said “no” to bridge {}.</p><p>She left.</p></body></html>"
HTML = "text/html; charset=utf-8"


def archive(*pages: tuple[str, bytes], packed: bool = True, status: str = "200 OK", **headers: str) -> bytes:
    """A WARC file with an answer of each type and content, as the library writes it."""
    stream = io.BytesIO()
    writer = WARCWriter(stream, gzip=packed)
    writer.write_record(writer.create_warcinfo_record("made.warc", {"software": "the tests"}))
    for number, (kind, content) in enumerate(pages):
        url = f"https://gazette.example/{number}"
        answer = StatusAndHeaders(status, [("Content-Type", kind)], protocol="HTTP/1.1")
        named = {
            "WARC-Date": "2024-12-14T09:30:00Z",
            **{name.replace("_", "-"): told for name, told in headers.items()},
        }
        record = writer.create_warc_record(
            url, "response", payload=io.BytesIO(content), http_headers=answer, warc_headers_dict=named
        )
        asked = StatusAndHeaders(f"GET /{number} HTTP/1.1", [("Host", "gazette.example")], is_http_request=True)
        request = writer.create_warc_record(url, "request", http_headers=asked)
        writer.write_request_response_pair(request, record)
    return stream.getvalue()


def page(number: int) -> tuple[str, bytes]:
    return HTML, PAGE.format(number).encode()


def read(data: bytes) -> list[Story | Rejection]:
    return list(stories_of_warc(io.BytesIO(data), "made.warc"))


def rejections(items: list[Story | Rejection]) -> list[str]:
    return [item.came for item in items if isinstance(item, Rejection)]


def urls(items: list[Story | Rejection]) -> list[str | None]:
    return [item.url for item in items if isinstance(item, Story)]


@pytest.mark.parametrize(("name", "packed"), [("a.warc", False), ("a.warc.gz", True)])
def test_pages_and_texts_become_stories_and_the_rest_is_passed_over(tmp_path: Path, name: str, packed: bool) -> None:
    path = tmp_path / name
    texts = ("text/plain; charset=koi8-r", "Мэр города сказал нет.".encode("koi8-r"))
    path.write_bytes(archive(page(1), ("image/png", b"\x89PNG"), texts, packed=packed))
    first, second = read_input(find_inputs(str(path))[0])
    assert isinstance(first, Story)
    assert first.text == "The mayor said “no” to bridge 1.\n\nShe left."
    assert (first.url, first.note) == ("https://gazette.example/0", "as fetched on 2024-12-14T09:30:00Z")
    assert isinstance(second, Story)
    assert second.text == "Мэр города сказал нет."


def test_a_file_packed_as_one_is_read_too() -> None:
    assert len(read(gzip.compress(archive(page(1), page(2), packed=False)))) == 2


def test_answers_other_than_200_are_passed_over() -> None:
    assert read(archive(page(1), status="404 Not Found")) == []


def test_no_date_after_the_fetch_is_taken_for_that_of_a_page() -> None:
    dated = b"<html><body><p>The mayor said no.</p><p>Updated January 3, 2025</p></body></html>"
    (story,) = read(archive((HTML, dated)))
    assert isinstance(story, Story)
    assert story.published is None


def test_a_page_that_the_crawler_cut_off_says_so() -> None:
    (story,) = read(archive(page(1), WARC_Truncated="length"))
    assert isinstance(story, Story)
    assert story.note == "as fetched on 2024-12-14T09:30:00Z; cut off when it was fetched (length)"


def test_a_page_without_a_story_is_a_rejection_with_its_address() -> None:
    items = read(archive((HTML, b"<html><body></body></html>"), page(2)))
    assert [type(item) for item in items] == [Rejection, Story]
    assert isinstance(items[0], Rejection)
    assert items[0].where == "made.warc record 2 (https://gazette.example/0)"


def test_a_damaged_packed_record_is_told_and_the_next_are_read() -> None:
    data = bytearray(archive(page(1), page(2), page(3)))
    starts = [at for at in range(len(data)) if data[at : at + 3] == b"\x1f\x8b\x08"]
    second = starts[3]  # after warcinfo, the first answer and its request
    data[second + 30 : second + 60] = bytes(30)
    items = read(bytes(data))
    assert urls(items) == ["https://gazette.example/0", "https://gazette.example/2"]
    assert len(rejections(items)) == 1
    assert "packed record that is damaged" in rejections(items)[0]


def test_a_packed_record_whose_start_is_lost_is_told() -> None:
    data = bytearray(archive(page(1), page(2)))
    starts = [at for at in range(len(data)) if data[at : at + 3] == b"\x1f\x8b\x08"]
    data[starts[1]] ^= 0xFF
    items = read(bytes(data))
    assert urls(items) == ["https://gazette.example/1"]
    assert rejections(items) == ["bytes between records that cannot be unpacked"]


@pytest.mark.parametrize("packed", [True, False])
def test_a_file_that_ends_within_a_record_says_so(packed: bool) -> None:
    data = archive(page(1), packed=packed)
    cut = data[: data.rindex(b"\x1f\x8b\x08")] if packed else data[: data.index(b"WARC-Type: request")]
    items = read(cut[:-40])
    assert urls(items) == []
    assert len(rejections(items)) == 1


def test_a_wrong_length_is_told_and_the_next_record_is_read() -> None:
    data = archive(page(1), page(2), packed=False)
    at = data.index(b"Content-Length: ", data.index(b"WARC-Type: response"))
    end = data.index(b"\r\n", at)
    items = read(data[:at] + b"Content-Length: 90" + data[end:])
    assert "https://gazette.example/1" in urls(items)
    assert any("belong to no record" in came for came in rejections(items))


def test_a_file_without_a_record_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.warc"
    path.write_bytes(b"The mayor said no.\n")
    items = list(read_input(find_inputs(str(path))[0]))
    assert [type(item) for item in items] == [Rejection, Rejection]


@pytest.mark.parametrize("packed", [True, False])
def test_damage_anywhere_never_raises(packed: bool) -> None:
    whole, chance = archive(page(1), page(2), packed=packed), random.Random(7)
    for _ in range(150):
        data = bytearray(whole)
        for _ in range(chance.randint(1, 4)):
            data[chance.randrange(len(data))] = chance.randrange(256)
        path_items = _read_as_a_file_is(bytes(data[: chance.randint(1, len(data))]))
        assert path_items


def test_warnings_of_the_library_reach_no_terminal(tmp_path: Path) -> None:
    """They quote addresses, which may hold signs that a terminal obeys."""
    path = tmp_path / "a.warc"
    path.write_bytes(
        archive(page(0), packed=False).replace(b"https://gazette.example/0", b"https://gazette. \x1b[2J/0")
    )
    code = "import sys; from sayso.ingest.readers.warc import read_warc; print(len(list(read_warc(sys.argv[1], 'a'))))"
    done = subprocess.run([sys.executable, "-c", code, str(path)], capture_output=True, text=True, check=True)
    assert (done.stdout, done.stderr) == ("1\n", "")


def _read_as_a_file_is(data: bytes) -> list[object]:
    try:
        return list(read(data)) or ["nothing"]
    except InputError as error:
        return [error]


@pytest.mark.parametrize("packed", [True, False])
def test_records_are_read_one_by_one(packed: bool) -> None:
    chance = random.Random(7)
    texts = [("text/plain", " ".join(f"{chance.random()}" for _ in range(3000)).encode()) for _ in range(40)]
    stream = io.BytesIO(archive(*texts, packed=packed))
    items = stories_of_warc(stream, "made.warc")
    assert isinstance(next(items), Story)
    assert stream.tell() < len(stream.getvalue()) / 8
    assert sum(1 for _ in items) == 39
