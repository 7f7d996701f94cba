from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.records import Origin, Report, Stance, Standing, Turn
from sayso.trace.origins.known import KnownSources
from sayso.trace.origins.origins import find_origins
from sayso.trace.standing import count_independent, stating_origins, tell_history, tell_standing
from tests.trace.stories import make_report, make_source

MAYOR, TAN, MINISTRY, PRESIDENT = (
    *("Mayor Olena Brodie", "Ivo Tan"),
    *("the Ministry of Defence of Ukraine", "Volodymyr Zelensky"),
)


def origins_of(*reports: Report) -> tuple[Origin, ...]:
    return find_origins(reports, KnownSources([report.source for report in reports if report.source]))


def counts(*reports: Report) -> tuple[int, int, int]:
    count = count_independent(origins_of(*reports))
    return count.likely, count.least, count.most


def said_by(*names: str | None, first_day: int = 5) -> tuple[Report, ...]:
    return tuple(
        make_report(f"{name}{place}", name, f"2024-03-{first_day + place:02}") for place, name in enumerate(names)
    )


def test_sides_are_counted_not_reports_nor_origins() -> None:
    assert counts() == (0, 0, 0)
    assert counts(*said_by(MAYOR, MAYOR, MAYOR)) == (1, 1, 1)
    assert counts(*said_by(MINISTRY, PRESIDENT)) == (1, 1, 1)
    assert counts(*said_by(MINISTRY, TAN)) == (2, 2, 2)


def test_where_no_words_are_plain_all_sides_of_the_best_statement_count() -> None:
    both = make_source("US and South Korean officials")
    assert counts(make_report("a", both, score=0.6)) == (2, 2, 2)
    assert counts(make_report("a", both, score=0.6), make_report("b", TAN, score=0.61))[0] == 1


def test_beside_a_plain_origin_of_a_side_one_that_is_only_likely_does_not_state_it() -> None:
    plain, likely = make_report("p", PRESIDENT, score=0.95), make_report("l", MINISTRY, words="it leaks", score=0.6)
    assert [origin.name for origin in stating_origins(origins_of(plain, likely))] == ["Volodymyr Zelensky"]
    assert counts(plain, likely)[0] == 1


def test_a_side_counts_whose_reports_likely_state_it_in_different_words() -> None:
    plain = make_report("p", MAYOR, score=0.95)
    once = make_report("a", TAN, words="It fell.", score=0.6)
    copied = make_report("b", TAN, words="It fell.", score=0.6)
    again = make_report("c", TAN, words="It came down.", score=0.6)
    assert counts(plain, once)[0] == 1
    assert counts(plain, once, copied)[0] == 1
    assert counts(plain, once, again)[0] == 2
    assert counts(plain, once, make_report("d", TAN, words="Down it came.", score=0.5))[0] == 1


def test_where_no_origin_is_recorded_there_may_be_one() -> None:
    assert counts(*said_by(None)) == (0, 0, 1)
    assert counts(*said_by(None, None, None)) == (0, 0, 1)
    assert counts(*said_by(MAYOR, None)) == (1, 1, 1)


def test_sides_whose_words_may_mean_something_else_widen_the_range_by_as_many_as_are_likely() -> None:
    def beside_plain_words(*scores: float) -> tuple[int, int, int]:
        others = (make_report(f"o{place}", f"Ada Nr{place}", score=score) for place, score in enumerate(scores))
        return counts(make_report("p", MAYOR, score=0.95), *others)

    assert beside_plain_words(0.02) == (1, 1, 1)
    assert beside_plain_words(0.5) == (1, 1, 2)
    assert beside_plain_words(*[0.42] * 10) == (1, 1, 6)
    assert beside_plain_words(0.9, 0.42) == (2, 2, 3)


@given(st.lists(st.floats(0.4, 0.8), max_size=12))
def test_the_most_is_never_less_than_the_count_nor_more_than_all_sides(scores: list[float]) -> None:
    others = (make_report(f"o{place}", f"Ada Nr{place}", score=score) for place, score in enumerate(scores))
    likely, least, most = counts(make_report("p", MAYOR, score=0.95), *others)
    assert least == likely == 1 <= most <= 1 + len(scores)


def test_an_unsure_join_may_be_as_many_as_it_has_outlets() -> None:
    unnamed = [
        make_report(outlet, "a senior US official", "2024-03-05", outlet) for outlet in ("Coast Post", "Herald", "Mail")
    ]
    assert counts(*unnamed) == (1, 1, 3)
    assert str(count_independent(origins_of(*unnamed))) == "1 to 3"
    assert counts(unnamed[0]) == (1, 1, 1)


@pytest.mark.parametrize(
    ("supporting", "denying", "standing"),
    [
        ([], [], Standing.UNRECORDED),
        ([None], [], Standing.UNRECORDED),
        ([], [MAYOR], Standing.UNRECORDED),
        ([MAYOR], [], Standing.SINGLE_ORIGIN),
        ([MAYOR, None], [], Standing.SINGLE_ORIGIN),
        ([MINISTRY, PRESIDENT], [], Standing.ONE_SIDED),
        ([MINISTRY, TAN], [], Standing.CORROBORATED),
        ([MAYOR], [TAN], Standing.DISPUTED),
        ([MAYOR, MINISTRY], [TAN], Standing.DISPUTED),
        ([MINISTRY], [PRESIDENT], Standing.SINGLE_ORIGIN),
        ([MAYOR], [None], Standing.SINGLE_ORIGIN),
        ([MAYOR, TAN], [MAYOR], Standing.CORROBORATED),
    ],
)
def test_where_a_claim_stands(supporting: list[str | None], denying: list[str | None], standing: Standing) -> None:
    assert tell_standing(origins_of(*said_by(*supporting)), origins_of(*said_by(*denying, first_day=9))) is standing


def test_an_origin_that_is_not_counted_does_not_make_one_of_several() -> None:
    plain, unsure = make_report("p", PRESIDENT, score=0.95), make_report("u", MINISTRY, score=0.6)
    assert len(origins_of(plain, unsure)) == 2
    assert tell_standing(origins_of(plain, unsure), ()) is Standing.SINGLE_ORIGIN


def test_what_every_source_took_back_is_retracted() -> None:
    said, later, before = (origins_of(*said_by(MAYOR, first_day=day)) for day in (5, 6, 4))
    assert tell_standing(said, later) is Standing.RETRACTED
    assert tell_standing(said, before) is Standing.SINGLE_ORIGIN
    assert tell_standing(said, said) is Standing.SINGLE_ORIGIN


def history(*reports: Report) -> list[tuple[str, int, Standing, tuple[str, ...]]]:
    known = KnownSources([report.source for report in reports if report.source])
    by_stance = [[report for report in reports if report.stance is stance] for stance in Stance]
    turns = tell_history(by_stance[0], by_stance[1], partial(find_origins, known=known))
    assert all(isinstance(turn, Turn) for turn in turns)
    return [(turn.day, turn.count.likely, turn.standing, turn.brought_by) for turn in turns]


def test_history_has_the_days_on_which_something_changed() -> None:
    reports = [
        make_report("a", MAYOR, "2024-03-05"),
        make_report("b", MAYOR, "2024-03-06"),
        make_report("c", TAN, "2024-03-07T09:00:00Z"),
        make_report("d", MINISTRY, "2024-03-08", stance=Stance.DENIES),
        make_report("e", MAYOR, None),
        make_report("f", "Nora Field", "2024-03"),
    ]
    assert history(*reports) == [
        ("2024-03-05", 1, Standing.SINGLE_ORIGIN, ("a",)),
        ("2024-03-07", 2, Standing.CORROBORATED, ("c",)),
        ("2024-03-08", 2, Standing.DISPUTED, ("d",)),
    ]
    assert history() == []
    assert history(reports[4]) == []


def test_a_changed_story_counts_in_the_history_from_its_last_change() -> None:
    changed = make_report("a", MAYOR, "2024-03-05", modified="2024-03-09T08:00:00Z")
    assert [turn[0] for turn in history(changed)] == ["2024-03-09"]
