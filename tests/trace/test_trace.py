"""Traces through real ledgers; words are compared with the claim by shared words (`SharedWords`)."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.claims.passages import Passage
from sayso.errors import UsageError
from sayso.records import Compared, Count, Judgement, JudgementKind, Reading, Standing, Verdict
from sayso.reuse import ReuseIndex
from sayso.trace import Trace, trace, trace_shape
from tests.ledger.samples import RUN
from tests.trace.stories import CLAIM, Said, SharedWords, ledger_of, make_reading, source_in, trace_among

STATED = "the ferry Marlin leaks"
MAYOR = Said("Mayor Olena Brodie", STATED)
FIRST_DAY = date(2024, 3, 5)


def outline(found: Trace) -> list[tuple[str | None, list[str]]]:
    return [(origin.name, [report.story_id for report in origin.reports]) for origin in found.origins]


def test_one_source_in_many_outlets_is_one_origin() -> None:
    found = trace_among(
        make_reading(f"s{day}", MAYOR, published=f"2024-03-{day:02}", outlet=outlet)
        for day, outlet in ((7, "Coast Post"), (5, "Harborton Herald"), (6, "harborton herald"))
    )
    assert outline(found) == [("Olena Brodie", ["s5", "s6", "s7"])]
    assert (found.reports, found.outlets, found.independent_origins.likely) == (3, 2, 1)
    assert (found.support, found.standing) == (("s5", "s6", "s7"), Standing.SINGLE_ORIGIN)
    assert [(turn.day, turn.count.likely) for turn in found.history] == [("2024-03-05", 1)]


def test_denials_and_silence_stand_apart() -> None:
    found = trace_among(
        [
            make_reading("yes", MAYOR),
            make_reading("no", Said("Ivo Tan", STATED, "denied that"), published="2024-03-06"),
            make_reading("silent", Said("Nora Field", f"on whether {STATED}", "declined to comment")),
        ]
    )
    assert (found.support, found.deny) == (("yes",), ("no",))
    assert [report.story_id for report in found.no_comment] == ["silent"]
    assert [denial.name for denial in found.denials] == ["Ivo Tan"]
    assert (found.standing, found.independent_origins.likely) == (Standing.DISPUTED, 1)


def test_a_story_s_own_voice_denies_nothing_but_bears_out_that_reports_are_false() -> None:
    stories = [make_reading("own", "On Monday the ferry Marlin leaks not."), make_reading("yes", MAYOR)]
    assert trace_among(stories).deny == ()
    assert trace_among(stories, f"reports that {CLAIM} are false").support == ("own",)


def test_all_denials_count_where_it_is_asked_whether_a_claim_is_false() -> None:
    stories = [
        make_reading("a", Said("Ann Lee", STATED, "denied that")),
        make_reading("b", Said("Ivo Tan", STATED, "rejected reports that")),
    ]
    assert trace_among(stories, f"reports that {CLAIM} are false").independent_origins == Count(2, 2, 2)


def test_who_asks_says_neither_that_it_is_so_nor_that_it_is_not() -> None:
    asked = Said("Ivo Tan", f'"Is it so that {STATED}?"', "asked")
    found = trace_among([make_reading("yes", MAYOR), make_reading("asks", asked), make_reading("own", f"Or {STATED}?")])
    assert (found.support, found.deny, found.no_comment) == (("yes",), (), ())


class _TakesAllForIt:
    """Whatever is said states the claim."""

    def compare(self, claim: str, passages: Sequence[Passage]) -> list[Compared]:
        return [Compared((0, 0, 0, 1))] * len(passages)


def test_a_story_without_the_names_of_a_claim_does_not_state_it() -> None:
    with ledger_of([make_reading("yes", MAYOR)]) as ledger:
        for claim, support in (("the Marlin has a leak", ("yes",)), ("the Nereid has a leak", ())):
            assert trace(ledger, claim, model=_TakesAllForIt()).support == support


def test_a_story_that_does_not_name_who_did_it_does_not_state_it() -> None:
    hallett = make_reading("yes", MAYOR, "Ruben Hallett spoke on Monday, and the board heard Hallett")
    brook = make_reading("other", MAYOR, "Jean Brook spoke to the board")
    with ledger_of([hallett, brook]) as ledger:
        assert trace(ledger, "somebody spoke", model=_TakesAllForIt()).support == ("other", "yes")
        assert trace(ledger, "Hallett spoke", model=_TakesAllForIt()).support == ("yes",)


def test_what_a_source_takes_back_is_retracted() -> None:
    stories = [
        make_reading("a", MAYOR),
        make_reading("b", Said("Mayor Olena Brodie", STATED, "denied that"), published="2024-03-08"),
    ]
    with ledger_of(stories) as ledger:
        standings = [trace(ledger, CLAIM, date(2024, 3, day), SharedWords()).standing for day in (4, 5, 8)]
    assert standings == [Standing.UNRECORDED, Standing.SINGLE_ORIGIN, Standing.RETRACTED]


@pytest.mark.parametrize("query", ["", " ?! ", ";", " ; ;; "])
def test_a_query_without_a_word_is_refused(query: str) -> None:
    with pytest.raises(UsageError, match="no word"):
        trace_among([make_reading("a", MAYOR)], query)


def test_nothing_found_is_unrecorded() -> None:
    found = trace_among([make_reading("a", MAYOR)], "did the lighthouse fall?")
    assert found == Trace(
        claim="did the lighthouse fall?",
        as_of=None,
        standing=Standing.UNRECORDED,
        independent_origins=found.independent_origins,
        **dict.fromkeys(("origins", "denials", "no_comment", "texts", "history"), ()),
        absent_words=("lighthouse", "fall"),
    )
    assert str(found.independent_origins) == "0"
    assert found.to_frame().empty


def test_an_undated_story_counts_only_without_a_date() -> None:
    stories = [make_reading("a", MAYOR, published=None), make_reading("b", MAYOR, published="2024-03")]
    with ledger_of(stories) as ledger:
        assert trace(ledger, CLAIM, model=SharedWords()).reports == 2
        assert trace(ledger, CLAIM, date(2030, 1, 1), SharedWords()).reports == 0


def test_a_story_counts_from_its_last_change() -> None:
    with ledger_of([make_reading("a", MAYOR, modified="2024-03-09T08:00:00Z")]) as ledger:
        reports = [trace(ledger, CLAIM, date(2024, 3, day), SharedWords()).reports for day in (5, 8, 9)]
        history = trace(ledger, CLAIM, model=SharedWords()).history
    assert reports == [0, 0, 1]
    assert [turn.day for turn in history] == ["2024-03-09"]


def test_a_claim_of_two_parts_needs_both() -> None:
    stories = [make_reading("a", MAYOR, Said("Ivo Tan", "the pier sank")), make_reading("b", MAYOR, outlet="Mail")]
    assert trace_among(stories, f"{CLAIM}; the pier sank").support == ("a",)
    assert trace_among(stories, f"{CLAIM};").support == ("a", "b")


def test_judgements_change_the_origins() -> None:
    stories = [
        make_reading("a", MAYOR),
        make_reading("b", Said("Mayor Brodie", STATED), outlet="Coast Post"),
        make_reading("c", Said("Ivo Tan", STATED), outlet="Evening Mail"),
    ]
    mayor, surname, tan = (source_in(story).identity for story in stories)
    assert mayor
    assert surname
    assert tan
    with ledger_of(stories) as ledger:

        def sides_when_judged(one: str, other: str, verdict: Verdict) -> int:
            ledger.judge(Judgement(JudgementKind.SAME_SOURCE, one, other, verdict, who="ed"))
            return trace(ledger, CLAIM, model=SharedWords()).independent_origins.likely

        assert trace(ledger, CLAIM, model=SharedWords()).independent_origins.likely == 2
        assert sides_when_judged(mayor.key, surname.key, Verdict.NO) == 3
        assert sides_when_judged(mayor.key, tan.key, Verdict.YES) == 2
        assert sides_when_judged(mayor.key, surname.key, Verdict.YES) == 1
        assert sides_when_judged(mayor.key, tan.key, Verdict.NO) == 2


def test_statements_of_an_older_version_have_no_recorded_source() -> None:
    reading = make_reading("a", MAYOR)
    plain = tuple(replace(attribution, who=None, grade=None) for attribution in reading.attributions)
    found = trace_among([replace(reading, attributions=plain), make_reading("b", Said("Ivo Tan", STATED))])
    assert outline(found) == [("Ivo Tan", ["b"]), (None, ["a"])]


def test_trace_reads_without_writing() -> None:
    with ledger_of([make_reading("a", MAYOR)]) as ledger:
        ReuseIndex(ledger).update()
        before = ledger.connection.total_changes
        trace(ledger, CLAIM, model=SharedWords())
        assert ledger.connection.total_changes == before


def test_frame_has_a_row_for_each_report_of_an_origin() -> None:
    denial = make_reading("b", Said("Ivo Tan", STATED, "denied that"), "On Monday the ferry Marlin leaks.")
    frame = trace_among([make_reading("a", MAYOR), denial]).to_frame()
    assert list(zip(frame["stance"], frame["origin"].fillna(""), frame["story_id"], strict=True)) == [
        ("supports", "Olena Brodie", "a"),
        ("supports", "", "b"),
        ("denies", "Ivo Tan", "b"),
    ]


LONG = "the ferry Marlin leaks on the first of May and on every day after that if the harbour of Harborton has no ice"


def test_copies_are_one_text() -> None:
    found = trace_among(
        [
            make_reading("a", Said("Mayor Olena Brodie", LONG)),
            make_reading("b", Said("Mayor Olena Brodie", LONG), published="2024-03-06", outlet="Coast Post"),
            make_reading("c", Said("Ivo Tan", STATED), published="2024-03-07", outlet="Evening Mail"),
        ]
    )
    assert [(text.stories, text.original) for text in found.texts] == [(("a", "b"), "a"), (("c",), None)]


def test_outlets_that_were_quoted_are_no_origins_once_their_source_is_known() -> None:
    stories = [
        make_reading("a", Said("The New York Times", STATED)),
        make_reading("b", Said("The Washington Post", STATED), outlet="Coast Post"),
        make_reading("c", MAYOR, published="2024-03-08", outlet="Evening Mail"),
    ]
    with ledger_of(stories) as ledger:
        counts = [trace(ledger, CLAIM, date(2024, 3, day), SharedWords()).independent_origins for day in (5, 8)]
    assert list(map(str, counts)) == ["2", "1"]


def test_equal_ids_of_two_outlets_are_two_stories() -> None:
    stories = [make_reading("1", MAYOR), make_reading("1", Said("Ivo Tan", STATED), outlet="Coast Post")]
    there, back = trace_among(stories), trace_among(stories[::-1])
    assert (there.reports, there.outlets, there.independent_origins.likely) == (2, 2, 2)
    assert [origin.name for origin in there.origins] == [origin.name for origin in back.origins]


SPEAKERS = ["Mayor Olena Brodie", "Ivo Tan", "Nora Field", "the Ministry of Defence of Ukraine", "Volodymyr Zelensky"]
OTHERS = ["Mayor Brodie", "a senior US official", "Reuters", "US and South Korean officials", "he", ""]
OWN = ["On Monday the ferry Marlin leaks.", "The mayor, Olena Brodie, went aboard the ferry Marlin, which leaks."]


@st.composite
def some_stories(draw: st.DrawFn, speakers: Sequence[str], own: Sequence[str] = ()) -> list[Reading]:
    said = st.builds(Said, st.sampled_from(speakers), st.just(STATED), st.sampled_from(["said", "said", "denied that"]))
    sentence = st.one_of(said, st.sampled_from(own)) if own else said
    return [
        make_reading(
            f"s{number}",
            *draw(st.lists(sentence, min_size=1, max_size=3)),
            published=(FIRST_DAY + timedelta(draw(st.integers(0, 9)))).isoformat()
            if not own or draw(st.integers(0, 5))
            else draw(st.sampled_from([None, "2024-03"])),
            outlet=draw(st.sampled_from(["Coast Post", "Herald", "Evening Mail", None])),
        )
        for number in range(draw(st.integers(1, 6)))
    ]


@settings(deadline=None, max_examples=15)
@given(some_stories([*SPEAKERS, *OTHERS], OWN), st.data())
def test_the_same_stories_in_any_order_one_by_one_or_at_once_give_the_same_trace(
    stories: list[Reading], data: st.DataObject
) -> None:
    at_once = trace_shape(trace_among(stories))
    with ledger_of([]) as ledger:
        for story in data.draw(st.permutations(stories)):
            ledger.add(story, RUN)
            one_by_one = trace(ledger, CLAIM, model=SharedWords())
    assert trace_shape(one_by_one) == at_once


@settings(deadline=None, max_examples=15)
@given(some_stories(SPEAKERS))
def test_the_count_of_those_who_speak_for_themselves_never_falls_and_history_tells_it(stories: list[Reading]) -> None:
    with ledger_of(stories) as ledger:
        days = [FIRST_DAY + timedelta(day) for day in range(-1, 10)]
        then = [trace(ledger, CLAIM, day, SharedWords()) for day in days]
        history = trace(ledger, CLAIM, model=SharedWords()).history
    counts = [found.independent_origins.likely for found in then]
    assert counts == sorted(counts)
    assert [found.reports for found in then] == sorted(found.reports for found in then)
    told = {turn.day: (turn.count.likely, turn.standing) for turn in history}
    last = (0, Standing.UNRECORDED)
    for day, found in zip(days, then, strict=True):
        last = told.get(day.isoformat(), last)
        assert (found.independent_origins.likely, found.standing) == last


@settings(deadline=None, max_examples=20)
@given(some_stories([*SPEAKERS, *OTHERS], OWN))
def test_counts_and_shape_agree_with_the_reports(stories: list[Reading]) -> None:
    shape = trace_shape(trace_among(stories))
    least, most = shape["independent_origins_range"]
    sides = {side for origin in shape["origins"] for side in origin["sides"]}
    assert 0 <= least <= shape["independent_origins"] <= most
    assert shape["independent_origins"] == len(sides)
    assert shape["reports"] == len(shape["support"]) == len(set(shape["support"]))
    text = {story.story.id: story.story.text for story in stories}
    for origin in (*shape["origins"], *shape["denials"]):
        assert origin["reports"] == list(dict.fromkeys(report["story_id"] for report in origin["chain"]))
        assert origin["quotation"] in [report["words"] for report in origin["chain"]]
    supporting = [report for origin in shape["origins"] for report in origin["chain"]] + shape["not_recorded"]
    denying = [report for origin in shape["denials"] for report in origin["chain"]]
    assert {report["story_id"] for report in supporting} == set(shape["support"])
    assert {report["story_id"] for report in denying} == set(shape["deny"])
    assert {report["stance"] for report in supporting} <= {"supports"}
    assert {report["stance"] for report in denying} <= {"denies"}
    for report in (*supporting, *denying):
        assert " … ".join(text[report["story_id"]][start:end] for start, end in report["spans"]) == report["words"]
    named = [(origin["name"], origin["since"]) for origin in shape["origins"]]
    assert len(named) == len(set(named))
