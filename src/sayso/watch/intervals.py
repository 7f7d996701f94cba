"""How long to wait: from one poll of a feed to the next, and after what failed."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from random import Random
from typing import Any

FIRST_SECONDS = 1800.0
"""Between the first two polls of a feed that asks for nothing else."""

SHORTEST_SECONDS = 600.0
"""No feed is polled oftener, however much it brings, unless the user says so."""

QUIETEST_SECONDS = 7200.0
"""A feed that brings nothing is still polled so often: a quiet night must not hide the morning's news."""

LONGEST_SECONDS = 86400.0
"""The longest wait of all: after many failures, and where a feed or host asks for more."""

_QUICKER, _SLOWER = 2.0, 1.25
_JITTER = 0.1
_PERIODS = {"hourly": 3600.0, "daily": 86400.0, "weekly": 604800.0, "monthly": 2592000.0, "yearly": 31536000.0}


def adapt_interval(interval: float, news: int, stated: float, shortest: float = SHORTEST_SECONDS) -> float:
    """The next interval of a feed in seconds: half of the last where it brought news, a quarter more where it did not.

    Args:
        interval: The last one.
        news: How many entries were new.
        stated: What the feed asks for at the least; 0 where it does not.
        shortest: The shortest that is wanted.
    """
    wanted = interval / _QUICKER if news else interval * _SLOWER
    floor = min(max(stated, shortest), LONGEST_SECONDS)
    return min(max(wanted, floor), max(QUIETEST_SECONDS, floor))


def back_off(interval: float, failures: int) -> float:
    """How long to wait after so many failures in a row: twice as long each time, a day at most."""
    return float(min(interval * 2.0 ** min(failures, 30), LONGEST_SECONDS))


def still_planned(moment: datetime, now: datetime) -> datetime:
    """When to do what was planned for some time: now, where that lies further off than anything is ever planned.

    The clock was set back since then.
    """
    return now if moment - now > timedelta(seconds=LONGEST_SECONDS * (1 + _JITTER)) else moment


def with_jitter(seconds: float, random: Random) -> float:
    """A tenth more or less, so that feeds do not come to be polled all at once."""
    return seconds * random.uniform(1 - _JITTER, 1 + _JITTER)


def stated_interval(feed: Mapping[str, Any]) -> float:
    """What a feed asks for in seconds, by its ttl (RSS) or its update period (the syndication module); 0 if nothing.

    Args:
        feed: As feedparser gives it.
    """
    frequency = max(_number(feed.get("sy_updatefrequency")), 1.0)
    period = _PERIODS.get(str(feed.get("sy_updateperiod", "")).strip().lower(), 0.0)
    return max(_number(feed.get("ttl")) * 60, period / frequency)


def _number(words: object) -> float:
    digits = str(words or "").strip()
    return float(digits) if digits.isascii() and digits.isdecimal() and len(digits) < 10 else 0.0
