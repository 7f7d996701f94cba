"""Judgements of every kind in real ledgers: what they take, refuse and supersede, in old ledgers too."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.errors import InputError, LedgerError, UsageError
from sayso.ledger import Ledger
from sayso.ledger.schema import list_migrations
from sayso.records import VERDICTS, Identity, Judgement, JudgementKind, Source, SourceKind, Verdict
from tests.ledger.samples import RUN, one_line_reading

SAME, CLAIM, COPY, ORIGIN, ATTRIBUTION = JudgementKind
BRODIE = Source("Olena Brodie", SourceKind.PERSON, identity=Identity("person:olena brodie", "Olena Brodie", "", 0.9))


def readings() -> Iterator[object]:
    for story_id in ("s1", "s2", "s3"):
        yield one_line_reading(story_id, "Olena Brodie", "the ferry Marlin leaks, and badly", who=BRODIE)


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with Ledger(tmp_path / "test.sayso") as ledger:
        for reading in readings():
            ledger.add(reading, RUN)
        yield ledger


GOOD = {
    SAME: Judgement(SAME, "person:ivo tan", "person:olena brodie", Verdict.YES, "ed"),
    CLAIM: Judgement(CLAIM, "s1", "the ferry leaks", Verdict.STATES, "ed", words="the ferry Marlin leaks"),
    COPY: Judgement(COPY, "s2", "s1", Verdict.YES, "ed"),
    ORIGIN: Judgement(ORIGIN, "s1", "s2", Verdict.STORY, "ed", words="the ferry Marlin leaks"),
    ATTRIBUTION: Judgement(
        ATTRIBUTION, "s1", "person:ivo tan", Verdict.SOURCE, "ed", words="the ferry Marlin leaks", name="Ivo Tan"
    ),
}


def test_every_kind_has_verdicts() -> None:
    assert VERDICTS.keys() == set(JudgementKind) == GOOD.keys()


@pytest.mark.parametrize("kind", JudgementKind)
def test_a_judgement_comes_back_as_it_was_made_with_its_number_and_time(kind: JudgementKind, ledger: Ledger) -> None:
    judgement = replace(GOOD[kind], why="the minutes")
    made = ledger.judge(judgement)
    assert made.number == 1
    assert made.judged_at
    assert replace(made, number=None, judged_at=None) == judgement
    assert ledger.judgements() == ledger.judgements(kind) == ledger.judgements_made() == (made,)
    assert made.reason == "judged by ed: the minutes"
    assert replace(made, why=None).reason == "judged by ed"


@pytest.mark.parametrize("kind", JudgementKind)
def test_a_newer_one_supersedes_and_both_stay(kind: JudgementKind, ledger: Ledger) -> None:
    first = ledger.judge(GOOD[kind])
    second = ledger.judge(replace(GOOD[kind], verdict=VERDICTS[kind][-1], who="ann"))
    assert ledger.judgements() == (second,)
    assert ledger.judgements_made() == (replace(first, superseded_by=2), second)


@pytest.mark.parametrize("kind", JudgementKind)
def test_one_that_is_withdrawn_stands_no_more_and_may_be_made_again(kind: JudgementKind, ledger: Ledger) -> None:
    ledger.judge(GOOD[kind])
    ledger.judge(replace(GOOD[kind], verdict=Verdict.WITHDRAWN))
    assert ledger.judgements() == ()
    again = ledger.judge(GOOD[kind])
    assert ledger.judgements() == (again,)
    assert [one.superseded_by for one in ledger.judgements_made()] == [2, 3, None]


def test_signs_case_and_asking_make_no_other_matter(ledger: Ledger) -> None:
    ledger.judge(GOOD[CLAIM])
    ledger.judge(replace(GOOD[CLAIM], other="Did  THE ferry leaks?", words="The ferry, Marlin — leaks!"))
    assert [one.number for one in ledger.judgements()] == [2]


@pytest.mark.parametrize(
    ("kind", "changed"),
    [
        (SAME, {"one": "person:nora field"}),
        (CLAIM, {"other": "the ferry sank"}),
        (CLAIM, {"words": "the ferry"}),
        (CLAIM, {"one": "s2"}),
        (COPY, {"other": "s3"}),
        (ORIGIN, {"one": "s3"}),
        (ATTRIBUTION, {"words": "leaks, and badly"}),
    ],
)
def test_what_makes_another_matter(kind: JudgementKind, changed: dict[str, str], ledger: Ledger) -> None:
    ledger.judge(GOOD[kind])
    ledger.judge(replace(GOOD[kind], **changed))  # type: ignore[arg-type]
    assert len(ledger.judgements()) == 2


def test_words_judged_on_their_claim_origin_and_source_are_three_matters(ledger: Ledger) -> None:
    for judgement in GOOD.values():
        ledger.judge(judgement)
    assert len(ledger.judgements()) == len(GOOD)


@pytest.mark.parametrize(
    ("kind", "changed", "told"),
    [
        *((kind, {"who": " "}, "by nobody") for kind in JudgementKind),
        (SAME, {"verdict": Verdict.STATES}, "Wanted: one of yes, no or withdrawn"),
        (CLAIM, {"verdict": Verdict.YES}, "Wanted: one of states, contradicts, neither or withdrawn"),
        (COPY, {"verdict": Verdict.NOBODY}, "Wanted: one of yes, no"),
        (SAME, {"other": "person:ivo tan"}, "itself"),
        (COPY, {"other": "s2"}, "itself"),
        (COPY, {"one": "s9"}, "there is no story 's9'"),
        (COPY, {"other": "s9"}, "there is no story 's9'"),
        (CLAIM, {"one": "s9"}, "there is no story 's9'"),
        (ORIGIN, {"other": "s9"}, "there is no story 's9'"),
        (ORIGIN, {"other": ""}, "names no source or story"),
        (ATTRIBUTION, {"other": ""}, "names no source or story"),
        (ATTRIBUTION, {"name": ""}, "without a name"),
        (CLAIM, {"other": "?!"}, "no word in the claim"),
        (CLAIM, {"other": "the ferry leaks; the pier sank"}, "2 parts"),
        (CLAIM, {"words": "…"}, "no word in"),
        (CLAIM, {"words": ""}, "no word in"),
        (ATTRIBUTION, {"words": "the ferry Shark leaks"}, "does not stand in story s1"),
    ],
)
def test_what_is_refused(kind: JudgementKind, changed: dict[str, str], told: str, ledger: Ledger) -> None:
    with pytest.raises(UsageError, match=told) as refused:
        ledger.judge(replace(GOOD[kind], **changed))  # type: ignore[arg-type]
    assert refused.value.wanted
    assert refused.value.remedy
    assert ledger.judgements_made() == ()


def test_half_a_character_is_refused(ledger: Ledger) -> None:
    with pytest.raises(InputError, match="half a character"):
        ledger.judge(replace(GOOD[COPY], why="caf\udcc3"))
    assert ledger.judgements_made() == ()


def test_no_story_is_judged_to_be_made_from_itself(ledger: Ledger) -> None:
    ledger.judge(GOOD[COPY])
    ledger.judge(replace(GOOD[COPY], one="s3", other="s2"))
    with pytest.raises(UsageError, match="s1 would be made from s3, which is made from s1 by judgement 1 of ed"):
        ledger.judge(replace(GOOD[COPY], one="s1", other="s3"))
    ledger.judge(replace(GOOD[COPY], one="s1", other="s3", verdict=Verdict.NO))
    ledger.judge(replace(GOOD[COPY], verdict=Verdict.NO))
    ledger.judge(replace(GOOD[COPY], one="s1", other="s3"))
    assert [(one.one, one.other, one.verdict) for one in ledger.judgements()] == [
        ("s3", "s2", Verdict.YES),
        ("s2", "s1", Verdict.NO),
        ("s1", "s3", Verdict.YES),
    ]


def test_a_statement_says_whose_it_was_judged_to_be(ledger: Ledger) -> None:
    assert [one.judged for one in ledger.said("Brodie")] == [None, None, None]
    made = ledger.judge(GOOD[ATTRIBUTION])
    assert [one.judged for one in ledger.said("Brodie")] == [made, None, None]
    assert {one.story_id: one.judged for one in ledger.search("Marlin")} == {"s1": made, "s2": None, "s3": None}
    ledger.judge(replace(GOOD[ATTRIBUTION], verdict=Verdict.WITHDRAWN))
    assert [one.judged for one in ledger.said("Brodie")] == [None, None, None]


def test_a_judgement_that_no_version_writes_is_told_as_damage(ledger: Ledger) -> None:
    ledger.connection.execute(
        "INSERT INTO judgement (kind, one, other, words, name, verdict, who, judged_at) "
        "VALUES ('taste', 'a', 'b', '', '', 'yes', 'ed', '2024')"
    )
    with pytest.raises(LedgerError, match="is damaged: a judgement cannot be read"):
        ledger.judgements()


def test_judgements_of_an_older_ledger_stand_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "old.sayso"
    today = list_migrations()
    with monkeypatch.context() as before:
        before.setattr("sayso.ledger.schema.list_migrations", lambda: today[:5])
        Ledger(path).close()
    with closing(sqlite3.connect(path)) as connection, connection:
        for verdict, who in (("yes", "ed"), ("no", "ann")):
            connection.execute(
                "INSERT INTO judgement (kind, one, other, verdict, who, why, judged_at) "
                "VALUES ('same source', 'person:a', 'person:b', ?, ?, 'a hunch', '2024-12-20T10:00:00+00:00')",
                (verdict, who),
            )
    with Ledger(path) as ledger:
        (standing,) = ledger.judgements()
        assert standing == Judgement(
            SAME, "person:a", "person:b", Verdict.NO, "ann", "a hunch", "2024-12-20T10:00:00+00:00", number=2
        )
        assert [one.superseded_by for one in ledger.judgements_made()] == [2, None]
        for change in ("DELETE FROM judgement", "UPDATE judgement SET verdict = 'no'"):
            with pytest.raises(sqlite3.IntegrityError, match="superseded"):
                ledger.connection.execute(change)
        assert ledger.connection.execute("PRAGMA integrity_check").fetchone()[0] == "ok"


CHANGES = {
    CLAIM: [{"other": claim} for claim in ("a b", "A, b!", "c")],
    COPY: [{"one": one} for one in ("s2", "s3")],
    SAME: [{"other": other} for other in ("person:x", "person:y")],
}
MATTERS = [
    replace(GOOD[kind], **change, verdict=verdict)  # type: ignore[arg-type]
    for kind, changes in CHANGES.items()
    for change in changes
    for verdict in VERDICTS[kind]
]


def key_of(judgement: Judgement) -> tuple[str, str, str]:
    return (judgement.kind, judgement.one, judgement.other.casefold().strip("!").replace(",", ""))


@settings(deadline=None, max_examples=15)
@given(st.lists(st.sampled_from(MATTERS), max_size=8), st.data())
def test_the_newest_on_a_matter_stands_and_the_order_of_others_does_not_matter(
    made: list[Judgement], data: st.DataObject
) -> None:
    newest = {key_of(judgement): judgement for judgement in made}
    for order in (made, data.draw(st.permutations(list(newest.values())))):
        with TemporaryDirectory() as folder, Ledger(Path(folder) / "test.sayso") as ledger:
            ledger.connection.execute("PRAGMA synchronous = OFF")
            for reading in readings():
                ledger.add(reading, RUN)
            for judgement in order:
                ledger.judge(judgement)
            standing = {key_of(one): one.verdict for one in ledger.judgements()}
            assert standing == {key: judgement.verdict for key, judgement in newest.items()}
            assert len(ledger.judgements_made()) == len(order)
