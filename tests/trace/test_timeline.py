from sayso.trace import tell_timeline, timeline_shape
from tests.trace.stories import make_report
from tests.trace.test_graph import MAYOR, TAN, trace_of


def test_days_come_in_order_with_the_count_by_then() -> None:
    timeline = tell_timeline(
        trace_of(
            make_report("c", TAN, "2024-03-07"),
            make_report("a", MAYOR, "2024-03-05T21:15:00+02:00"),
            make_report("b", MAYOR, "2024-03-05T09:00"),
        )
    )
    assert [(day.day, str(day.count), [one.node.story_id for one in day.moments]) for day in timeline.days] == [
        ("2024-03-05", "1", ["b", "a"]),
        ("2024-03-07", "2", ["c"]),
    ]
    assert [one.time for one in timeline.days[0].moments] == ["09:00", "21:15"]


def test_what_has_no_day_is_told_as_undated() -> None:
    timeline = tell_timeline(trace_of(make_report("a", MAYOR, None), make_report("b", TAN, "2024-03")))
    assert timeline.days == ()
    assert {one.node.story_id for one in timeline.undated} == {"a", "b"}
    assert len(timeline_shape(timeline)["undated"]) == 2
