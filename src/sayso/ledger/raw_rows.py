"""What stories were taken from as rows and back: bytes, compressed by what the text already tells of them."""

import hashlib
import sqlite3
import zlib
from dataclasses import dataclass
from pathlib import Path

from sayso.ledger.failures import damage

FIND_RAW = """
    SELECT raw.*, (SELECT text FROM revision WHERE raw_sha256 = sha256 LIMIT 1) AS text FROM raw WHERE sha256 = ?
"""
"""The row of some bytes, beside a text that was taken from them."""

_FURTHEST_BYTES = 1 << 15
"""So far back zlib looks."""

_KNOWN = "SELECT by_text FROM raw WHERE sha256 = ?"
_OTHER_TEXT = "SELECT EXISTS (SELECT 1 FROM revision WHERE raw_sha256 = ? AND text_sha256 <> ?)"
_INSERT = "INSERT INTO raw (sha256, compressed, size_bytes, by_text, run) VALUES (?, ?, ?, 1, ?)"
_WITHOUT = "UPDATE raw SET compressed = ?, by_text = 0 WHERE sha256 = ?"


@dataclass(frozen=True, slots=True)
class PreparedRaw:
    """What a story was taken from: its SHA-256, the bytes compressed by its text, and how many they were."""

    sha256: str
    compressed: bytes
    size_bytes: int


def prepare_raw(raw: bytes, text: str) -> PreparedRaw:
    """Compress what a text was taken from, which holds most of it: a line of JSON then takes 0.2 KB instead of 2."""
    packing = zlib.compressobj(zdict=_dictionary(text))
    return PreparedRaw(hashlib.sha256(raw).hexdigest(), packing.compress(raw) + packing.flush(), len(raw))


def write_raw(connection: sqlite3.Connection, raw: PreparedRaw, text: str, text_sha256: str, run_id: int) -> None:
    """Write what a text was taken from, once however many texts were.

    Where several were, none of them is needed to read it: each may be forgotten.
    """
    known = connection.execute(_KNOWN, (raw.sha256,)).fetchone()
    if known is None:
        connection.execute(_INSERT, (raw.sha256, raw.compressed, raw.size_bytes, run_id))
    elif known[0] and connection.execute(_OTHER_TEXT, (raw.sha256, text_sha256)).fetchone()[0]:
        connection.execute(_WITHOUT, (zlib.compress(_unpack(raw.compressed, text)), raw.sha256))


def read_raw(row: sqlite3.Row, path: Path) -> bytes:
    """The bytes of a row that `FIND_RAW` found.

    Raises:
        LedgerError: They are not those that were stored.
    """
    try:
        content = (
            _unpack(row["compressed"], row["text"] or "") if row["by_text"] else zlib.decompress(row["compressed"])
        )
    except zlib.error as error:
        raise damage(path, f"page {row['sha256']} cannot be unpacked ({error})") from error
    if hashlib.sha256(content).hexdigest() != row["sha256"]:
        raise damage(path, f"page {row['sha256']} is not the one that was stored")
    return content


def _unpack(compressed: bytes, text: str) -> bytes:
    packed = zlib.decompressobj(zdict=_dictionary(text))
    content = packed.decompress(compressed) + packed.flush()
    if not packed.eof:
        raise zlib.error("it ends too soon")
    return content


def _dictionary(text: str) -> bytes:
    return text.encode()[-_FURTHEST_BYTES:]
