"""Many readers while stories come in: python -m evaluation.crowd FOLDER [READERS] [STORIES] [A_SECOND].

By default 50 readers, while 10,000 stories come in at 50 a second: several times as fast as the model reads them.
FOLDER holds the ledger that all begin from (`evaluation.crowd_world`: 10,000 stories), or it is made there; they read a
copy.

`sayso serve` is a process of its own, and so is what adds. Each reader asks for a page, reads it for 1 to 3 seconds,
and goes on: from the first screen to a search, a story that was found, a claim with the graph and the timeline that its
page asks for, who speaks, one of these, and the same as JSON. The claims are the 28 of the founding event, and 60 of
the words of stories, each traced before, so that what was compared for it is remembered; of a list half of the readers
take the first, a sixth the second, and so on. Printed are the errors and the milliseconds until the whole answer has
come: half, 95 and 99 of a hundred, and the longest, by the kind of page; and how long the desk's processes were at work
for each. Nothing is kept by the readers; their connections stay open.
"""

import asyncio
import os
import re
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from random import Random
from typing import cast
from urllib.parse import quote, unquote, urlencode

import httpx

from evaluation.calling import parser_for
from evaluation.crowd_world import crowd_ledger, speakers, stories_to_come
from evaluation.tracing import draw_queries, founding_claims
from sayso.ledger import Ledger
from sayso.ledger.backup import back_up
from sayso.trace import trace

SIZE, READERS, STORIES, A_SECOND = 10_000, 50, 10_000, 50.0
QUERIES = 60
SHORTEST_LOOK_SECONDS, LONGEST_LOOK_SECONDS = 1.0, 3.0
LONGEST_WAIT_SECONDS = 60.0
OK = 200
TICKS_A_SECOND = os.sysconf("SC_CLK_TCK")
_STORY = re.compile(r'href="/stories/([^"/?#]+)"')


@dataclass
class Crowd:
    """What the readers ask for, and what became of it.

    Attributes:
        address: The desk's.
        claims, names: What they ask for.
        took: Milliseconds of each answer, by the kind of page.
        wrong: What went wrong, by the kind of page.
    """

    address: str
    claims: Sequence[str]
    names: Sequence[str]
    took: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))
    wrong: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))

    async def read(self, number: int, until: asyncio.Event) -> None:
        """One reader, until it is told to stop."""
        rng = Random(number)  # noqa: S311 - a simulation
        limits = httpx.Timeout(LONGEST_WAIT_SECONDS)
        async with httpx.AsyncClient(base_url=self.address, timeout=limits, trust_env=False) as client:
            await asyncio.sleep(rng.uniform(0, LONGEST_LOOK_SECONDS))
            stories: list[str] = []
            while not until.is_set():
                for kind, path in self._visit(rng, stories):
                    answer = await self._ask(client, kind, path)
                    stories[:] = [unquote(found) for found in _STORY.findall(answer)] or stories
                    await asyncio.sleep(rng.uniform(SHORTEST_LOOK_SECONDS, LONGEST_LOOK_SECONDS))
                    if until.is_set():
                        break

    def _visit(self, rng: Random, stories: Sequence[str]) -> Iterator[tuple[str, str]]:
        """The pages of one visit, one after another."""
        claim = rng.choice(self.claims)
        words = " ".join(claim.split()[:2])
        name = _pick(rng, self.names)
        source = f"person:{name.lower()}"
        yield "first screen", "/"
        yield "search", f"/search?{urlencode({'words': words})}"
        if stories:
            yield "story", f"/stories/{quote(_pick(rng, stories), safe='')}"
        yield "claim", f"/claims?{urlencode({'claim': claim})}"
        yield "claim's graph", f"/api/claims/graph?{urlencode({'claim': claim})}"
        yield "claim's timeline", f"/api/claims/timeline?{urlencode({'claim': claim})}"
        yield "sources", "/sources"
        yield "source", f"/sources/{quote(source, safe='')}"
        yield "said", f"/said?{urlencode({'name': name})}"
        yield "api: stories", f"/api/stories?{urlencode({'offset': rng.randrange(200)})}"
        yield "api: search", f"/api/search?{urlencode({'words': words})}"
        yield "api: sources", f"/api/sources?{urlencode({'offset': 50 * rng.randrange(5)})}"
        yield "api: trace", f"/api/trace?{urlencode({'claim': claim})}"
        if stories:
            yield "api: story", f"/api/stories/{quote(_pick(rng, stories), safe='')}"

    async def _ask(self, client: httpx.AsyncClient, kind: str, path: str) -> str:
        begun = time.perf_counter()
        try:
            answer = await client.get(path)
        except httpx.HTTPError as error:
            self.wrong[kind].append(f"{type(error).__name__} at {path}")
            return ""
        self.took[kind].append(1000 * (time.perf_counter() - begun))
        if answer.status_code != OK:
            self.wrong[kind].append(f"{answer.status_code} at {path}: {answer.text[:200]}")
            return ""
        return answer.text


def _pick(rng: Random, listed: Sequence[str]) -> str:
    return listed[min(int(rng.paretovariate(1.0)), len(listed)) - 1]


@contextmanager
def desk_process(ledger: Path) -> Iterator[tuple[str, int]]:
    """`sayso serve` on a ledger: its address, and the number of its process."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "sayso", "serve", "--ledger", str(ledger), "--port", str(port), "--no-open"]
    running = subprocess.Popen(command)
    try:
        while True:
            time.sleep(0.1)
            with socket.socket() as tried:
                if running.poll() is not None or tried.connect_ex(("127.0.0.1", port)) == 0:
                    break
        yield f"http://127.0.0.1:{port}", running.pid
    finally:
        running.terminate()
        running.wait()


async def read_all(crowd: Crowd, readers: int, adding: Sequence[str]) -> None:
    """Let readers read from the first line of a program that adds stories to its end."""
    done = asyncio.Event()
    added = await asyncio.create_subprocess_exec(*adding, stdout=subprocess.PIPE)
    came = cast(asyncio.StreamReader, added.stdout)
    await came.readline()
    reading = [asyncio.create_task(crowd.read(number, done)) for number in range(readers)]
    told = await came.read()
    print(told.decode(), end="")
    if await added.wait():
        crowd.wrong["adding"].append(f"the program that adds ended with {added.returncode}")
    done.set()
    await asyncio.gather(*reading)


def main() -> None:
    """Let them read, and print what they waited."""
    parser = parser_for("crowd", __doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("readers", nargs="?", type=int, default=READERS)
    parser.add_argument("stories", nargs="?", type=int, default=STORIES)
    parser.add_argument("a_second", nargs="?", type=float, default=A_SECOND)
    asked = parser.parse_args()
    base = crowd_ledger(asked.folder, SIZE)
    with tempfile.TemporaryDirectory(dir=asked.folder) as place:
        path = Path(place) / "read.sayso"
        with Ledger(base) as ledger:
            claims = [*founding_claims(), *islice(draw_queries(ledger), QUERIES)]
            for claim in claims:
                trace(ledger, claim)
            back_up(ledger, path, lambda *_: None)
            held = ledger.count_stories()
        shutil.copytree(f"{base}-index", f"{path}-index", dirs_exist_ok=True)
        coming = stories_to_come(asked.folder, held, asked.stories)
        adding = [sys.executable, "-m", "evaluation.crowd_world", str(path), str(coming), str(asked.a_second)]
        with desk_process(path) as (address, process):
            crowd = Crowd(address, claims, [one.name or "" for one in speakers()[0]])
            asyncio.run(read_all(crowd, asked.readers, adding))
            worked_ms = 1000 * sum(_worked_ticks(one) for one in (process, *_children(process))) / TICKS_A_SECOND
    tell(crowd)
    answers = max(1, sum(map(len, crowd.took.values())))
    print(f"{worked_ms / answers:.0f} ms of a processor an answer")
    sys.exit(1 if any(crowd.wrong.values()) else 0)


def _children(process: int) -> list[str]:
    return Path(f"/proc/{process}/task/{process}/children").read_text().split()


def _worked_ticks(process: int | str) -> int:
    return sum(map(int, Path(f"/proc/{process}/stat").read_text().split()[13:15]))


def tell(crowd: Crowd) -> None:
    """Print what the readers waited and what went wrong."""
    every = [one for some in crowd.took.values() for one in some]
    for kind, some in (*sorted(crowd.took.items()), ("all", every)):
        found = sorted(some)
        p95, p99 = (found[min(len(found) - 1, int(share * len(found)))] for share in (0.95, 0.99))
        half = statistics.median(found)
        print(
            f"{kind:18} {len(found):6,} asked  {half:5.0f} / {p95:5.0f} / {p99:5.0f} / {found[-1]:5.0f} ms", flush=True
        )
    for kind, some_wrong in crowd.wrong.items():
        print(f"{len(some_wrong)} wrong, {kind}: {some_wrong[0]}")
    print(f"{sum(map(len, crowd.wrong.values()))} errors")


if __name__ == "__main__":
    main()
