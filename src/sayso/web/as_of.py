"""The day as of which a claim is asked for."""

from datetime import date
from typing import Annotated

from fastapi import Depends, Query

from sayso.errors import InputError


def read_as_of(
    as_of: Annotated[
        str,
        Query(
            description="Count only stories published and last changed by this day, such as 2024-12-14.",
            json_schema_extra={"format": "date"},
        ),
    ] = "",
) -> date | None:
    """The day; None where none is given.

    Raises:
        InputError: it is no day.
    """
    if not as_of:
        return None
    try:
        return date.fromisoformat(as_of)
    except ValueError as error:
        raise InputError(
            f"“{as_of}” is no day",
            "a day as year, month and day: 2024-12-14",
            "Trace the claim, and choose the day on its page",
        ) from error


AsOf = Annotated[date | None, Depends(read_as_of)]
