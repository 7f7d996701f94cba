"""What may become of a file of the index."""

import io
from collections.abc import Callable

import numpy as np


def packed() -> bytes:
    file = io.BytesIO()
    np.savez(file, keys=np.arange(9, dtype=np.uint64))
    return file.getvalue()


DAMAGE: dict[str, Callable[[bytes], bytes]] = {
    "empty": lambda _: b"",
    "cut near the front": lambda whole: whole[:40],
    "cut in the middle": lambda whole: whole[: len(whole) // 2],
    "cut by one byte": lambda whole: whole[:-1],
    "zeros in front": lambda whole: bytes(128) + whole[128:],
    "blanks in between": lambda whole: whole[:60] + b" " * 67 + b"\n" + whole[128:],
    "nothing but zeros": lambda whole: bytes(len(whole)),
    "garbage": lambda _: bytes(range(256)) * 4,
    "garbage behind the magic": lambda whole: whole[:10] + bytes(range(255, -1, -1)),
    "the beginning of an archive": lambda _: b"PK\x03\x04" + bytes(range(200)),
    "an archive of arrays": lambda _: packed(),
    "bytes in the other order": lambda whole: np.frombuffer(whole, "<u8").byteswap().tobytes(),
    "a web page": lambda _: b"<!doctype html><title>Log in to the network</title>",
}
