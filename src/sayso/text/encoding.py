"""From bytes to characters: which encoding, and what is refused.

The order is: byte order mark; UTF-8 where the bytes prove it (valid, with characters beyond ASCII), since pages that
declare Latin-1 and send UTF-8 are common and the reverse does not validate; the declared encoding; UTF-8; a guess by
charset-normalizer.

Damage is never hidden. A text that ends in half a character was cut off and is refused, as nobody knows how much is
gone. A few bad bytes inside UTF-8 become U+FFFD, one for each, which cleaning marks: the rest of the story stands.
"""

import codecs
import re
from dataclasses import dataclass

from sayso.errors import InputError

MOST_BAD_PER_GOOD = 0.1
"""Bad byte sequences for each character beyond ASCII that still count as damaged UTF-8. Single-byte encodings read as
UTF-8 have no good ones at all; one broken byte in a story with a dozen curly quotes has 0.08."""

MOST_CONTROL_SHARE = 0.02
"""Share of control characters above which bytes are no text. Real text has next to none, random bytes have 10 %."""

MOST_CONTROLS = 8
"""So many are let pass in a text of any length: a few stray ones in one line do not make it binary."""

_HEAD_BYTES = 4096
_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_MAGIC = (
    (b"%PDF-", "a PDF document"),
    (b"PK\x03\x04", "a zip archive or an office document"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"{\\rtf", "an RTF document"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"RIFF", "a RIFF image, sound or film"),
    (b"\x1f\x8b", "gzip-compressed data"),
    (b"BZh", "bzip2-compressed data"),
    (b"\xfd7zXZ", "xz-compressed data"),
    (b"7z\xbc\xaf", "a 7-Zip archive"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3", "an SQLite database"),
    (b"PAR1", "a Parquet table"),
)
_CONTROLS = re.compile(rb"[\x01-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_DECLARED = re.compile(
    rb"""(?:<\?xml[^>]{0,80}?\bencoding\s*=\s*["']|<meta\b[^>]{0,200}?\bcharset\s*=\s*["']?)\s*([A-Za-z0-9_.:-]{2,30})""",
    re.IGNORECASE,
)
_GUESSES = [
    "cp1252", "cp1250", "cp1251", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257", "iso8859_2", "iso8859_15", "koi8_r",
    "koi8_u", "gb18030", "big5", "shift_jis", "euc_jp", "euc_kr",
]  # fmt: skip
"""What news is written in besides UTF-8; left to all it knows, charset-normalizer takes short texts for code pages of
old terminals."""


_DECLARABLE = frozenset(codecs.lookup(name).name for name in (
    *_GUESSES, "utf-8", "ascii", "iso8859-1", "cp866", "cp874", "cp932", "cp949", "cp1258", "big5hkscs", "gb2312",
    "gbk", "iso2022_jp", "mac_cyrillic", "mac_roman", "tis_620",
    *(f"iso8859-{part}" for part in (*range(2, 12), *range(13, 17))),
))  # fmt: skip
"""What a page may say that it is written in: the encodings of the web (WHATWG Encoding) that Python knows. Others are
left out on purpose: in UTF-7 and unicode_escape harmless signs stand for markup, punycode takes the square of time."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text with the encoding that it was read with.

    Attributes:
        text: The characters; a byte order mark is not among them.
        encoding: Python's name of the encoding.
        replaced: How many bad byte sequences became U+FFFD.
    """

    text: str
    encoding: str
    replaced: int = 0


def decode_bytes(data: bytes, declared: str | None = None) -> Decoded:
    """Read bytes as text.

    Args:
        data: A whole file, page or field.
        declared: The encoding that a header or the document itself names, as it is spelled there.

    Raises:
        InputError: the bytes are no text (a picture, an archive, NUL bytes), end in half a character, or fit no known
            encoding.
    """
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return _decode_marked(data, len(mark), encoding)
    refuse_binary(data)
    try:
        text = data.decode()
    except UnicodeDecodeError as error:
        return _decode_other(data, declared, error)
    if data.isascii() and (known := _known_encoding(declared)):
        return _decode_declared(data, known) or Decoded(text, "utf-8")
    return Decoded(text, "utf-8")


def refuse_binary(data: bytes) -> None:
    """Refuse bytes that are no text in any encoding handled without a byte order mark.

    Raises:
        InputError: a known signature, a NUL byte, or too many control characters.
    """
    kind = binary_kind(data)
    if kind:
        raise InputError(f"these bytes look like {kind}", "text", "Convert it to plain text or HTML, or leave it out")


def binary_kind(data: bytes) -> str | None:
    """What bytes look like when they are no text ("a PDF document"); None for text. Byte order marks count as text."""
    if data.startswith(tuple(mark for mark, _ in _BOMS)):
        return None
    for magic, kind in _MAGIC:
        if data.startswith(magic):
            return kind
    if (position := data.find(b"\0")) >= 0:
        return f"binary data (a NUL byte at byte {position})"
    head = data[:_HEAD_BYTES]
    if len(_CONTROLS.findall(head)) > max(MOST_CONTROLS, MOST_CONTROL_SHARE * len(head)):
        return "binary data (full of control characters)"
    return None


def find_declared(head: bytes) -> str | None:
    """The encoding that the head of an HTML or XML document declares; None where it declares none."""
    match = _DECLARED.search(head[:_HEAD_BYTES])
    return match.group(1).decode("ascii") if match else None


def stream_encoding(head: bytes) -> str:
    """The encoding to read a table with, by its first bytes; the last character may be cut.

    Raises:
        InputError: the bytes are no text, or fit no known encoding.
    """
    for mark, encoding in _BOMS:
        if head.startswith(mark):
            return "utf-8-sig" if encoding == "utf-8" else encoding.rsplit("-", 1)[0]
    refuse_binary(head)
    try:
        codecs.getincrementaldecoder("utf-8")().decode(head)
    except UnicodeDecodeError:
        return _guess(head).encoding
    return "utf-8"


def _decode_marked(data: bytes, mark_bytes: int, encoding: str) -> Decoded:
    try:
        return Decoded(data[mark_bytes:].decode(encoding), encoding)
    except UnicodeDecodeError as error:
        offset = mark_bytes + error.start
        if offset + 4 > len(data):
            raise _half_character(offset, encoding) from error
        text = data[mark_bytes:].decode(encoding, "replace")
        return Decoded(text, encoding, text.count("\ufffd"))


def _decode_other(data: bytes, declared: str | None, error: UnicodeDecodeError) -> Decoded:
    if error.reason == "unexpected end of data":
        raise _half_character(error.start, "utf-8") from error
    known = _known_encoding(declared)
    if known and known != "utf-8" and (decoded := _decode_declared(data, known)):
        return decoded
    text = data.decode("utf-8", "replace")
    replaced = text.count("\ufffd")
    good = sum(not character.isascii() for character in text) - replaced
    if replaced > MOST_BAD_PER_GOOD * good:
        return _guess(data)
    cut_at = _half_character_at_end(data)
    if cut_at is not None:
        raise _half_character(cut_at, "utf-8")
    return Decoded(text, "utf-8", replaced)


def _half_character_at_end(data: bytes) -> int | None:
    for start in range(max(0, len(data) - 3), len(data)):
        try:
            data[start:].decode()
        except UnicodeDecodeError as error:
            if error.reason == "unexpected end of data":
                return start + error.start
    return None


def _half_character(offset: int, encoding: str) -> InputError:
    return InputError(
        f"the text ends in half a character at byte {offset} ({encoding})",
        "a whole story",
        "It was cut off: fetch or export it again",
    )


def _known_encoding(declared: str | None) -> str | None:
    """Python's name for a declared encoding; None for what it does not know or what cannot be meant.

    Pages that say Latin-1 mean Windows-1252 (WHATWG Encoding, section 4.2). A declaration that was read as ASCII is
    not in UTF-16 or UTF-32.
    """
    if not declared:
        return None
    try:
        name = codecs.lookup(declared).name
    except (LookupError, ValueError):  # ValueError: a NUL character
        return None
    if name not in _DECLARABLE:
        return None
    return "cp1252" if name in ("iso8859-1", "ascii") else name


def _decode_declared(data: bytes, encoding: str) -> Decoded | None:
    try:
        return Decoded(data.decode(encoding), encoding)
    except UnicodeError:
        return None


def _guess(data: bytes) -> Decoded:
    from charset_normalizer import from_bytes

    best = from_bytes(data, cp_isolation=_GUESSES).best()
    if best is None:
        raise InputError(
            "the bytes fit no encoding that sayso knows", "text, best in UTF-8", "Convert it with iconv -t UTF-8"
        )
    # in a short text several encodings can read the same: the commonest is the likeliest in what follows
    encoding = _GUESSES[0] if _GUESSES[0] in best.could_be_from_charset else best.encoding
    return Decoded(str(best), encoding)
