"""Programs that are killed at work on a ledger: python -m evaluation.faults [KILLS] [SEED].

A program that adds stories, makes the indexes anew, judges, forgets or backs up (`evaluation.fault_work`) is ended by
kill -9 at a random moment, some while it starts. Then the ledger must open, hold every story and judgement that the
program had said to be in it and none that it had said to be forgotten, and `sayso verify` must find nothing wrong with
it or its copy. A new ledger is begun after every few kills. The exit code is 1 where something was lost or is wrong.
"""

import subprocess
import sys
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from evaluation.fault_work import VERBS, make_reading
from sayso.ledger import Ledger
from sayso.ledger.forget import list_forgotten
from sayso.pipeline.upkeep import verify

KILLS = 300
KILLS_A_LEDGER = 12
EARLY_SHARE, STARTING_SECONDS, WORKING_SECONDS = 0.15, 3.0, 0.5


@dataclass
class Toll:
    """What the kills did.

    Attributes:
        kills: How many there were of each verb.
        stories, judgements: How many were acknowledged.
        lost: Those that the ledger does not hold as they were, and forgotten stories that it does.
        faults: What `sayso verify` found.
    """

    kills: Counter[str] = field(default_factory=Counter)
    stories: int = 0
    judgements: int = 0
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
        if verb == "add":
            self.stories.update(told)
        elif verb == "judge":
            self.judgements.update(map(int, told))
        elif verb == "forget":
            self.forgotten.update(told)


def main() -> None:
    """Kill so many programs, and print what came of it."""
    given = [int(number) for number in sys.argv[1:]]
    with TemporaryDirectory() as folder:
        toll = kill_programs(Path(folder), *(given or [KILLS]), tell=True)
    print(f"{sum(toll.kills.values())} kills: {dict(toll.kills)}")
    print(f"{toll.stories} stories and {toll.judgements} judgements acknowledged, {len(toll.lost)} lost")
    print(f"{len(toll.faults)} faults found by verify")
    for line in (*toll.lost, *toll.faults):
        print(f"  {line}")
    sys.exit(bool(toll.lost or toll.faults))


def kill_programs(folder: Path, kills: int, seed: int = 1, *, tell: bool = False) -> Toll:
    """Kill so many programs at work on ledgers in a folder, and look at the ledger after each."""
    random, toll = Random(seed), Toll()  # noqa: S311 - moments
    for kill in range(kills):
        first = kill % KILLS_A_LEDGER == 0
        if first:
            path, held = folder / f"{kill}.sayso", Acknowledged()
        verb = "add" if first else random.choice(["add", *VERBS])
        told = _kill_one(path, verb, f"k{kill}", random)
        toll.kills[verb] += 1
        toll.stories += len(told) if verb == "add" else 0
        toll.judgements += len(told) if verb == "judge" else 0
        held.take(verb, told)
        _look(path, held, toll, f"kill {kill} ({verb})")
        if tell:
            print(
                f"kill {kill}: {verb}, {len(told)} done, {len(toll.lost)} lost, {len(toll.faults)} faults", flush=True
            )
    return toll


def _kill_one(path: Path, verb: str, name: str, random: Random) -> list[str]:
    """Start a program and end it at a random moment; what it said to be done, a last line cut short apart."""
    command = [sys.executable, "-m", "evaluation.fault_work", verb, str(path), name]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as program:
        assert program.stdout
        begun = ""
        if random.random() < EARLY_SHARE:
            time.sleep(random.uniform(0, STARTING_SECONDS))
        else:
            begun = program.stdout.readline()
            time.sleep(random.uniform(0, WORKING_SECONDS))
        program.kill()
        told = begun + program.stdout.read()
    return [line.strip() for line in told.splitlines(keepends=True) if line.endswith("\n")]


def _look(path: Path, held: Acknowledged, toll: Toll, where: str) -> None:
    """Open a ledger after a kill, and count what is not as it should be."""
    with Ledger(path) as ledger:
        there = {story.id for story in ledger.stories()}
        # One may be forgotten by a program that was ended before it said so.
        gone = held.forgotten | {one.story for one in list_forgotten(ledger)}
        judged = {one.number for one in ledger.judgements_made()}
        changed = {one for one in there if ledger.reading(one) != make_reading(one)}
        raws = {one for one in there if ledger.raw(one) != make_reading(one).story.raw}
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
