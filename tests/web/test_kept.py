"""Answers that are kept: by whom they are worked out, and how long they stand."""

import time
from concurrent.futures import ThreadPoolExecutor
from itertools import count

import pytest

from sayso.errors import UsageError
from sayso.ledger.latest import State
from sayso.web.kept import LAG_FOR_WORK, REST_FOR_WORK, Kept

FIRST, MORE, DECIDED = State(1, 0, 0), State(2, 0, 0), State(2, 1, 0)


def test_an_answer_stands_as_long_as_nothing_has_changed() -> None:
    kept, number = Kept[str, int](2), count()
    asked = [kept.get("a", lambda: state, lambda: next(number)) for state in (FIRST, FIRST, MORE, DECIDED)]  # noqa: B023
    assert asked == [0, 0, 1, 2]


def test_of_many_who_ask_together_one_has_it_worked_out() -> None:
    kept, number = Kept[str, int](2), count()

    def work_out() -> int:
        time.sleep(0.05)
        return next(number)

    with ThreadPoolExecutor(8) as readers:
        told = list(readers.map(lambda _: kept.get("a", lambda: FIRST, work_out), range(8)))
    assert told == [0] * 8


def test_questions_do_not_wait_for_one_another() -> None:
    kept = Kept[str, int](2)
    assert kept.get("a", lambda: FIRST, lambda: kept.get("b", lambda: FIRST, lambda: 1)) == 1


def test_the_oldest_are_let_go() -> None:
    kept = Kept[str, str](2)
    for key in ("a", "b", "a", "c"):
        kept.get(key, lambda: FIRST, lambda: key)  # noqa: B023 - called at once
    assert kept.items() == [("a", "a"), ("c", "c")]


def test_what_may_lag_stands_while_stories_come_in_but_not_past_a_decision() -> None:
    kept, number = Kept[str, int](2, may_lag=True), count()

    def work_out() -> int:
        time.sleep(0.05)
        return next(number)

    states = (FIRST, MORE, DECIDED)
    assert [kept.get("a", lambda: state, work_out) for state in states] == [0, 0, 1]  # noqa: B023


def test_what_may_lag_is_worked_out_behind_who_asks_and_in_front_of_who_comes_late() -> None:
    kept, number = Kept[str, int](2, may_lag=True), count()

    def work_out() -> int:
        time.sleep(0.03)
        return next(number)

    def ask(state: State) -> int:
        return kept.get("a", lambda: state, work_out)

    assert ask(FIRST) == 0
    time.sleep(1.2 * REST_FOR_WORK * 0.03)
    assert [ask(MORE) for _ in range(8)] == [0] * 8
    time.sleep(0.1)
    assert ask(MORE) == 1
    time.sleep(1.5 * LAG_FOR_WORK * 0.03)
    assert [ask(MORE), ask(State(3, 0, 0))] == [1, 2]


def test_what_cannot_be_worked_out_behind_who_asks_is_told_to_who_waits() -> None:
    kept = Kept[str, int](2, may_lag=True)

    def fail() -> int:
        raise UsageError("a", "b", "c")

    def work_out() -> int:
        time.sleep(0.03)
        return 0

    assert kept.get("a", lambda: FIRST, work_out) == 0
    time.sleep(1.2 * REST_FOR_WORK * 0.03)
    assert kept.get("a", lambda: MORE, fail) == 0
    time.sleep(1.5 * LAG_FOR_WORK * 0.03)
    with pytest.raises(UsageError):
        kept.get("a", lambda: MORE, fail)


def test_what_still_holds_is_not_worked_out_again() -> None:
    kept, number, seen = Kept[str, int](2), count(), []

    def still_holds(held: int, since: State) -> bool:
        seen.append((held, since))
        return True

    states = (FIRST, MORE, MORE, DECIDED)
    assert [kept.get("a", lambda: state, lambda: next(number), still_holds) for state in states] == [0, 0, 0, 1]  # noqa: B023
    assert seen == [(0, FIRST)]


def test_it_is_worked_out_again_in_the_end() -> None:
    kept, number = Kept[str, int](2, longest_seconds=0), count()
    assert [kept.get("a", lambda: state, lambda: next(number), lambda *_: True) for state in (FIRST, MORE)] == [0, 1]  # noqa: B023


def test_a_question_that_fails_is_asked_again() -> None:
    kept = Kept[str, int](2)
    with pytest.raises(ZeroDivisionError):
        kept.get("a", lambda: FIRST, lambda: 1 // 0)
    assert kept.get("a", lambda: FIRST, lambda: 1) == 1
    assert kept.items() == [("a", 1)]
