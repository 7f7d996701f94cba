"""Stories from web archives (WARC), CC-NEWS files among them: record by record, in bounded memory.

Read are the answers of HTTP that hold HTML or text, with status 200; requests, redirects, pictures and records about
records are passed over. What is damaged is a Rejection, and reading goes on at the next record: in .warc.gz, where
each record is packed by itself, at the next one that can be unpacked.
"""

import io
import logging
import zlib
from collections.abc import Iterator
from dataclasses import replace
from itertools import count
from typing import IO, cast

from warcio.exceptions import ArchiveLoadFailed
from warcio.recordloader import ArcWarcRecord, ArcWarcRecordLoader
from warcio.statusandheaders import StatusAndHeadersParserException

from sayso.errors import InputError, SaysoError
from sayso.ingest.fields.source_type import join_notes
from sayso.ingest.raw.files import GZIP_START, open_as_is, unreadable
from sayso.ingest.raw.packed_members import DamagedMemberError, PackedMembers
from sayso.ingest.readers.page import story_from_page
from sayso.ingest.readers.plain import story_from_plain
from sayso.records import Rejection, Story
from sayso.settings import LARGEST_FILE_BYTES

_PAGE_TYPES = frozenset({"text/html", "application/xhtml+xml"})
_READ_TYPES = _PAGE_TYPES | {"text/plain"}
_RECORD_START = b"WARC/"
_LONGEST_LINE_BYTES = 1 << 20
_BLOCK_BYTES = 1 << 16
_DAMAGE = (
    *(ArchiveLoadFailed, StatusAndHeadersParserException, EOFError, OSError, ValueError, zlib.error),
    *(AttributeError, TypeError),  # where a record has no address or no length
)

# It warns of addresses with signs of any kind in them, which belong on no terminal; what is damaged is a Rejection.
logging.getLogger("warcio").addHandler(logging.NullHandler())

StoryOrRejection = Story | Rejection


def read_warc(path: str, where: str) -> Iterator[StoryOrRejection]:
    """Stories of a WARC file, packed with gzip or not; `-` is standard input.

    Args:
        path: The file.
        where: How to call it in a Rejection, before "record 12".

    Raises:
        InputError: the file cannot be opened, or holds no record.
    """
    with open_as_is(path) as stream:
        yield from stories_of_warc(stream, where)


def stories_of_warc(stream: IO[bytes], where: str) -> Iterator[StoryOrRejection]:
    """Stories of a stream of WARC; see `read_warc`.

    Raises:
        InputError: it holds no record, or the system stops reading it.
    """
    lines = _Lines(cast(io.RawIOBase, stream))
    numbers = count(1)
    try:
        if lines.peek(len(GZIP_START)).startswith(GZIP_START):
            yield from _stories_of_members(PackedMembers(lines), where, numbers)
        else:
            yield from _stories_of_records(lines, where, numbers)
    except OSError as error:
        raise unreadable(error) from error
    finally:
        lines.detach()  # else it would close the stream, which is the caller's
    if next(numbers) == 1:
        raise InputError("a file without a record", "a WARC file", "Check that it came whole")


def _stories_of_members(members: PackedMembers, where: str, numbers: Iterator[int]) -> Iterator[StoryOrRejection]:
    damaged = False
    for member in members:
        if members.skipped and not damaged:
            yield _rejection(where, "bytes between records that cannot be unpacked")
        damaged = False
        try:
            yield from _stories_of_records(_Lines(member), where, numbers)
        except DamagedMemberError as error:
            damaged = True
            yield _rejection(where, f"a packed record that is damaged ({error})")
    if members.skipped and not damaged:
        yield _rejection(where, "bytes after the last record that cannot be unpacked")


def _stories_of_records(lines: "_Lines", where: str, numbers: Iterator[int]) -> Iterator[StoryOrRejection]:
    """The stories of the records of a stream; each is given once the next was reached without damage."""
    held: StoryOrRejection | None = None
    while True:
        start, skipped = _find_start(lines)
        if held:
            yield held
        if skipped:
            yield _rejection(where, "bytes that belong to no record (a wrong length, or damage)")
        if not start:
            return
        place = f"{where} record {next(numbers)}"
        try:
            record = ArcWarcRecordLoader(arc2warc=False).parse_record_stream(lines, start, "warc")
            held = _read_record(record, place)
            while record.raw_stream.read(_BLOCK_BYTES):
                pass
            if record.raw_stream.limit:
                held = _rejection(place, "a record that is cut off")
        except _DAMAGE as error:
            held = _rejection(place, f"a damaged record ({error or type(error).__name__})")


def _find_start(lines: "_Lines") -> tuple[bytes, bool]:
    """The line that begins the next record, empty at the end, and whether more than blank lines stood before it."""
    skipped = False
    while line := lines.readline():
        if line.startswith(_RECORD_START):
            return line, skipped
        skipped = skipped or bool(line.strip())
    return b"", skipped


def _read_record(record: ArcWarcRecord, place: str) -> StoryOrRejection | None:
    """The story of a record, or why there is none; None for a record that is passed over."""
    if record.length is None:
        raise ValueError("no Content-Length")
    answer = record.http_headers
    if record.rec_type != "response" or answer is None or not answer.statusline.startswith("200"):
        return None
    media_type, _, parameters = (answer.get_header("content-type") or "text/html").lower().partition(";")
    if media_type.strip() not in _READ_TYPES:
        return None
    url = record.rec_headers.get_header("WARC-Target-URI")
    try:
        return _story_of_answer(record, url, media_type.strip() in _PAGE_TYPES, _charset_in(parameters))
    except SaysoError as error:
        return Rejection.because(f"{place} ({url})", error)


def _story_of_answer(record: ArcWarcRecord, url: str, is_page: bool, charset: str | None) -> Story:
    data = record.content_stream().read(LARGEST_FILE_BYTES + 1)
    if len(data) > LARGEST_FILE_BYTES:
        raise InputError(f"a page of more than {LARGEST_FILE_BYTES:,} bytes", "a page of a story", "Leave it out")
    fetched = record.rec_headers.get_header("WARC-Date")
    story = story_from_page(data, url, charset, latest=fetched) if is_page else story_from_plain(data, url, charset)
    cut = record.rec_headers.get_header("WARC-Truncated")
    return replace(
        story,
        note=join_notes(
            story.note,
            f"as fetched on {fetched}" if fetched else None,
            f"cut off when it was fetched ({cut})" if cut else None,
        ),
    )


def _charset_in(parameters: str) -> str | None:
    named = (pair.partition("=")[2] for pair in parameters.split(";") if pair.strip().startswith("charset="))
    return next((name.strip(" \"'") for name in named), None)


def _rejection(where: str, came: str) -> Rejection:
    return Rejection.because(
        where, InputError(came, "a WARC record", "Fetch the archive again, if its stories are missed")
    )


class _Lines(io.BufferedReader):
    """A stream whose lines are never held whole where they are longer than any header."""

    def __init__(self, raw: io.RawIOBase) -> None:
        super().__init__(raw, _BLOCK_BYTES)

    def readline(self, size: int | None = -1, /) -> bytes:
        """The next line, or its first part."""
        wanted = _LONGEST_LINE_BYTES if size is None or size < 0 else min(size, _LONGEST_LINE_BYTES)
        return super().readline(wanted)
