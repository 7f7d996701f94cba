"""The machine scored against judgements; words are compared by shared words."""

from collections.abc import Iterable
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.ledger import Ledger
from sayso.records import Judgement, JudgementKind, Reading, Verdict
from sayso.trace import Agreement, score_judgements
from tests.ledger.samples import RUN
from tests.trace.stories import CLAIM, Said, SharedWords, ledger_of, make_reading
from tests.trace.test_judged import ATTRIBUTION, CLAIMED, COPY, ORIGIN, PUT_OTHERWISE, SAME, STATED, on_claim, on_words

LONG = "the ferry Marlin leaks on the first of May and on every day after that if the harbour of Harborton has no ice"
STORIES = [
    make_reading("a", Said("Mayor Olena Brodie", STATED)),
    make_reading("b", Said("Ivo Tan", PUT_OTHERWISE), published="2024-03-06", outlet="Coast Post"),
    make_reading("c", "On Monday the ferry Marlin leaks.", published="2024-03-07", outlet="Evening Mail"),
    make_reading("d", Said("Mayor Brodie", LONG), published="2024-03-08"),
    make_reading("e", Said("Mayor Brodie", LONG), published="2024-03-09", outlet="Coast Post"),
]
MAYOR, TAN = "person:elena brodie", "person:ivo tan"


def scored(*judgements: Judgement, stories: Iterable[Reading] = STORIES) -> dict[JudgementKind, Agreement]:
    with ledger_of(stories) as ledger:
        return scored_in(ledger, *judgements)


def scored_in(ledger: Ledger, *judgements: Judgement) -> dict[JudgementKind, Agreement]:
    for judgement in judgements:
        ledger.judge(judgement)
    return {one.kind: one for one in score_judgements(ledger, SharedWords())}


def surname_key() -> str:
    who = STORIES[3].attributions[0].who
    assert who
    assert who.identity
    return who.identity.key


def test_nothing_judged_is_no_score() -> None:
    assert scored() == {}
    with ledger_of([]) as ledger:
        assert score_judgements(ledger) == ()


def test_what_was_withdrawn_is_not_asked() -> None:
    yes = on_claim("a", STATED, Verdict.STATES)
    assert scored(yes, replace(yes, verdict=Verdict.WITHDRAWN)) == {}


@pytest.mark.parametrize(
    ("judgement", "told"),
    [
        (on_claim("a", STATED, Verdict.STATES), None),
        (on_claim("a", STATED, Verdict.NEITHER), "states"),
        (on_claim("b", PUT_OTHERWISE, Verdict.NEITHER), None),
        (on_claim("b", PUT_OTHERWISE, Verdict.CONTRADICTS), "neither"),
        (on_claim("a", STATED, Verdict.CONTRADICTS, f"reports that {CLAIM} are false"), None),
        (on_words(ATTRIBUTION, "a", STATED, MAYOR, "Olena Brodie"), None),
        (on_words(ATTRIBUTION, "d", LONG, MAYOR, "Olena Brodie"), None),
        (on_words(ATTRIBUTION, "a", STATED, TAN, "Ivo Tan"), "Olena Brodie"),
        (on_words(ATTRIBUTION, "a", STATED), "Olena Brodie"),
        (on_words(ATTRIBUTION, "c", STATED), None),
        (on_words(ATTRIBUTION, "c", STATED, TAN, "Ivo Tan"), "no source"),
        (on_words(ORIGIN, "a", STATED, MAYOR, "Olena Brodie"), None),
        (on_words(ORIGIN, "a", STATED, "b", verdict=Verdict.STORY), "Olena Brodie"),
        (on_words(ORIGIN, "c", STATED), None),
        (on_words(ORIGIN, "c", STATED, TAN, "Ivo Tan"), "not recorded"),
        (Judgement(COPY, "e", "d", Verdict.YES, "ed"), None),
        (Judgement(COPY, "e", "d", Verdict.NO, "ed"), "made from d"),
        (Judgement(COPY, "e", "a", Verdict.YES, "ed"), "made from d"),
        (Judgement(COPY, "a", "b", Verdict.NO, "ed"), None),
        (Judgement(COPY, "a", "b", Verdict.YES, "ed"), "made from none"),
        (Judgement(SAME, MAYOR, surname_key(), Verdict.YES, "ed"), None),
        (Judgement(SAME, MAYOR, surname_key(), Verdict.NO, "ed"), "one source"),
        (Judgement(SAME, MAYOR, TAN, Verdict.YES, "ed"), "two sources"),
    ],
)
def test_a_judgement_is_told_alike_or_otherwise(judgement: Judgement, told: str | None) -> None:
    found = scored(judgement)[judgement.kind]
    assert [answer for _, answer in found.otherwise] == ([] if told is None else [told])
    assert (len(found.alike), found.gone) == (told is None, ())


def test_what_can_no_longer_be_asked_is_counted_apart() -> None:
    old = make_reading("b", Said("Ivo Tan", PUT_OTHERWISE), url="https://coast.example/b")
    with ledger_of([old]) as ledger:
        ledger.judge(on_claim("b", PUT_OTHERWISE, Verdict.STATES))
        ledger.judge(on_words(ATTRIBUTION, "b", PUT_OTHERWISE))
        ledger.judge(on_words(ORIGIN, "b", PUT_OTHERWISE))
        ledger.add(make_reading("b", Said("Ann Lee", "all is well"), url="https://coast.example/b"), RUN)
        found = scored_in(ledger, Judgement(SAME, TAN, MAYOR, Verdict.YES, "ed"))
    assert {kind: (len(one.alike), len(one.otherwise), len(one.gone)) for kind, one in found.items()} == dict.fromkeys(
        (SAME, CLAIMED, ORIGIN, ATTRIBUTION), (0, 0, 1)
    )


EVERY = [
    *(on_claim("a", STATED, verdict) for verdict in (Verdict.STATES, Verdict.NEITHER)),
    on_claim("b", PUT_OTHERWISE, Verdict.STATES),
    *(on_words(kind, "a", STATED, TAN, "Ivo Tan") for kind in (ATTRIBUTION, ORIGIN)),
    *(on_words(kind, "c", STATED) for kind in (ATTRIBUTION, ORIGIN)),
    Judgement(COPY, "e", "d", Verdict.NO, "ed"),
    Judgement(COPY, "b", "e", Verdict.YES, "ed"),
    Judgement(SAME, MAYOR, TAN, Verdict.YES, "ed"),
    Judgement(SAME, MAYOR, surname_key(), Verdict.NO, "ed"),
]


def answers(found: dict[JudgementKind, Agreement]) -> dict[tuple[str, ...], str]:
    """What the machine told on each judgement: "alike", "gone" or its words."""

    def key(judgement: Judgement) -> tuple[str, ...]:
        return (judgement.kind, judgement.one, judgement.words, judgement.other, judgement.verdict)

    return {
        **{key(judgement): "alike" for one in found.values() for judgement in one.alike},
        **{key(judgement): "gone" for one in found.values() for judgement in one.gone},
        **{key(judgement): told for one in found.values() for judgement, told in one.otherwise},
    }


ALONE: dict[tuple[str, ...], str] = {}


@settings(deadline=None, max_examples=12)
@given(st.lists(st.sampled_from(EVERY), min_size=1, unique_by=lambda one: (one.kind, one.one, one.words, one.other)))
def test_judgements_never_change_what_the_machine_is_scored_by(judgements: list[Judgement]) -> None:
    if not ALONE:
        for judgement in EVERY:
            ALONE.update(answers(scored(judgement)))
    together = answers(scored(*judgements))
    assert together
    assert together.items() <= ALONE.items()
