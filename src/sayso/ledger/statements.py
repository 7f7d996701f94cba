"""Statements: what a search of the ledger gives."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, overload

from sayso.frames import make_frame
from sayso.records import Statement
from sayso.shapes import statement_shape

if TYPE_CHECKING:
    import pandas


@dataclass(frozen=True, slots=True)
class Statements(Sequence[Statement]):
    """Statements in the order that the search gave them."""

    items: tuple[Statement, ...]

    @overload
    def __getitem__(self, index: int) -> Statement: ...
    @overload
    def __getitem__(self, index: slice) -> "Statements": ...
    def __getitem__(self, index: int | slice) -> "Statement | Statements":
        return Statements(self.items[index]) if isinstance(index, slice) else self.items[index]

    def __len__(self) -> int:
        return len(self.items)

    def __iter__(self) -> Iterator[Statement]:
        return iter(self.items)

    def to_frame(self) -> "pandas.DataFrame":
        """A row for each statement; source_spans, cue_spans and content_spans are lists of [start, end).

        Raises:
            UsageError: pandas is not installed.
        """
        return make_frame(statement_shape(statement) for statement in self.items)
