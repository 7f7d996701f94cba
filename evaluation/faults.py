"""Programs that are killed at work on a ledger: python -m evaluation.faults [KILLS] [SEED].

A program that adds stories, makes the indexes anew, judges, forgets or backs up (`evaluation.fault_work`), or that
watches feeds (`sayso watch` itself), is ended by kill -9 at a random moment, some while it starts. Then the ledger must
open, hold every story and judgement that the program had said to be in it and none that it had said to be forgotten,
and `sayso verify` must find nothing wrong with it or its copy. A new ledger is begun after every few kills; before, a
last watch must have read all that its feeds hold, and have told all that was to be told, in its file and its feed once.
The exit code is 1 where something was lost, told twice there or is wrong.
"""

import subprocess
import sys
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from evaluation.calling import parser_for
from evaluation.fault_watch import Watched, open_watched
from evaluation.fault_work import VERBS, make_reading
from sayso.ledger import Ledger
from sayso.ledger.forget import list_forgotten
from sayso.pipeline.upkeep import verify

KILLS = 300
KILLS_A_LEDGER = 12
EARLY_SHARE, STARTING_SECONDS, WORKING_SECONDS, WATCHING_SECONDS = 0.15, 3.0, 0.5, 3.0


@dataclass
class Toll:
    """What the kills did.

    Attributes:
        kills: How many there were of each verb.
        stories, judgements, told: How many were acknowledged.
        told_again: How often the terminal or the webhook was told the same again, with the same id.
        lost: Those that the ledger does not hold as they were, and forgotten stories that it does.
        faults: What `sayso verify` found.
    """

    kills: Counter[str] = field(default_factory=Counter)
    stories: int = 0
    judgements: int = 0
    told: int = 0
    told_again: int = 0
    lost: list[str] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)


@dataclass
class Acknowledged:
    """What a ledger must hold: ids of stories, numbers of judgements; and what it must not."""

    stories: set[str] = field(default_factory=set)
    judgements: set[int] = field(default_factory=set)
    forgotten: set[str] = field(default_factory=set)

    def take(self, verb: str, told: list[str]) -> None:
        """Take down what a program said."""
        if verb in ("add", "watch"):
            self.stories.update(told)
        elif verb == "judge":
            self.judgements.update(map(int, told))
        elif verb == "forget":
            self.forgotten.update(told)


def main() -> None:
    """Kill so many programs, and print what came of it."""
    parser = parser_for("faults", __doc__)
    parser.add_argument("kills", nargs="?", type=int, default=KILLS)
    parser.add_argument("seed", nargs="?", type=int, default=1)
    asked = parser.parse_args()
    with TemporaryDirectory() as folder:
        toll = kill_programs(Path(folder), asked.kills, asked.seed, tell=True)
    print(f"{sum(toll.kills.values())} kills: {dict(toll.kills)}")
    print(f"{toll.stories} stories and {toll.judgements} judgements acknowledged, {len(toll.lost)} lost or told twice")
    print(f"{toll.told} tellings, of which the terminal or the webhook had one again {toll.told_again} times")
    print(f"{len(toll.faults)} faults found by verify")
    for line in (*toll.lost, *toll.faults):
        print(f"  {line}")
    sys.exit(bool(toll.lost or toll.faults))


def kill_programs(folder: Path, kills: int, seed: int = 1, *, tell: bool = False) -> Toll:
    """Kill so many programs at work on ledgers in a folder, and look at the ledger after each."""
    random, toll = Random(seed), Toll()  # noqa: S311 - moments
    with open_watched() as (site, of_hook):
        for begin in range(0, kills, KILLS_A_LEDGER):
            path = folder / f"{begin}.sayso"
            held, watched = Acknowledged(), Watched(site, path)
            of_hook["now"] = watched
            for kill in range(begin, min(begin + KILLS_A_LEDGER, kills)):
                verb = "add" if kill == begin else random.choice(["add", "watch", *VERBS])
                told = _kill_one(watched, verb, f"k{kill}", random)
                toll.kills[verb] += 1
                toll.stories += len(told) if verb in ("add", "watch") else 0
                toll.judgements += len(told) if verb == "judge" else 0
                held.take(verb, told)
                _look(path, held, toll, f"kill {kill} ({verb})")
                if tell:
                    counts = f"{len(toll.lost)} lost, {len(toll.faults)} faults"
                    print(f"kill {kill}: {verb}, {len(told)} done, {counts}", flush=True)
            if watched.feeds:
                toll.lost += [f"ledger {begin}: {problem}" for problem in watched.settle()]
                _look(path, held, toll, f"ledger {begin}, at last")
            toll.told += len(watched.printed)
            toll.told_again += watched.told_again
    return toll


def _kill_one(watched: Watched, verb: str, name: str, random: Random) -> list[str]:
    """Start a program and end it at a random moment; what it said to be done, a last line cut short apart."""
    watches = verb == "watch"
    work = [sys.executable, "-m", "evaluation.fault_work", verb, str(watched.path), name]
    command = watched.begin(name) if watches else work
    working_seconds = WATCHING_SECONDS if watches else WORKING_SECONDS
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as program:
        assert program.stdout
        begun = ""
        if random.random() < EARLY_SHARE:
            time.sleep(random.uniform(0, STARTING_SECONDS))
        else:
            begun = program.stdout.readline()
            time.sleep(random.uniform(0, working_seconds))
        program.kill()
        told = begun + program.stdout.read()
    lines = [line.strip() for line in told.split("\n")[:-1]]
    return sorted(watched.take(lines)) if watches else lines


def _look(path: Path, held: Acknowledged, toll: Toll, where: str) -> None:
    """Open a ledger after a kill, and count what is not as it should be."""
    with Ledger(path) as ledger:
        there = {story.id for story in ledger.stories()}
        # One may be forgotten by a program that was ended before it said so.
        gone = held.forgotten | {one.story for one in list_forgotten(ledger)}
        judged = {one.number for one in ledger.judgements_made()}
        made = {one for one in there if one.startswith("k")}  # the others came by a feed
        changed = {one for one in made if ledger.reading(one) != make_reading(one)}
        raws = {one for one in made if ledger.raw(one) != make_reading(one).story.raw}
        toll.lost += [f"{where}: story {one}" for one in sorted((held.stories - gone - there) | changed | raws)]
        toll.lost += [f"{where}: judgement {one}" for one in sorted(held.judgements - judged)]
        toll.lost += [f"{where}: story {one} is back" for one in sorted(gone & there)]
        toll.faults += [f"{where}: {fault}" for fault in verify(ledger)]
    copy = path.with_suffix(".copy")
    if copy.exists():
        with Ledger(copy, create=False) as ledger:
            toll.faults += [f"{where}, copy: {fault}" for fault in verify(ledger)]


if __name__ == "__main__":
    main()
