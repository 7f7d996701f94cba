"""Days put together so that a chart of them fits a page."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import islice

MOST_BARS = 62
"""So many days, then so many months, are shown one by one; two months of days still fit a phone."""


@dataclass(frozen=True, slots=True)
class Period:
    """A day, month or year and how many statements are of it.

    Attributes:
        when: The beginning of its dates: "2024-12-14", "2024-12", "2024".
        statements: How many there are.
    """

    when: str
    statements: int


@dataclass(frozen=True, slots=True)
class Chart:
    """Periods from the first to the last, empty ones too unless they are too many years.

    Attributes:
        step: What each is: "day", "month" or "year".
        periods: They.
    """

    step: str
    periods: tuple[Period, ...]

    @property
    def most(self) -> int:
        """How many statements the fullest period has."""
        return max((one.statements for one in self.periods), default=0)


def chart_days(days: Mapping[str | None, int]) -> Chart:
    """Count statements by day, month or year, whichever is the finest that fits; what is no whole day is left out."""
    told = {day: count for text, count in days.items() if text and (day := _read_day(text))}
    if not told:
        return Chart("day", ())
    step, length, periods = _find_periods(min(told), max(told))
    counts = Counter(dict.fromkeys(periods, 0))
    for day, count in told.items():
        counts[day.isoformat()[:length]] += count
    return Chart(step, tuple(Period(when, counts[when]) for when in sorted(counts)))


def _find_periods(first: date, last: date) -> tuple[str, int, list[str]]:
    """The finest step that fits, how many characters of a date it has, and every one of it; none of too many years."""
    for step, length, every in (("day", 10, _days), ("month", 7, _months), ("year", 4, _years)):
        periods = list(islice(every(first, last), MOST_BARS + 1))
        if len(periods) <= MOST_BARS:
            return step, length, periods
    return "year", 4, []


def _days(first: date, last: date) -> Iterator[str]:
    return ((first + timedelta(days=number)).isoformat() for number in range((last - first).days + 1))


def _months(first: date, last: date) -> Iterator[str]:
    numbers = range(first.year * 12 + first.month - 1, last.year * 12 + last.month)
    return (f"{number // 12:04}-{number % 12 + 1:02}" for number in numbers)


def _years(first: date, last: date) -> Iterator[str]:
    return (f"{year:04}" for year in range(first.year, last.year + 1))


def _read_day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
