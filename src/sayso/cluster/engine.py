"""Daft, and how functions on batches of Arrow become stages of its plans.

A plan is the same on one machine (Daft's native runner) and on many (its Ray runner). The functions know nothing of it.
"""

import logging
import os
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING

import pyarrow as pa

from sayso.errors import SaysoError, UsageError

if TYPE_CHECKING:
    from daft import DataFrame, Expression, Series

Function = Callable[[pa.RecordBatch], pa.RecordBatch]
FunctionOfTwo = Callable[[pa.RecordBatch, pa.RecordBatch], pa.RecordBatch]

_RETRIES = 4
"""How often a batch is tried again; a worker that was killed takes one try with it."""

_SILENT = {
    "DO_NOT_TRACK": "true",
    "SCARF_NO_ANALYTICS": "true",
    "RAY_USAGE_STATS_ENABLED": "0",
    "DAFT_PROGRESS_BAR": "0",
}
"""Neither Daft nor Ray tells anybody of its use, and sayso has a bar of its own."""


@dataclass(frozen=True, slots=True)
class Engine:
    """What work is done with: so many processes, each on a core; on a Ray cluster these are Ray's own."""

    processes: int
    on_ray: bool = False


def start_engine(ray_address: str | None = None) -> Engine:
    """Choose the runner of this process, once: Daft's own, or a Ray cluster.

    Args:
        ray_address: Of the cluster, "auto" or "HOST:PORT"; "local" starts one on this machine.

    Returns:
        What there is to work with.

    Raises:
        UsageError: Daft, or Ray where it is asked for, is not installed, or there is no cluster at the address.
    """
    os.environ.update(_SILENT)
    try:
        import daft
    except ImportError as error:
        raise _not_installed("Daft") from error
    if ray_address is None:
        daft.set_runner_native()
        return Engine(os.cpu_count() or 1)
    try:
        import ray
    except ImportError as error:
        raise _not_installed("Ray") from error
    if not ray.is_initialized():
        try:
            ray.init(address=ray_address, log_to_driver=False, logging_level=logging.ERROR)
        except (ConnectionError, ValueError, RuntimeError) as error:
            raise UsageError(
                f"there is no Ray cluster at {ray_address} ({error})",
                "the address of a cluster that runs, such as auto or 10.0.0.1:6379, or local",
                "Start one with: ray start --head",
            ) from error
    daft.set_runner_ray(noop_if_initialized=True)
    resources: dict[str, float] = ray.cluster_resources()  # type: ignore[no-untyped-call, unused-ignore]
    return Engine(max(1, int(resources.get("CPU", 1))), on_ray=True)


@contextmanager
def telling_failures() -> Iterator[None]:
    """Raise what the engine reports, and what broke it, as a SaysoError.

    Raises:
        SaysoError: work broke off.
    """
    try:
        yield
    except list_errors() as error:
        raise SaysoError(
            f"the work broke off ({_tell_cause(error)})",
            "workers that live, and a folder that all of them can write",
            "Give the same command with --resume: what was read is kept",
        ) from error


def _tell_cause(error: Exception) -> str:
    """What went wrong, in a line; of a stage in another process what went wrong there."""
    info = getattr(error, "tb_info", None)
    told = list(info.format_exception_only())[-1] if info else str(error)
    return told.strip() or type(error).__name__


def list_errors() -> tuple[type[Exception], ...]:
    """What Daft, and Ray where it is used, raise when work breaks off."""
    from daft.errors import UDFException
    from daft.exceptions import DaftCoreException

    errors = (UDFException, DaftCoreException, RuntimeError, OSError, EOFError, pa.ArrowException)
    if "ray" not in sys.modules:
        return errors
    from ray.exceptions import RayError

    return (*errors, RayError)


def _not_installed(what: str) -> UsageError:
    return UsageError(
        f"--engine daft was asked for, but {what} is not installed", "Daft and Ray", "pip install 'sayso[cluster]'"
    )


def map_rows(frame: "DataFrame", function: Function, returns: pa.Schema, *, most_rows: int = 1024) -> "DataFrame":
    """A frame with the columns that a function makes of its rows, row by row.

    Args:
        frame: Its columns are those of the batches that the function takes.
        function: Gives as many rows as it takes.
        returns: The columns that it gives.
        most_rows: How many rows it takes at a time.
    """
    import daft

    fields = _fields(returns)

    @daft.func.batch(
        return_dtype=daft.DataType.from_arrow_type(pa.struct(fields)), batch_size=most_rows, max_retries=_RETRIES
    )
    def run(rows: "Series") -> pa.Array:
        return _structs(function(_batch(rows.to_arrow())), fields)

    made = frame.with_column("made", run(_together(frame, frame.column_names)))
    return made.select(*frame.column_names, *(made["made"][name].alias(name) for name in returns.names))


def map_lists(
    frame: "DataFrame", keys: tuple[str, ...], function: Function | FunctionOfTwo, returns: pa.Schema
) -> "DataFrame":
    """The rows that a function makes of lists of rows, such as `list_rows` gives.

    Args:
        frame: Columns `keys`, and besides them one or two lists of rows; one that is missing is empty.
        keys: Kept with each row that is made.
        function: Takes the rows of each list.
        returns: The columns of the rows that it makes.
    """
    import daft

    lists = [name for name in frame.column_names if name not in keys]
    fields = _fields(returns)

    @daft.func.batch(
        return_dtype=daft.DataType.from_arrow_type(pa.list_(pa.struct(fields))), batch_size=1, max_retries=_RETRIES
    )
    def run(rows: "Series") -> pa.Array:
        taken = _batch(rows.to_arrow())
        made = [
            _structs(function(*(_rows_of(taken[name], row) for name in lists)), fields) for row in range(taken.num_rows)
        ]
        ends = list(accumulate(map(len, made), initial=0))
        nothing = pa.array([], pa.struct(fields))  # the engine calls with no rows, too
        return pa.ListArray.from_arrays(pa.array(ends, pa.int32()), pa.concat_arrays([*made, nothing]))

    return unnest(frame.select(*keys, run(_together(frame, lists)).alias("made")), "made", returns.names)


def list_rows(frame: "DataFrame", by: str, called: str) -> "DataFrame":
    """The rows of a frame by a column, as one list for each of its values."""
    rest = [name for name in frame.column_names if name != by]
    listed = frame.select(by, _together(frame, rest).alias(called))
    return listed.groupby(by).agg(listed[called].list_agg().alias(called))


def of_two(frame: "DataFrame", one: str = "one", other: str = "other") -> "DataFrame":
    """The rows in which two columns of whole numbers differ.

    Not by `!=`: Daft 0.7.26 drops every row where that is asked of two columns of a Parquet file.
    """
    from daft import lit

    return frame.where(~(frame[one] - frame[other]).eq_null_safe(lit(0)))


def unnest(frame: "DataFrame", column: str, names: Iterable[str]) -> "DataFrame":
    """The rows of the lists in a column, each with the other columns; a row whose list is empty goes."""
    made = frame.explode(column)
    made = made.where(made[column].not_null())
    rest = [name for name in frame.column_names if name != column]
    return made.select(*rest, *(made[column][name].alias(name) for name in names))


def _together(frame: "DataFrame", names: Iterable[str]) -> "Expression":
    from daft.functions import to_struct

    return to_struct(*(frame[name] for name in names))


def _fields(schema: pa.Schema) -> list[pa.Field]:
    return [pa.field(field.name, field.type) for field in schema]


def _structs(batch: pa.RecordBatch, fields: list[pa.Field]) -> pa.StructArray:
    columns = [batch[field.name].cast(field.type) for field in fields]
    return pa.StructArray.from_arrays(columns, fields=fields)


def _batch(structs: pa.Array) -> pa.RecordBatch:
    if isinstance(structs, pa.ChunkedArray):
        structs = structs.combine_chunks()
    return pa.RecordBatch.from_struct_array(structs)


def _rows_of(lists: pa.Array, row: int) -> pa.RecordBatch:
    kind = lists.type.value_type
    return _batch(lists[row].values if lists[row].is_valid else pa.array([], kind))
