"""Ledgers with work in them for the tests of faults, and programs that go on working."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from evaluation.fault_work import RUN, make_reading
from sayso.ledger import Ledger
from sayso.records import Judgement, JudgementKind, Verdict
from sayso.reuse import ReuseIndex

REPOSITORY = Path(__file__).parents[2]


def fill(path: Path, count: int = 12) -> list[str]:
    """Begin a ledger with stories, an index and a judgement; the ids of the stories."""
    ids = [f"a-{number}" for number in range(count)]
    with Ledger(path) as ledger:
        for story_id in ids:
            ledger.add(make_reading(story_id), RUN)
        ReuseIndex(ledger).update()
        ledger.judge(claim_on(ids[0]))
    return ids


def claim_on(story_id: str, verdict: Verdict = Verdict.STATES) -> Judgement:
    return Judgement(JudgementKind.CLAIM, story_id, "the ferry sailed", verdict, "ed", words="Ana Brodie said")


@contextmanager
def at_work(verb: str, path: Path, name: str = "w") -> Iterator[subprocess.Popen[str]]:
    """A program that has done something and goes on until it is killed at the end."""
    command = [sys.executable, "-m", "evaluation.fault_work", verb, str(path), name]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=REPOSITORY) as program:
        assert program.stdout
        try:
            assert program.stdout.readline()
            yield program
        finally:
            program.kill()
            program.stdout.read()
