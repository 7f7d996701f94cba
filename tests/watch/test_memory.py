"""Weeks of polling, sped up: the process does not grow, and nothing is lost or read twice."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.watch.site import Answer, Site, item, rss

FEEDS = 8
POLLS_AT_LEAST = 2000
NEW_EVERY = 40
TOLD = 4
LARGEST_GROWTH_BYTES = 8_000_000


@pytest.mark.timeout(900)
@pytest.mark.skipif(not Path("/proc/self/statm").exists(), reason="memory is read from Linux's /proc")
def test_weeks_of_polling_do_not_grow_the_process(site: Site, tmp_path: Path) -> None:
    made: list[str] = []
    polls = [0]

    def answer(name: str, entries: list[str]) -> Answer:
        polls[0] += 1
        if polls[0] % NEW_EVERY == 1:
            said = f"“The bridge will close for a year,” {name} Field said. " if len(made) < TOLD else ""
            text = f"{said}The mayor opened fair {len(made)}. " * (12 if len(made) % 2 else 1)
            path = f"/{len(made)}"
            site.page(path, text)
            entries.append(item(path, link=path, content=text if len(made) % 2 else ""))
            made.append(path)
        return Answer(rss(*entries[-15:]), kind="application/rss+xml", headers={"etag": f'"{len(entries)}"'})

    for number in range(FEEDS):
        entries: list[str] = []
        site.answers[f"/rss{number}"] = lambda n=number, e=entries: answer(f"Nora{n}", e)  # type: ignore[misc]
    feeds = [f"{site.at}/rss{number}" for number in range(FEEDS)]
    command = [sys.executable, "-m", "tests.watch.months", str(tmp_path / "l.sayso"), str(24 * 20), *feeds]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    found = json.loads(done.stdout)
    assert polls[0] >= POLLS_AT_LEAST
    assert found["stories"] == found["story"] == len(made)
    assert all(site.count(path) <= 1 for path in made)
    first, *_, last = found["memory"]
    assert last - first < LARGEST_GROWTH_BYTES, found["memory"]
    assert found["told"] >= 1
