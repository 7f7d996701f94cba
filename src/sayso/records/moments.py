"""The moment and the day of a date or time as records hold them."""

import re
from datetime import UTC, date, datetime
from functools import lru_cache

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}(?!\d)")


@lru_cache(maxsize=1 << 12)
def day_of(moment: str | None) -> str | None:
    """The day of a date or time as its outlet gives it, ISO 8601; None where only a month or nothing is known.

    The clock of the outlet counts: 23:30 in New York is still that day. What is no date ("5 March 2024", "2024-02-31")
    is on no day; such words come with stories made by hand, ingestion leaves those stories undated.
    """
    found = _DAY.match(moment or "")
    if not found:
        return None
    try:
        date.fromisoformat(found[0])
    except ValueError:
        return None
    return found[0]


def moment_of(published: str | None) -> str | None:
    """A date or time as text that sorts in time: with an offset as the moment it is, in UTC, else as it is.

    So "2024-12" comes before its days, and a day before its times.
    """
    try:
        moment = datetime.fromisoformat(published or "")
        return published if moment.tzinfo is None else moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%f")
    except (ValueError, OverflowError):
        return published
