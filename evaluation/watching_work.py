"""What is measured: python -m evaluation.watching_work LEDGER CLOCK OPML SECONDS, which watches for so long.

Everything is the product's own but the clock, whose waits are over at once, and which others read in a file. A line of
JSON is written for all that happens, and at each hour of the clock for what the process holds in memory.
"""

import json
import mmap
import struct
import sys
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from evaluation.calling import parser_for
from sayso.ledger import Ledger
from sayso.ledger.tellings import latest_messages
from sayso.shapes import Json
from sayso.watch.beginning import Manners, begin_watch
from sayso.watch.channels import FeedFile, NotifyFile, Spoken
from sayso.watch.lock import only_watcher
from sayso.watch.targets import find_feeds

_TIME = struct.Struct("d")
_HOUR_SECONDS = 3600.0


class SharedClock:
    """A clock whose waits are over at once, and which is kept in a file, for others to read.

    Attributes:
        seconds: Since the epoch.
    """

    def __init__(self, path: Path, begin: float | None = None) -> None:
        """Take up the clock of a file, or begin one there."""
        if begin is not None:
            path.write_bytes(_TIME.pack(begin))
        with path.open("r+b") as file:
            self._shared = mmap.mmap(file.fileno(), _TIME.size)

    @property
    def seconds(self) -> float:
        """Since the epoch."""
        return float(_TIME.unpack(self._shared[: _TIME.size])[0])

    def now(self) -> datetime:
        """This moment in UTC."""
        return datetime.fromtimestamp(self.seconds, UTC)

    def sleep(self, seconds: float) -> None:
        """Let some time be over at once."""
        self._shared[: _TIME.size] = _TIME.pack(self.seconds + max(seconds, 0.001))


def tell(event: Json) -> None:
    """Write a line at once."""
    sys.stdout.write(json.dumps(event) + "\n")
    sys.stdout.flush()


def main() -> None:
    """Watch until the clock says so, or the program is ended."""
    parser = parser_for("watching_work", __doc__)
    parser.add_argument("ledger", type=Path)
    parser.add_argument("clock", type=Path)
    parser.add_argument("opml")
    parser.add_argument("seconds", type=float)
    asked = parser.parse_args()
    clock = SharedClock(asked.clock)
    hours = {int(clock.seconds // _HOUR_SECONDS)}

    def is_over() -> bool:
        hour = int(clock.seconds // _HOUR_SECONDS)
        if hour not in hours:
            hours.add(hour)
            resident = int(Path("/proc/self/statm").read_text("ascii").split()[1]) * mmap.PAGESIZE
            tell({"event": "hour", "hour": hour, "memory": resident})
        return clock.seconds >= asked.seconds

    with Ledger(asked.ledger) as ledger, only_watcher(asked.ledger):
        ledger.connection.execute("PRAGMA synchronous = OFF")  # the disk is not what is looked at
        told = (
            Spoken("terminal", lambda message: tell({"event": "told", **message})),
            NotifyFile(asked.ledger.with_suffix(".told")),
            FeedFile(asked.ledger.with_suffix(".xml"), partial(latest_messages, ledger), "http://127.0.0.1"),
        )
        begin_watch(ledger, find_feeds([asked.opml]), told, tell, clock, is_over, Manners(allow_private=True)).run()


if __name__ == "__main__":
    main()
