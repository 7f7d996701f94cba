"""Claims that are followed, as the ledger keeps them."""

import gzip
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from sayso.errors import LedgerError, UsageError
from sayso.ledger import Ledger
from sayso.ledger.following import (
    count_follows,
    find_followed,
    follow,
    list_followed,
    resume_following,
    stop_following,
    was_ever_followed,
)
from sayso.records import Count, Seen, Standing
from tests.ledger.samples import check_integrity

SEEN = Seen(Standing.SINGLE_ORIGIN, 12, 10, Count(1, 1, 2), ("Olena Brodie",), 7, 3, "2024-12-20T10:00:00+00:00")
LATER = replace(SEEN, reports=13, newest_revision=9, looked_at="2024-12-21T10:00:00+00:00")
CLAIM = "the ferry Marlin leaks"


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with Ledger(tmp_path / "test.sayso") as ledger:
        yield ledger


def test_what_was_seen_is_kept_as_it_was(ledger: Ledger) -> None:
    followed = follow(ledger, CLAIM, SEEN, "ed")
    assert (followed.claim, followed.seen, followed.who) == (CLAIM, SEEN, "ed")
    assert list_followed(ledger) == (followed,)


def test_the_newest_claim_is_listed_first_however_often_others_are_looked_at(ledger: Ledger) -> None:
    for claim in (CLAIM, "the bridge is shut"):
        follow(ledger, claim, SEEN, "ed")
    follow(ledger, CLAIM, LATER, "ed")
    assert [(one.claim, one.seen) for one in list_followed(ledger)] == [("the bridge is shut", SEEN), (CLAIM, LATER)]


@pytest.mark.parametrize("spelling", ["The ferry “Marlin” leaks!", "  the ferry\nMarlin leaks?"])
def test_another_spelling_is_the_same_claim(ledger: Ledger, spelling: str) -> None:
    follow(ledger, CLAIM, SEEN, "ed")
    assert find_followed(ledger, spelling) == follow(ledger, spelling, SEEN, "ann")
    assert [one.claim for one in list_followed(ledger)] == [CLAIM]
    stop_following(ledger, spelling, "ann")
    assert list_followed(ledger) == ()
    follow(ledger, spelling, LATER, "ann")
    assert [(one.claim, one.seen) for one in list_followed(ledger)] == [(CLAIM, LATER)]


def test_looking_again_at_what_has_not_changed_writes_nothing(ledger: Ledger) -> None:
    follow(ledger, CLAIM, SEEN, "ed")
    before = count_follows(ledger)
    follow(ledger, CLAIM, replace(SEEN, looked_at="2025-01-01T00:00:00+00:00"), "ed")
    assert count_follows(ledger) == before
    follow(ledger, CLAIM, LATER, "ed")
    assert count_follows(ledger) == before + 1


def test_one_that_is_stopped_is_taken_up_from_where_it_was_left(ledger: Ledger) -> None:
    follow(ledger, CLAIM, SEEN, "ed")
    stop_following(ledger, CLAIM, "ed")
    assert find_followed(ledger, CLAIM) is None
    assert was_ever_followed(ledger, CLAIM)
    assert resume_following(ledger, CLAIM, "ed").seen == SEEN
    assert resume_following(ledger, CLAIM, "ed") == find_followed(ledger, CLAIM)


def test_what_is_not_followed_cannot_be_stopped(ledger: Ledger) -> None:
    for change in (stop_following, resume_following):
        with pytest.raises(UsageError, match="is not followed"):
            change(ledger, CLAIM, "ed")
    with pytest.raises(UsageError, match="no word"):
        follow(ledger, "?!", SEEN, "ed")
    assert not was_ever_followed(ledger, CLAIM)


def test_rows_are_never_changed(ledger: Ledger) -> None:
    follow(ledger, CLAIM, SEEN, "ed")
    for change in ("DELETE FROM following", "UPDATE following SET act = 'stop'"):
        with pytest.raises(sqlite3.IntegrityError, match="newer rows"):
            ledger.connection.execute(change)


@pytest.mark.parametrize(("column", "value"), [("standing", "'true'"), ("names", "'damaged'"), ("names", "'3'")])
def test_damage_is_told(ledger: Ledger, column: str, value: str) -> None:
    follow(ledger, CLAIM, SEEN, "ed")
    ledger.connection.execute("DROP TRIGGER following_kept")
    ledger.connection.execute(f"UPDATE following SET {column} = {value}")
    with pytest.raises(LedgerError, match="is damaged"):
        list_followed(ledger)


def test_ledger_of_schema_6_learns_to_follow(tmp_path: Path) -> None:
    path = tmp_path / "old.sayso"
    path.write_bytes(gzip.decompress((Path(__file__).parent / "schemas" / "schema-6.sayso.gz").read_bytes()))
    with closing(sqlite3.connect(path)) as connection:
        assert not connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'following'").fetchall()
    with Ledger(path, create=False) as ledger:
        assert follow(ledger, CLAIM, SEEN, "ed") == find_followed(ledger, CLAIM)
    check_integrity(path)
