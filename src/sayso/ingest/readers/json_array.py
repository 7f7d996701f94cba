"""Stories from one JSON array of objects: read object by object, so that a long one is never held whole."""

import codecs
import json
from collections.abc import Iterator
from typing import IO

from sayso.errors import InputError, SaysoError
from sayso.ingest.fields.columns import ColumnMapping
from sayso.ingest.fields.stories import story_from_record
from sayso.ingest.raw.files import READ_ERRORS, open_source, unreadable
from sayso.ingest.readers.tables import LONGEST_RECORD_BYTES, BadInARow
from sayso.records import Rejection, Story
from sayso.settings import LONGEST_STORY_CHARS

_BLOCK_BYTES = 1 << 16
_WANTED = "a JSON array of objects in UTF-8"


def read_json_array(path: str, where: str, columns: ColumnMapping) -> Iterator[Story | Rejection]:
    """Stories of a file that is one JSON array of objects.

    Args:
        path: The file, .gz or not; `-` for standard input.
        where: How to call it in a Rejection, before "object 12".
        columns: Which keys hold what.
    """
    try:
        with open_source(path) as stream:
            yield from stories_of_json_array(stream, where, columns)
    except SaysoError as error:
        yield Rejection.because(where, error)


def stories_of_json_array(stream: IO[bytes], where: str, columns: ColumnMapping) -> Iterator[Story | Rejection]:
    """Stories of a stream that is one JSON array; see `read_json_array`.

    Raises:
        InputError: the stream breaks off, or is no such array from some place on.
    """
    bad = BadInARow()
    for number, (record, raw) in enumerate(_objects(stream), start=1):
        try:
            if not isinstance(record, dict):
                raise InputError("JSON that is no object", 'an object such as {"text": "..."}', "Export it again")
            yield bad.end_with(story_from_record(record, columns, "utf-8", raw.encode()))
        except SaysoError as error:
            yield Rejection.because(f"{where} object {number}", error)
            bad.count()


def _objects(stream: IO[bytes]) -> Iterator[tuple[object, str]]:
    """Each value of an array with its text; what is read is dropped once its value is told."""
    blocks = _texts(stream)
    decoder = json.JSONDecoder()
    ahead = _behind_bracket(next(blocks, ""), blocks)
    count = 0
    while not ahead.startswith("]"):
        value, end, ahead = _next_value(decoder, ahead, blocks, count)
        yield value, ahead[:end]
        count += 1
        ahead = _filled(ahead[end:], blocks)
        if ahead.startswith(","):
            ahead = _filled(ahead[1:], blocks)
        elif not ahead.startswith("]"):
            raise InputError(f"JSON that breaks off behind object {count}", _WANTED, "Check that it came whole")


def _next_value(decoder: json.JSONDecoder, ahead: str, blocks: Iterator[str], count: int) -> tuple[object, int, str]:
    """The value that a text opens with, where it ends, and the text with all that was read for it."""
    wanted = 1
    while True:
        try:
            return (*decoder.raw_decode(ahead), ahead)
        except RecursionError as error:
            raise InputError("JSON nested too deep", _WANTED, "Export it again") from error
        except ValueError as error:
            if len(ahead) > LONGEST_RECORD_BYTES:
                told, most = f"no end of object {count + 1}", f"a story of at most {LONGEST_STORY_CHARS:,} characters"
                raise InputError(told, most, "Split it into stories") from error
            more = "".join(block for _, block in zip(range(wanted), blocks, strict=False))
            if not more:
                raise InputError(
                    f"no JSON in object {count + 1} ({error})", _WANTED, "Check that it came whole"
                ) from error
            ahead, wanted = ahead + more, 2 * wanted


def _behind_bracket(text: str, blocks: Iterator[str]) -> str:
    """What follows the bracket that an array opens with.

    Raises:
        InputError: it opens with something else.
    """
    text = _filled(text.removeprefix("\ufeff"), blocks)
    if not text.startswith("["):
        raise InputError("no JSON array", _WANTED, "Check what this file is")
    return _filled(text[1:], blocks)


def _filled(text: str, blocks: Iterator[str]) -> str:
    """A text without space before it, and with more where nothing else is left of it."""
    text = text.lstrip()
    while not text and (more := next(blocks, "")):
        text = more.lstrip()
    return text


def _texts(stream: IO[bytes]) -> Iterator[str]:
    decoder = codecs.getincrementaldecoder("utf-8")()
    try:
        while block := stream.read(_BLOCK_BYTES):
            if text := decoder.decode(block):
                yield text
        decoder.decode(b"", final=True)
    except UnicodeDecodeError as error:
        raise InputError("bytes that are not UTF-8", "JSON in UTF-8 (RFC 8259)", "Convert it with iconv") from error
    except READ_ERRORS as error:
        raise unreadable(error) from error
