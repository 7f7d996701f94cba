"""Real ledgers of made-up stories for the tests of the index of shared text."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from sayso.ledger import Ledger
from sayso.records import Lineage, Reading, Story, TextPrint
from sayso.reuse import ReuseIndex, index, postings
from sayso.reuse.fingerprints import read_fingerprints
from tests.ledger.samples import RUN
from tests.reuse.texts import make_story, write_text


def add_stories(ledger: Ledger, stories: Iterable[Story]) -> None:
    # Waiting for the disk after each of some thousand stories would take up most of the time of these tests.
    ledger.connection.execute("PRAGMA synchronous = OFF")
    for story in stories:
        ledger.add(Reading(story, (), ()), RUN)


@contextmanager
def ledger_of(stories: Iterable[Story]) -> Iterator[Ledger]:
    """A ledger in a folder of its own."""
    with TemporaryDirectory() as folder, Ledger(Path(folder) / "test.sayso") as ledger:
        add_stories(ledger, stories)
        yield ledger


def updated(ledger: Ledger) -> ReuseIndex:
    """An index that has just been opened and brought up to date."""
    fresh = ReuseIndex(ledger)
    fresh.update()
    return fresh


def print_texts(ledger: Ledger, count: int) -> None:
    """Write the fingerprints of the oldest texts that have none."""
    texts = ledger.prints.texts_missing(count)
    packed = read_fingerprints([text for _, text in texts]).pack()
    ledger.prints.write(TextPrint(number, *one) for (number, _), one in zip(texts, packed, strict=True))


@contextmanager
def small_runs(smallest: int = 2, shrink: int = 2, largest: int = 1_000, printed: int = 256) -> Iterator[None]:
    """Make runs of a few revisions, so that a few stories fill many of them."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(postings, "SMALLEST_RUN", smallest)
        patch.setattr(postings, "SHRINK", shrink)
        patch.setattr(postings, "LARGEST_NEW_RUN", largest)
        patch.setattr(index, "PRINTED_AT_ONCE", printed)
        yield


def by_story(lineages: Iterable[Lineage]) -> dict[str, Lineage]:
    return {lineage.story_id: lineage for lineage in lineages}


def kin_of(story_id: str, lineages: dict[str, Lineage]) -> dict[str, Lineage]:
    """The lineages of a story and of all in its families."""
    families = set(lineages[story_id].families)
    return {number: lineage for number, lineage in lineages.items() if families & set(lineage.families)}


def check_each(found: ReuseIndex, every: dict[str, Lineage], story_ids: Iterable[str]) -> None:
    """Fail unless the index tells of each story, and of its kin, what is told of them among all."""
    for story_id in story_ids:
        told = by_story(found.lineage_of([story_id], with_extents=False))
        kin = kin_of(story_id, every)
        assert {number: told.get(number) for number in kin} == kin


def check_stories(stories: Sequence[Story]) -> None:
    """Fail unless of each of these stories the same is told alone as among all."""
    with ledger_of(stories) as ledger:
        found = updated(ledger)
        every = by_story(found.lineage_of_all(with_extents=False))
        check_each(found, every, every)


def quote(words: str) -> str:
    return f"“{words},” she said."


def write_words(seed: int, count: int) -> str:
    """So many words without a full stop."""
    return write_text(seed, 1, count)[0][:-1]


def make_chain(length: int) -> list[Story]:
    """Stories each of which quotes the one before, in other words every time."""
    said = [write_words(800 + number, 16) for number in range(length)]
    chain = []
    for number in range(length):
        quoted = [quote(said[number - 1])] if number else []
        text = [*write_text(900 + number), *quoted, quote(said[number])]
        chain.append(make_story(f"c{number}", text, 1 + number))
    return chain
