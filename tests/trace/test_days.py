from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.records import day_of
from sayso.trace.finding.days import first_day, time_of
from tests.trace.stories import make_report


@pytest.mark.parametrize(
    ("moment", "day"),
    [
        ("2024-03-05", "2024-03-05"),
        ("2024-03-05T23:30:00-05:00", "2024-03-05"),
        ("2024-03-05 23:30", "2024-03-05"),
        ("2024-03", None),
        ("2024", None),
        ("", None),
        (None, None),
        ("5 March 2024", None),
        ("2024-02-31", None),
        ("2024-W10-3T10:00", None),
        ("2024-03-051", None),
    ],
)
def test_the_day_is_the_outlet_s_own(moment: str | None, day: str | None) -> None:
    assert day_of(moment) == day


@pytest.mark.parametrize(
    ("published", "modified", "day"),
    [
        ("2024-03-05", None, "2024-03-05"),
        ("2024-03-05", "2024-03-09T08:00:00Z", "2024-03-09"),
        ("2024-03-09", "2024-03-05", "2024-03-09"),
        ("2024-03-05", "2024-03", None),
        ("2024-03", "2024-03-05", None),
        (None, "2024-03-05", None),
        (None, None, None),
    ],
)
def test_a_text_counts_from_its_last_change(published: str | None, modified: str | None, day: str | None) -> None:
    assert first_day(published, modified) == day


@given(st.dates(), st.sampled_from(["", "T00:00", "T23:59:59+14:00"]))
def test_any_date_is_its_day(day: date, time: str) -> None:
    assert day_of(day.isoformat() + time) == day.isoformat()


@given(st.text())
def test_whatever_else_comes_is_a_date_or_nothing(words: str) -> None:
    told = day_of(words)
    assert told is None or date.fromisoformat(told).isoformat() == told


def test_reports_are_in_the_order_of_their_moments() -> None:
    times = ("2024-12-14T01:00+02:00", "2024-12-13T23:30Z", "2024-12-13T23:45+0200", None, "2024-12", "2024-12-13")
    reports = [make_report(f"s{place}", None, published) for place, published in enumerate(times)]
    assert [report.story_id for report in sorted(reports, key=time_of)] == ["s4", "s5", "s2", "s0", "s1", "s3"]
