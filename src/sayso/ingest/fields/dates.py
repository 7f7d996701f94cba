"""Dates and times as records hold them: ISO 8601, as exact as they came."""

import re
from datetime import date, datetime
from email.utils import parsedate_to_datetime
from functools import lru_cache

from sayso.errors import InputError

_YEAR_OR_MONTH = re.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2]))?")
_TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d)?", re.ASCII)
"""What comes back as it is: the rest of sayso reads no other form of a time."""
_DATE_CHARS = len("2024-12-14")
_LONGEST_DATE_CHARS = 100
"""Longer words are no date: dateparser takes ten minutes and more over a megabyte of names of months."""
_A_NAMED_MONTH = re.compile(r"[^\W\d_]{3}")
_A_TIME = re.compile(r"\d:\d\d|\d\s*[ap]\.?m\b", re.IGNORECASE)


def read_date(words: str) -> str:
    """Read a date in ISO 8601, in the form of e-mail and RSS, or with its month named ("Dec. 14, 2024").

    A time in the usual form of ISO 8601 comes back as it is, one in another form in this one. Dates all in numbers
    ("03/04/2024") are refused: they mean March to some and April to others.

    Returns:
        ISO 8601: "2024", "2024-12", "2024-12-14" or "2024-12-14T09:30:00+02:00".

    Raises:
        InputError: this is no date, or an ambiguous one.
    """
    words = words.strip()
    read = None
    if len(words) <= _LONGEST_DATE_CHARS:
        read = _read_iso(words) or _read_mail(words)
        if read is None and _A_NAMED_MONTH.search(words):
            read = _read_named_month(words)
    if read is None:
        raise InputError(f'"{words[:60]}" as a date', "a date in ISO 8601, such as 2024-12-14", "Convert the dates")
    return read


def _read_iso(words: str) -> str | None:
    if _YEAR_OR_MONTH.fullmatch(words):
        return words
    try:
        moment = datetime.fromisoformat(words)
    except ValueError:
        return None
    if len(words) > _DATE_CHARS:
        return words if _TIME.fullmatch(words) else moment.isoformat()
    return moment.date().isoformat()


def _read_mail(words: str) -> str | None:
    try:
        return parsedate_to_datetime(words).isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


@lru_cache(maxsize=1 << 12)  # dateparser takes 7 ms for words that are no date, which a table repeats in every row
def _read_named_month(words: str) -> str | None:
    import dateparser

    settings = {"STRICT_PARSING": True, "PARSERS": ["absolute-time"]}
    try:
        moment: datetime | None = dateparser.parse(words, settings=settings)
    except (ValueError, OverflowError, TypeError, AttributeError, IndexError, KeyError):
        return None  # it takes what is no date in many ways
    if moment is None:
        return None
    return moment.isoformat() if _A_TIME.search(words) else moment.date().isoformat()


def iso_of(moment: date) -> str:
    """A date or a time of Python's own as ISO 8601."""
    return moment.isoformat()
