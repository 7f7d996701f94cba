"""Answers that take long to work out: kept as long as they hold, and worked out for one reader while others wait."""

import math
import time
from collections import OrderedDict
from collections.abc import Callable, Hashable
from contextlib import suppress
from dataclasses import dataclass, field, replace
from threading import Lock, Thread
from typing import Generic, TypeVar

from sayso.errors import SaysoError
from sayso.ledger.latest import State

REST_FOR_WORK = 9
"""An answer that may lag is worked out anew once it has stood for so many times as long as that took: while stories
come in without end, one processor is at it for a tenth of its time at most, however many readers there are."""

LAG_FOR_WORK = 3 * REST_FOR_WORK
"""While that is done, behind who asked, it may stand for so long: nobody waits where people ask again and again."""

Key = TypeVar("Key", bound=Hashable)
Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class _Answer(Generic[Value]):
    """What was worked out, from which state of the ledger, when by the clock, and how long that took."""

    value: Value
    state: State
    made_at: float
    took_seconds: float

    def has_rest(self, state: State, times: int) -> bool:
        """Whether it was worked out so lately that stories alone, and no decision, are no reason to do so again."""
        return self.state[1:] == state[1:] and time.monotonic() < self.made_at + times * self.took_seconds


@dataclass(slots=True)
class _Question(Generic[Value]):
    answer: _Answer[Value] | None = None
    lock: Lock = field(default_factory=Lock)


class Kept(Generic[Key, Value]):
    """The last answer to each of some questions.

    Args:
        most: So many are kept.
        may_lag: Whether an answer may lag behind the stories that come in, see `REST_FOR_WORK`; never behind what was
            decided or forgotten.
        longest_seconds: For so long an answer may be taken to hold still.
    """

    def __init__(self, most: int, *, may_lag: bool = False, longest_seconds: float = math.inf) -> None:
        self._most = most
        self._longest_seconds = longest_seconds
        self._may_lag = may_lag
        self._questions: OrderedDict[Key, _Question[Value]] = OrderedDict()
        self._lock = Lock()

    def get(
        self,
        key: Key,
        find_state: Callable[[], State],
        work_out: Callable[[], Value],
        still_holds: Callable[[Value, State], bool] | None = None,
    ) -> Value:
        """An answer to a question; whoever asks the same meanwhile waits for it, unless an older one may lag.

        Args:
            key: The question.
            find_state: Tells the state of the ledger.
            work_out: Answers it, in whatever thread.
            still_holds: Tells whether an answer of an older state is that of today too, where nothing was decided or
                forgotten since.
        """
        with self._lock:
            question = self._questions.setdefault(key, _Question())
            self._questions.move_to_end(key)
            while len(self._questions) > self._most:
                self._questions.popitem(last=False)
        state, answer = find_state(), question.answer
        if self._may_lag and answer and answer.has_rest(state, LAG_FOR_WORK):
            if answer.state != state and not answer.has_rest(state, REST_FOR_WORK):
                Thread(target=_renew, args=(question, state, work_out), daemon=True).start()
            return answer.value
        with question.lock:
            state, answer = find_state(), question.answer
            if answer and (answer.state == state or self._still_holds(answer, state, still_holds)):
                question.answer = replace(answer, state=state)
                return answer.value
            question.answer = _answer(state, work_out)
            return question.answer.value

    def _still_holds(
        self, answer: _Answer[Value], state: State, still_holds: Callable[[Value, State], bool] | None
    ) -> bool:
        may_hold = answer.state[1:] == state[1:] and time.monotonic() < answer.made_at + self._longest_seconds
        return may_hold and still_holds is not None and still_holds(answer.value, answer.state)

    def items(self) -> list[tuple[Key, Value]]:
        """The questions that are answered, that asked for last at the end, and their answers."""
        with self._lock:
            return [(key, one.answer.value) for key, one in self._questions.items() if one.answer]


def _answer(state: State, work_out: Callable[[], Value]) -> _Answer[Value]:
    begun = time.monotonic()
    value = work_out()
    made_at = time.monotonic()
    return _Answer(value, state, made_at, made_at - begun)


def _renew(question: _Question[Value], state: State, work_out: Callable[[], Value]) -> None:
    """Work an answer out anew, unless somebody is at it; an error is told to who waits for the next answer."""
    if question.lock.acquire(blocking=False):
        try:
            with suppress(SaysoError):
                question.answer = _answer(state, work_out)
        finally:
            question.lock.release()
