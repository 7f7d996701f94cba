"""Tables as files, written a few rows at a time and read again."""

import csv
import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import IO, Protocol, cast

import pyarrow as pa
from pyarrow import parquet

from sayso.errors import InputError
from sayso.export.cells import column_cell, read_cell
from sayso.export.content import Content
from sayso.export.tables import SCHEMAS, table_rows
from sayso.shapes import Json

ROWS_AT_ONCE = 1000
"""A row group of Parquet; with the texts of so many stories it is a few megabytes."""
LONGEST_CELL_CHARS = 100_000_000


class Writer(Protocol):
    """What takes rows of one table."""

    def write(self, row: Json) -> None:
        """Take one."""

    def close(self) -> None:
        """Write what is left."""


class CsvWriter:
    """CSV as RFC 4180 has it, in UTF-8 with the mark by which spreadsheets know that."""

    def __init__(self, path: Path, schema: pa.Schema) -> None:
        self._file = path.open("w", encoding="utf-8-sig", newline="")
        self._columns = list(schema)
        self._writer = csv.writer(self._file)
        self._writer.writerow(schema.names)

    def write(self, row: Json) -> None:
        """Take a row."""
        self._writer.writerow([column_cell(row[column.name], column) for column in self._columns])

    def close(self) -> None:
        """End the file."""
        self._file.close()


class JsonLinesWriter:
    """A line of JSON for each row."""

    def __init__(self, path: Path, schema: pa.Schema) -> None:
        self._file = path.open("w", encoding="utf-8", newline="\n")
        self._names = schema.names

    def write(self, row: Json) -> None:
        """Take a row."""
        self._file.write(json.dumps({name: row[name] for name in self._names}, ensure_ascii=False) + "\n")

    def close(self) -> None:
        """End the file."""
        self._file.close()


class ParquetWriter:
    """Parquet, some rows in memory at a time."""

    def __init__(self, path: Path, schema: pa.Schema) -> None:
        self._schema = schema
        self._writer = parquet.ParquetWriter(path, schema, compression="zstd")
        self._rows: list[Json] = []

    def write(self, row: Json) -> None:
        """Take a row."""
        self._rows.append(row)
        if len(self._rows) >= ROWS_AT_ONCE:
            self._flush()

    def close(self) -> None:
        """Write the last rows, and end the file."""
        self._flush()
        self._writer.close()

    def _flush(self) -> None:
        if self._rows:
            self._writer.write_table(pa.Table.from_pylist(self._rows, self._schema))
            self._rows = []


WRITERS: dict[str, Callable[[Path, pa.Schema], Writer]] = {
    "csv": CsvWriter,
    "jsonl": JsonLinesWriter,
    "parquet": ParquetWriter,
}


def write_tables(content: Content, kind: str, paths: Mapping[str, Path], tell: Callable[[int], None]) -> None:
    """Write some tables of some content.

    Args:
        content: What.
        kind: "csv", "jsonl" or "parquet".
        paths: Where, by the name of the table.
        tell: Called with the number of stories done, now and again.

    Raises:
        LedgerError: the ledger cannot be read.
        OSError: a file cannot be written.
    """
    with ExitStack() as stack:
        writers = {name: WRITERS[kind](path, SCHEMAS[name]) for name, path in paths.items()}
        for writer in writers.values():
            stack.callback(writer.close)
        for name, row in table_rows(content, tuple(paths), tell):
            writers[name].write(row)


def read_rows(path: Path, table: str | None = None) -> Iterator[Json]:
    """The rows of a table that was written to a file, as they were before.

    Args:
        path: The file; what it is tells its ending: .csv, .jsonl or .parquet.
        table: Which table it holds; by default the one that it is called after.

    Raises:
        InputError: it holds no such table.
    """
    schema = SCHEMAS.get(table or path.stem)
    reader = _READERS.get(path.suffix)
    if schema is None or reader is None:
        raise InputError(
            f"{path.name} is no table of sayso",
            f"one of {', '.join(SCHEMAS)}, as .csv, .jsonl or .parquet",
            "Say which table it holds",
        )
    try:
        yield from reader(path, schema)
    except (ValueError, KeyError, TypeError, csv.Error) as error:
        raise InputError(
            f"{path.name} cannot be read: {error}", "a table as sayso wrote it", "Export it anew"
        ) from error


def _read_csv(path: Path, schema: pa.Schema) -> Iterator[Json]:
    # One setting for the whole process: it is only ever raised.
    csv.field_size_limit(max(csv.field_size_limit(), LONGEST_CELL_CHARS))
    with path.open(encoding="utf-8-sig", newline="") as file:
        for row in csv.DictReader(file):
            yield {column.name: read_cell(row[column.name], column) for column in schema}


def _read_json_lines(path: Path, schema: pa.Schema) -> Iterator[Json]:
    with path.open(encoding="utf-8", newline="\n") as file:
        for line in file:
            row = json.loads(line)
            yield {name: row[name] for name in schema.names}


def _read_parquet(path: Path, schema: pa.Schema) -> Iterator[Json]:
    with parquet.ParquetFile(path) as file:
        for batch in file.iter_batches(columns=schema.names):
            yield from cast("Iterable[Json]", batch.to_pylist())


_READERS = {".csv": _read_csv, ".jsonl": _read_json_lines, ".parquet": _read_parquet}


@contextmanager
def whole_file(path: Path) -> Iterator[Path]:
    """A place beside a path to write to, which takes its name once all is written; nothing is left where that fails."""
    part = path.with_name(f".{path.name}.part")
    try:
        yield part
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)


@contextmanager
def whole_text(path: Path) -> Iterator[IO[str]]:
    """The same as an open text file in UTF-8."""
    with whole_file(path) as part, part.open("w", encoding="utf-8", newline="\n") as file:
        yield file
