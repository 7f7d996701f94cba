"""Statements: what a search of the ledger gives."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
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


def order_by_time(statements: Sequence[Statement]) -> list[Statement]:
    """Statements by the time their story was published, undated ones last; those of one time by story id.

    Those of one story keep their order. Times with an offset compare as the moments they are; a date without a time
    comes before the times of its day.
    """
    return sorted(statements, key=lambda one: time_key(one.published, one.story_id))


def time_key(published: str | None, story_id: str) -> tuple[bool, str, str]:
    """What puts the statements of a story in that order."""
    if published is None:
        return (True, "", story_id)
    try:
        moment = datetime.fromisoformat(published)
    except ValueError:
        # "2024-12": as text it comes before its days.
        return (False, published, story_id)
    text = moment.astimezone(UTC).replace(tzinfo=None).isoformat() if moment.tzinfo else published
    return (False, text, story_id)
