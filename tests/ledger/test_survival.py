"""Several programs on one ledger, and programs that are killed."""

import subprocess
import sys
import time
from pathlib import Path
from random import Random

import pytest

from sayso.ledger import Ledger
from sayso.ledger.schema import list_migrations
from tests.ledger.samples import RUN, check_integrity
from tests.ledger.workers import numbered_reading

WORKERS = "tests.ledger.workers"
REPOSITORY = Path(__file__).parents[2]
KILLS = 20


def start(verb: str, path: Path, name: str, number: int) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", WORKERS, verb, str(path), name, str(number)],
        stdout=subprocess.PIPE,
        text=True,
        cwd=REPOSITORY,
    )


def test_killed_while_adding(tmp_path: Path) -> None:
    path = tmp_path / "test.sayso"
    random = Random(20240304)
    reported: list[str] = []
    for kill in range(KILLS):
        with start("add", path, f"k{kill}", 100_000) as adding:
            assert adding.stdout
            # The first kills come while the program starts and makes the ledger, later ones in the midst of adding.
            if kill >= 4:
                reported.append(adding.stdout.readline().strip())
            time.sleep(random.uniform(0, 0.25))
            adding.kill()
            told = adding.stdout.read()
        # A line without its end was cut by the kill.
        reported += [line.strip() for line in told.splitlines(keepends=True) if line.endswith("\n")]
        with Ledger(path) as ledger:
            held = {story.id for story in ledger.stories()}
            assert set(reported) <= held
            # The last story may have been added and not reported.
            assert len(held) <= len(reported) + kill + 1
    check_integrity(path)
    assert len(reported) >= KILLS - 4
    with Ledger(path) as ledger:
        for story_id in held:
            name, number = story_id.split("-")
            assert ledger.reading(story_id) == numbered_reading(name, int(number))
        assert len(ledger.said("Álvarez")) == 2 * len(held)


def test_many_read_while_others_write(tmp_path: Path) -> None:
    path = tmp_path / "test.sayso"
    Ledger(path).close()
    writers = [start("add", path, name, 30) for name in ("a", "b")]
    readers = [start("read", path, "-", 60) for _ in range(3)]
    for program in writers + readers:
        program.communicate()
    assert [program.returncode for program in writers + readers] == [0] * 5
    check_integrity(path)
    with Ledger(path) as ledger:
        assert ledger.count_stories() == 60
        assert ledger.connection.execute("SELECT count(*) FROM run").fetchone()[0] == 2


@pytest.mark.parametrize("attempt", range(3))
def test_several_begin_one_ledger_at_once(tmp_path: Path, attempt: int) -> None:
    path = tmp_path / "test.sayso"
    programs = [start("add", path, f"p{number}", 2) for number in range(5)]
    for program in programs:
        program.communicate()
    assert [program.returncode for program in programs] == [0] * 5
    with Ledger(path, create=False) as ledger:
        assert ledger.count_stories() == 10
        assert ledger.connection.execute("SELECT count(*) FROM migration").fetchone()[0] == len(list_migrations())


def test_stories_may_be_added_while_they_are_listed(tmp_path: Path) -> None:
    path = tmp_path / "test.sayso"
    with Ledger(path) as ledger:
        for number in range(150):
            ledger.add(numbered_reading("a", number), RUN)
        listed = 0
        for story in ledger.stories():
            listed += story.id.startswith("a-")
            if listed <= 3:
                ledger.add(numbered_reading("0", listed), RUN)
        assert listed == 150
        assert ledger.count_stories() == 153
