"""A story that is forgotten leaves nothing but that it was."""

import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from sayso.errors import LedgerError, UsageError
from sayso.ledger import Added, Ledger
from sayso.ledger.feeds import find_known, save_poll
from sayso.ledger.forget import find_forgotten, let_back, list_forgotten
from sayso.ledger.latest import count_changes
from sayso.ledger.tellings import latest_messages, write_telling
from sayso.pipeline.upkeep import forget, verify
from sayso.records import Count, Judgement, JudgementKind, Reading, Seen, Standing, Story, Verdict
from sayso.records.feeds import Entry, EntryState, Feed
from sayso.reuse import ReuseIndex
from sayso.reuse.postings import folder_of
from tests.ledger.samples import RUN, ferry_reading, one_line_reading
from tests.reuse.ledgers import add_stories, small_runs
from tests.reuse.texts import make_story, write_text

SECRET = "quixotry"
"""A word of nothing else, which its stem begins."""

ADDRESS = "https://herald.example/zyzzyva"


def secret_reading(story_id: str, number: int) -> Reading:
    reading = one_line_reading(story_id, "Ana Zugzwang", f"the {SECRET} of number {number} sank")
    page = f"<html>{SECRET} {number}</html>".encode() * 40
    return replace(reading, story=replace(reading.story, title=SECRET, url=ADDRESS, raw=page))


def bytes_of(path: Path) -> bytes:
    """The ledger's file and all that lies beside it."""
    beside = [*path.parent.glob(f"{path.name}-*"), path]
    return b"".join(file.read_bytes() for one in beside for file in ([one] if one.is_file() else one.iterdir()))


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    opened = Ledger(tmp_path / "test.sayso")
    add_stories(opened, [make_story(f"s{number}", write_text(number, 4)) for number in range(40)])
    opened.add(secret_reading("gone", 1), RUN)
    opened.add(secret_reading("gone", 2), RUN)
    opened.add(ferry_reading(), RUN)
    ReuseIndex(opened).update()
    yield opened
    opened.close()


def test_nothing_of_it_is_left_in_the_file(ledger: Ledger) -> None:
    with small_runs():
        ReuseIndex(ledger).rebuild()
        for word in (SECRET, "Zugzwang", "zugzwang", ADDRESS):
            assert word.encode() in bytes_of(ledger.path)
        done = forget(ledger, "gone", "ed", "withdrawn")
        for word in (SECRET, SECRET[:-1], "Zugzwang", "zugzwang", ADDRESS):
            assert word.encode() not in bytes_of(ledger.path)
        assert verify(ledger) == ()
    assert (done.story, len(done.texts), len(done.raws), done.who, done.why) == ("gone", 2, 2, "ed", "withdrawn")
    assert list_forgotten(ledger) == (done,)
    assert ledger.count_stories() == 41
    assert [ledger.search(word).items for word in (SECRET, "sank")] == [(), ()]
    with pytest.raises(UsageError, match="no story gone"):
        ledger.reading("gone")


def test_index_is_that_of_a_ledger_that_never_held_it(ledger: Ledger, tmp_path: Path) -> None:
    with small_runs():
        index = ReuseIndex(ledger)
        index.rebuild()
        kept = {path.name for path in folder_of(ledger).iterdir()}
        forget(ledger, "gone", "ed")
        assert kept.isdisjoint(path.name for path in folder_of(ledger).iterdir())
        with Ledger(tmp_path / "other.sayso") as other:
            add_stories(other, ledger.stories())
            never = ReuseIndex(other)
            never.update()
            again = ReuseIndex(ledger)
            again.update()
            assert again.lineage_of_all() == never.lineage_of_all()


def test_bytes_that_another_story_was_taken_from_stay(ledger: Ledger) -> None:
    page = ferry_reading().story.raw
    for story_id in ("one", "two"):
        story = Story(story_id, f"text of {story_id}", url=f"https://herald.example/{story_id}", raw=page)
        ledger.add(Reading(story, (), ()), RUN)
    forget(ledger, "one", "ed")
    forget(ledger, "ferry", "ed")
    assert ledger.raw("two") == page
    assert verify(ledger) == ()


def test_decisions_on_it_lose_its_words_and_stand_no_more(ledger: Ledger) -> None:
    def judge(kind: JudgementKind, one: str, other: str, verdict: Verdict, words: str = "") -> int | None:
        return ledger.judge(Judgement(kind, one, other, verdict, "ed", "my reason", words=words)).number

    claim = judge(JudgementKind.CLAIM, "gone", "it sank", Verdict.STATES, f"the {SECRET} of number")
    later = judge(JudgementKind.CLAIM, "gone", "it sank", Verdict.NEITHER, "sank")
    copy = judge(JudgementKind.COPY, "ferry", "gone", Verdict.YES)
    kept = judge(JudgementKind.CLAIM, "ferry", "it sailed", Verdict.STATES, "The ferry will not sail")
    forget(ledger, "gone", "ed")
    made = {one.number: one for one in ledger.judgements_made()}
    assert set(made) == {claim, later, copy, kept}
    assert [(made[one].words, made[one].why, made[one].superseded_by) for one in (claim, later)] == [
        ("", "my reason", None)
    ] * 2
    assert made[kept].words == "The ferry will not sail"
    assert {one.number for one in ledger.judgements()} == {copy, kept}
    assert SECRET.encode() not in bytes_of(ledger.path)
    assert {one.story_id for one in ReuseIndex(ledger).lineage_of(["ferry"])} == {"ferry"}
    assert verify(ledger) == ()
    for change in ("words = 'other'", "verdict = 'neither', words = ''", "why = NULL"):
        with pytest.raises(sqlite3.IntegrityError, match="never changed"):
            ledger.connection.execute(f"UPDATE judgement SET {change} WHERE id = ?", (claim,))
    with pytest.raises(sqlite3.IntegrityError, match="never changed"):
        ledger.connection.execute("UPDATE judgement SET words = '' WHERE id = ?", (kept,))
    with pytest.raises(sqlite3.IntegrityError, match="never deleted"):
        ledger.connection.execute("DELETE FROM forgotten")


def test_number_of_its_text_is_not_given_again(ledger: Ledger) -> None:
    ledger.add(one_line_reading("last", "Ana", "yes"), RUN)
    newest, before = ledger.newest_revision(), count_changes(ledger.connection)
    forget(ledger, "last", "ed")
    assert ledger.newest_revision() == newest - 1
    assert ledger.add(one_line_reading("next", "Ana", "no"), RUN) is Added.NEW
    assert ledger.newest_revision() == newest + 1
    assert count_changes(ledger.connection) != before


def test_whatever_was_told_from_it_is_told_anew(ledger: Ledger) -> None:
    before = count_changes(ledger.connection)
    forget(ledger, "s0", "ed")
    assert count_changes(ledger.connection) != before


def again(**changed: object) -> Reading:
    """The first text of the story that is forgotten, without its address and bytes, but for what is changed."""
    story = secret_reading("again", 1).story
    return Reading(replace(story, **{"url": None, "raw": None} | changed), (), ())  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "changed",
    [
        {},
        {"outlet": "Another", "url": "https://other.example/copy"},
        {"text": "Later.", "raw": secret_reading("gone", 2).story.raw},
        {"text": "Later.", "url": ADDRESS},
        {"text": "Later.", "url": f"http://www.{ADDRESS.removeprefix('https://')}/?utm_source=x#top"},
        {"text": "Later.", "url": "https://amp.herald.example/z", "canonical_url": ADDRESS},
    ],
    ids=["text", "text elsewhere", "bytes", "address", "address spelled otherwise", "canonical address"],
)
def test_stays_forgotten_when_it_comes_again_until_it_is_let_back(ledger: Ledger, changed: dict[str, object]) -> None:
    reading = again(**changed)
    done = forget(ledger, "gone", "ed", "withdrawn")
    assert find_forgotten(ledger, reading.story) == done
    assert ledger.add(reading, RUN) is Added.FORGOTTEN
    assert SECRET.encode() not in bytes_of(ledger.path)
    assert verify(ledger) == ()
    let_back(ledger, "gone", "eve", "by court order")
    assert find_forgotten(ledger, reading.story) is None
    assert ledger.add(reading, RUN) is Added.NEW
    forget(ledger, "again", "ed")
    assert ledger.add(reading, RUN) is Added.FORGOTTEN
    assert [one.story for one in list_forgotten(ledger)] == ["gone", "again"]


def test_what_only_has_its_id_or_its_site_is_another_story(ledger: Ledger) -> None:
    forget(ledger, "gone", "ed")
    for number, url in enumerate((None, "https://herald.example/", f"{ADDRESS}?page=2")):
        reading = again(id="gone", text=f"Another {number}.", url=url)
        assert ledger.add(reading, RUN) is not Added.FORGOTTEN


def test_bytes_that_another_story_still_has_forbid_nothing(ledger: Ledger) -> None:
    page = ferry_reading().story.raw
    assert ledger.add(Reading(Story("one", "One.", raw=page), (), ()), RUN) is Added.NEW
    forget(ledger, "one", "ed")
    assert ledger.add(Reading(Story("two", "Two.", raw=page), (), ()), RUN) is Added.NEW


def test_letting_back_what_is_not_forgotten_is_told(ledger: Ledger) -> None:
    forget(ledger, "gone", "ed")
    let_back(ledger, "gone", "eve")
    for story_id in ("gone", "ferry"):
        with pytest.raises(UsageError, match=f"no story {story_id} is kept out"):
            let_back(ledger, story_id, "eve")
    with pytest.raises(UsageError, match="by nobody"):
        let_back(ledger, "gone", " ")
    with pytest.raises(sqlite3.IntegrityError, match="never deleted"):
        ledger.connection.execute("DELETE FROM let_back")


def test_entries_of_feeds_and_what_was_told_name_it_no_more(ledger: Ledger) -> None:
    moment = datetime(2026, 3, 2, tzinfo=UTC)
    feed = Feed("https://feeds.example/rss", 1800.0, moment)
    entries = [
        Entry(feed.address, one, one, one, "https://herald.example", state=EntryState.READ)
        for one in (ADDRESS, "https://herald.example/other")
    ]
    save_poll(ledger, feed, entries, moment)
    reports = [{"story_id": "gone", "title": SECRET}, {"story_id": "ferry", "title": "Ferry"}]
    seen = Seen(Standing.SINGLE_ORIGIN, 1, 1, Count(1, 1, 1), (), 1, 0, "2026-03-02")
    assert write_telling(ledger, "it sank", 0, seen, moment, {"id": "m", "brought_by": reports}, ["x"])
    forget(ledger, "gone", "ed")
    assert all(word.encode() not in bytes_of(ledger.path) for word in (SECRET, ADDRESS))
    assert latest_messages(ledger, 1) == [{"id": "m", "brought_by": reports[1:]}]
    assert find_known(ledger, entries) == {one.guid for one in entries}
    elsewhere = replace(entries[0], feed="https://feeds.example/atom", guid="another")
    assert find_known(ledger, [elsewhere]) == {"another"}
    let_back(ledger, "gone", "ed")
    assert find_known(ledger, entries) == {entries[1].guid}


def test_a_reader_keeps_the_bytes_until_it_is_done(ledger: Ledger) -> None:
    with Ledger(ledger.path, busy_timeout_seconds=0.1) as reader:
        reader.connection.execute("BEGIN")
        reader.connection.execute("SELECT * FROM story").fetchall()
        ledger.connection.execute("PRAGMA busy_timeout = 100")
        with pytest.raises(LedgerError, match="is forgotten, but the file may hold remains"):
            forget(ledger, "gone", "ed")
        reader.connection.execute("COMMIT")
    assert [one.story for one in list_forgotten(ledger)] == ["gone"]
    forget(ledger, "gone", "ed")
    assert [one.story for one in list_forgotten(ledger)] == ["gone"]
    assert SECRET.encode() not in bytes_of(ledger.path)


def test_what_cannot_be_forgotten_is_told(ledger: Ledger) -> None:
    with pytest.raises(UsageError, match="no story absent"):
        forget(ledger, "absent", "ed")
    with pytest.raises(UsageError, match="by nobody"):
        forget(ledger, "gone", " ")
    assert ledger.reading("gone")
