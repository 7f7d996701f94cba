"""What is made on the way to the tables, kept as Parquet, so that it is made once and memory holds none of it whole."""

from collections.abc import Callable
from typing import TYPE_CHECKING

import pyarrow as pa

from sayso.cluster.folder import Folder

if TYPE_CHECKING:
    from daft import DataFrame


class Work:
    """Frames kept by name in `work` of a folder."""

    def __init__(self, folder: Folder) -> None:
        self.folder = folder

    def read(self, table: str, schema: pa.Schema | None = None) -> "DataFrame":
        """A table of the folder; without rows where nothing was written to it and its columns are given."""
        import daft

        if schema is not None and not self.folder.tables(table):
            return daft.from_arrow(schema.empty_table())
        return daft.read_parquet(self.folder.address(f"{table}/**/*.parquet"))

    def keep(self, name: str, make: Callable[[], "DataFrame"]) -> "DataFrame":
        """A frame, made and written down, or as it was written before."""
        mark = f"work/{name}.json"
        if self.folder.read_json(mark) is None:
            self.folder.delete(f"work/{name}")
            frame = make()
            frame.write_parquet(self.folder.address(f"work/{name}"), compression="zstd")
            if not self.folder.tables(f"work/{name}"):
                empty = frame.schema().to_pyarrow_schema().empty_table()
                self.folder.write_table(f"work/{name}/empty.parquet", empty)
            self.folder.write_json(mark, {})
        return self.read(f"work/{name}")

    def forget(self) -> None:
        """Delete all that was kept."""
        self.folder.delete("work")
