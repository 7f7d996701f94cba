"""A ledger's file, open: what every part of a ledger asks it by."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Self

from sayso.ledger.failures import damage, telling_failures
from sayso.ledger.prints import PrintTable
from sayso.ledger.schema import BUSY_TIMEOUT_SECONDS, open_ledger, transaction


class OpenLedger:
    """A ledger file, open; see `Ledger`."""

    def __init__(
        self, path: Path | str, *, create: bool = True, busy_timeout_seconds: float = BUSY_TIMEOUT_SECONDS
    ) -> None:
        """Open a ledger, or begin one.

        Args:
            path: The file.
            create: Begin a new ledger where there is none.
            busy_timeout_seconds: How long to wait for another writer.

        Raises:
            LedgerError: There is no ledger and `create` is false; the file is not a ledger, of a newer schema, damaged
                or not to be opened.
        """
        self.path = Path(path)
        self.connection = open_ledger(self.path, create=create, busy_timeout_seconds=busy_timeout_seconds)
        self.connection.row_factory = sqlite3.Row
        self.prints = PrintTable(self.connection, self.path)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @property
    def index_folder(self) -> Path:
        """Where what can be made anew from the ledger lies: "war.sayso-index" beside "war.sayso"."""
        return self.path.with_name(self.path.name + "-index")

    def close(self) -> None:
        """Close the file; closing it twice does no harm."""
        with telling_failures(self.path):
            self.connection.close()

    @contextmanager
    def one_state(self) -> Iterator[None]:
        """Read within one state of the ledger, whatever others add or forget meanwhile; nothing is written there."""
        with telling_failures(self.path):
            if self.connection.in_transaction:
                yield
                return
            with transaction(self.connection, "DEFERRED"):
                yield

    @contextmanager
    def _telling_damage(self, what: str) -> Iterator[None]:
        with telling_failures(self.path):
            try:
                yield
            except UnicodeError:
                raise
            except ValueError as error:
                raise damage(self.path, f"{what} cannot be read ({error})") from error

    def _rows(self, query: str, *values: object) -> list[sqlite3.Row]:
        return self.connection.execute(query, values).fetchall()
