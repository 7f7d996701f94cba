"""Stories from JSON lines and CSV: streamed, and past every bad record."""

import csv
import io
import json
from collections.abc import Iterator
from typing import IO, TextIO

from sayso.errors import InputError, SaysoError
from sayso.ingest.fields.columns import ColumnMapping
from sayso.ingest.fields.stories import story_from_record
from sayso.ingest.raw.files import READ_ERRORS, open_source, read_lines, unreadable
from sayso.ingest.raw.parts import Part, open_lines
from sayso.records import Rejection, Story
from sayso.settings import LONGEST_STORY_CHARS
from sayso.text.encoding import decode_bytes, stream_encoding

LONGEST_RECORD_BYTES = 8 * LONGEST_STORY_CHARS
"""A longer line or field is skipped unread. The longest story has six bytes a character where JSON escapes them all
(\\u0431), and room for its other fields."""

_DELIMITERS = (",", ";", "\t", "|")
_SNIFFED_BYTES = 1 << 16

MOST_BAD_IN_A_ROW = 10_000
"""After so many records that are no stories, one after the other, the rest is not read: it is no table of stories, and
to tell of each costs memory, of which a compressed file of a few megabytes can ask for any amount."""

StoryOrRejection = Story | Rejection


def read_jsonl(path: str, where: str, columns: ColumnMapping, part: Part | None = None) -> Iterator[StoryOrRejection]:
    """Stories of a file of JSON lines, one object a line, in UTF-8; blank lines are skipped.

    Args:
        path: The file, .gz or not; `-` for standard input.
        where: How to call it in a Rejection, before "line 12".
        columns: Which keys hold what.
        part: Only these lines.
    """
    try:
        with open_lines(path, part) if part else open_source(path) as stream:
            yield from stories_of_json_lines(stream, where, columns, part.first if part else 1)
    except SaysoError as error:
        yield Rejection.because(where, error)


def stories_of_json_lines(
    stream: IO[bytes], where: str, columns: ColumnMapping, first: int = 1
) -> Iterator[StoryOrRejection]:
    """Stories of a stream of JSON lines, of which the first has a number; see `read_jsonl`.

    Raises:
        InputError: the stream breaks off, or holds no line.
    """
    number, empty = 0, True
    bad = BadInARow()
    try:
        for number, line in enumerate(read_lines(stream, LONGEST_RECORD_BYTES), start=first):
            if line is not None and not line.strip():
                continue
            if empty and line is not None and line.strip() in (b"{", b"["):
                raise InputError(
                    "one JSON document over many lines",
                    "one JSON object a line, or an array of objects in a file whose name ends in .json",
                    "Rename it, or write each object in one line, for example with jq -c",
                )
            empty = False
            try:
                yield bad.end_with(_story_of_line(line, columns))
            except SaysoError as error:
                yield Rejection.because(f"{where} line {number}", error)
                bad.count()
    except READ_ERRORS as error:
        raise unreadable(error) from error
    if empty:
        raise InputError("a file without a line", "a JSON object a line", "Check that the export finished")


def _story_of_line(line: bytes | None, columns: ColumnMapping) -> Story:
    if line is None:
        raise InputError(
            f"a line of more than {LONGEST_RECORD_BYTES:,} bytes",
            f"a story of at most {LONGEST_STORY_CHARS:,} characters",
            "Split it into stories",
        )
    try:
        record = json.loads(line.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise InputError(
            f"bytes that are not UTF-8, at byte {error.start} of the line",
            "JSON in UTF-8 (RFC 8259)",
            "Convert it with iconv -t UTF-8",
        ) from error
    except RecursionError as error:
        raise InputError("JSON nested too deep", "an object with its text", "Export it again") from error
    except ValueError as error:
        raise InputError(f"no JSON ({error})", "one JSON object a line", "Check that the export finished") from error
    if not isinstance(record, dict):
        raise InputError("JSON that is no object", 'an object such as {"text": "..."}', "Write one object a line")
    return story_from_record(record, columns, "utf-8", line)


def read_csv(path: str, where: str, columns: ColumnMapping) -> Iterator[StoryOrRejection]:
    """Stories of a CSV file with a header, separated by comma, semicolon, tab or bar; see `read_jsonl`."""
    try:
        with open_source(path) as stream:
            yield from stories_of_csv(stream, where, columns)
    except SaysoError as error:
        yield Rejection.because(where, error)


def stories_of_csv(stream: IO[bytes], where: str, columns: ColumnMapping) -> Iterator[StoryOrRejection]:
    """Stories of a stream of CSV. Its encoding is judged by its first 64 KB.

    Raises:
        InputError: the stream breaks off, is no text, has no column for the text, or its quotation marks are so off
            that the next record cannot be found.
    """
    # field_size_limit is one setting for the whole process: it is only ever raised here
    csv.field_size_limit(max(csv.field_size_limit(), LONGEST_RECORD_BYTES))
    buffered = stream if isinstance(stream, io.BufferedReader) else io.BufferedReader(stream, _SNIFFED_BYTES)  # type: ignore[type-var]
    try:
        encoding = stream_encoding(buffered.peek(_SNIFFED_BYTES)[:_SNIFFED_BYTES])
        text = io.TextIOWrapper(buffered, encoding, errors="surrogateescape", newline="")
        try:
            yield from _stories_of_rows(text, where, columns, encoding)
        finally:
            text.detach()
    except READ_ERRORS as error:
        raise unreadable(error) from error
    except UnicodeError as error:
        raise InputError(f"bytes that do not fit ({error})", "a CSV file in UTF-8", "Export it as UTF-8") from error
    except csv.Error as error:
        raise InputError(
            f"CSV that cannot be followed any further ({error})",
            "quotation marks in pairs",
            "Export the table again, best as JSON lines",
        ) from error


def _stories_of_rows(text: TextIO, where: str, columns: ColumnMapping, encoding: str) -> Iterator[StoryOrRejection]:
    lines = _BoundedLines(text)
    first = next(lines, "")
    if not first.strip():
        raise InputError(
            "a table without a header",
            "a CSV file with the names of its columns in the first line",
            "Check that the export finished",
        )
    delimiter, header = _read_header(first, columns)
    if columns.text not in header:
        raise InputError(
            f'no column "{columns.text}" (there are {", ".join(header)[:200]})',
            "a column that holds the text",
            "Name it, for example with --columns text=body",
        )
    rows = csv.reader(lines, delimiter=delimiter)
    bad = BadInARow()
    while True:
        number = lines.read + 1
        lines.taken = [first]
        try:
            row = next(rows)
            if row:
                raw = "".join(lines.taken).encode(encoding, "surrogateescape")
                yield bad.end_with(_story_of_row(header, row, columns, encoding, raw))
        except StopIteration:
            return
        except SaysoError as error:
            yield Rejection.because(f"{where} line {number}", error)
            bad.count()


class BadInARow:
    """Counts records that are no stories, one after the other."""

    def __init__(self) -> None:
        self._counted = 0

    def end_with(self, story: Story) -> Story:
        """Begin anew, as here is a story."""
        self._counted = 0
        return story

    def count(self) -> None:
        """Count one more.

        Raises:
            InputError: they are too many.
        """
        self._counted += 1
        if self._counted >= MOST_BAD_IN_A_ROW:
            raise InputError(
                f"{MOST_BAD_IN_A_ROW:,} records one after the other that are no stories; the rest was not read",
                "a table of stories",
                "Check what this file is",
            )


class _BoundedLines:
    """The lines of a text with a limit on their length; it goes on after a line that was too long.

    `read` counts them, and `taken` holds those since it was last emptied.
    """

    def __init__(self, text: TextIO) -> None:
        self.read = 0
        self.taken: list[str] = []
        self._text = text

    def __iter__(self) -> "_BoundedLines":
        return self

    def __next__(self) -> str:
        line = self._text.readline(LONGEST_RECORD_BYTES + 1)
        if not line:
            raise StopIteration
        self.read += 1
        if len(line) <= LONGEST_RECORD_BYTES:
            self.taken.append(line)
            return line
        while line and not line.endswith("\n"):
            line = self._text.readline(_SNIFFED_BYTES)
        raise InputError(
            f"a line of more than {LONGEST_RECORD_BYTES:,} characters",
            f"a story of at most {LONGEST_STORY_CHARS:,} characters",
            "Split it into stories",
        )


def _read_header(line: str, columns: ColumnMapping) -> tuple[str, list[str]]:
    headers = {delimiter: next(csv.reader([line], delimiter=delimiter)) for delimiter in _DELIMITERS}
    with_text = [delimiter for delimiter in _DELIMITERS if columns.text in headers[delimiter]]
    delimiter = max(with_text or _DELIMITERS, key=lambda candidate: len(headers[candidate]))
    return delimiter, [name.strip() for name in headers[delimiter]]


def _story_of_row(header: list[str], row: list[str], columns: ColumnMapping, encoding: str, raw: bytes) -> Story:
    if len(row) != len(header):
        raise InputError(f"{len(row)} fields", f"{len(header)}, as the header has", "Check its quotation marks")
    record = {name: _restore_bytes(value, encoding) for name, value in zip(header, row, strict=True)}
    return story_from_record(record, columns, encoding, raw)


def _restore_bytes(value: str, encoding: str) -> str:
    try:
        value.encode("utf-8")
    except UnicodeEncodeError:
        return decode_bytes(value.encode(encoding, "surrogateescape"), encoding).text
    return value
