"""What an archive is read from: its inputs, each by its number, which never changes."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

from sayso.cluster.folder import Folder
from sayso.errors import UsageError
from sayso.ingest import ColumnMapping, Format, Input
from sayso.ingest.raw.object_store import is_object
from sayso.ingest.raw.parts import Part, cut_table

MANIFEST = "archive.json"
Listed = dict[str, Any]

LOT_STORIES = 1000
"""Stories in a lot: what is read again at most where a worker was killed, a minute or two of its time."""

PART_STORIES = 20_000
"""Stories in a part of a large table, which is what a worker takes of it at a time: half an hour of its time."""


@dataclass(frozen=True, slots=True)
class Begun:
    """What an archive is read from, and how.

    Attributes:
        inputs: By their numbers; of a large table each part has one.
        columns: Which columns or keys of tables hold what.
        lot_stories: How many stories a lot has; the same from its beginning on.
    """

    inputs: Mapping[int, Input]
    columns: ColumnMapping
    lot_stories: int


def begin_archive(
    folder: Folder, inputs: list[Input], columns: ColumnMapping, *, resume: bool, lot_stories: int = LOT_STORIES
) -> Begun:
    """Write down what an archive is read from, or go on with one.

    Args:
        folder: Where it is read into.
        inputs: From `find_inputs`. Those that the archive does not know yet come behind the others.
        columns: Which columns or keys of tables hold what.
        resume: Go on with an archive that is begun.
        lot_stories: How many stories a lot has, where the archive is begun now.

    Raises:
        UsageError: there is an archive and `resume` is false; or it was begun with other columns, or an input of it
            has changed since; or an input is none that can be read again.
    """
    inputs = [_find_again(source) for source in inputs]
    known = folder.read_json(MANIFEST)
    if known is not None and not resume:
        raise UsageError(
            f"{folder.place} holds an archive that is begun",
            "a new folder, or --resume to go on with that one",
            "Give --resume with the same command, or name another folder",
        )
    if known is not None and known["columns"] != asdict(columns):
        raise UsageError(
            f"the archive in {folder.place} was begun with other --columns", str(known["columns"]), "Give the same"
        )
    listed = _list_parts(inputs, known["inputs"] if known else [])
    lot_stories = known["lot_stories"] if known else lot_stories
    folder.write_json(MANIFEST, {"lot_stories": lot_stories, "columns": asdict(columns), "inputs": listed})
    given = {source.path: source for source in inputs}
    numbered = {
        number: replace(given[one["path"]], part=Part(**one["part"]) if one["part"] else None)
        for number, one in enumerate(listed)
        if one["path"] in given
    }
    return Begun(numbered, columns, lot_stories)


def _list_parts(inputs: list[Input], known: list[Listed]) -> list[Listed]:
    """The parts that are known, then those of inputs that are not."""
    listed, sizes = list(known), {one["path"]: one["size_bytes"] for one in known}
    for source in inputs:
        size = _size_of(source)
        if source.path not in sizes:
            sizes[source.path] = size
            listed += [{"path": source.path, "size_bytes": size, "part": part} for part in _cut(source)]
        elif sizes[source.path] != size:
            raise UsageError(
                f"{source.where} has changed since the archive was begun",
                f"the file as it was, of {sizes[source.path]} bytes",
                "Read what is new from a file of its own",
            )
    return listed


def _cut(source: Input) -> list[dict[str, int] | None]:
    """The parts of an input that several workers may read; None for one that is read by one."""
    if not source.expected or source.expected <= PART_STORIES:
        return [None]
    return [asdict(part) for part in cut_table(source.path, source.format, PART_STORIES)] or [None]


def _find_again(source: Input) -> Input:
    """An input by a path that leads to it from wherever a worker is called."""
    if source.format is Format.ADDRESS or source.path == "-":
        raise UsageError(
            f"{source.where} can be read only once",
            "files, on a disk or in object storage",
            "Save it, and name the file",
        )
    return source if is_object(source.path) else replace(source, path=str(Path(source.path).absolute()))


def _size_of(source: Input) -> int | None:
    path = Path(source.path)
    return path.stat().st_size if path.is_file() else None
