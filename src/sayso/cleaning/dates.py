"""Dates as news prints them, read by plain rules."""

import re
from datetime import date

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?\.?|July?\.?|Aug(?:ust|\.)?|"
    r"Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
WEEKDAY_PATTERN = r"(?:(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?\.?)"
DATE_PATTERN = (
    r"(?:\d{4}-\d\d-\d\d(?!\d)"
    rf"|(?:{WEEKDAY_PATTERN},? )?(?i:{_MONTH}) \d{{1,2}}(?:st|nd|rd|th)?(?!\d)(?:,? \d{{4}}(?!\d))?"
    rf"|(?:{WEEKDAY_PATTERN},? )?\d{{1,2}}(?:st|nd|rd|th)? (?i:{_MONTH})(?!\w)(?:,? \d{{4}}(?!\d))?)"
)
"""Matches "2024-12-14", "Saturday, December 14, 2024", "Dec. 14" and "14th Dec, 2024"."""

_NUMBER = re.compile(r"\d+")
_NAME = re.compile(_MONTH, re.IGNORECASE)


def read_date(words: str, published: str | None = None) -> str | None:
    """Read a date that `DATE_PATTERN` matched.

    Where it names no year, the year is taken that brings it nearest to `published`.

    Returns:
        The date in ISO 8601 ("2024-12-14"); None where the day does not exist or the year cannot be known.
    """
    numbers = [int(number) for number in _NUMBER.findall(words)]
    name = _NAME.search(words)
    if name is None:
        return _iso(*numbers)
    month = _MONTHS.index(name.group()[:3].lower()) + 1
    if len(numbers) > 1:
        return _iso(numbers[1], month, numbers[0])
    return _nearest(month, numbers[0], published)


def _nearest(month: int, day: int, published: str | None) -> str | None:
    try:
        anchor = date.fromisoformat((published or "")[:10])
    except ValueError:
        return None
    candidates = (_iso(anchor.year + offset, month, day) for offset in (-1, 0, 1))
    dated = [candidate for candidate in candidates if candidate]
    return min(dated, key=lambda iso: abs(date.fromisoformat(iso) - anchor), default=None)


def _iso(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None
