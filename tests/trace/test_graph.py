from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from sayso.records import Extent, Lineage, Parent, Report, ReuseKind, Span, Speech, Stance
from sayso.trace import Trace, graph_shape, tell_graph
from sayso.trace.origins.known import KnownSources
from sayso.trace.origins.origins import find_origins
from sayso.trace.shown.graph_parts import Branch, ClaimGraph, How
from sayso.trace.trace import tell_trace
from tests.trace.stories import Said, make_reading, make_report, make_source, trace_among

MAYOR, TAN, MINISTRY = (
    make_source(name) for name in ("Mayor Olena Brodie", "Ivo Tan", "the Ministry of Defence of Ukraine")
)
WORDS = Extent(Span(0, 22), Span(0, 22))


def trace_of(*reports: Report, lineages: tuple[Lineage, ...] = ()) -> Trace:
    known = KnownSources([report.source for report in reports if report.source])
    told = tell_trace("the ferry Marlin leaks", None, reports, (), lambda some: find_origins(some, known))
    return replace(told, lineages=lineages)


def made_from(story: str, *parents: str, kind: ReuseKind = ReuseKind.WHOLLY, extent: Extent = WORDS) -> Lineage:
    some = tuple(Parent(parent, "the same text, earlier", 0.9, (extent,)) for parent in parents)
    return Lineage(story, ("a",), kind, some)


def count_branches(branches: tuple[Branch, ...]) -> int:
    return sum(1 + count_branches(one.branches) for one in branches)


def step_to(graph: ClaimGraph, story: str):
    (node,) = [node for node in graph.reports if node.story_id == story]
    (step,) = [step for step in graph.steps if step.end == node.key]
    starts = {node.key: node.story_id for node in graph.reports} | {one.key: one.name for one in graph.origins}
    return step, starts[step.start]


def test_a_report_that_is_copied_from_none_comes_from_its_origin_with_the_words_that_say_so() -> None:
    said = replace(make_report("a", MAYOR), told_by="Mayor Olena Brodie said", speech=Speech.DIRECT, via=("Mail", "AP"))
    step, start = step_to(tell_graph(trace_of(said)), "a")
    assert (start, step.how, step.words, step.through, step.score) == (
        *("Olena Brodie", How.QUOTED, "Mayor Olena Brodie said"),
        *(("AP",), 0.9),
    )


def test_a_copy_comes_from_the_story_that_its_words_stand_in() -> None:
    graph = tell_graph(
        trace_of(
            *(make_report(story, MAYOR) for story in "abc"),
            lineages=(made_from("b", "a"), made_from("c", "b", kind=ReuseKind.QUOTATION)),
        )
    )
    assert [step_to(graph, story)[1] for story in "abc"] == ["Olena Brodie", "a", "b"]
    step = step_to(graph, "b")[0]
    assert (step.how, step.reason, step.score) == (How.COPIED, "the same text, earlier", 0.9)
    assert step_to(graph, "c")[0].how is How.SHARES_QUOTATION


def test_a_copy_of_other_words_is_no_step() -> None:
    elsewhere = Extent(Span(500, 600), Span(500, 600))
    graph = tell_graph(
        trace_of(make_report("a", MAYOR), make_report("b", MAYOR), lineages=(made_from("b", "a", extent=elsewhere),))
    )
    assert step_to(graph, "b")[1] == "Olena Brodie"


def test_denials_stand_apart_and_what_is_not_recorded_is_told() -> None:
    graph = tell_graph(
        trace_of(
            make_report("a", MAYOR),
            make_report("b", None),
            make_report("c", TAN, stance=Stance.DENIES),
            make_report("d", MINISTRY, stance=Stance.NO_COMMENT),
        )
    )
    assert [(one.name, one.stance) for one in graph.origins] == [
        ("Olena Brodie", Stance.SUPPORTS),
        (None, Stance.SUPPORTS),
        ("Ivo Tan", Stance.DENIES),
        (MINISTRY.name, Stance.NO_COMMENT),
    ]
    assert step_to(graph, "b")[0].how is How.NOT_RECORDED
    assert len(graph.sides) == 2


def test_a_ledger_tells_who_says_it_by_which_words_and_what_is_a_copy() -> None:
    wire = make_reading(
        "wire", Said("Mayor Olena Brodie", "the ferry Marlin leaks"), published="2024-03-05", outlet="AP"
    )
    copy = make_reading(
        "copy", Said("Mayor Olena Brodie", "the ferry Marlin leaks"), published="2024-03-06", outlet="X"
    )
    graph = tell_graph(trace_among([wire, copy]))
    assert {step.words for step in graph.steps} == {"Mayor Olena Brodie … said"}
    assert step_to(graph, "wire")[0].how is How.REPORTED


STORIES = "abcdef"
reports = st.builds(
    make_report,
    st.sampled_from(STORIES),
    st.sampled_from([MAYOR, TAN, MINISTRY, None]),
    st.none() | st.dates(date(2024, 1, 1), date(2024, 12, 31)).map(str),
    stance=st.sampled_from(Stance),
    score=st.floats(0, 1),
)
lineages = st.builds(
    lambda story, parents, kind: made_from(story, *parents, kind=kind),
    st.sampled_from(STORIES),
    st.lists(st.sampled_from(STORIES), max_size=3),
    st.sampled_from(ReuseKind),
)


@given(st.lists(reports, max_size=12), st.lists(lineages, max_size=6))
def test_every_report_of_a_trace_is_reached_once_by_a_step_with_its_evidence(
    told: list[Report], copies: list[Lineage]
) -> None:
    trace = trace_of(*told, lineages=tuple(copies))
    graph = tell_graph(trace)
    counted = [*(origin.reports for origin in (*trace.origins, *trace.denials)), trace.no_comment]
    assert len(graph.reports) == sum(map(len, counted))
    assert sorted(step.end for step in graph.steps) == sorted(node.key for node in graph.reports)
    assert len({node.key for node in (*graph.origins, *graph.reports)}) == len(graph.origins) + len(graph.reports)
    trees = graph.trees()
    assert sum(count_branches(trees[origin.key]) for origin in graph.origins) == len(graph.reports)
    origin_of = {node.key: node.origin for node in graph.reports} | {one.key: one.key for one in graph.origins}
    for step in graph.steps:
        assert step.how in How
        assert 0 <= step.score <= 1
        assert origin_of[step.start] == origin_of[step.end]


def test_the_shape_holds_every_node_and_step() -> None:
    graph = tell_graph(trace_of(make_report("a", MAYOR)))
    shape = graph_shape(graph)
    assert [node["story_id"] for node in shape["reports"]] == ["a"]
    assert shape["steps"][0]["start"] == shape["origins"][0]["key"]
