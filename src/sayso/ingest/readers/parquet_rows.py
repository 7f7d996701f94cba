"""Stories from Parquet: row group by row group, and past every bad row."""

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING

from sayso.errors import InputError, SaysoError
from sayso.ingest.fields.columns import ColumnMapping
from sayso.ingest.fields.stories import story_from_record
from sayso.ingest.raw.files import open_as_is
from sayso.ingest.raw.parts import Part
from sayso.ingest.readers.tables import BadInARow, StoryOrRejection
from sayso.records import Rejection

if TYPE_CHECKING:
    import pyarrow

_ROWS_AT_ONCE = 64


def read_parquet(path: str, where: str, columns: ColumnMapping, part: Part | None = None) -> Iterator[StoryOrRejection]:
    """Stories of a Parquet file, or of some of its row groups, one by one; see `sayso.ingest.readers.tables`."""
    import pyarrow
    from pyarrow import parquet

    try:
        with open_as_is(path) as file, parquet.ParquetFile(file) as table:
            names = table.schema_arrow.names
            if columns.text not in names:
                raise InputError(
                    f'no column "{columns.text}" (there are {", ".join(names)[:200]})',
                    "a column that holds the text",
                    "Name it, for example with --columns text=body",
                )
            wanted = [column for _, column in columns.items() if column in names]
            if twice := [column for column in wanted if names.count(column) > 1]:
                raise InputError(f'several columns "{twice[0]}"', "one of each name", "Rename all but one")
            number = part.first - 1 if part else 0
            groups = range(part.begin, part.end) if part else None
            bad = BadInARow()
            for batch in table.iter_batches(batch_size=_ROWS_AT_ONCE, row_groups=groups, columns=wanted):
                for row in range(batch.num_rows):
                    number += 1
                    try:
                        record = _record_of(batch, row, wanted)
                        yield bad.end_with(story_from_record(record, columns, raw=_line_of(record)))
                    except SaysoError as error:
                        yield Rejection.because(f"{where} row {number}", error)
                        bad.count()
    except SaysoError as error:
        yield Rejection.because(where, error)
    except (OSError, ValueError, MemoryError, pyarrow.ArrowException) as error:
        refused = InputError(f"no Parquet that can be read ({error})", "a Parquet file", "Export it again")
        yield Rejection.because(where, refused)


def _record_of(batch: "pyarrow.RecordBatch", row: int, wanted: list[str]) -> dict[str, object]:
    try:
        return {name: batch.column(name)[row].as_py() for name in wanted}
    except UnicodeDecodeError as error:
        raise InputError(f"a text that is not UTF-8 ({error})", "UTF-8", "Export it again") from error
    except (ValueError, OverflowError, LookupError, TypeError, NotImplementedError) as error:
        # times out of Python's range, in nanoseconds or in a zone that there is not
        raise InputError(
            f"a value that cannot be taken ({error})", "texts, and dates from 1 to 9999", "Convert it"
        ) from error


def _line_of(record: dict[str, object]) -> bytes:
    """A record of a table whose rows have no bytes of their own, as a line of JSON."""
    return (json.dumps(record, ensure_ascii=False, default=str) + "\n").encode()
