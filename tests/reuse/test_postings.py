"""The files by which fingerprints are found: what they hold, and what becomes of damaged ones."""

import os
import re
import shutil
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.ledger import Ledger
from sayso.reuse import ReuseIndex, detect_lineage, postings
from sayso.reuse.fingerprints import hashes_of
from sayso.reuse.postings import Keys, Postings, folder_of
from tests.reuse.damage import DAMAGE
from tests.reuse.ledgers import add_stories, by_story, check_each, ledger_of, print_texts, small_runs, updated
from tests.reuse.test_detect import FIRST, WORLD
from tests.reuse.texts import make_story, write_text

FOOTER = "Subscribe to the paper today for unlimited access to all of our reporting and more."
SHORT = [make_story(f"s{n:02}", [*write_text(n % 13, 1 + n % 3, 30), FOOTER]) for n in range(40)]
EVERY = by_story(detect_lineage(WORLD, with_extents=False))


@pytest.fixture(scope="module")
def short() -> Iterator[Ledger]:
    with ledger_of(SHORT) as ledger:
        yield ledger


@pytest.fixture
def small() -> Iterator[None]:
    with small_runs(3, 0, largest=3):
        yield


@pytest.fixture
def ledger() -> Iterator[Ledger]:
    with ledger_of(WORLD) as ledger:
        yield ledger


def all_hashes(ledger: Ledger) -> Keys:
    """Every fingerprint of a ledger, and some that it does not hold."""
    held = [hashes_of(one) for one in ledger.prints.after(0, 1_000)]
    return np.unique(np.concatenate([*held, np.array([0, 1, 2**63, 2**64 - 1], np.uint64)]))


def list_owners(found: Postings, hashes: Keys) -> list[tuple[int, int]]:
    which, revisions, _ = found.owners(hashes)
    return sorted(zip(which.tolist(), revisions.tolist(), strict=True))


def expected_owners(ledger: Ledger, hashes: Keys) -> list[tuple[int, int]]:
    """What the owners are, looked up one by one, by the upper 40 bits."""
    numbers: dict[int, list[int]] = defaultdict(list)
    for number, hashed in enumerate(hashes.tolist()):
        numbers[hashed >> 24].append(number)
    return sorted(
        (number, one.revision)
        for one in ledger.prints.after(0, 1_000)
        for hashed in hashes_of(one).tolist()
        for number in numbers[hashed >> 24]
    )


def list_runs(ledger: Ledger) -> list[tuple[int, int]]:
    names = [re.fullmatch(r"(\d+)-(\d+)-[0-9a-f]{16}\.keys", path.name) for path in folder_of(ledger).glob("*")]
    assert all(names)
    return sorted((int(name[1]), int(name[2])) for name in names if name)


def begin_anew(ledger: Ledger) -> None:
    ledger.prints.forget()
    shutil.rmtree(folder_of(ledger), ignore_errors=True)


@settings(max_examples=10, deadline=None)
@given(st.lists(st.integers(1, 9), min_size=4, max_size=8), st.integers(1, 4), st.integers(0, 4), st.integers(2, 9))
def test_runs_made_little_by_little_hold_what_one_holds(
    short: Ledger, steps: list[int], smallest: int, shrink: int, largest: int
) -> None:
    begin_anew(short)
    with small_runs(smallest, shrink, max(smallest, largest)):
        lived = Postings(short)
        for count in steps:
            print_texts(short, count)
            lived.update()
            runs = list_runs(short)
            assert [after for after, _ in runs] == [0, *(last for _, last in runs)][: len(runs)]
            assert 0 <= short.prints.newest() - lived.last < smallest
            assert lived.last == (runs[-1][1] if runs else 0)
        hashes = all_hashes(short)
        expected = expected_owners(short, hashes)
        assert list_owners(lived, hashes) == expected
        opened = Postings(short)
        opened.update()
        assert list_owners(opened, hashes) == expected
    begin_anew(short)
    whole = Postings(short)
    print_texts(short, sum(steps))
    whole.update()
    assert list_runs(short) == []
    assert list_owners(whole, hashes) == expected


def test_many_runs_become_few(short: Ledger) -> None:
    begin_anew(short)
    with small_runs(1, 1, largest=1):
        print_texts(short, 40)
        Postings(short).update()
    assert list_runs(short) == [(0, 32), (32, 40)]


def test_of_a_fingerprint_of_many_the_oldest_are_told(short: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    begin_anew(short)
    monkeypatch.setattr(postings, "MOST_OWNERS", 5)
    print_texts(short, 40)
    hashes = hashes_of(short.prints.of([1])[0])[-1:]
    for smallest in (64, 20, 4):
        shutil.rmtree(folder_of(short), ignore_errors=True)
        with small_runs(smallest, 0, largest=smallest):
            found = Postings(short)
            found.update()
        assert list_owners(found, hashes) == [(0, revision) for revision in (1, 2, 3, 4, 5)]


def test_of_common_fingerprints_a_few_owners_stand_for_all(short: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    begin_anew(short)
    monkeypatch.setattr(postings, "MOST_TOLD", 10)
    monkeypatch.setattr(postings, "RAREST", 1)
    monkeypatch.setattr(postings, "FEW_OWNERS", 3)
    print_texts(short, 40)
    hashes = np.unique(hashes_of(short.prints.of([1])[0]))
    found = Postings(short)
    found.update()
    told = found.owners(hashes)
    total = np.bincount([which for which, _ in expected_owners(short, hashes)], minlength=len(hashes))
    assert told.all.any()
    assert (
        np.bincount(told.which, minlength=len(hashes)).tolist()
        == np.where(told.all, total, np.minimum(total, 3)).tolist()
    )


def test_texts_without_words_have_runs_too() -> None:
    with ledger_of(make_story(f"e{number}", ["!" * number]) for number in range(9)) as ledger, small_runs(2):
        updated(ledger)
        assert list_runs(ledger)
        add_stories(ledger, WORLD)
        check_each(updated(ledger), EVERY, ("a3", "m1", "x1"))


def check_world(ledger: Ledger) -> None:
    """Fail unless an index opened now, and another one opened after it, tell the lineage of all right."""
    for _ in range(2):
        found = updated(ledger)
        for number in ("a3", "b2", "m1", "q1", "x1"):
            assert by_story(found.lineage_of([number], with_extents=False))[number] == EVERY[number]


@pytest.mark.usefixtures("small")
@pytest.mark.parametrize("kind", DAMAGE)
@pytest.mark.parametrize("place", [0, -1])
def test_a_damaged_run_is_made_anew(kind: str, place: int, ledger: Ledger) -> None:
    updated(ledger)
    path = sorted(folder_of(ledger).iterdir())[place]
    whole = path.read_bytes()
    path.write_bytes(DAMAGE[kind](whole))
    check_world(ledger)


@pytest.mark.usefixtures("small")
def test_a_folder_in_the_place_of_a_run(ledger: Ledger) -> None:
    updated(ledger)
    path = min(folder_of(ledger).iterdir())
    path.unlink()
    path.mkdir()
    check_world(ledger)


@pytest.mark.usefixtures("small")
def test_runs_of_another_ledger_are_passed_over(ledger: Ledger) -> None:
    updated(ledger)
    with ledger_of(make_story(f"o{number}", write_text(500 + number)) for number in range(9)) as other:
        updated(other)
        for path in folder_of(other).iterdir():
            shutil.copy(path, folder_of(ledger))
        check_world(ledger)
        shutil.rmtree(folder_of(ledger))
        shutil.copytree(folder_of(other), folder_of(ledger))
        check_world(ledger)


def test_runs_of_a_ledger_that_ended_alike_are_passed_over(ledger: Ledger) -> None:
    """Stories were corrected and added to a new ledger of the old name, beside the old one's files."""
    corrected = [make_story(f"o{number}", write_text(500 + number)) for number in range(8)]
    with small_runs(9), ledger_of([*corrected, WORLD[8]]) as other:
        updated(other)
        print_texts(ledger, 9)
        shutil.copytree(folder_of(other), folder_of(ledger))
        check_world(ledger)


@pytest.mark.usefixtures("small")
def test_runs_of_a_longer_ledger_are_passed_over(ledger: Ledger) -> None:
    with ledger_of([*WORLD, *SHORT[:6]]) as longer:
        updated(longer)
        shutil.copytree(folder_of(longer), folder_of(ledger))
    check_world(ledger)
    add_stories(ledger, [make_story("a9", FIRST, 9)])
    found = updated(ledger)
    assert by_story(found.lineage_of(["a9"]))["a9"].parents[0].story_id == "a1"


@pytest.mark.usefixtures("small")
def test_unfinished_and_foreign_files_do_no_harm(ledger: Ledger) -> None:
    updated(ledger)
    folder = folder_of(ledger)
    run = min(folder.iterdir())
    for name in (
        f"{run.name}.1234.part",
        "README",
        "0-3.keys",
        "x.keys",
        f"0-99-{'0' * 16}.keys",
        f"5-2-{'a' * 16}.keys",
    ):
        (folder / name).write_bytes(run.read_bytes()[:200])
    check_world(ledger)


@pytest.mark.usefixtures("small")
def test_the_folder_may_be_deleted_at_any_time(ledger: Ledger) -> None:
    lived = updated(ledger)
    shutil.rmtree(folder_of(ledger))
    check_each(lived, EVERY, EVERY)
    add_stories(ledger, SHORT)
    lived.update()
    check_each(lived, by_story(lived.lineage_of_all(with_extents=False)), ["a3", "m1", "s04"])
    shutil.rmtree(folder_of(ledger))
    check_each(updated(ledger), by_story(lived.lineage_of_all(with_extents=False)), ["a3", "m1", "s04"])
    assert list_runs(ledger)


@pytest.mark.usefixtures("small")
def test_a_plain_file_in_the_place_of_the_folder(ledger: Ledger) -> None:
    folder_of(ledger).write_text("shopping list")
    check_world(ledger)
    ReuseIndex(ledger).rebuild()
    check_world(ledger)
    assert folder_of(ledger).read_text() == "shopping list"


@pytest.mark.usefixtures("small")
@pytest.mark.parametrize("rights", [0o500, 0o000])
@pytest.mark.parametrize("runs", [False, True])
def test_a_folder_that_may_not_be_written(rights: int, runs: bool) -> None:
    user = os.geteuid()
    with TemporaryDirectory() as place:
        path = Path(place) / "test.sayso"
        Path(place).chmod(0o777)
        try:
            if user == 0:
                os.seteuid(65534)
            with Ledger(path) as ledger:
                add_stories(ledger, WORLD)
                folder = folder_of(ledger)
                if runs:
                    updated(ledger)
                folder.mkdir(exist_ok=True)
                held = sorted(folder.iterdir())
                folder.chmod(rights)
                check_world(ledger)
                folder.chmod(0o700)
                assert sorted(folder.iterdir()) == held
        finally:
            os.seteuid(user)
