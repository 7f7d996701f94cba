"""The days by which stories are counted."""

import re
from datetime import date

from sayso.records import Report

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}(?!\d)")


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


def first_day(published: str | None, modified: str | None) -> str | None:
    """The day from which on a text counts: that of its last change, as nobody knows which words stood before.

    None where the day of either is not known: "2024-12" has no day that could be counted.
    """
    days = [day_of(moment) for moment in (published, modified or published)]
    known = [day for day in days if day]
    return max(known) if len(known) == len(days) else None


def time_of(report: Report) -> tuple[bool, str, str]:
    """What reports are put in order by: undated ones come last, those of one moment by the ids of their stories."""
    return (report.published is None, report.published or "", report.story_id)
