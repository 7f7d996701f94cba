import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from sayso.errors import UsageError
from sayso.ledger import Ledger
from sayso.records import Identity, Judgement, JudgementKind, Source, SourceKind, Verdict
from tests.ledger.samples import RUN, one_line_reading

SAME = JudgementKind.SAME_SOURCE


def person(name: str, key: str) -> Source:
    return Source(name, SourceKind.PERSON, identity=Identity(key, name, "full name", 0.9))


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    said = {
        "s1": ("Olena Brodie", person("Olena Brodie", "person:olena brodie")),
        "s2": ("the mayor", person("mayor", "person:mayor of harborton")),
        "s3": ("she", person("Olena Brodie", "person:olena brodie")),
        "s4": ("Ivo Tan", person("Ivo Tan", "person:ivo tan")),
    }
    with Ledger(tmp_path / "test.sayso") as ledger:
        for story_id, (words, who) in said.items():
            ledger.add(one_line_reading(story_id, words, f"this is {story_id}", who=who), RUN)
        yield ledger


def found(ledger: Ledger, name: str) -> set[str]:
    return {statement.story_id for statement in ledger.said(name)}


def judge(ledger: Ledger, one: str, other: str, verdict: Verdict) -> None:
    ledger.judge(Judgement(SAME, one, other, verdict, who="ed", why="same briefing"))


def test_a_pronoun_is_found_by_the_name_it_stands_for(ledger: Ledger) -> None:
    assert found(ledger, "Brodie") == {"s1", "s3"}


def test_sources_judged_the_same_are_found_together(ledger: Ledger) -> None:
    judge(ledger, "person:olena brodie", "person:mayor of harborton", Verdict.YES)
    assert found(ledger, "Brodie") == {"s1", "s2", "s3"}
    assert found(ledger, "mayor") == {"s1", "s2", "s3"}
    assert found(ledger, "Tan") == {"s4"}


def test_judgements_reach_on_from_one_to_the_next(ledger: Ledger) -> None:
    judge(ledger, "person:olena brodie", "person:mayor of harborton", Verdict.YES)
    judge(ledger, "person:ivo tan", "person:mayor of harborton", Verdict.YES)
    assert found(ledger, "Tan") == {"s1", "s2", "s3", "s4"}


def test_a_newer_judgement_supersedes_whichever_way_round(ledger: Ledger) -> None:
    judge(ledger, "person:olena brodie", "person:mayor of harborton", Verdict.YES)
    judge(ledger, "person:mayor of harborton", "person:olena brodie", Verdict.NO)
    assert found(ledger, "Brodie") == {"s1", "s3"}
    (standing,) = ledger.judgements(SAME)
    assert (standing.verdict, standing.who, standing.why) == (Verdict.NO, "ed", "same briefing")
    assert ledger.connection.execute("SELECT count(*) FROM judgement").fetchone()[0] == 2


@pytest.mark.parametrize("change", ["DELETE FROM judgement", "UPDATE judgement SET verdict = 'no'"])
def test_judgements_cannot_be_changed(ledger: Ledger, change: str) -> None:
    judge(ledger, "person:olena brodie", "person:ivo tan", Verdict.YES)
    with pytest.raises(sqlite3.IntegrityError, match="superseded"):
        ledger.connection.execute(change)


def test_one_and_itself_is_refused(ledger: Ledger) -> None:
    with pytest.raises(UsageError, match="itself"):
        judge(ledger, "person:ivo tan", "person:ivo tan", Verdict.YES)


def test_sources_are_listed_by_how_much_they_say(ledger: Ledger) -> None:
    first, *others = ledger.sources()
    assert (first.identity, first.statements, first.stories) == ("person:olena brodie", 2, 2)
    assert {record.identity for record in others} == {"person:mayor of harborton", "person:ivo tan"}


@pytest.mark.parametrize("typed", ["Brodie", "person:olena brodie", "BRODIE Olena"])
def test_a_source_is_found_by_name_or_identity(ledger: Ledger, typed: str) -> None:
    assert [record.name for record in ledger.sources(typed)] == ["Olena Brodie"]
