"""Files that gzip packed piece by piece: each piece by itself, and on past a damaged one."""

import io
import zlib
from collections.abc import Iterator
from typing import IO, TYPE_CHECKING

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

_START = b"\x1f\x8b\x08"
_BLOCK_BYTES = 1 << 16
_GZIP_WINDOW = 16 + zlib.MAX_WBITS


class DamagedMemberError(Exception):
    """A member cannot be unpacked any further."""


class PackedMembers:
    """The members of a gzip file, one after another, in bounded memory.

    Attributes:
        skipped: Whether bytes that are no member, and not all zero, stood before the latest member or the end.
    """

    def __init__(self, stream: IO[bytes]) -> None:
        self.skipped = False
        self._stream = stream
        self._rest = b""

    def __iter__(self) -> Iterator["Member"]:
        while self._find_start():
            yield Member(self)

    def take(self) -> bytes:
        """The next bytes; empty at the end."""
        block, self._rest = self._rest or self._stream.read(_BLOCK_BYTES), b""
        return block

    def give_back(self, block: bytes) -> None:
        """Put back what was taken too much."""
        self._rest = block + self._rest

    def _find_start(self) -> bool:
        self.skipped = False
        block = self.take()
        while block:
            at = block.find(_START)
            self.skipped = self.skipped or any(block[: at if at >= 0 else 1 - len(_START)])
            if at >= 0:
                self.give_back(block[at:])
                return True
            more = self.take()
            block = block[1 - len(_START) :] + more if more else b""
        return False


class Member(io.RawIOBase):
    """What one member holds."""

    def __init__(self, members: PackedMembers) -> None:
        self._members = members
        self._unpacker = zlib.decompressobj(_GZIP_WINDOW)

    def readable(self) -> bool:
        """It can be read."""
        return True

    def readinto(self, buffer: "WriteableBuffer", /) -> int:
        """Unpack the next bytes into the buffer.

        Raises:
            DamagedMemberError: it is damaged, or the file ends within it.
        """
        view = memoryview(buffer)
        while not self._unpacker.eof:
            block = self._members.take()
            if not block:
                raise DamagedMemberError("the file ends within it")
            try:
                content = self._unpacker.decompress(block, len(view))
            except zlib.error as error:
                self._members.give_back(block[1:])
                raise DamagedMemberError(str(error)) from error
            self._members.give_back(
                self._unpacker.unused_data if self._unpacker.eof else self._unpacker.unconsumed_tail
            )
            if content:
                view[: len(content)] = content
                return len(content)
        return 0
