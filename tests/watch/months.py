"""What the test of memory runs as a program of its own: `python -m tests.watch.months LEDGER HOURS FEED ...`."""

import json
import sys
from collections import Counter
from datetime import timedelta
from pathlib import Path
from random import Random

from sayso.ledger import Ledger
from sayso.pipeline.models import shipped_model
from sayso.shapes import Json
from sayso.trace.following import follow_claim
from sayso.watch.channels import Spoken
from sayso.watch.polling import Poller, take_up
from sayso.watch.telling import Channel
from sayso.watch.visiting import Visitor
from sayso.watch.watching import Watch
from tests.watch.site import FastClock

PARTS = 4


def memory_bytes() -> int:
    """What the process holds in memory, by Linux."""
    return int(Path("/proc/self/statm").read_text("ascii").split()[1]) * 4096


def main() -> None:
    """Watch for some hours of a fast clock; tell what happened, and what was in memory after each part of it."""
    path, hours, *feeds = sys.argv[1:]
    clock, counts, memory = FastClock(), Counter[str](), list[int]()

    def count(event: Json) -> None:
        counts[str(event["event"])] += 1

    with Ledger(path) as ledger:
        ledger.connection.execute("PRAGMA synchronous = OFF")  # the disk is not what is looked at
        follow_claim(ledger, "the bridge will close for a year", "ed")
        poller = Poller(ledger, shipped_model(), Visitor(ledger, clock, allow_private=True), clock, Random(8), count)
        channels: tuple[Channel, ...] = (Spoken("told", lambda _: count({"event": "told"})),)
        watch = Watch(ledger, poller, channels, take_up(ledger, feeds, clock.now()), clock.is_over)
        for _ in range(PARTS):
            clock.until = clock.now() + timedelta(hours=int(hours) / PARTS)
            watch.run()
            memory.append(memory_bytes())
        sys.stdout.write(json.dumps({"memory": memory, "stories": ledger.count_stories(), **counts}))


if __name__ == "__main__":
    main()
