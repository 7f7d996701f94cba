"""Several programs on one index, and programs that are killed or run out of room."""

import subprocess
import sys
import time
from pathlib import Path
from random import Random

import pytest

from sayso.ledger import Ledger
from sayso.reuse import detect_lineage
from sayso.reuse.postings import folder_of
from tests.ledger.samples import check_integrity
from tests.reuse.ledgers import add_stories, by_story, check_each, print_texts, small_runs, updated
from tests.reuse.test_detect import WORLD
from tests.reuse.texts import make_story, write_text

REPOSITORY = Path(__file__).parents[2]
KILLS = 4
STORIES = [*WORLD, *(make_story(f"y{number:02}", write_text(500 + number, 2)) for number in range(40))]
ASKED = ("a3", "b2", "m1", "x1", "y07")


def start(verb: str, path: Path, name: str = "-") -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "tests.reuse.workers", verb, str(path), name],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=REPOSITORY,
    )


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "test.sayso"
    with Ledger(path) as ledger:
        add_stories(ledger, STORIES)
    return path


def check_answer(path: Path) -> None:
    """Fail unless an index opened now, and another one after it, tell what is told of the stories in memory."""
    with Ledger(path) as ledger, small_runs(largest=2):
        every = by_story(detect_lineage(list(ledger.stories()), with_extents=False))
        for _ in range(2):
            check_each(updated(ledger), every, ASKED)


def test_killed_while_the_index_is_made(path: Path) -> None:
    random = Random(20240305)
    for _ in range(KILLS):
        with start("rebuild", path) as rebuilding:
            assert rebuilding.stdout
            assert rebuilding.stdout.readline() == "ready\n"
            time.sleep(random.uniform(0, 0.3))
            rebuilding.kill()
        check_answer(path)
    check_integrity(path)


def test_several_add_and_update_at_once(path: Path) -> None:
    programs = [start("add", path, name) for name in ("d", "e")]
    for program in programs:
        program.communicate()
    assert [program.returncode for program in programs] == [0, 0]
    check_answer(path)
    with Ledger(path) as ledger, small_runs():
        told = updated(ledger).lineage_of(["d00"])
        assert [one.story_id for one in told] == [f"{name}{number:02}" for name in "de" for number in range(25)]


def test_several_make_the_same_runs_at_once(path: Path) -> None:
    with Ledger(path) as ledger:
        add_stories(ledger, [make_story(f"z{number:02}", [f"Story {number}."]) for number in range(79)])
        print_texts(ledger, 128)
    programs = [start("merge", path) for _ in range(3)]
    for program in programs:
        assert program.stdout
        assert program.stdout.readline() == "ready\n"
    for program in programs:
        assert program.stdin
        program.stdin.write("go\n")
        program.stdin.flush()
    for program in programs:
        program.communicate()
    assert [program.returncode for program in programs] == [0] * 3
    check_answer(path)


def test_no_room_for_the_runs(path: Path) -> None:
    with Ledger(path) as ledger:
        print_texts(ledger, 100)
        every = by_story(detect_lineage(STORIES, with_extents=False))
        asking = start("ask", path, "m1")
        told, _ = asking.communicate()
        assert asking.returncode == 0
        assert repr(every["m1"]) in told.splitlines()
        assert not list(folder_of(ledger).iterdir())
    check_answer(path)
