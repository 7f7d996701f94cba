"""What happens to disks, clocks, models and neighbours, and what is left of the ledger then."""

import os
import shutil
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import nullcontext
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from typer.testing import CliRunner

from evaluation.fault_work import RUN, make_reading
from sayso.attribution.network.model import shipped_folder
from sayso.cli.app import app
from sayso.errors import LedgerError, ModelError
from sayso.ledger import Ledger
from sayso.ledger.backup import back_up
from sayso.ledger.following import follow, list_followed
from sayso.ledger.indexes import rebuild_indexes
from sayso.ledger.latest import came_since
from sayso.pipeline.models import shipped_model
from sayso.pipeline.upkeep import forget, verify
from sayso.records import Count, Reading, Seen, Standing, Story, Verdict
from sayso.reuse import ReuseIndex
from tests.faults.workplace import at_work, claim_on, fill
from tests.ledger.test_opening import unprivileged_folder as unprivileged_folder


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "test.sayso"


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    folder = tmp_path / "disk"
    folder.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", "size=16m", "tmpfs", str(folder)]
    if os.geteuid() != 0 or subprocess.run(command, capture_output=True).returncode:
        pytest.skip("a disk can only be made here by root")
    yield folder
    subprocess.run(["umount", "-l", str(folder)], check=True)


def fill_up(disk: Path, left_bytes: int) -> Path:
    """A file that leaves so much room on a disk."""
    free = shutil.disk_usage(disk).free
    ballast = disk / "ballast"
    ballast.write_bytes(bytes(free - left_bytes))
    return ballast


WORK: dict[str, Callable[[Ledger], object]] = {
    "add": lambda ledger: [ledger.add(make_reading(f"b-{number}"), RUN) for number in range(50)],
    "judge": lambda ledger: [ledger.judge(claim_on("a-1")) for _ in range(500)],
    "index": lambda ledger: rebuild_indexes(ledger),
    "rebuild": lambda ledger: ReuseIndex(ledger).rebuild(),
    "forget": lambda ledger: forget(ledger, "a-2", "ed"),
    "backup": lambda ledger: back_up(ledger, ledger.path.with_name("copy"), lambda *_: None),
}


@pytest.mark.parametrize("verb", WORK)
def test_full_disk(small_disk: Path, verb: str) -> None:
    path = small_disk / "test.sayso"
    ids = fill(path, 6)
    ballast = fill_up(small_disk, 75_000)
    # The few fingerprints of these stories still fit.
    fails = nullcontext() if verb == "rebuild" else pytest.raises(LedgerError, match=r"disk|room")
    with Ledger(path) as ledger:
        with fails:
            WORK[verb](ledger)
        assert {story.id for story in ledger.stories()} >= set(ids) - {"a-2"}
    ballast.unlink()
    with Ledger(path) as ledger:
        held = {story.id for story in ledger.stories()}
        assert held >= set(ids) - {"a-2"}
        assert all(ledger.reading(story_id) == make_reading(story_id) for story_id in held)
        assert verify(ledger) == ()
        WORK[verb](ledger)
        assert verify(ledger) == ()
    assert not list(small_disk.glob("*.part"))


@pytest.mark.parametrize("verb", ["verify", "backup", "forget", "rebuild", "add"])
def test_ledger_that_may_only_be_read(unprivileged_folder: Path, verb: str) -> None:
    path = unprivileged_folder / "test.sayso"
    fill(path, 4)
    path.chmod(0o444)
    before = path.read_bytes()
    with Ledger(path) as ledger:
        if verb == "verify":
            faults = verify(ledger)
            assert [fault.what for fault in faults] == [
                f"the check of the full-text indexes broke off: {path} may only be read"
            ]
        elif verb == "backup":
            WORK[verb](ledger)
        else:
            with pytest.raises(LedgerError, match="may only be read"):
                WORK[verb](ledger)
        assert ledger.count_stories() == 4
    assert path.read_bytes() == before


@pytest.mark.parametrize("verb", ["add", "judge"])
def test_two_writers_one_of_them_killed(path: Path, verb: str) -> None:
    fill(path)
    with at_work(verb, path, "x") as killed, at_work("add", path, "y"), Ledger(path) as ledger:
        for number in range(5):
            ledger.add(make_reading(f"z-{number}"), RUN)
        killed.kill()
        killed.wait()
        for number in range(5, 10):
            ledger.add(make_reading(f"z-{number}"), RUN)
    with Ledger(path) as ledger:
        held = {story.id for story in ledger.stories()}
        assert held >= {f"z-{number}" for number in range(10)} | {"y-0"}
        assert verify(ledger) == ()


def test_reader_while_the_index_is_made_anew(path: Path) -> None:
    ids = fill(path, 40)
    with Ledger(path) as ledger:
        before = ReuseIndex(ledger).lineage_of_all()
        with at_work("rebuild", path):
            until = time.monotonic() + 2
            while time.monotonic() < until:
                index = ReuseIndex(ledger)
                index.update()
                assert {one.story_id for one in index.lineage_of_all()} <= set(ids)
                index.lineage_of(ids[:2])
                assert len(ledger.search("ferry")) > 0
                assert [fault for fault in verify(ledger) if "broke off" not in fault.what] == []
        index = ReuseIndex(ledger)
        index.update()
        assert index.lineage_of_all() == before
        assert verify(ledger) == ()


def test_clock_that_goes_back(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ids = fill(path)
    seen = Seen(Standing.SINGLE_ORIGIN, 1, 1, Count(1, 1, 1), ("Ana",), len(ids), 1, "2024-03-05T00:00:00+00:00")

    class Earlier(datetime):
        @classmethod
        def now(cls, tz: object = None) -> datetime:  # type: ignore[override]
            return datetime(2001, 1, 1, tzinfo=UTC) + timedelta(seconds=time.monotonic())

    with Ledger(path) as ledger:
        follow(ledger, "the ferry sank", seen, "ed")
    monkeypatch.setattr("sayso.ledger.schema.datetime", Earlier)
    with Ledger(path) as ledger:
        changed = Story(ids[0], "another text", outlet="Herald")
        ledger.add(Reading(changed, (), ()), RUN)
        assert ledger.reading(ids[0]).story.text == "another text"
        first, second = ledger.revision_times(ids[0])
        assert second < first
        assert came_since(ledger.connection, len(ids), ids) == {ids[0]}
        ledger.judge(claim_on(ids[1], Verdict.STATES))
        ledger.judge(claim_on(ids[1], Verdict.NEITHER))
        standing = {one.one: one.verdict for one in ledger.judgements()}
        assert standing[ids[1]] is Verdict.NEITHER
        follow(ledger, "the ferry sank", Seen(Standing.DISPUTED, *(1, 1), Count(1, 1, 1), (), 13, 3, "2001"), "ed")
        (followed,) = list_followed(ledger)
        assert followed.seen.standing is Standing.DISPUTED
        assert verify(ledger) == ()


@pytest.mark.parametrize("damage", ["flipped", "cut", "absent"])
def test_bad_model_file(path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, damage: str) -> None:
    ids = fill(path)
    folder = tmp_path / "model"
    shutil.copytree(shipped_folder(), folder)
    network = folder / "network.onnx"
    whole = bytearray(network.read_bytes())
    whole[len(whole) // 2] ^= 1
    network.write_bytes(whole if damage == "flipped" else whole[:1000])
    if damage == "absent":
        network.unlink()
    monkeypatch.setattr("sayso.pipeline.models.shipped_folder", lambda: folder)
    shipped_model.cache_clear()
    (tmp_path / "story.txt").write_text("Ana Brodie said the ferry sails.")
    try:
        done = CliRunner().invoke(app, ["add", str(tmp_path / "story.txt"), "--ledger", str(path)])
    finally:
        shipped_model.cache_clear()
    assert isinstance(done.exception, ModelError)
    assert "Install sayso again" in str(done.exception)
    with Ledger(path) as ledger:
        assert sorted(story.id for story in ledger.stories()) == sorted(ids)
        assert verify(ledger) == ()
