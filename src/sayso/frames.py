"""Results as data frames, for those who work in notebooks."""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from sayso.errors import UsageError

if TYPE_CHECKING:
    import pandas


def make_frame(rows: Iterable[Mapping[str, object]]) -> "pandas.DataFrame":
    """A pandas DataFrame of these rows.

    Raises:
        UsageError: pandas is not installed.
    """
    try:
        import pandas
    except ImportError as error:
        raise UsageError(
            "to_frame() was called, but pandas is not installed",
            "pandas",
            "Install it with: pip install 'sayso[frame]'",
        ) from error
    return pandas.DataFrame(list(rows))
