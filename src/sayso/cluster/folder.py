"""The folder that an archive is read into: tables of Parquet by month, on a disk or in object storage.

Every file is written whole or not at all, under a name that its content decides: work that is done twice, as when a
worker was killed, gives the same files again.
"""

import json
import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pyarrow as pa
from pyarrow import compute, fs, parquet

from sayso.errors import UsageError

UNDATED = "undated"
"""The month of stories that do not tell theirs."""

_MONTH = re.compile(r"[12]\d{3}-(?:0[1-9]|1[0-2])")
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]+://")


def month_of(published: str | None) -> str:
    """The month of a story by when it was published: "2024-12", or "undated"."""
    found = _MONTH.match(published or "")
    return found.group() if found else UNDATED


class Folder:
    """A folder on a disk (a path) or in object storage (an address such as s3://bucket/archive)."""

    def __init__(self, place: str) -> None:
        """Name a folder; nothing is made.

        Raises:
            UsageError: the address is of no storage that is known.
        """
        self.is_local = not _SCHEME.match(place)
        # Workers may be called from another folder than this process.
        self.place = str(Path(place).absolute()) if self.is_local else place.rstrip("/")
        try:
            self._files, root = (
                (fs.LocalFileSystem(), self.place) if self.is_local else fs.FileSystem.from_uri(self.place)
            )
        except (pa.ArrowInvalid, ValueError, OSError) as error:
            raise UsageError(
                f"{place} cannot be reached ({error})", "a path, or an address such as s3://bucket/folder", "Check it"
            ) from error
        self._root = root.rstrip("/")

    def address(self, path: str) -> str:
        """What Daft calls a path in the folder."""
        return f"{self._root if self.is_local else self.place}/{path}"

    def names(self, path: str) -> set[str]:
        """The paths of the files below a folder of it, from there on; none where there is no such folder."""
        below = f"{self._root}/{path}/"
        selector = fs.FileSelector(below.rstrip("/"), allow_not_found=True, recursive=True)
        return {one.path.removeprefix(below) for one in self._files.get_file_info(selector) if one.is_file}

    def tables(self, path: str) -> list[str]:
        """The Parquet files below a folder of it, in order."""
        return sorted(f"{path}/{name}" for name in self.names(path) if name.endswith(".parquet"))

    def months(self) -> list[str]:
        """The months that there are stories of, in order; "undated" last."""
        return sorted({path.split("/")[1].removeprefix("month=") for path in self.tables("stories")})

    def holds(self, path: str) -> bool:
        """Whether there is such a file."""
        return self._files.get_file_info(f"{self._root}/{path}").type is fs.FileType.File

    def count_rows(self, path: str) -> int:
        """How many rows a table has."""
        with self._files.open_input_file(f"{self._root}/{path}") as file:
            return int(parquet.read_metadata(file).num_rows)

    def read_table(self, path: str) -> pa.Table:
        """A table."""
        with self._files.open_input_file(f"{self._root}/{path}") as file:
            return parquet.read_table(file)

    def write_table(self, path: str, table: pa.Table) -> None:
        """Write a table, wholly or not at all."""
        with self._whole(path) as file:
            parquet.write_table(table, file, compression="zstd")

    def read_json(self, path: str) -> Any:
        """A document, None where there is none."""
        if not self.holds(path):
            return None
        with self._files.open_input_file(f"{self._root}/{path}") as file:
            return json.loads(file.read())

    def write_json(self, path: str, value: object) -> None:
        """Write a document, wholly or not at all."""
        with self._whole(path) as file:
            file.write(json.dumps(value, ensure_ascii=False, indent=1).encode())

    def delete(self, path: str) -> None:
        """Delete a folder of it with all that is in it, where it is there."""
        self._files.delete_dir_contents(f"{self._root}/{path}", missing_dir_ok=True)

    @contextmanager
    def _whole(self, path: str) -> Iterator[Any]:
        """A file to write to. Object storage shows it once it is closed; on a disk it takes its name then."""
        to = f"{self._root}/{path}"
        part = f"{to}.{os.getpid()}.part" if self.is_local else to
        if self.is_local:
            Path(to).parent.mkdir(parents=True, exist_ok=True)
        try:
            with self._files.open_output_stream(part) as file:
                yield file
            if self.is_local:
                Path(part).replace(to)
        finally:
            if self.is_local:
                Path(part).unlink(missing_ok=True)

    def clear(self) -> None:
        """Delete what a process that was killed left half written."""
        if self.is_local:
            for part in Path(self._root).rglob("*.part"):
                part.unlink(missing_ok=True)

    def write_by_month(self, table: str, name: str, rows: pa.Table, months: pa.Array) -> None:
        """Write rows to the files of that name of a table, one a month."""
        for month in compute.unique(months).to_pylist():
            self.write_table(f"{table}/month={month}/{name}.parquet", rows.filter(compute.equal(months, month)))
