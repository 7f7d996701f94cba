"""Watching that is killed: the real `sayso watch` on feeds of a site on loopback, and to whom it tells."""

import json
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import feedparser

from evaluation.loopback import Answer, Asked, open_sites
from sayso.ledger import Ledger
from sayso.ledger.tellings import latest_messages
from sayso.trace.following import follow_claim

CLAIM = "the harbour bridge will close for a year"
ITEMS = 8
MOST_TOLD = 10_000
_NAMES = ("Ada", "Ben", "Cleo", "Dov", "Edda", "Finn", "Gwen", "Hugo")
_SURNAMES = ("Achter", "Boyle", "Crane", "Dufour", "Ebbe", "Falk", "Grieg", "Holm", "Iversen", "Jansen", "Krol", "Lund")


@dataclass
class Watched:
    """What is watched into one ledger: its feeds, one more for each program that watches, and what was told where."""

    site: str
    path: Path
    posted: Counter[str] = field(default_factory=Counter)
    printed: Counter[str] = field(default_factory=Counter)
    feeds: list[str] = field(default_factory=list)

    def command(self, *more: str) -> list[str]:
        """The command that watches all its feeds."""
        return [
            *(sys.executable, "-m", "sayso", "watch", *self.feeds, "--ledger", str(self.path), "--json"),
            *("--allow-private", "--allow-private-webhook", "--delay", "0", "--webhook", f"{self.site}/hook"),
            *("--notify-file", str(self._file(".told")), "--feed", str(self._file(".xml")), *more),
        ]

    def begin(self, name: str) -> list[str]:
        """The command that watches one more feed."""
        if not self.feeds:
            with Ledger(self.path) as ledger:
                follow_claim(ledger, CLAIM, "ed")
        self.feeds.append(f"{self.site}/{name}/rss")
        return self.command()

    def take(self, lines: list[str]) -> set[str]:
        """Take down what a program that watched printed; gives the ids of the stories that it said were read."""
        events = [json.loads(line) for line in lines]
        self.printed.update(one["id"] for one in events if one["event"] == "told")
        return {one["id"] for one in events if one["event"] == "story"}

    def settle(self) -> Iterator[str]:
        """Let a last program do what is due; tells what of it all was lost, or told twice where it must not be."""
        done = subprocess.run(self.command("--once"), capture_output=True, text=True, check=False)
        if done.returncode:
            yield f"the last watch failed: {done.stdout} {done.stderr}"
        self.take(done.stdout.splitlines())
        with Ledger(self.path) as ledger:
            told = {str(one["id"]) for one in latest_messages(ledger, MOST_TOLD)}
            (waiting,) = ledger.connection.execute(
                "SELECT count(*) FROM feed_entry WHERE state <> 'read' AND problem IS NOT 'forgotten'"
            ).fetchone()
            (entries,) = ledger.connection.execute("SELECT count(*) FROM feed_entry").fetchone()
        if waiting or entries != ITEMS * len(self.feeds):
            yield f"{entries} of {ITEMS * len(self.feeds)} entries are noted, {waiting} not read"
        file = self._file(".told")
        lines = file.read_text("utf-8").splitlines() if file.exists() else []
        feed = feedparser.parse(self._file(".xml").read_bytes()) if told else {"entries": []}
        found = {
            "file": Counter(json.loads(line)["id"] for line in lines),
            "feed": Counter(entry["id"] for entry in feed["entries"]),
            "webhook": self.posted,
            "terminal": self.printed,
        }
        for channel, ids in found.items():
            if set(ids) != told and not (channel == "feed" and set(ids) < told):
                yield f"{channel}: {len(told - set(ids))} not told, {len(set(ids) - told)} unknown"
            twice = [one for one, count in ids.items() if count > 1]
            if twice and channel in ("file", "feed"):
                yield f"{channel}: {len(twice)} told twice"

    @property
    def told_again(self) -> int:
        """How often the terminal and the webhook were told the same again, with the same id, as a kill may have it."""
        return sum(ids.total() - len(ids) for ids in (self.posted, self.printed))

    def _file(self, suffix: str) -> Path:
        return self.path.with_suffix(suffix)


@contextmanager
def open_watched() -> Iterator[tuple[str, dict[str, Watched]]]:
    """A site whose every feed has the same stories under other names; gives its address, and whom its hook tells."""
    watched: dict[str, Watched] = {}

    def answer(asked: Asked) -> Answer:
        name, _, rest = asked.path.strip("/").partition("/")
        if asked.method == "POST":
            watched["now"].posted.update([json.loads(asked.body)["id"]])
            return Answer(b"ok")
        if rest == "rss":
            items = "".join(_item(name, number) for number in range(ITEMS))
            rss = f'<rss version="2.0"><channel><title>{name}</title>{items}</channel></rss>'
            return Answer(rss.encode(), kind="application/rss+xml")
        if rest:
            return Answer(f"<html><body><p>{_story(name, int(rest))}</p></body></html>".encode())
        return Answer(status=404)

    with open_sites(["127.0.0.1"], answer) as (host,):
        yield f"http://{host}", watched


def _item(name: str, number: int) -> str:
    whole = f"<description>{_story(name, number) * 30}</description>" if number % 2 else ""
    return f"<item><guid>feed-{name}-{number}</guid><link>/{name}/{number}</link>{whole}</item>"


def _story(name: str, number: int) -> str:
    surname = _SURNAMES[sum(map(ord, name)) % len(_SURNAMES)]
    said = f"“The harbour bridge will close for a year,” {_NAMES[number]} {surname} said on Monday. "
    return f"{said if number < 2 else ''}Notice {number} of {name}: the council met. "
