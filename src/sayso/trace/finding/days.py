"""The days by which stories are counted, and their order in time."""

from sayso.records import Report, day_of, moment_of


def first_day(published: str | None, modified: str | None) -> str | None:
    """The day from which on a text counts: that of its last change, as nobody knows which words stood before.

    None where the day of either is not known: "2024-12" has no day that could be counted.
    """
    days = [day_of(moment) for moment in (published, modified or published)]
    known = [day for day in days if day]
    return max(known) if len(known) == len(days) else None


def time_of(report: Report) -> tuple[bool, str, str]:
    """What reports are put in order by: undated ones come last, those of one moment by the ids of their stories."""
    return (report.published is None, moment_of(report.published) or "", report.story_id)
