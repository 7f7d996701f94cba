import pytest

from tests.trace.stories import make_report
from tests.trace.test_origins import march, origins_of, outline

FULL = "a senior official at a mortuary in Harborton, who asked not to be named,"


@pytest.mark.parametrize(
    ("other", "count"),
    [
        ("an unnamed mortuary official", 1),
        ("an unnamed official at a mortuary", 1),
        ("an unnamed official in Harborton", 1),
        ("an unnamed hospital official", 2),
        ("an unnamed official", 2),
    ],
)
def test_whom_one_outlet_met_is_one_where_one_story_describes_him_with_more_words(other: str, count: int) -> None:
    found = origins_of(make_report("a", FULL, march(5)), make_report("b", other, march(6)))
    assert len(found) == count


def test_two_whom_two_outlets_met_are_two() -> None:
    other = make_report("b", "an unnamed mortuary official", march(6), "Coast Post")
    assert len(origins_of(make_report("a", FULL, march(5)), other)) == 2


def test_two_of_whom_one_story_tells_are_two() -> None:
    reports = (make_report("a", FULL), make_report("a", "an unnamed mortuary official"))
    assert sorted(ids for _, ids in outline(origins_of(*reports))) == [["a"], ["a"]]
