"""What was judged stands over what a trace would tell, and says so."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.errors import UsageError
from sayso.ledger import Ledger
from sayso.records import Judgement, JudgementKind, Reading, Standing, Verdict
from sayso.trace import Trace, find_judged, trace, trace_shape
from tests.ledger.samples import RUN
from tests.trace.stories import CLAIM, Said, SharedWords, ledger_of, make_reading

SAME, CLAIMED, COPY, ORIGIN, ATTRIBUTION = JudgementKind
STATED = "the ferry Marlin leaks"
PUT_OTHERWISE = "water stood in the hold of the Marlin that night"

MAYOR = make_reading("a", Said("Mayor Olena Brodie", STATED))
HARBOUR = make_reading("b", Said("Ivo Tan", PUT_OTHERWISE), published="2024-03-06", outlet="Coast Post")
OWN = make_reading("c", "On Monday the ferry Marlin leaks.", published="2024-03-07", outlet="Evening Mail")
STORIES = [MAYOR, HARBOUR, OWN]


def on_claim(story_id: str, words: str, verdict: Verdict, claim: str = CLAIM) -> Judgement:
    return Judgement(CLAIMED, story_id, claim, verdict, "ed", "heard it", words=words)


def on_words(
    kind: JudgementKind, story_id: str, words: str, key: str = "", name: str = "", verdict: Verdict | None = None
) -> Judgement:
    chosen = verdict or (Verdict.SOURCE if key else Verdict.NOBODY)
    return Judgement(kind, story_id, key, chosen, "ed", "heard it", words=words, name=name)


def traced(ledger: Ledger, claim: str = CLAIM, as_of: date | None = None, **how: bool) -> Trace:
    return trace(ledger, claim, as_of, SharedWords(), **how)


def judged_trace(*judgements: Judgement, stories: Sequence[Reading] = STORIES, claim: str = CLAIM) -> Trace:
    with ledger_of(stories) as ledger:
        for judgement in judgements:
            ledger.judge(judgement)
        return traced(ledger, claim)


def outline(found: Trace) -> list[tuple[str | None, list[str]]]:
    return [(origin.name, [report.story_id for report in origin.reports]) for origin in found.origins]


def reasons(found: Trace) -> dict[str, str]:
    return {origin.name or "": origin.reason for origin in (*found.origins, *found.denials)}


def test_without_judgements_it_is_the_machine_that_tells() -> None:
    assert outline(judged_trace()) == [("Olena Brodie", ["a"]), (None, ["c"])]


@pytest.mark.parametrize(
    "claim", [CLAIM, "Did the ferry Marlin leaks?", "THE ferry “Marlin” leaks!", " the  ferry Marlin leaks"]
)
def test_words_judged_to_state_a_claim_support_it_however_it_is_spelt(claim: str) -> None:
    found = judged_trace(on_claim("b", PUT_OTHERWISE, Verdict.STATES), claim=claim)
    assert outline(found) == [("Olena Brodie", ["a"]), ("Ivo Tan", ["b"]), (None, ["c"])]
    assert found.independent_origins.likely == 2
    assert "judged by ed: heard it" in reasons(found)["Ivo Tan"]
    assert "judged by ed" not in reasons(found)["Olena Brodie"]
    shape = trace_shape(found)
    assert [one["judged"] for origin in shape["origins"] for one in origin["chain"]] == [[], ["judged by ed: heard it"]]


def test_another_claim_is_not_judged_by_it() -> None:
    found = judged_trace(on_claim("b", PUT_OTHERWISE, Verdict.STATES), claim="the ferry leaks")
    assert found.support == ("a", "c")


def test_words_judged_to_contradict_deny_and_those_judged_neither_are_no_report() -> None:
    found = judged_trace(on_claim("b", PUT_OTHERWISE, Verdict.CONTRADICTS), on_claim("a", STATED, Verdict.NEITHER))
    assert (found.support, found.deny) == (("c",), ("b",))
    assert "judged by ed: heard it" in reasons(found)["Ivo Tan"]


def test_a_story_that_shares_no_word_with_the_claim_supports_it_when_judged() -> None:
    alien = make_reading("z", Said("Nora Field", "everybody got wet feet there"), published="2024-03-08")
    judgement = on_claim("z", "everybody got wet feet", Verdict.STATES)
    found = judged_trace(judgement, stories=[*STORIES, alien])
    assert found.support == ("a", "c", "z")
    with ledger_of([*STORIES, alien]) as ledger:
        ledger.judge(judgement)
        assert traced(ledger, as_of=date(2024, 3, 7)).support == ("a", "c")
        assert traced(ledger, as_of=date(2024, 3, 8)).support == ("a", "c", "z")


def test_a_part_of_a_claim_is_judged_by_itself() -> None:
    whole = f"{CLAIM}; the pier sank"
    sank = make_reading("d", Said("Ann Lee", STATED), Said("Ann Lee", "there is no pier any more"), outlet="Mail")
    judgement = on_claim("d", "there is no pier any more", Verdict.STATES, "the pier sank")
    assert judged_trace(stories=[*STORIES, sank], claim=whole).support == ()
    assert judged_trace(judgement, stories=[*STORIES, sank], claim=whole).support == ("d",)


@pytest.mark.parametrize(
    ("part", "whole"),
    [
        ("the pier sank in March 2024", f"{CLAIM}; the pier sank in March 2024"),
        ("In March 2024 the pier sank", f"In March 2024 the pier sank; {CLAIM}"),
        ("Ann Lee said the pier sank", f"Ann Lee said the pier sank; {CLAIM}"),
    ],
)
def test_a_part_is_judged_as_it_stands_in_the_query_with_its_month_or_speaker(part: str, whole: str) -> None:
    sank = make_reading("d", Said("Ann Lee", STATED), Said("Ann Lee", "there is no pier any more"), outlet="Mail")
    judgement = on_claim("d", "there is no pier any more", Verdict.STATES, part)
    assert judged_trace(stories=[*STORIES, sank], claim=whole).support == ()
    assert judged_trace(judgement, stories=[*STORIES, sank], claim=whole).support == ("d",)


def test_a_claim_of_several_parts_is_judged_part_by_part() -> None:
    with pytest.raises(UsageError, match=r"has 2 parts.*Judge each part by itself"):
        judged_trace(on_claim("a", STATED, Verdict.STATES, f"{CLAIM}; the pier sank"))


def test_a_query_that_reports_are_false_is_supported_by_words_judged_to_state_it() -> None:
    query = f"reports that {CLAIM} are false"
    assert judged_trace(claim=query).support == ()
    assert judged_trace(on_claim("b", PUT_OTHERWISE, Verdict.STATES, query), claim=query).support == ("b",)
    assert judged_trace(on_claim("b", PUT_OTHERWISE, Verdict.CONTRADICTS, query), claim=query).support == ()


def test_words_judged_to_be_another_s_count_for_that_one() -> None:
    found = judged_trace(on_words(ATTRIBUTION, "a", STATED, "person:ivo tan", "Ivo Tan"))
    assert outline(found) == [("Ivo Tan", ["a"]), (None, ["c"])]
    assert "judged by ed: heard it" in reasons(found)["Ivo Tan"]


def test_words_judged_to_be_nobody_s_are_not_recorded() -> None:
    found = judged_trace(on_words(ATTRIBUTION, "a", STATED))
    assert outline(found) == [(None, ["a", "c"])]
    assert (found.standing, found.independent_origins.likely) == (Standing.UNRECORDED, 0)
    assert "judged by ed: heard it" in reasons(found)[""]


def test_a_source_that_no_story_names_may_be_judged() -> None:
    found = judged_trace(on_words(ATTRIBUTION, "c", "the ferry Marlin leaks", "person:nora field", "Nora Field"))
    assert outline(found) == [("Olena Brodie", ["a"]), ("Nora Field", ["c"])]
    assert [str(origin.kind) for origin in found.origins] == ["person", "person"]


@pytest.mark.parametrize("key", ["person:elena brodie", "a key of an older version"])
def test_a_report_counts_to_the_origin_that_was_judged_and_keeps_who_says_it(key: str) -> None:
    paper = make_reading("p", Said("The New York Times", STATED), published="2024-03-08", outlet="Coast Post")
    stories = [MAYOR, paper]
    assert outline(judged_trace(stories=stories)) == [("Olena Brodie", ["a"]), (None, ["p"])]
    found = judged_trace(on_words(ORIGIN, "p", STATED, key, "Olena Brodie"), stories=stories)
    assert outline(found) == [("Olena Brodie", ["a", "p"])]
    assert found.origins[0].reports[1].source
    assert found.origins[0].reports[1].source.name == "The New York Times"
    assert found.independent_origins.most == 1
    assert "judged by ed: heard it" in reasons(found)["Olena Brodie"]


def test_a_chain_may_end_at_the_reporting_of_a_story_even_beside_other_sources() -> None:
    found = judged_trace(on_words(ORIGIN, "c", STATED, "b", verdict=Verdict.STORY))
    assert outline(found) == [("Olena Brodie", ["a"]), ("Coast Post", ["c"])]
    assert found.independent_origins.likely == 2


def test_a_chain_of_which_nothing_is_known_is_not_recorded() -> None:
    assert outline(judged_trace(on_words(ORIGIN, "a", STATED))) == [(None, ["a", "c"])]


def test_an_origin_stands_over_whose_words_they_are() -> None:
    found = judged_trace(on_words(ATTRIBUTION, "a", STATED), on_words(ORIGIN, "a", STATED, "person:ivo tan", "Ivo Tan"))
    assert outline(found) == [("Ivo Tan", ["a"]), (None, ["c"])]


def test_one_speaker_s_word_is_also_what_was_judged_to_be_theirs() -> None:
    query = f"Ivo Tan says {CLAIM}"
    stories = [*STORIES, make_reading("d", Said("Ivo Tan", "nothing new"), outlet="Mail")]
    assert judged_trace(stories=stories, claim=query).support == ()
    found = judged_trace(
        on_words(ATTRIBUTION, "a", STATED, "person:ivo tan", "Ivo Tan"),
        on_claim("c", STATED, Verdict.STATES, query),
        stories=stories,
        claim=query,
    )
    assert found.support == ("a", "c")


def test_judgements_hold_when_the_story_is_read_again_by_another_model() -> None:
    """The text changed by a word elsewhere, the content is cut otherwise, rows have other numbers."""
    old = make_reading("b", Said("Ivo Tan", PUT_OTHERWISE), url="https://coast.example/b")
    new = make_reading("b", "An update.", f"Ivo Tan told us that {PUT_OTHERWISE}.", url="https://coast.example/b")
    with ledger_of([old]) as ledger:
        ledger.judge(on_claim("b", PUT_OTHERWISE, Verdict.STATES))
        ledger.judge(on_words(ATTRIBUTION, "b", PUT_OTHERWISE, "person:nora field", "Nora Field"))
        ledger.add(new, RUN)
        assert len(ledger.revisions("b")) == 2
        found = traced(ledger)
    assert outline(found) == [("Nora Field", ["b"])]
    assert found.origins[0].best.words != PUT_OTHERWISE


def test_judgements_on_words_that_a_change_took_away_change_nothing() -> None:
    old = make_reading("b", Said("Ivo Tan", PUT_OTHERWISE), url="https://coast.example/b")
    with ledger_of([MAYOR, old]) as ledger:
        judgement = ledger.judge(on_claim("b", PUT_OTHERWISE, Verdict.STATES))
        ledger.add(make_reading("b", Said("Ivo Tan", "all is well"), url="https://coast.example/b"), RUN)
        assert find_judged(ledger, judgement) == []
        assert traced(ledger).support == ("a",)


def test_copies_as_judged_are_one_text() -> None:
    with ledger_of(STORIES) as ledger:
        ledger.judge(Judgement(COPY, "c", "a", Verdict.YES, "ed"))
        assert [(text.stories, text.original) for text in traced(ledger).texts] == [(("a", "c"), "a")]
        assert len(traced(ledger, with_judgements=False).texts) == 2


def test_a_judgement_on_sources_is_a_reason() -> None:
    stories = [MAYOR, make_reading("d", Said("Ivo Tan", STATED), outlet="Mail")]
    judgement = Judgement(SAME, "person:ivo tan", "person:elena brodie", Verdict.YES, "ed", "one and the same")
    assert "judged by ed: one and the same" in judged_trace(judgement, stories=stories).origins[0].reason


EVERY = [
    *(on_claim("b", PUT_OTHERWISE, verdict) for verdict in (Verdict.STATES, Verdict.CONTRADICTS)),
    *(on_claim("a", STATED, verdict) for verdict in (Verdict.NEITHER, Verdict.STATES)),
    *(on_words(ATTRIBUTION, "a", STATED, *who) for who in ((), ("person:ivo tan", "Ivo Tan"))),
    *(on_words(ORIGIN, "c", STATED, *who) for who in ((), ("person:nora field", "Nora Field"))),
    on_words(ORIGIN, "a", STATED, "b", verdict=Verdict.STORY),
    Judgement(COPY, "c", "a", Verdict.YES, "ed"),
    Judgement(COPY, "b", "a", Verdict.NO, "ed"),
    Judgement(SAME, "person:ivo tan", "person:elena brodie", Verdict.YES, "ed"),
]


def matter(judgement: Judgement) -> tuple[str, str, str]:
    return judgement.kind, judgement.one, judgement.words


@settings(deadline=None, max_examples=20)
@given(st.lists(st.sampled_from(EVERY), unique_by=matter), st.data())
def test_the_order_of_judgements_on_different_matters_does_not_matter(
    judgements: list[Judgement], data: st.DataObject
) -> None:
    there = trace_shape(judged_trace(*judgements))
    back = trace_shape(judged_trace(*data.draw(st.permutations(judgements))))
    assert there == back


@settings(deadline=None, max_examples=20)
@given(st.lists(st.sampled_from(EVERY)))
def test_the_newest_on_a_matter_stands_and_the_machine_tells_the_same_as_ever(judgements: list[Judgement]) -> None:
    newest = {matter(judgement): judgement for judgement in judgements}
    with ledger_of(STORIES) as ledger:
        before = trace_shape(traced(ledger))
        for judgement in judgements:
            ledger.judge(judgement)
        assert trace_shape(traced(ledger, with_judgements=False)) == before
        judged = trace_shape(traced(ledger))
        for judgement in ledger.judgements():
            ledger.judge(replace(judgement, verdict=Verdict.WITHDRAWN))
        assert trace_shape(traced(ledger)) == before
    assert judged == trace_shape(judged_trace(*newest.values()))
