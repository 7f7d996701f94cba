"""The time, and waiting: the system's, or that of a test."""

import time
from datetime import UTC, datetime
from threading import Event
from typing import Protocol


class Clock(Protocol):
    """What tells the time and waits."""

    def now(self) -> datetime:
        """This moment in UTC."""
        ...

    def sleep(self, seconds: float) -> None:
        """Wait for some time, or until watching is to end."""
        ...


class SystemClock:
    """The system's time; waiting ends at once when `stop` is set."""

    def __init__(self, stop: Event) -> None:
        self._stop = stop

    def now(self) -> datetime:
        """This moment in UTC."""
        return datetime.fromtimestamp(time.time(), UTC)

    def sleep(self, seconds: float) -> None:
        """Wait for some time, or until `stop` is set."""
        self._stop.wait(seconds)
