from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.records import Origin, Report, SourceKind
from sayso.trace.origins.known import KnownSources
from sayso.trace.origins.origins import OCCASION_DAYS, SAME_UNNAMED_DAYS, find_origins
from tests.trace.stories import make_report

MAYOR, TAN, MINISTRY = "Mayor Olena Brodie", "Ivo Tan", "the Ministry of Defence of Ukraine"
UNNAMED = "a senior US official"


def origins_of(*reports: Report) -> tuple[Origin, ...]:
    return find_origins(reports, KnownSources([report.source for report in reports if report.source]))


def outline(origins: tuple[Origin, ...]) -> list[tuple[str | None, list[str]]]:
    return [(origin.name, [report.story_id for report in origin.reports]) for origin in origins]


def march(day: int) -> str:
    return f"2024-03-{day:02}"


def test_no_reports_have_no_origin() -> None:
    assert origins_of() == ()


def test_reports_of_one_source_on_one_occasion_are_one_origin() -> None:
    found = origins_of(
        make_report("b", "Mayor Brodie", march(6), "Coast Post"),
        make_report("a", MAYOR, march(5)),
        make_report("c", MAYOR, None, "Evening Mail"),
    )
    assert outline(found) == [("Olena Brodie", ["a", "b", "c"])]
    assert (found[0].since, found[0].until) == (march(5), march(6))


def test_two_sources_are_two_and_the_first_comes_first() -> None:
    assert outline(origins_of(make_report("a", MAYOR, march(7)), make_report("b", TAN, march(6)))) == [
        ("Ivo Tan", ["b"]),
        ("Olena Brodie", ["a"]),
    ]


@pytest.mark.parametrize(
    ("document", "origins"),
    [
        ("an internal memo", ["Ivo Tan", "internal memo"]),
        ("a confidential report", ["Ivo Tan", "confidential report"]),
        ("a draft of the report", ["Ivo Tan", "draft of the report"]),
        ("the complaint", ["Ivo Tan", "complaint"]),
        ("court filings", ["Ivo Tan", "court filings"]),
        ("a report", ["Ivo Tan", None]),
    ],
)
def test_a_document_that_an_outlet_came_by_is_an_origin_beside_others(document: str, origins: list[str]) -> None:
    found = origins_of(make_report("a", TAN, march(5)), make_report("b", document, march(6), "Coast Post"))
    assert [origin.name for origin in found] == origins


@pytest.mark.parametrize(("gap", "later", "occasions"), [(3, 3, 1), (4, 3, 2), (4, 2, 1), (40, 3, 2), (40, 1, 1)])
def test_enough_later_reports_are_another_occasion(gap: int, later: int, occasions: int) -> None:
    assert OCCASION_DAYS == 3
    days = ["2024-03-01", f"2024-{3 + (gap + 1) // 32:02}-{(gap + 1) % 32 or 1:02}"]
    reports = [make_report(f"{place}{number}", MAYOR, day) for place, day in enumerate(days) for number in range(later)]
    found = origins_of(*reports)
    assert len(found) == occasions
    assert {origin.sides for origin in found} == {("Olena Brodie",)}
    assert sum(len(origin.reports) for origin in found) == len(reports)


def test_an_unnamed_source_met_by_one_outlet_and_copied_by_others_is_one() -> None:
    found = origins_of(
        make_report("a", UNNAMED, march(5), "Coast Post"), make_report("b", "a US official", march(6), "Herald")
    )
    assert outline(found) == [("senior US official", ["a", "b"])]
    assert found[0].kind is SourceKind.ANONYMOUS
    assert found[0].score < 0.8
    assert found[0].reason == "unnamed, described alike within a fortnight"


def test_unnamed_sources_described_otherwise_or_long_after_are_others() -> None:
    other = make_report("b", "a senior French official", march(5), "Herald")
    late = make_report("c", UNNAMED, march(5 + SAME_UNNAMED_DAYS + 1), "Herald")
    assert len(origins_of(make_report("a", UNNAMED, march(5), "Coast Post"), other)) == 2
    assert len(origins_of(make_report("a", UNNAMED, march(5), "Coast Post"), late)) == 2


def test_who_passes_on_another_s_word_joins_that_origin() -> None:
    relay = make_report("b", TAN, march(6), around="Ivo Tan said, citing Mayor Brodie, that it leaks.")
    found = origins_of(make_report("a", MAYOR, march(5)), relay)
    assert outline(found) == [("Olena Brodie", ["a", "b"])]
    assert found[0].score < 0.8
    assert "others say that they have it from there" in found[0].reason


def test_a_state_speaks_for_itself_whomever_it_cites() -> None:
    cites = make_report("b", MINISTRY, march(6), around="The ministry said, citing Mayor Brodie, that it leaks.")
    assert len(origins_of(make_report("a", MAYOR, march(5)), cites)) == 2


def test_an_outlet_is_an_origin_only_where_nobody_else_is() -> None:
    quoted = make_report("a", "The New York Times", march(5), "Coast Post")
    assert quoted.source
    assert quoted.source.kind is SourceKind.MEDIA
    assert outline(origins_of(quoted)) == [("The New York Times", ["a"])]
    assert outline(origins_of(quoted, make_report("b", MAYOR, march(6)))) == [("Olena Brodie", ["b"]), (None, ["a"])]


def test_the_media_of_a_state_speak_for_it() -> None:
    told = make_report("a", "Iranian state television", march(5), "Coast Post")
    found = origins_of(told, make_report("b", MAYOR, march(6)))
    assert outline(found) == [("Iranian state television", ["a"]), ("Olena Brodie", ["b"])]
    assert found[0].kind is SourceKind.MEDIA
    assert found[0].sides == ("Iran (state)",)


def test_own_voice_is_no_origin_and_belongs_to_whoever_the_story_names() -> None:
    own = make_report("b", None, march(6), around="The ferry leaks. The mayor, Olena Brodie, went aboard.")
    (alone,) = origins_of(own)
    assert (alone.name, alone.kind, alone.sides) == (None, None, ())
    assert outline(origins_of(own, make_report("a", MAYOR, march(5)))) == [("Olena Brodie", ["a", "b"])]
    assert outline(origins_of(own, make_report("a", TAN, march(5)))) == [("Ivo Tan", ["a"]), (None, ["b"])]


def test_own_voice_beside_a_source_in_one_story_is_that_source_s() -> None:
    assert outline(origins_of(make_report("a", None), make_report("a", MAYOR))) == [("Olena Brodie", ["a"])]


def test_own_voice_of_whom_others_credit_is_that_outlet_s() -> None:
    credited = make_report("a", "Tide Watch", march(6), "Coast Post")
    assert outline(origins_of(credited, make_report("b", None, march(5), "Tide Watch"))) == [("Tide Watch", ["b", "a"])]
    assert outline(origins_of(credited, make_report("b", None, march(5), "Evening Mail")))[1] == (None, ["b"])


@pytest.mark.parametrize("vague", ["Reports", "Initial reports", "sources", "media", ""])
def test_reports_that_name_nobody_are_no_origin(vague: str) -> None:
    assert outline(origins_of(make_report("a", vague))) == [(None, ["a"])]


def test_a_government_without_an_office_is_the_office_that_said_it_then() -> None:
    vague = make_report("b", "Ukraine", march(6), "Coast Post")
    found = origins_of(make_report("a", MINISTRY, march(5)), vague)
    assert outline(found) == [("Ministry of Defence of Ukraine", ["a", "b"])]
    assert found[0].score < 0.8
    later = make_report("b", "Ukraine", march(25), "Coast Post")
    assert len(origins_of(make_report("a", MINISTRY, march(5)), later)) == 2


@pytest.mark.parametrize("published", ["5 March 2024", "2024-02-31", "2024-03", "None", "", None])
def test_a_report_on_no_day_harms_none(published: str | None) -> None:
    found = origins_of(make_report("a", MAYOR, march(5)), make_report("b", MAYOR, published))
    assert [(origin.name, len(origin.reports)) for origin in found] == [("Olena Brodie", 2)]
    assert (found[0].since, found[0].until) == (march(5), march(5))


NAMES = [MAYOR, "Mayor Brodie", TAN, MINISTRY, "Ukraine", UNNAMED, "a US official", "Reuters", "", None]
AROUND = ["", "It leaks, citing Mayor Brodie.", "According to the Ministry of Defence of Ukraine, it leaks."]


@st.composite
def some_reports(draw: st.DrawFn) -> list[Report]:
    count = draw(st.integers(0, 7))
    return [
        make_report(
            f"s{draw(st.integers(0, 5))}",
            draw(st.sampled_from(NAMES)),
            draw(st.sampled_from([None, "2024-03", *map(march, (1, 2, 6, 20))])),
            draw(st.sampled_from(["Coast Post", "Herald", None])),
            draw(st.sampled_from(AROUND)),
        )
        for _ in range(count)
    ]


@settings(deadline=None, max_examples=60)
@given(some_reports())
def test_every_report_that_is_kept_is_one_of_those_given_and_each_story_has_its_place(reports: list[Report]) -> None:
    origins = origins_of(*reports)
    kept = [report for origin in origins for report in origin.reports]
    assert all(report in reports for report in kept)
    assert {report.story_id for report in kept} == {report.story_id for report in reports}
    for origin in origins:
        assert origin.best in origin.reports
        assert len({report.story_id for report in origin.reports}) == len(origin.reports)
        assert bool(origin.name) == bool(origin.sides) == bool(origin.kind)
        assert 0 < origin.score <= 1
        assert (origin.since is None) == (origin.until is None)
    assert sum(not origin.name for origin in origins) <= 1
    named = {report.story_id for origin in origins if origin.name for report in origin.reports}
    loose = {report.story_id for origin in origins if not origin.name for report in origin.reports}
    assert not named & loose


@settings(deadline=None, max_examples=40)
@given(some_reports(), st.data())
def test_order_makes_no_difference(reports: list[Report], data: st.DataObject) -> None:
    def told(some: list[Report]) -> set[tuple[str | None, str | None, frozenset[tuple[str, str | None]]]]:
        return {
            (one.name, one.since, frozenset((report.story_id, report.outlet) for report in one.reports))
            for one in origins_of(*some)
        }

    once = list({(report.story_id, report.source and report.source.name): report for report in reports}.values())
    assert told(data.draw(st.permutations(once))) == told(once)


def test_of_two_who_refer_to_each_other_one_is_the_origin() -> None:
    one = make_report("a", "Larkfield", march(5), around="Larkfield said, citing Ivo Tan, that it leaks.")
    other = make_report("b", TAN, march(6), around="Ivo Tan said, citing Larkfield, that it leaks.")
    assert outline(origins_of(one, other)) == [("Larkfield", ["a", "b"])]


def test_the_draft_that_an_outlet_saw_is_the_one_that_others_tell_of() -> None:
    reports = (
        replace(make_report("a", "a draft of the report", march(5), "Coast Post"), via=("Coast Post",)),
        replace(make_report("b", "the 40-page draft", march(6), "Evening Mail"), via=("Evening Mail", "Coast Post")),
        replace(make_report("c", "a draft", march(6), "Bugle"), via=("Bugle",)),
    )
    assert [[report.story_id for report in origin.reports] for origin in origins_of(*reports)] == [["a", "b"], ["c"]]


def test_the_drafts_of_two_makers_are_two() -> None:
    two = (
        make_report("a", "the draft of German officials", march(5)),
        make_report("a", "the draft of French officials", march(5)),
    )
    assert len(origins_of(*two)) == len(two)


@pytest.mark.parametrize(
    ("likely", "reports"),
    [(0.9, [("Olena Brodie", ["a", "b"])]), (0.4, [("Olena Brodie", ["a"]), (None, ["b"])])],
)
def test_a_story_that_only_names_somebody_has_it_from_them_where_their_own_words_state_it(
    likely: float, reports: list[tuple[str | None, list[str]]]
) -> None:
    named = make_report("b", None, around="Mayor Brodie came to the harbour. The ferry leaks.", score=0.95)
    found = origins_of(make_report("a", MAYOR, score=likely), named)
    assert outline(found) == reports
    assert found[0].best.story_id == "a"
