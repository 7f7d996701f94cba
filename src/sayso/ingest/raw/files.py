"""Bytes from files and standard input, never more than a limit allows."""

import gzip
import io
import os
import sys
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any, cast

from sayso.errors import InputError
from sayso.ingest.raw.object_store import is_object, open_object
from sayso.settings import LARGEST_FILE_BYTES

STDIN = "-"

GZIP_START = b"\x1f\x8b"
"""The first bytes of what gzip packed."""

READ_ERRORS = (OSError, EOFError, zlib.error)
"""What reading a file may raise, gzip's own errors among them."""

_SKIPPED_AT_ONCE_BYTES = 1 << 20

EXPANDED_FREELY_BYTES = 200_000_000
MOST_EXPANDED = 100
"""A compressed file may unpack to so many times its size, and to `EXPANDED_FREELY_BYTES` in any case: news shrinks to a
third, a table that is mostly empty cells to a fortieth, nothing but zeros to a thousandth."""


@contextmanager
def open_source(path: str) -> Iterator[IO[bytes]]:
    """Open a file for reading, unpacked if its name ends in .gz; `-` is standard input, which stays open.

    Raises:
        InputError: the file cannot be opened.
    """
    if path == STDIN:
        yield sys.stdin.buffer
        return
    with _open_file(path) as file:
        if path.endswith(".gz"):
            with gzip.GzipFile(fileobj=file) as packed:
                unpacked = _Unpacked(packed, _size_of(file))
                yield cast(IO[bytes], io.BufferedReader(unpacked, _SKIPPED_AT_ONCE_BYTES))
        else:
            yield file


@contextmanager
def open_as_is(path: str) -> Iterator[IO[bytes]]:
    """Open a file for reading as it is, whatever its name ends in; see `open_source`."""
    if path == STDIN:
        yield sys.stdin.buffer
        return
    with _open_file(path) as file:
        yield file


def _size_of(file: IO[bytes]) -> int:
    size = file.seek(0, os.SEEK_END)
    file.seek(0)
    return size


class _Unpacked(io.RawIOBase):
    """What a compressed file holds, as long as that is no more than such a file can sensibly hold."""

    def __init__(self, packed: gzip.GzipFile, packed_bytes: int) -> None:
        super().__init__()
        self._packed = packed
        self._left = max(EXPANDED_FREELY_BYTES, MOST_EXPANDED * packed_bytes)

    def readable(self) -> bool:
        """It is."""
        return True

    def readinto(self, buffer: Any) -> int:
        """Unpack some more.

        Raises:
            InputError: it is too much.
        """
        data = self._packed.read(len(buffer))
        self._left -= len(data)
        if self._left < 0:
            raise InputError(
                f"a compressed file that unpacks to more than {MOST_EXPANDED} times its size",
                "stories",
                "If they are, unpack it, and name the file",
            )
        buffer[: len(data)] = data
        return len(data)


def read_whole(path: str, limit_bytes: int) -> bytes:
    """All bytes of a file, or of standard input for `-`.

    Raises:
        InputError: the file is larger than the limit, empty, or cannot be read.
    """
    with open_source(path) as stream:
        try:
            data = stream.read(limit_bytes + 1)
        except READ_ERRORS as error:
            raise unreadable(error) from error
    if not data:
        raise InputError("an empty file", "a file that holds a story", "Check that the export finished")
    if len(data) > limit_bytes:
        raise InputError(
            f"a file of more than {limit_bytes:,} bytes",
            f"a single story or page of at most {limit_bytes:,} bytes",
            "Split it into stories: one a file, or one a line as JSON lines",
        )
    return data


def unpack(data: bytes) -> bytes:
    """Unpack gzip, by no more than the largest file may have.

    Raises:
        InputError: it is damaged, or holds more than `LARGEST_FILE_BYTES`.
    """
    try:
        with gzip.GzipFile(fileobj=io.BytesIO(data)) as unpacked:
            content = unpacked.read(LARGEST_FILE_BYTES + 1)
    except READ_ERRORS as error:
        raise unreadable(error) from error
    if len(content) > LARGEST_FILE_BYTES:
        raise InputError(
            f"a packed file that holds more than {LARGEST_FILE_BYTES:,} bytes",
            f"at most {LARGEST_FILE_BYTES:,} bytes unpacked",
            "Unpack it, and split it into stories",
        )
    return content


def read_lines(stream: IO[bytes], limit_bytes: int) -> Iterator[bytes | None]:
    """The lines of a stream with their ends; None for a line longer than the limit, which is never held whole."""
    while line := stream.readline(limit_bytes + 1):
        if len(line) <= limit_bytes:
            yield line
            continue
        while line and not line.endswith(b"\n"):
            line = stream.readline(_SKIPPED_AT_ONCE_BYTES)
        yield None


def _open_file(path: str) -> IO[bytes]:
    try:
        return open_object(path) if is_object(path) else Path(path).open("rb")
    except OSError as error:
        raise unreadable(error) from error


def unreadable(error: Exception) -> InputError:
    """The error for a file that the system, or its compression, does not let us read."""
    reason = getattr(error, "strerror", None) or str(error) or type(error).__name__
    return InputError(
        f"the file cannot be read ({reason})", "a file that can be read", "Check its permissions, or copy it again"
    )
