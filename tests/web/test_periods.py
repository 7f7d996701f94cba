from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from sayso.web.periods import MOST_BARS, chart_days

DAYS = st.dates(date(1990, 1, 1), date(2040, 1, 1)).map(date.isoformat)


@given(st.dictionaries(DAYS | st.sampled_from(["2024-12", "long ago"]) | st.none(), st.integers(1, 9), max_size=9))
def test_every_dated_statement_is_in_one_period_and_none_is_left_out(days: dict[str | None, int]) -> None:
    chart = chart_days(days)
    dated = {day: count for day, count in days.items() if day and len(day) == len("2024-12-14")}
    assert sum(one.statements for one in chart.periods) == sum(dated.values())
    assert [one.when for one in chart.periods] == sorted({one.when for one in chart.periods})
    for day, count in dated.items():
        assert next(one for one in chart.periods if day.startswith(one.when)).statements >= count
    assert len(chart.periods) <= MOST_BARS


def test_the_finest_step_that_fits_is_taken() -> None:
    assert chart_days({"2024-12-14": 1, "2024-12-16": 2}).step == "day"
    assert [one.statements for one in chart_days({"2024-12-14": 1, "2024-12-16": 2}).periods] == [1, 0, 2]
    assert chart_days({"2024-01-14": 1, "2024-12-16": 2}).step == "month"
    assert chart_days({"2004-01-14": 1, "2024-12-16": 2}).step == "year"
