"""How an archive is read: the steps in their order.

First every story by itself, lot by lot, which takes nearly all of the time; then what takes all of them together. Both
are plans of Daft, whose stages are the functions that read a story and tell its lineage on one machine.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Event, Thread
from typing import TYPE_CHECKING, Any

import pyarrow as pa

from sayso.cluster.begin import Begun
from sayso.cluster.engine import Engine, list_errors, map_rows, telling_failures, unnest
from sayso.cluster.folder import Folder, month_of
from sayso.cluster.identities import find_identities
from sayso.cluster.lineage import tell_lineages
from sayso.cluster.reading import DONE, Worker, input_name, input_row
from sayso.cluster.work import Work
from sayso.records import Rejection
from sayso.tables.columns import LINEAGE, PARENTS, TEXT, make_schema

if TYPE_CHECKING:
    from daft import DataFrame, Series

TOGETHER = ("identities", "lineage", "parents")
"""The tables of what takes all stories together."""

PARCEL_STORIES = 20_000
"""Stories in a parcel of work that takes all together: some 100 MB in a worker."""

_MONTH = make_schema({"month": TEXT}, {})
_LOOK_SECONDS = 1.0

Tell = Callable[[int], None]
"""Called with how many stories were read since the last call."""


@telling_failures()
def read_archive(folder: Folder, begun: Begun, engine: Engine, tell: Tell) -> None:
    """Read every story of an archive's inputs into its folder, but for those that it holds.

    Where a worker is lost, others go on with what it had not done, as long as something comes of it.

    Raises:
        SaysoError: work broke off; what was read is kept.
    """
    if not _list_left(folder, begun):
        return
    folder.clear()
    # What was told of all stories together is told anew.
    folder.delete("work")
    for table in TOGETHER:
        folder.delete(table)
    with _telling(folder, tell):
        while left := _list_left(folder, begun):
            done = folder.names("lots")
            try:
                _read_inputs(left, folder.place, begun, engine)
            except list_errors():
                if folder.names("lots") == done:
                    raise


def _list_left(folder: Folder, begun: Begun) -> list[dict[str, object]]:
    """The inputs that are not read to their end."""
    finished = folder.names("inputs")
    left = {number: one for number, one in begun.inputs.items() if f"{input_name(number)}.json" not in finished}
    return [input_row(number, source) for number, source in left.items()]


@telling_failures()
def tell_together(folder: Folder, parcels: int | None = None) -> None:
    """Tell what takes all stories of a folder together: `TOGETHER`, unless that is done.

    Args:
        folder: Where its stories are.
        parcels: Into how many parts work is parted; by default so that a worker needs little memory.

    Raises:
        SaysoError: work broke off; what was made on the way is kept.
    """
    if not folder.tables("stories") or folder.holds("lineage/done.json"):
        return
    work = Work(folder)
    count = work.read("fingerprints").count_rows()
    identities = work.keep("identities", lambda: find_identities(work))
    told = tell_lineages(work, identities, parcels or max(1, count // PARCEL_STORIES))
    stories = work.read("stories").select("arrival", "published")
    months = map_rows(stories, list_months, _MONTH).select("arrival", "month")
    placed = identities.join(months, on="arrival")
    _write(folder, "identities", placed)
    latest = work.read("work/latest").select("arrival", "story_id").join(months, on="arrival").exclude("arrival")
    lineage = told.join(latest, on="story_id")
    _write(folder, "parents", unnest(lineage.select("story_id", "month", "parents"), "parents", PARENTS.names[1:]))
    _write(folder, "lineage", lineage.select(*LINEAGE.names, "month"))
    folder.write_json("lineage/done.json", {})
    work.forget()


def list_months(batch: pa.RecordBatch) -> pa.RecordBatch:
    """The month of each story, row by row."""
    return pa.RecordBatch.from_pydict({"month": [month_of(one) for one in batch["published"].to_pylist()]}, _MONTH)


def count_read(folder: Folder) -> tuple[int, int]:
    """How many stories of a folder were read, and how many could not be."""
    inputs = folder.names("inputs")
    lots = (name for name in folder.names("lots") if f"{name[: len(input_name(0))]}.json" not in inputs)
    paths = [*(f"inputs/{name}" for name in inputs), *(f"lots/{name}" for name in lots)]
    counts = [folder.read_json(path) for path in paths]
    return sum(one["stories"] for one in counts), sum(one["rejected"] for one in counts)


def list_rejections(folder: Folder) -> Iterator[Rejection]:
    """What could not be read, in the order of the inputs."""
    for path in folder.tables("rejections"):
        for row in folder.read_table(path).to_pylist():
            yield Rejection(row["where"], row["came"], row["wanted"], row["remedy"])


def _read_inputs(rows: list[dict[str, object]], place: str, begun: Begun, engine: Engine) -> None:
    import daft

    kind = daft.DataType.from_arrow_type(pa.struct(list(DONE)))

    # On a Ray cluster each is a process of its own anyway; a killed one is begun anew with what it was about to read.
    @daft.cls(max_concurrency=engine.processes, use_process=not engine.on_ray)
    class Reader:
        def __init__(self, *given: Any) -> None:
            self._worker = Worker(*given)

        @daft.method.batch(return_dtype=kind, batch_size=1)
        def read(self, inputs: "Series") -> pa.Array:
            return self._worker.read(inputs)

    listed = daft.from_pydict({"input": rows})
    if engine.on_ray:
        listed = listed.into_partitions(len(rows))
    reader: Any = Reader(place, begun.columns, begun.lot_stories)  # called on a column it is a stage of the plan
    for _ in listed.select(reader.read(listed["input"])).to_arrow_iter():
        pass


@contextmanager
def _telling(folder: Folder, tell: Tell) -> Iterator[None]:
    """Look now and again which lots are there, whatever wrote them, and tell of new ones."""
    stop, known = Event(), folder.names("lots")

    def look() -> None:
        while not stop.wait(_LOOK_SECONDS):
            tell_new()

    def tell_new() -> None:
        for name in sorted(folder.names("lots") - known):
            known.add(name)
            counts: dict[str, Any] = folder.read_json(f"lots/{name}") or {}
            tell(sum(counts.values()))

    looker = Thread(target=look, daemon=True)
    looker.start()
    try:
        yield
    finally:
        stop.set()
        looker.join()
        tell_new()


def _write(folder: Folder, table: str, rows: "DataFrame") -> None:
    folder.delete(table)
    rows.write_parquet(folder.address(table), compression="zstd", partition_cols=["month"])
