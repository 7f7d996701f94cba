import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sayso.errors import InputError, LedgerError, UsageError
from sayso.ledger import Added, Ledger, split_words
from sayso.records import ROLES, Attribution, Mark, MarkKind, Reading, Run, Span, Speech, Story, join_words
from tests.ledger.samples import RUN, TEXT, check_integrity, dump, ferry_reading, one_line_reading

TABLES = ("run", "raw", "story", "revision", "mark", "attribution")


def count_rows(ledger: Ledger) -> dict[str, int]:
    return {table: ledger.connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in TABLES}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "test.sayso"


def test_reading_comes_back_as_it_was_added(path: Path) -> None:
    with Ledger(path) as ledger:
        assert ledger.add(ferry_reading(), RUN) is Added.NEW
    with Ledger(path, create=False) as ledger:
        read = ledger.reading("ferry")
        assert read == ferry_reading()
        assert read.story.raw == ledger.raw("ferry") == b"<html>the page</html>"
        assert list(ledger.stories()) == [ferry_reading().story]
        assert ledger.count_stories() == 1
        assert ledger.count_attributions() == 3


def test_same_text_again_changes_nothing(path: Path) -> None:
    with Ledger(path) as ledger:
        ledger.add(ferry_reading(), RUN)
        before = count_rows(ledger), dump(path)
        changes = ledger.connection.total_changes
        assert ledger.add(ferry_reading(), Run("9.9.9", "another model")) is Added.UNCHANGED
        assert ledger.add(ferry_reading(title="Another headline"), RUN) is Added.UNCHANGED
        assert ledger.connection.total_changes == changes
        assert (count_rows(ledger), dump(path)) == before


def test_changed_text_becomes_a_revision(path: Path) -> None:
    first = ferry_reading()
    second = replace(first, story=replace(first.story, text=TEXT + "\n\nMore soon.", raw=b"<html>later</html>"))
    with Ledger(path) as ledger:
        ledger.add(first, RUN)
        assert not ledger.holds(second.story)
        assert ledger.add(second, RUN) is Added.REVISED
        assert ledger.reading("ferry") == second
        assert ledger.reading("ferry", revision=1) == first
        assert ledger.raw("ferry") == b"<html>later</html>"
        assert ledger.count_stories() == 1
        assert ledger.count_attributions() == 3
        assert {statement.revision for statement in ledger.search("ferry")} == {2}
        # Both texts again, as when a folder that holds both is added twice.
        assert [ledger.add(reading, RUN) for reading in (first, second)] == [Added.UNCHANGED] * 2
        assert ledger.holds(first.story)
        assert ledger.holds(second.story)
    check_integrity(path)


@pytest.mark.parametrize(
    ("fields", "same"),
    [
        ({}, True),
        ({"url": "https://amp.herald.example/copy"}, True),
        ({"url": "https://elsewhere.example/copy"}, False),
        ({"canonical_url": None, "url": "https://herald.example/ferry"}, True),
        ({"canonical_url": None}, True),
        ({"canonical_url": "https://herald.example/other", "url": "https://herald.example/ferry?from=feed"}, True),
        ({"canonical_url": None, "url": None}, False),
        ({"canonical_url": None, "url": "https://herald.example/other"}, False),
    ],
)
def test_same_address_is_the_same_story(path: Path, fields: dict[str, object], same: bool) -> None:
    later = ferry_reading("another id", **fields)
    with Ledger(path) as ledger:
        ledger.add(ferry_reading(), RUN)
        assert ledger.holds(later.story) is same
        assert ledger.add(later, RUN) is (Added.UNCHANGED if same else Added.NEW)
        assert ledger.holds(later.story)


def test_page_that_names_an_original_elsewhere_is_no_revision_of_it(path: Path) -> None:
    copy = ferry_reading("copy", url="https://elsewhere.example/ferry")
    changed = replace(copy, story=replace(copy.story, text=TEXT + " More."))
    with Ledger(path) as ledger:
        assert [ledger.add(reading, RUN) for reading in (copy, ferry_reading(), changed)] == [
            Added.NEW,
            Added.NEW,
            Added.REVISED,
        ]
        assert ledger.reading("copy") == changed
        assert ledger.reading("copy").story.originals == ("https://herald.example/ferry",)
        addresses = ["https://herald.example/ferry", "https://elsewhere.example/ferry", "https://nowhere.example/a"]
        held = ledger.stories_at(addresses)
        assert {address: story.id for address, story in held.items()} == dict(
            zip(addresses, ("ferry", "copy"), strict=False)
        )
        ledger.connection.execute("UPDATE revision SET originals = 'damaged' WHERE story = 'copy'")
        with pytest.raises(LedgerError, match="originals of story copy cannot be read"):
            ledger.reading("copy")


def test_front_page_tells_no_story(path: Path) -> None:
    front = "https://herald.example/"
    with Ledger(path) as ledger:
        for number in range(3):
            url = f"https://herald.example/{number}"
            assert ledger.add(ferry_reading(str(number), url=url, canonical_url=front), RUN) is Added.NEW
        assert ledger.count_stories() == 3


def test_same_id_is_the_same_story_where_no_address_is_known(path: Path) -> None:
    first = one_line_reading("a", "Ana Brodie", "the ferry sails")
    with Ledger(path) as ledger:
        ledger.add(first, RUN)
        assert ledger.add(one_line_reading("a", "Ana Brodie", "the ferry sank"), RUN) is Added.REVISED
        assert ledger.add(one_line_reading("a", "Ana Brodie", "the ferry sank", outlet=None), RUN) is Added.UNCHANGED


def test_same_words_in_another_outlet_are_another_story(path: Path) -> None:
    # Without an id of their own both are named by the SHA-256 of their text.
    ours = one_line_reading("7c1f", "Ana Brodie", "the ferry sails", outlet="Harborton Herald")
    theirs = one_line_reading("7c1f", "Ana Brodie", "the ferry sails", outlet="Coast Post")
    with Ledger(path) as ledger:
        assert ledger.add(ours, RUN) is Added.NEW
        assert not ledger.holds(theirs.story)
        assert ledger.add(theirs, RUN) is Added.NEW
        assert ledger.holds(theirs.story)
        assert ledger.add(theirs, RUN) is Added.UNCHANGED
        assert [story.id for story in ledger.stories()] == ["7c1f", "7c1f@Coast Post"]
        assert {statement.outlet for statement in ledger.said("Brodie")} == {"Harborton Herald", "Coast Post"}


def test_row_numbers_of_two_tables_are_no_one_story(path: Path) -> None:
    def row(url: str, content: str) -> Reading:
        reading = one_line_reading("1", "Ana Brodie", content)
        return replace(reading, story=replace(reading.story, url=url))

    march, april = (
        row("https://herald.example/march", "the ferry sails"),
        row("https://herald.example/april", "it sank"),
    )
    moved = row("https://herald.example/march?utm_source=feed", "the ferry sails")
    with Ledger(path) as ledger:
        assert [ledger.add(reading, RUN) for reading in (march, april, moved)] == [
            Added.NEW,
            Added.NEW,
            Added.UNCHANGED,
        ]
        assert [ledger.add(reading, RUN) for reading in (april, march)] == [Added.UNCHANGED] * 2
        assert [story.id for story in ledger.stories()] == ["1", "1@https://herald.example/april"]


def test_address_learned_later_is_kept(path: Path) -> None:
    with Ledger(path) as ledger:
        ledger.add(ferry_reading(url=None, canonical_url=None), RUN)
        changed = ferry_reading()
        ledger.add(replace(changed, story=replace(changed.story, text=TEXT + " More.")), RUN)
        (address,) = ledger.connection.execute("SELECT address FROM story").fetchone()
        assert address == "https://herald.example/ferry"


def test_rows_name_their_run(path: Path) -> None:
    other = Run("0.1.0", "attribution-1", {"threshold": "0.6"})
    with Ledger(path) as ledger:
        ledger.add(ferry_reading("a", url=None, canonical_url=None), RUN)
    with Ledger(path) as ledger:
        ledger.add(one_line_reading("b", "Ana", "yes"), Run("0.1.0", "attribution-1", {"threshold": "0.5"}))
        ledger.add(one_line_reading("c", "Ana", "yes"), other)
        runs = ledger.connection.execute("SELECT code_version, model, parameters FROM run ORDER BY id").fetchall()
        assert [tuple(run) for run in runs] == [
            ("0.1.0", "attribution-1", '{"threshold": "0.5"}'),
            ("0.1.0", "attribution-1", '{"threshold": "0.6"}'),
        ]
        assert [tuple(row) for row in ledger.connection.execute("SELECT id, run FROM story ORDER BY id")] == [
            ("a", 1),
            ("b", 1),
            ("c", 2),
        ]
        for table in set(TABLES) - {"run"}:
            assert ledger.connection.execute(f"SELECT count(*) FROM {table} WHERE run IS NULL").fetchone()[0] == 0


def test_one_page_of_many_stories_is_kept_once(path: Path) -> None:
    with Ledger(path) as ledger:
        for name in "ab":
            ledger.add(ferry_reading(name, url=None, canonical_url=f"https://herald.example/{name}"), RUN)
        assert count_rows(ledger)["raw"] == 1
        assert ledger.raw("a") == ledger.raw("b")


def test_what_is_not_there_is_told(path: Path) -> None:
    with Ledger(path) as ledger:
        ledger.add(one_line_reading("a", "Ana", "yes"), RUN)
        with pytest.raises(UsageError, match="no story b"):
            ledger.reading("b")
        with pytest.raises(UsageError, match="no revision 2 of story a"):
            ledger.reading("a", revision=2)
        with pytest.raises(UsageError, match="nothing but its text is kept"):
            ledger.raw("a")


def test_unread_story_keeps_its_reason(path: Path) -> None:
    reading = Reading(Story(id="fr", text="Bonjour."), (), (), unread="written in fr, which is not read yet")
    with Ledger(path) as ledger:
        ledger.add(reading, RUN)
        assert ledger.reading("fr") == reading


def bad_readings() -> list[tuple[Reading, type[Exception]]]:
    good = ferry_reading()
    beyond = replace(good.attributions[2], content=(Span(0, len(TEXT) + 1),))
    certain = replace(good.attributions[2], score=1.5)
    half = replace(good.marks[0], reason="half a character \ud83d")
    return [
        (replace(good, attributions=(*good.attributions, beyond)), InputError),
        (replace(good, story=replace(good.story, text=TEXT + "\ud83d")), InputError),
        (replace(good, attributions=(*good.attributions, certain)), LedgerError),
        (replace(good, marks=(*good.marks, half)), InputError),
        (replace(good, story=replace(good.story, title="\ud83d")), InputError),
    ]


@pytest.mark.parametrize(("reading", "kind"), bad_readings())
def test_nothing_is_half_written(path: Path, reading: Reading, kind: type[Exception]) -> None:
    with Ledger(path) as ledger:
        before = dump(path)
        with pytest.raises(kind):
            ledger.add(reading, RUN)
        assert dump(path) == before
        assert ledger.add(ferry_reading(), RUN) is Added.NEW


def test_deleted_and_changed_rows_leave_the_indexes_in_step(path: Path) -> None:
    with Ledger(path) as ledger:
        ledger.add(ferry_reading(), RUN)
        ledger.connection.execute("UPDATE source SET search_name = 'harbourmaster'")
        ledger.connection.execute("DELETE FROM kept_attribution WHERE ordinal = 1")
        ledger.connection.execute("UPDATE revision SET title = 'Ferry sails'")
        assert len(ledger.said("Harbourmaster")) == 1
        assert len(ledger.said("deputy")) == 0
    check_integrity(path)


def test_ledger_is_closed_with_its_block(path: Path) -> None:
    with Ledger(path) as ledger:
        ledger.close()
    with pytest.raises(LedgerError):
        ledger.count_stories()
    with pytest.raises(sqlite3.ProgrammingError):
        ledger.connection.execute("SELECT 1")


WORDS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=60)
MAYBE = st.none() | WORDS


@st.composite
def readings(draw: st.DrawFn, story_id: str) -> Reading:
    text = draw(WORDS)
    offsets = st.integers(0, len(text))
    span = st.tuples(offsets, offsets).map(lambda pair: Span(*sorted(pair)))
    spans = st.lists(span, max_size=3).map(tuple)
    marks = st.builds(Mark, st.sampled_from(MarkKind), span, WORDS, st.dictionaries(WORDS, WORDS, max_size=2))
    attributions = st.builds(Attribution, spans, spans, spans, st.sampled_from(Speech), st.floats(0, 1))
    fields = ("title", "outlet", "agency", "byline", "published", "modified", "language", "encoding")
    story = Story(
        id=story_id,
        text=text,
        url=draw(st.none() | st.just(f"https://herald.example/{story_id}")),
        raw=draw(st.none() | st.binary(max_size=50)),
        **{field: draw(MAYBE) for field in fields},
    )
    return Reading(
        story=story,
        marks=draw(st.lists(marks, max_size=3).map(tuple)),
        attributions=draw(st.lists(attributions, max_size=3).map(tuple)),
        unread=draw(MAYBE),
    )


def read_words(ledger: Ledger, story_id: str) -> list[tuple[str, ...]]:
    """The words of a story's statements as any program reads them."""
    query = "SELECT source, cue, content FROM statement WHERE story = ? ORDER BY ordinal"
    return [tuple(row) for row in ledger.connection.execute(query, (story_id,))]


def many_readings() -> st.SearchStrategy[list[Reading]]:
    return st.integers(1, 4).flatmap(lambda count: st.tuples(*(readings(f"s{n}") for n in range(count))).map(list))


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(added=many_readings(), data=st.data())
def test_any_readings_survive_and_add_twice_is_add_once(
    tmp_path_factory: pytest.TempPathFactory, added: list[Reading], data: st.DataObject
) -> None:
    folder = tmp_path_factory.mktemp("ledger")
    shuffled = data.draw(st.permutations(added))
    with Ledger(folder / "a.sayso") as one, Ledger(folder / "b.sayso") as other:
        for reading in added:
            assert one.add(reading, RUN) is Added.NEW
            assert one.holds(reading.story)
        once = dump(folder / "a.sayso")
        for reading in shuffled:
            assert one.add(reading, RUN) is Added.UNCHANGED
            assert other.add(reading, RUN) is Added.NEW
        assert dump(folder / "a.sayso") == once
        for reading in added:
            assert one.reading(reading.story.id) == reading
            assert one.reading(reading.story.id).story.raw == reading.story.raw
        assert list(one.stories()) == list(other.stories()) == [reading.story for reading in added]
        for reading in added:
            assert read_words(one, reading.story.id) == [
                tuple(join_words(reading.story.text, getattr(attribution, role)) for role in ROLES)
                for attribution in reading.attributions
            ]
            for attribution in reading.attributions:
                words = " ".join(span.of(reading.story.text) for span in attribution.source)
                if split_words(words):
                    assert list(one.said(words)) == list(other.said(words))
                    assert set(one.search(words)) == set(other.search(words))
