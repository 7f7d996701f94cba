"""The formats, and carrying some content off in one of them."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from enum import StrEnum
from pathlib import Path
from tempfile import TemporaryDirectory
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

from sayso.errors import UsageError
from sayso.export.annotations import CONTEXT, annotation_document
from sayso.export.content import Content, Part, tell_nobody
from sayso.export.files import whole_file, whole_text, write_tables
from sayso.export.prov import prov_document
from sayso.export.schema_org import schema_org_document
from sayso.export.tables import check_table, tables_of


class Format(StrEnum):
    """What a ledger's content can be carried off as: tables, or a document of a standard."""

    CSV = "csv"
    PARQUET = "parquet"
    JSONL = "jsonl"
    WEB_ANNOTATION = "web-annotation"
    PROV = "prov"
    SCHEMA_ORG = "schema-org"

    @property
    def is_tables(self) -> bool:
        """Whether it is tables, a file each."""
        return self in (Format.CSV, Format.PARQUET, Format.JSONL)

    @property
    def ending(self) -> str:
        """How its files end, without a dot."""
        return str(self) if self.is_tables else _ENDINGS[self]


_DOCUMENTS: dict[Format, Callable[[Content, Iterator[Part]], Iterator[str]]] = {
    Format.WEB_ANNOTATION: annotation_document,
    Format.PROV: prov_document,
    Format.SCHEMA_ORG: schema_org_document,
}
_ENDINGS = {Format.WEB_ANNOTATION: "anno.jsonld", Format.PROV: "prov.json", Format.SCHEMA_ORG: "schema-org.jsonld"}
MEDIA_TYPES = {
    Format.CSV: "text/csv; charset=utf-8",
    Format.PARQUET: "application/vnd.apache.parquet",
    Format.JSONL: "application/jsonl",
    Format.WEB_ANNOTATION: f'application/ld+json; profile="{CONTEXT}"',
    Format.PROV: "application/json",
    Format.SCHEMA_ORG: "application/ld+json",
}
ZIP = "application/zip"


def export(
    content: Content,
    to: Path,
    kind: Format,
    table: str | None = None,
    tell: Callable[[int], None] = tell_nobody,
) -> None:
    """Carry some content off.

    Files are written under another name and take theirs once they are whole; a few stories are in memory at a time.

    Args:
        content: What.
        to: For tables a folder, or a file that ends in .zip, or the file of the one `table`; else a file.
        kind: As what.
        table: The only table to write; all by default.
        tell: Called with the number of stories done, now and again.

    Raises:
        UsageError: there is no such table, or the format has none; there is no folder to write to.
        LedgerError: the ledger cannot be read.
    """
    folder = _folder_of(to)
    if not kind.is_tables:
        if table:
            raise UsageError(f"{kind} has no tables", "csv, parquet or jsonl with --table", "Leave the table away")
        with whole_text(_as_file(to)) as file:
            for piece in _DOCUMENTS[kind](content, content.parts(tell)):
                file.write(piece)
    elif table:
        check_table(content, table)
        with whole_file(_as_file(to)) as path:
            write_tables(content, kind, {table: path}, tell)
    elif to.suffix == ".zip":
        with whole_file(_as_file(to)) as path, TemporaryDirectory(dir=folder) as made:
            _write_folder(content, Path(made), kind, tell)
            with ZipFile(path, "w", ZIP_STORED if kind is Format.PARQUET else ZIP_DEFLATED) as packed:
                for each in sorted(Path(made).iterdir()):
                    packed.write(each, each.name)
    else:
        if to.exists() and not to.is_dir():
            raise UsageError(f"{to} is a file", "a folder for the tables, or a path that ends in .zip", "Name another")
        to.mkdir(exist_ok=True)
        _write_folder(content, to, kind, tell)


def save_text(to: Path, text: str) -> None:
    """Write a text to a file, wholly or not at all.

    Raises:
        UsageError: there is no folder to write to, or the path is one.
    """
    _folder_of(to)
    with whole_text(_as_file(to)) as file:
        file.write(text)


def _folder_of(to: Path) -> Path:
    folder = to.absolute().parent
    if not folder.is_dir():
        raise UsageError(f"there is no folder {folder}", "a path in a folder that exists", "Make it first")
    return folder


def _write_folder(content: Content, folder: Path, kind: Format, tell: Callable[[int], None]) -> None:
    with ExitStack() as stack:
        paths = {name: stack.enter_context(whole_file(folder / f"{name}.{kind.ending}")) for name in tables_of(content)}
        write_tables(content, kind, paths, tell)


def _as_file(to: Path) -> Path:
    if to.is_dir():
        raise UsageError(f"{to} is a folder", "a file to write", f"Name a file, such as {to / 'sayso.json'}")
    return to
