import sqlite3
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from sayso.errors import LedgerError
from sayso.ledger import Ledger
from sayso.ledger.rows import hash_text
from sayso.records import Reading, Story, TextPrint
from sayso.reuse.fingerprints import pack_hashes
from tests.ledger.samples import RUN

MANY = 520


def add(ledger: Ledger, number: int, text: str, **fields: str) -> None:
    story = Story(id=f"s{number:03}", text=text, **fields)  # type: ignore[arg-type]
    ledger.add(Reading(story, (), ()), RUN)


def make_print(revision: int, words: int = 7) -> TextPrint:
    return TextPrint(revision, words, pack_hashes(np.full(revision % 3, revision << 24, np.uint64)))


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with Ledger(tmp_path / "test.sayso") as ledger:
        for number in range(1, 5):
            add(ledger, number, f"Text {number}.", outlet="Herald", published=f"2024-03-0{number}")
        yield ledger


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    """A ledger of more stories than are asked for at once."""
    with Ledger(tmp_path_factory.mktemp("many") / "test.sayso") as ledger:
        ledger.connection.execute("PRAGMA synchronous = OFF")
        for number in range(1, MANY + 1):
            add(ledger, number, f"Text {number}.", outlet=f"{number}")
        ledger.prints.write(map(make_print, range(1, MANY + 1)))
        yield ledger


def test_nothing_is_printed_at_first(ledger: Ledger) -> None:
    prints = ledger.prints
    assert (prints.count_missing(), prints.newest()) == (4, 0)
    assert prints.after(0, 9) == prints.of([1, 2, 3, 4]) == []
    assert prints.texts_missing(2) == [(1, "Text 1."), (2, "Text 2.")]


def test_what_is_written_is_read_again(ledger: Ledger) -> None:
    prints = ledger.prints
    prints.write([make_print(1), make_print(2)])
    assert prints.of([2, 1, 3]) == [make_print(1), make_print(2)]
    assert (prints.count_missing(), prints.newest()) == (2, 2)
    assert prints.texts_missing(9) == [(3, "Text 3."), (4, "Text 4.")]
    prints.write(map(make_print, (3, 4)))
    assert (prints.count_missing(), prints.newest(), prints.texts_missing(9)) == (0, 4, [])
    assert prints.after(1, 2) == [make_print(2), make_print(3)]
    assert prints.sizes([1, 2, 3, 4, 5]) == {1: 1, 2: 2, 3: 0, 4: 1}


def test_what_is_written_twice_stays_as_it_was(ledger: Ledger) -> None:
    with Ledger(ledger.path) as other:
        ledger.prints.write([make_print(1)])
        other.prints.write([make_print(1, words=9), make_print(2, words=9)])
        ledger.prints.write([make_print(1, words=8), make_print(2, words=8), make_print(3, words=8)])
        assert [one.words for one in ledger.prints.after(0, 9)] == [7, 9, 8]
        assert other.prints.after(0, 9) == ledger.prints.after(0, 9)


@pytest.mark.parametrize("bad", [TextPrint(99, 1, b""), TextPrint(2, -1, b"")])
def test_all_are_written_or_none(ledger: Ledger, bad: TextPrint) -> None:
    with pytest.raises(LedgerError):
        ledger.prints.write([make_print(1), bad])
    assert ledger.prints.newest() == 0
    ledger.prints.write([make_print(1)])
    assert ledger.prints.newest() == 1


def test_forgotten_prints_are_missing_again(ledger: Ledger) -> None:
    ledger.prints.write(map(make_print, (1, 2, 3)))
    ledger.prints.forget()
    assert (ledger.prints.count_missing(), ledger.prints.newest()) == (4, 0)
    ledger.prints.forget()
    ledger.prints.write([make_print(1)])
    assert ledger.prints.after(0, 9) == [make_print(1)]


def test_of_a_revised_story_the_latest_revision_counts(ledger: Ledger) -> None:
    add(ledger, 2, "Another text.", outlet="Herald")
    add(ledger, 3, "Text 1.", outlet="Herald")
    prints = ledger.prints
    assert prints.latest(["s002", "s001", "nobody"]) == [1, 5]
    assert sorted(prints.latest_of_all()) == [1, 4, 5, 6]
    assert prints.texts_of([1, 2, 5, 99]) == {1: hash_text("Text 1."), 5: hash_text("Another text.")}
    assert set(prints.with_texts([hash_text("Text 1.")])) == {1, 6}
    assert prints.with_texts([hash_text("Text 2.")]) == prints.with_texts([]) == {}
    assert prints.text_sha256(2) == hash_text("Text 2.")
    assert prints.text_sha256(99) is None
    assert prints.published([2, 5]) == {2: ("Herald", "2024-03-02"), 5: ("Herald", None)}
    assert {number: story.text for number, story in prints.stories([2, 5]).items()} == {
        2: "Text 2.", 5: "Another text."
    }  # fmt: skip


def test_many_are_asked_for_at_once(many: Ledger) -> None:
    prints, backwards = many.prints, range(MANY, 0, -1)
    texts = {number: hash_text(f"Text {number}.") for number in range(1, MANY + 1)}
    assert [one.revision for one in prints.of(backwards)] == list(range(1, MANY + 1))
    assert prints.of(iter(backwards)) == prints.after(0, MANY)
    assert prints.texts_of(backwards) == texts
    assert prints.sizes(backwards) == {number: number % 3 for number in texts}
    assert prints.latest(f"s{number:03}" for number in backwards) == list(texts)
    assert [story.id for story in prints.stories(backwards).values()] == [f"s{number:03}" for number in texts]
    assert prints.published(backwards)[MANY] == (str(MANY), None)


@pytest.mark.parametrize("count", [0, 1, 499, 500, 501, MANY])
def test_any_number_may_be_asked_for(many: Ledger, count: int) -> None:
    assert len(many.prints.of(range(1, count + 1))) == count
    assert many.prints.stories(range(1, count + 1)).keys() == set(range(1, count + 1))


def test_failures_are_told(ledger: Ledger, tmp_path: Path) -> None:
    with sqlite3.connect(ledger.path) as connection:
        connection.execute("BEGIN IMMEDIATE")
        with Ledger(ledger.path, busy_timeout_seconds=0.05) as other:
            with pytest.raises(LedgerError, match="another program"):
                other.prints.write([make_print(1)])
            with pytest.raises(LedgerError, match="another program"):
                other.prints.forget()
            assert other.prints.count_missing() == 4
    connection.close()
    ledger.connection.execute("DROP TABLE fingerprint")
    for ask in (ledger.prints.count_missing, ledger.prints.newest, lambda: ledger.prints.sizes([1])):
        with pytest.raises(LedgerError):
            ask()
