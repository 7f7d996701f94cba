"""Ledgers as older versions of sayso wrote them, opened by this one."""

import gzip
import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from sayso.errors import LedgerError
from sayso.ledger import Added, Ledger
from sayso.ledger.following import list_followed
from sayso.ledger.indexes import rebuild_indexes
from sayso.ledger.schema import list_migrations
from sayso.pipeline.upkeep import forget, verify
from sayso.reuse import ReuseIndex
from tests.ledger.samples import RUN, TEXT, ferry_reading, one_line_reading


def number_of(kept: Path) -> int:
    return int(kept.name.removesuffix(".sayso.gz").removeprefix("schema-"))


KEPT = sorted((Path(__file__).parent / "schemas").glob("schema-*.sayso.gz"), key=number_of)


@pytest.fixture(params=KEPT, ids=lambda kept: f"schema {number_of(kept)}")
def older(request: pytest.FixtureRequest, tmp_path: Path) -> tuple[int, Path]:
    path = tmp_path / "old.sayso"
    path.write_bytes(gzip.decompress(request.param.read_bytes()))
    return number_of(request.param), path


def test_one_of_every_older_schema_is_kept() -> None:
    assert [number_of(kept) for kept in KEPT] == list(range(1, len(list_migrations())))


def test_holds_what_it_held(older: tuple[int, Path]) -> None:
    schema, path = older
    with Ledger(path, create=False) as ledger:
        reading = ledger.reading("ferry")
        assert reading.story == replace(ferry_reading().story, text=f"{TEXT}\n\nMore soon.")
        assert reading.story.raw == b"<html>later</html>"
        assert ledger.reading("ferry", 1).story.raw == b"<html>the page</html>"
        assert len(reading.attributions) == 3
        assert len(ledger.search("ferry")) == 2
        assert (reading.attributions[0].who is not None) is (schema >= 2)
        judged = [(one.one, one.other, one.who) for one in ledger.judgements()]
        assert judged == ([("person:a", "person:b", "ed")] if schema >= 2 else [])
        followed = [one.claim for one in list_followed(ledger)]
        assert followed == (["the ferry sank"] if schema >= 7 else [])


def test_passes_every_check_and_goes_on(older: tuple[int, Path]) -> None:
    schema, path = older
    with Ledger(path, create=False) as ledger:
        # Fingerprints of another version are not those of this one, and are made anew as the faults say.
        assert {fault.remedy for fault in verify(ledger)} <= {"Make it anew: sayso rebuild"}
        ReuseIndex(ledger).rebuild()
        assert verify(ledger) == ()
        again = one_line_reading("note", "Ana Brodie", "the ferry sank")
        assert ledger.add(again, RUN) is Added.UNCHANGED
        assert ledger.add(one_line_reading("new", "Ana Brodie", "the ferry sails"), RUN) is Added.NEW
        forgotten = one_line_reading("again", "Ana Brodie", "the pier burned")
        assert ledger.add(forgotten, RUN) is (Added.FORGOTTEN if schema >= 9 else Added.NEW)
        forget(ledger, "ferry", "ed")
        rebuild_indexes(ledger)
        assert {story.id for story in ledger.stories()} - {"again"} == {"new", "note"}
        assert verify(ledger) == ()


def test_damage_of_an_older_ledger_is_told_and_the_rest_read(tmp_path: Path) -> None:
    path = tmp_path / "old.sayso"
    path.write_bytes(gzip.decompress(KEPT[-1].read_bytes()))
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("UPDATE attribution SET content_spans = 'damaged' WHERE id = 1")
    with Ledger(path, create=False) as ledger:
        assert len(ledger.reading("note").attributions) == 1
        with pytest.raises(LedgerError, match="is damaged"):
            ledger.reading("ferry", 1)
        assert "attribution 1 cannot be read" in "\n".join(fault.what for fault in verify(ledger))
