"""A day of watching: python -m evaluation.watching [FEEDS].

So many feeds (500) of a hundred sites on loopback are watched for a day and the quiet hours after it, by a clock whose
waits are over at once (`evaluation.watched_world` has what they do, `evaluation.watching_work` what watches them). The
program is stopped and started again five times, twice by kill -9. Then the ledger must hold all that came out, once;
what was told of a claim must have been told, once in the file and the feed; no host may have been asked oftener than is
promised; and memory must be flat: in the last stretch, of 20 hours, it may end no more than `LARGEST_GROWTH_BYTES`
above where it was two hours after its start. The exit code is 1 where one of these is not so.
"""

import json
import subprocess
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory

from evaluation.calling import parser_for
from evaluation.loopback import Asked, open_sites
from evaluation.watched_world import CLAIM, CRAWL_DELAY_SECONDS, DAY_HOURS, HOSTS, KINDS, World
from evaluation.watching_work import SharedClock
from sayso.ledger import Ledger
from sayso.ledger.tellings import latest_messages
from sayso.pipeline.upkeep import verify
from sayso.trace.following import follow_claim
from sayso.watch.intervals import SHORTEST_SECONDS
from sayso.watch.visiting import DELAY_SECONDS

FEEDS = 500
BEGIN = 1772409600.0
"""Midnight of 2 March 2026 in UTC, in seconds since the epoch."""

STOPS = ((3.0, False), (5.0, True), (7.0, False), (8.5, True), (10.0, False))
"""When the program is ended, in hours, and whether by kill -9."""

END_HOURS = DAY_HOURS + 6
LARGEST_GROWTH_BYTES = 8_000_000
ROUNDING_SECONDS = 0.01
"""Moments are kept to the microsecond, and the clock of the measurement is a float."""
DOWN_SECONDS = 90.0
_HOUR = 3600.0
_JITTER = 0.9
_STATED_SECONDS = 180 * 60


@dataclass
class Day:
    """What was written by the programs that watched: lines by event, and the memory at each hour of each program."""

    events: dict[str, list[dict[str, str]]] = field(default_factory=lambda: defaultdict(list))
    memory: list[list[int]] = field(default_factory=list)

    def take(self, line: str) -> None:
        """Take down a line, but for one that was cut short."""
        try:
            event = json.loads(line)
        except json.JSONDecodeError:
            return
        if event["event"] == "hour":
            self.memory[-1].append(event["memory"])
        self.events[event["event"]].append(event)


def main() -> None:
    """Watch a day, and print what came of it."""
    parser = parser_for("watching", __doc__)
    parser.add_argument("feeds", nargs="?", type=int, default=FEEDS)
    asked = parser.parse_args()
    begun = time.monotonic()
    with TemporaryDirectory() as name:
        folder = Path(name)
        clock = SharedClock(folder / "clock", BEGIN)
        world = World(asked.feeds, lambda: (clock.seconds - BEGIN) / _HOUR)
        with open_sites([f"127.0.1.{number + 1}" for number in range(HOSTS)], world.answer) as hosts:
            world.hosts = hosts
            day = _watch_day(folder, world, clock)
        problems = [*_memory(day), *_items(folder, world, day), *_told(folder, day), *_manners(world)]
    print(f"{(time.monotonic() - begun) / 60:.1f} minutes")
    for problem in problems:
        print(f"WRONG: {problem}")
    sys.exit(bool(problems))


def _watch_day(folder: Path, world: World, clock: SharedClock) -> Day:
    ledger, opml, day = folder / "day.sayso", folder / "feeds.opml", Day()
    outlines = (f'<outline xmlUrl="{world.address(feed)}"/>' for feed in range(world.feeds))
    opml.write_text(f"<opml><body>{''.join(outlines)}</body></opml>", encoding="utf-8")
    with Ledger(ledger) as opened:
        follow_claim(opened, CLAIM, "ed")
    for hour, is_killed in (*STOPS, (END_HOURS, False)):
        until = BEGIN + _HOUR * (END_HOURS if is_killed else hour)
        command = [sys.executable, "-m", "evaluation.watching_work", ledger, folder / "clock", opml, str(until)]
        day.memory.append([])
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, encoding="utf-8") as program:
            assert program.stdout
            for line in program.stdout:
                day.take(line)
                if is_killed and clock.seconds >= BEGIN + _HOUR * hour:
                    program.kill()
        print(f"hour {hour:g}: {'killed' if is_killed else 'stopped'}, {len(world.asked):,} requests", flush=True)
        clock.sleep(DOWN_SECONDS)
    return day


def _memory(day: Day) -> Iterator[str]:
    for resident in day.memory:
        print("memory by the hour, MB:", *(f"{one / 1e6:.0f}" for one in resident))
    last = day.memory[-1][1:]
    growth = last[-1] - last[0]
    print(f"growth in the last {len(last) - 1} hours: {growth / 1e6:+.1f} MB (at most {LARGEST_GROWTH_BYTES / 1e6:g})")
    if growth > LARGEST_GROWTH_BYTES:
        yield f"memory grew by {growth / 1e6:.1f} MB"


def _items(folder: Path, world: World, day: Day) -> Iterator[str]:
    texts: dict[str, list[set[str]]] = defaultdict(list)
    with Ledger(folder / "day.sayso") as ledger:
        for story in ledger.stories():
            texts[str(story.title)].append({one.story.text for one in ledger.revisions(story.id)})
        faults = verify(ledger)
    due = [news for some in world.news.values() for news in some if not world.is_closed(news)]
    lost = [one for one in due if one.text() not in set().union(*texts[one.title])]
    corrected = [one for one in due if KINDS[one.feed % len(KINDS)] == "corrected"]
    old = [one for one in corrected if one.text(2) not in set().union(*texts[one.title])]
    added = Counter(event["title"] for event in day.events["story"] if event["added"] == "new")
    twice = [title for title, count in added.items() if count > 1] + [one for one in texts if len(texts[one]) > 1]
    print(f"{len(due):,} stories came out, {len(lost)} lost; {len(corrected)} corrections, {len(old)} lost")
    print(f"{len(twice)} stories read or told twice; {len(faults)} faults found by verify")
    yield from (f"lost: {one.title} of {world.address(one.feed)} ({KINDS[one.feed % len(KINDS)]})" for one in lost)
    yield from (f"correction lost: {one.title}" for one in old)
    yield from (f"twice: {title}" for title in twice)
    yield from map(str, faults)


def _told(folder: Path, day: Day) -> Iterator[str]:
    with Ledger(folder / "day.sayso") as ledger:
        told = {message["id"] for message in latest_messages(ledger, 1000)}
    lines = (folder / "day.told").read_text("utf-8").splitlines()
    file = Counter(json.loads(line)["id"] for line in lines)
    feed = Counter((folder / "day.xml").read_text("utf-8").split('isPermaLink="false">')[1:])
    terminal = Counter(event["id"] for event in day.events["told"])
    again = terminal.total() - len(terminal)
    print(f"{len(told)} tellings, {file.total()} in the file, {feed.total()} in the feed, {again} printed again")
    if set(file) != told or set(terminal) != told or not file.total() == feed.total() == len(told) > 1:
        yield "what was told is not what was to be told, once"
    if again > sum(is_killed for _, is_killed in STOPS):
        yield f"{again} tellings were printed again"


def _manners(world: World) -> Iterator[str]:
    by_host: dict[str, list[tuple[float, Asked, int]]] = defaultdict(list)
    for one in world.asked:
        by_host[one[1].host].append(one)
    kinds = Counter(status for _, _, status in world.asked)
    print(f"{len(world.asked):,} requests: {dict(sorted(kinds.items()))}")
    soonest = {host: min((b[0] - a[0]) * _HOUR for a, b in pairwise(asked)) for host, asked in by_host.items()}
    slow = soonest.pop(world.hosts[0])
    print(f"least time between two requests to a host: {min(soonest.values()):.2f} s (promised {DELAY_SECONDS:g})")
    print(f"to the one that asks for {CRAWL_DELAY_SECONDS} s: {slow:.2f} s")
    if min(soonest.values()) < DELAY_SECONDS - ROUNDING_SECONDS or slow < CRAWL_DELAY_SECONDS - ROUNDING_SECONDS:
        yield "a host was asked sooner than promised"
    closed = [asked for _, asked, _ in world.asked if asked.path.startswith("/closed/")]
    robots = max(Counter(asked.host for _, asked, _ in world.asked if asked.path == "/robots.txt").values())
    print(f"{len(closed)} requests for what robots.txt closes; robots.txt asked for {robots} times at most")
    if closed or robots > 1 + END_HOURS // 24:
        yield "robots.txt was not kept, or asked for too often"
    early = [
        (hour, asked)
        for hour, asked, _ in world.asked
        if world.rests.get(asked.host, 0) - 1.0 < hour < world.rests.get(asked.host, 0) - ROUNDING_SECONDS / _HOUR
    ]
    print(f"{len(world.rests)} hosts wanted to be left alone, {len(early)} requests before they said")
    yield from (f"asked at {hour:.2f}, before {world.rests[asked.host]:.2f}" for hour, asked in early)
    yield from _polls(world)


def _polls(world: World) -> Iterator[str]:
    polls: dict[str, list[tuple[float, Asked, int]]] = defaultdict(list)
    for one in world.asked:
        if one[1].path.startswith(("/feed/", "/real/")):
            polls[one[1].path].append(one)
    often, bare, shown = 0, 0, 0
    for path, some in polls.items():
        stated = _STATED_SECONDS if KINDS[int(path.split("/")[2]) % len(KINDS)] == "asking" else SHORTEST_SECONDS
        often += sum((b[0] - a[0]) * _HOUR < stated * _JITTER - 1 for a, b in pairwise(some))
        given = False
        for _, asked, status in some:
            shown += given and "if-none-match" in asked.headers
            bare += given and "if-none-match" not in asked.headers
            given |= status == 200
    kills = sum(is_killed for _, is_killed in STOPS)
    print(f"{often} polls sooner than promised (a kill may have one polled again: {kills} kills)")
    print(f"{shown:,} polls with If-None-Match, {bare} without, of feeds that gave an ETag")
    if often > kills:
        yield f"{often} polls came sooner than promised"
    if bare > kills:
        yield f"{bare} polls without If-None-Match"


if __name__ == "__main__":
    main()
