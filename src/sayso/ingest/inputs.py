"""Where stories come from: a file, a folder, standard input, an address."""

import os
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePath

from sayso.errors import InputError, SaysoError, UsageError
from sayso.ingest.raw.files import READ_ERRORS, STDIN, open_source
from sayso.ingest.raw.formats import BY_SUFFIX, SNIFFED_BYTES, Format, sniff_format
from sayso.ingest.raw.object_store import is_object, list_objects
from sayso.ingest.raw.parts import Part
from sayso.text.encoding import binary_kind

LARGEST_ADDRESS_LIST_BYTES = 5_000_000
"""A longer file is a text: some 50,000 addresses."""


@dataclass(frozen=True, slots=True)
class Input:
    """Something to read stories from.

    Attributes:
        where: Its name as the user would say it.
        format: How it holds its stories.
        path: Its path ("-" for standard input), or its address.
        expected: How many stories it holds at most, where that is cheap to know: lines of JSON lines or CSV, rows of
            Parquet, 1 for a text, a page or an address; None where it is not.
        refusal: Why it must not be read at all.
        part: Which part of its table is meant; None for all of it.
    """

    where: str
    format: Format
    path: str
    expected: int | None = None
    refusal: InputError | None = None
    part: Part | None = None


_COUNTED_AT_ONCE_BYTES = 1 << 20
_OF_ONE_STORY = frozenset({Format.TEXT, Format.HTML, Format.EMAIL, Format.SAVED_PAGE, Format.PDF, Format.DOCX})


def find_inputs(target: str) -> list[Input]:
    """Find what a path or an address holds, without reading the stories.

    Args:
        target: A file; a folder, searched to its depth in sorted order without hidden files; `-` for standard input;
            an http or https address; an address in object storage (s3://bucket/news/), of a file or of many; a text
            file that holds nothing but addresses, one a line (blank lines and lines after "#" are skipped), which gives
            an input for each.

    Raises:
        UsageError: nothing is named or there, the folder or one below it cannot be listed, or it holds no files.
    """
    if is_address(target):
        return [Input(target, Format.ADDRESS, target, 1)]
    if target == STDIN:
        return [_standard_input()]
    if not target.strip():
        # As a path it would be the folder that one is in.
        raise UsageError("an empty name was given", "a file, a folder, an address or -", "Name what is to be read")
    if is_object(target):
        return [_input_of_object(address) for address in list_objects(target)]
    path = Path(target)
    try:
        if path.is_dir():
            return [source for file in _files_below(path) for source in _inputs_below(path, file)]
        if path.is_file():
            return _inputs_of_file(path)
        met = "is neither a file nor a folder" if path.exists() else "is not there"
    except OSError as error:
        raise UsageError(
            f"{target} cannot be reached ({error.strerror})", "a path that can be read", "Check its permissions"
        ) from error
    except ValueError as error:
        raise UsageError(
            f"{target!r} is no path ({error})", "a file, a folder, an address or -", "Check the spelling"
        ) from error
    raise UsageError(f"{target} {met}", "a file, a folder, an address or - for standard input", "Check the spelling")


def is_address(words: str) -> bool:
    """Tell whether this is an http or https address."""
    return words.lower().startswith(("http://", "https://"))


def _standard_input() -> Input:
    where = "standard input"
    stream = sys.stdin.buffer
    # peek leaves the bytes in place for the reader, and takes what one read of a pipe gives
    head = stream.peek(SNIFFED_BYTES) if hasattr(stream, "peek") else b""
    found = sniff_format(head)
    return Input(where, found, STDIN, 1 if found in _OF_ONE_STORY else None)


def _files_below(folder: Path) -> Iterator[Path]:
    def refuse(error: OSError) -> None:
        raise UsageError(
            f"the folder {error.filename} cannot be listed ({error.strerror})",
            "a folder that can be read",
            "Check its permissions, or name the files",
        ) from error

    found = False
    for parent, folders, names in os.walk(folder, onerror=refuse):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            file = Path(parent, name)
            if not name.startswith(".") and file.is_file():
                found = True
                yield file
    if not found:
        raise UsageError(f"the folder {folder} holds no files", "a folder with stories", "Check the path")


def _inputs_below(folder: Path, file: Path) -> list[Input]:
    """Inputs of a file of a folder; of one that is a link out of the folder, as an archive may hold, that it is."""
    if file.is_symlink() and not file.resolve().is_relative_to(folder.resolve()):
        refusal = InputError("a link that leads out of the folder", "a file of the folder itself", "Name that file")
        return [Input(str(file), Format.TEXT, str(file), 1, refusal)]
    return _inputs_of_file(file)


def _inputs_of_file(path: Path) -> list[Input]:
    where = str(path)
    try:
        format_ = _format_of(path, where)
        addresses = _addresses_in(where) if format_ is Format.TEXT else []
        if addresses:
            return [Input(address, Format.ADDRESS, address, 1) for address in addresses]
        return [Input(where, format_, where, _count_stories(where, format_))]
    except (SaysoError, *READ_ERRORS):
        # what is wrong with the file is told when it is read, as a Rejection among the others
        return [Input(where, BY_SUFFIX.get(_suffix(path), Format.TEXT), where)]


def _input_of_object(address: str) -> Input:
    """An input of object storage; its stories are not counted, as that would fetch it whole."""
    try:
        return Input(address, _format_of(PurePath(address), address), address)
    except (SaysoError, *READ_ERRORS):
        return Input(address, BY_SUFFIX.get(_suffix(PurePath(address)), Format.TEXT), address)


def _suffix(path: PurePath) -> str:
    return PurePath(path.stem).suffix.lower() if path.suffix.lower() == ".gz" else path.suffix.lower()


def _format_of(path: PurePath, where: str) -> Format:
    by_suffix = BY_SUFFIX.get(_suffix(path))
    if by_suffix:
        return by_suffix
    with open_source(where) as stream:
        found = sniff_format(stream.read(SNIFFED_BYTES))
    is_told = found in (Format.JSON_FEED, Format.JSON_ARRAY, Format.NINJS)
    return Format.JSONL if _suffix(path) == ".json" and not is_told else found


def _addresses_in(path: str) -> list[str]:
    with open_source(path) as stream:
        head = stream.read(SNIFFED_BYTES)
        if not head.removeprefix(b"\xef\xbb\xbf").lstrip().lower().startswith((b"http://", b"https://", b"#")):
            return []
        data = head + stream.read(LARGEST_ADDRESS_LIST_BYTES)
    if len(data) > LARGEST_ADDRESS_LIST_BYTES or binary_kind(data):
        return []
    lines = [line.strip() for line in data.decode("utf-8-sig", "replace").splitlines()]
    listed = [line for line in lines if line and not line.startswith("#")]
    return listed if all(is_address(line) and " " not in line for line in listed) else []


def _count_stories(path: str, format_: Format) -> int | None:
    if format_ in _OF_ONE_STORY:
        return 1
    if format_ is Format.PARQUET:
        return _count_rows(path)
    if format_ not in (Format.JSONL, Format.CSV) or path.endswith(".gz"):
        return None
    lines, last = 0, b""
    with open_source(path) as stream:
        while block := stream.read(_COUNTED_AT_ONCE_BYTES):
            lines += block.count(b"\n")
            last = block
    lines += bool(last) and not last.endswith(b"\n")
    return max(0, lines - 1) if format_ is Format.CSV else lines


def _count_rows(path: str) -> int:
    import pyarrow
    from pyarrow import parquet

    try:
        return int(parquet.read_metadata(path).num_rows)
    except (pyarrow.ArrowException, ValueError, MemoryError) as error:
        raise InputError("no Parquet table", "a Parquet file", "Export it again") from error
