"""What is told twice is kept once, and many readings are written together."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from sayso.errors import InputError
from sayso.ledger import Added, Ledger
from sayso.ledger.prepared import prepare
from sayso.pipeline.upkeep import forget, verify
from sayso.records import Attribution, Reading, Span, Speech, Story, join_words
from sayso.reuse import ReuseIndex
from tests.ledger.samples import DENIAL, MAYOR, RUN, ferry_reading, one_line_reading

RAW = b'{"text": "Ana said the ferry sank."}\n'
MAYOR_OF_LINE = replace(MAYOR, named_in=(Span(0, 12),))
MAYOR_ELSEWHERE = replace(MAYOR_OF_LINE, role=None, reason="as in another story")


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with Ledger(tmp_path / "test.sayso") as ledger:
        yield ledger


def line_reading(story_id: str, content: str, raw: bytes = RAW) -> Reading:
    reading = one_line_reading(story_id, "Ana", content)
    return replace(reading, story=replace(reading.story, raw=raw))


def count(ledger: Ledger, table: str) -> int:
    return int(ledger.connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0])


def by_text(ledger: Ledger) -> list[int]:
    return [row["by_text"] for row in ledger.connection.execute("SELECT by_text FROM raw")]


def test_bytes_are_compressed_by_the_text_taken_from_them(ledger: Ledger) -> None:
    text = " ".join(f"word{number * number}" for number in range(1_500))
    reading = line_reading("long", text, f'{{"text": "Ana said {text}."}}\n'.encode())
    ledger.add(reading, RUN)
    (kept,) = ledger.connection.execute("SELECT length(compressed) FROM raw").fetchone()
    assert kept < 300 < len(reading.story.raw or b"") / 40
    assert ledger.raw("long") == reading.story.raw


def test_bytes_outlive_each_of_the_texts_taken_from_them(ledger: Ledger) -> None:
    ledger.add(line_reading("a", "the ferry sank"), RUN)
    ledger.add(line_reading("b", "the ferry sank"), RUN)
    assert by_text(ledger) == [1]
    ledger.add(line_reading("c", "the pier burned"), RUN)
    assert by_text(ledger) == [0]
    ReuseIndex(ledger).update()
    for gone in "ab":
        forget(ledger, gone, "ed")
        assert ledger.raw("c") == RAW
        assert verify(ledger) == ()


def test_a_source_that_speaks_twice_is_one_row(ledger: Ledger) -> None:
    first = ferry_reading()
    said = tuple(replace(one, who=MAYOR) for one in first.attributions[:2])
    elsewhere = replace(first.attributions[2], who=replace(MAYOR, role=None))
    reading = replace(first, attributions=(*said, elsewhere))
    ledger.add(one_line_reading("before", "Ana", "the ferry sank"), RUN)
    ledger.add(reading, RUN)
    assert ledger.reading("ferry") == reading
    assert ledger.connection.execute("SELECT count(*) FROM source").fetchone()[0] == 2
    assert len(ledger.said("Ines Alvarez")) == 3
    forget(ledger, "ferry", "ed")
    assert ledger.connection.execute("SELECT count(*) FROM source").fetchone()[0] == 0
    assert len(ledger.said("Ines Alvarez")) == 0
    assert verify(ledger) == ()


def test_a_source_that_stories_have_alike_is_one_row_until_the_last_is_forgotten(ledger: Ledger) -> None:
    for story_id in "ab":
        ledger.add(one_line_reading(story_id, "Inés Álvarez", "the ferry sank", who=MAYOR_OF_LINE), RUN)
    ledger.add(one_line_reading("c", "Inés Álvarez", "the ferry sank", who=MAYOR_ELSEWHERE), RUN)
    assert count(ledger, "source") == 2
    assert [one.story_id for one in ledger.said("Alvarez")] == ["a", "b", "c"]
    forget(ledger, "a", "ed")
    assert (count(ledger, "source"), count(ledger, "rule")) == (2, 2)
    forget(ledger, "b", "ed")
    assert (count(ledger, "source"), count(ledger, "rule")) == (1, 1)
    assert [one.attribution.who for one in ledger.said("Alvarez")] == [MAYOR_ELSEWHERE]
    assert verify(ledger) == ()


def test_ways_that_statements_came_are_kept_once_a_text(ledger: Ledger) -> None:
    reading = ferry_reading()
    graded = tuple(replace(one, grade=DENIAL) for one in reading.attributions)
    for story_id in "ab":
        url = f"https://herald.example/{story_id}"
        story = replace(reading.story, id=story_id, url=url, canonical_url=None)
        ledger.add(replace(reading, story=story, attributions=graded), RUN)
    assert (count(ledger, "route"), count(ledger, "manner")) == (2, 2)
    assert [one.grade for one in ledger.reading("b").attributions] == [DENIAL] * 3
    forget(ledger, "a", "ed")
    assert count(ledger, "route") == 1
    assert [one.grade for one in ledger.reading("b").attributions] == [DENIAL] * 3


def test_words_are_cut_from_the_text_without_signs_that_no_one_sees(ledger: Ledger) -> None:
    text = "\U0001f6a2 The so\u00adft\u200b ferry, \u2060ah,\ufeff sank … \U0001f30a — Ána said."
    spans = (Span(0, 14), Span(19, 24), Span(25, 29))
    story = Story(id="wet", text=text)
    ledger.add(Reading(story, (), (Attribution((), spans, spans, Speech.INDIRECT, 0.5),)), RUN)
    (row,) = ledger.connection.execute("SELECT source, cue, content FROM attribution")
    assert tuple(row) == ("", join_words(text, spans), join_words(text, spans))
    assert row["content"].isprintable()
    assert verify(ledger) == ()


def test_readings_written_together_are_those_written_one_by_one(ledger: Ledger) -> None:
    second = one_line_reading("a", "Ana", "the pier burned")
    readings = [
        line_reading("a", "the ferry sank"),
        line_reading("a", "the ferry sank"),
        second,
        line_reading("b", "no"),
    ]
    added = ledger.add_prepared([prepare(one) for one in readings], RUN)
    assert added == [Added.NEW, Added.UNCHANGED, Added.REVISED, Added.NEW]
    assert ledger.reading("a", 1) == readings[0]
    assert ledger.reading("a") == second


def test_readings_are_written_all_or_none(ledger: Ledger) -> None:
    bad = one_line_reading("b", "Ana", "the pier burned")
    bad = replace(bad, story=replace(bad.story, title="half \ud800"))
    with pytest.raises(InputError):
        ledger.add_prepared([prepare(line_reading("a", "the ferry sank")), prepare(bad)], RUN)
    assert ledger.count_stories() == 0
