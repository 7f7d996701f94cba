"""One door to every format: what can be read comes as a Story, what cannot as a Rejection."""

from collections.abc import Iterator

from sayso.errors import InputError, SaysoError
from sayso.ingest.fields.columns import ColumnMapping
from sayso.ingest.inputs import Input
from sayso.ingest.raw.files import STDIN, read_whole
from sayso.ingest.raw.formats import Format
from sayso.ingest.readers.documents import read_document
from sayso.ingest.readers.plain import LARGEST_TEXT_BYTES
from sayso.records import Rejection, Story
from sayso.settings import LARGEST_FILE_BYTES


def read_input(source: Input, columns: ColumnMapping | None = None) -> Iterator[Story | Rejection]:
    """Read the stories of an input, in its order. A bad story or file is a Rejection, and reading goes on.

    Args:
        source: From `find_inputs`.
        columns: Which columns or keys of a table hold what; sayso's own names if left out.
    """
    try:
        yield from _read(source, columns or ColumnMapping())
    except SaysoError as error:
        yield Rejection.because(source.where, error)


def _read(source: Input, columns: ColumnMapping) -> Iterator[Story | Rejection]:
    """What is streamed is read here; a file that is read whole, by `read_document`.

    The libraries of a format are only loaded where it is met: a plain text is read in a fraction of their time.
    """
    if source.refusal:
        raise source.refusal
    match source.format:
        case Format.JSONL:
            from sayso.ingest.readers.tables import read_jsonl

            yield from read_jsonl(source.path, source.where, columns, source.part)
        case Format.JSON_ARRAY:
            from sayso.ingest.readers.json_array import read_json_array

            yield from read_json_array(source.path, source.where, columns)
        case Format.CSV:
            from sayso.ingest.readers.tables import read_csv

            yield from read_csv(source.path, source.where, columns)
        case Format.PARQUET:
            if source.path == STDIN:
                raise InputError("a Parquet table on standard input", "a Parquet file", "Save it, and name the file")
            from sayso.ingest.readers.parquet_rows import read_parquet

            yield from read_parquet(source.path, source.where, columns, source.part)
        case Format.WARC:
            from sayso.ingest.readers.warc import read_warc

            yield from read_warc(source.path, source.where)
        case Format.OPML | Format.SITEMAP:
            from sayso.ingest.address import read_listed

            yield from read_listed(read_whole(source.path, LARGEST_FILE_BYTES), columns)
        case Format.ADDRESS:
            from sayso.ingest.address import read_address

            yield from read_address(source.path, columns)
        case _:
            limit_bytes = LARGEST_TEXT_BYTES if source.format is Format.TEXT else LARGEST_FILE_BYTES
            yield from read_document(source.format, read_whole(source.path, limit_bytes), source.where)
