"""Dates as people write them."""

from contextlib import suppress
from datetime import datetime


def tell_day(published: str | None) -> str:
    """A date as people write it: "14 December 2024"; what is no date as it stands."""
    if not published:
        return "undated"
    for pattern, form in (("%Y", "{:%Y}"), ("%Y-%m", "{:%B %Y}")):
        with suppress(ValueError):
            return form.format(datetime.strptime(published, pattern))  # noqa: DTZ007 - a year or a month of no place
    try:
        day = datetime.fromisoformat(published)
    except ValueError:
        return published
    return f"{day.day} {day:%B %Y}"


def tell_moment(time: str | None) -> str:
    """A date with its time of the day, where that is known: "14 December 2024, 09:30 UTC"."""
    day = tell_day(time)
    if not time or "T" not in time or day == time:
        return day
    moment = datetime.fromisoformat(time)
    return f"{day}, {moment:%H:%M} {moment.tzname() or ''}".rstrip()
