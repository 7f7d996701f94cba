"""Parts of large tables, so that several workers read one file."""

import io
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import IO, Any, cast

from sayso.ingest.raw.files import open_as_is
from sayso.ingest.raw.formats import Format

_BLOCK_BYTES = 1 << 20


@dataclass(frozen=True, slots=True)
class Part:
    """Records of a table that follow one another.

    Attributes:
        begin, end: Which: bytes [begin, end) of JSON lines, row groups [begin, end) of Parquet.
        first: The number of the first record, or line, in the whole table.
    """

    begin: int
    end: int
    first: int


def cut_table(path: str, table: Format, records: int) -> list[Part]:
    """Parts of so many records or a few more, in order; none where the format cannot be cut.

    Args:
        path: A file on a disk.
        table: Its format; JSON lines that are not packed and Parquet can be cut.
        records: Lines, or rows.
    """
    if table is Format.JSONL and not path.endswith(".gz"):
        return list(_cut_lines(path, records))
    if table is Format.PARQUET:
        return list(_cut_rows(path, records))
    return []


def _cut_lines(path: str, lines: int) -> Iterator[Part]:
    begin, first, number = 0, 1, 0
    with open_as_is(path) as stream:
        at = 0
        while block := stream.read(_BLOCK_BYTES):
            place = 0
            while found := block.find(b"\n", place) + 1:
                number, place = number + 1, found
                if number % lines == 0:
                    yield Part(begin, at + found, first)
                    begin, first = at + found, number + 1
            at += len(block)
    if at > begin:
        yield Part(begin, at, first)


def _cut_rows(path: str, rows: int) -> Iterator[Part]:
    from pyarrow import parquet

    with parquet.ParquetFile(path) as table:
        sizes = [table.metadata.row_group(group).num_rows for group in range(table.num_row_groups)]
    begin, first, count = 0, 1, 0
    for group, size in enumerate(sizes, start=1):
        count += size
        if count >= rows or group == len(sizes):
            yield Part(begin, group, first)
            begin, first, count = group, first + count, 0


@contextmanager
def open_lines(path: str, part: Part) -> Iterator[IO[bytes]]:
    """Open a part of JSON lines.

    Raises:
        InputError: the file cannot be opened.
    """
    with open_as_is(path) as file:
        file.seek(part.begin)
        yield cast(IO[bytes], io.BufferedReader(_Section(file, part.end - part.begin), _BLOCK_BYTES))


class _Section(io.RawIOBase):
    """So many of the next bytes of a file."""

    def __init__(self, file: IO[bytes], size_bytes: int) -> None:
        super().__init__()
        self._file = file
        self._left = size_bytes

    def readable(self) -> bool:
        """It is."""
        return True

    def readinto(self, buffer: Any) -> int:
        """Read some more."""
        data = self._file.read(min(len(buffer), self._left))
        self._left -= len(data)
        buffer[: len(data)] = data
        return len(data)
