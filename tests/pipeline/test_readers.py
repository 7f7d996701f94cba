import multiprocessing
import os
import signal
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

import pytest

from sayso.errors import InputError
from sayso.ingest import story_from_text
from sayso.ledger import Added, Ledger
from sayso.pipeline import readers as pipeline_readers
from sayso.pipeline.adding import Outcome, add_stories
from sayso.pipeline.models import shipped_model
from sayso.pipeline.readers import ReaderHere, Readers
from sayso.records import Rejection, Story

REJECTION = Rejection("page.html", "an empty page", "a story", "Look at the page")
ORPHANS = """
import sys, time
from multiprocessing import active_children
from sayso.ingest import story_from_text
from sayso.pipeline import readers
from sayso.pipeline.models import shipped_model

if __name__ == "__main__":
    readers.STORIES_READ_HERE = 0
    with readers.Readers(shipped_model(), 2) as some:
        stories = [story_from_text(f"Bridge number {number} is safe, the mayor said.") for number in range(8)]
        for wait in [some.begin(story) for story in stories]:
            wait()
        print(*(child.pid for child in active_children()), flush=True)
        time.sleep(60)
"""


@pytest.fixture(autouse=True)
def _processes_from_the_third_story_on(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pipeline_readers, "STORIES_READ_HERE", 2)


def stories(count: int) -> list[Story | Rejection]:
    texts = [f"HARBORTON — Bridge {number} is safe, Mayor Olena Brodie said on Monday." for number in range(count)]
    return [story_from_text(text, id=f"s{number}", raw=text.encode()) for number, text in enumerate(texts)]


def add_all(path: Path, items: list[Story | Rejection], readers: Readers | None) -> tuple[list[Outcome], list[object]]:
    with Ledger(path) as ledger:
        outcomes = list(add_stories(ledger, shipped_model(), items, readers))
        return outcomes, [ledger.readings([story.id])[story.id] for story in ledger.stories()]


def test_processes_read_the_same_in_the_same_order(tmp_path: Path) -> None:
    items = stories(12)
    items[5:5] = [REJECTION, items[0], items[11]]
    with Readers(shipped_model(), 2) as readers:
        beside = add_all(tmp_path / "beside.sayso", items, readers)
    here = add_all(tmp_path / "here.sayso", items, None)
    assert not readers.ended
    assert [(one.added, one.rejection, one.statements) for one in beside[0]] == [
        (one.added, one.rejection, one.statements) for one in here[0]
    ]
    assert beside[1] == here[1]
    assert len(here[1]) == 12


class Together(ReaderHere):
    ahead, together = 2, 3


def test_stories_written_together_are_told_as_those_written_one_by_one(tmp_path: Path) -> None:
    items = stories(7)
    items[2:2] = [REJECTION, items[0]]
    together, here = Together(shipped_model()), ReaderHere(shipped_model())
    with Ledger(tmp_path / "together.sayso") as ledger, Ledger(tmp_path / "here.sayso") as other:
        told = list(add_stories(ledger, shipped_model(), items, together))
        assert told == list(add_stories(other, shipped_model(), items, here))
        assert list(ledger.stories()) == list(other.stories())


def test_only_what_cannot_be_written_is_lost_of_those_written_together(tmp_path: Path) -> None:
    items = stories(4)
    items[2] = replace(items[2], title="half \ud800")  # type: ignore[type-var]
    with Ledger(tmp_path / "l.sayso") as ledger:
        outcomes = add_stories(ledger, shipped_model(), items, Together(shipped_model()))
        assert [next(outcomes).added, next(outcomes).added] == [Added.NEW, Added.NEW]
        with pytest.raises(InputError):
            next(outcomes)
        assert ledger.count_stories() == 2


def test_no_story_is_lost_where_a_process_is_ended(tmp_path: Path) -> None:
    with Readers(shipped_model(), 2) as readers, Ledger(tmp_path / "l.sayso") as ledger:
        outcomes = add_stories(ledger, shipped_model(), stories(40), readers)
        for _ in range(6):
            next(outcomes)
        children = multiprocessing.active_children()
        assert len(children) == 2
        os.kill(children[0].pid or 0, signal.SIGKILL)
        assert len(list(outcomes)) == 34
        assert readers.ended
        assert ledger.count_stories() == 40


def test_processes_do_not_outlive_who_began_them() -> None:
    with subprocess.Popen([sys.executable, "-c", ORPHANS], stdout=subprocess.PIPE, text=True) as parent:
        assert parent.stdout
        children = [int(pid) for pid in parent.stdout.readline().split()]
        assert len(children) == 2
        parent.kill()
    until = time.monotonic() + 20
    while any(Path(f"/proc/{pid}").exists() for pid in children) and time.monotonic() < until:
        time.sleep(0.1)
    assert not [pid for pid in children if Path(f"/proc/{pid}").exists()]


def test_one_process_begins_none() -> None:
    with Readers(shipped_model(), 1) as readers:
        for story in stories(4):
            assert isinstance(story, Story)
            assert readers.begin(story)().attributions
        assert not multiprocessing.active_children()
