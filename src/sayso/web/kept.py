"""Answers that take long to work out: kept as long as they hold, and worked out for one reader while others wait."""

import math
import time
from collections import OrderedDict
from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from threading import Lock
from typing import Generic, TypeVar

from sayso.ledger.latest import State

REST_FOR_WORK = 4
"""An answer that may lag is worked out anew once it has stood for so many times as long as that took: while stories
come in without end, one processor is at it for a fifth of its time at most, however many readers there are."""

Key = TypeVar("Key", bound=Hashable)
Value = TypeVar("Value")


@dataclass
class _Answer(Generic[Value]):
    value: Value | None = None
    state: State | None = None
    made_at: float = 0.0
    took_seconds: float = 0.0
    lock: Lock = field(default_factory=Lock)

    def has_rest(self, state: State) -> bool:
        """Whether it was worked out so lately that stories alone, and no decision, are no reason to do so again."""
        return (
            self.state is not None
            and self.state[1:] == state[1:]
            and time.monotonic() < self.made_at + REST_FOR_WORK * self.took_seconds
        )


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
        self._answers: OrderedDict[Key, _Answer[Value]] = OrderedDict()
        self._lock = Lock()

    def get(
        self,
        key: Key,
        find_state: Callable[[], State],
        work_out: Callable[[], Value],
        still_holds: Callable[[Value, State], bool] | None = None,
    ) -> Value:
        """An answer to a question; whoever asks the same meanwhile waits for it.

        Args:
            key: The question.
            find_state: Tells the state of the ledger.
            work_out: Answers it.
            still_holds: Tells whether an answer of an older state is that of today too, where nothing was decided or
                forgotten since.
        """
        with self._lock:
            answer = self._answers.setdefault(key, _Answer())
            self._answers.move_to_end(key)
            while len(self._answers) > self._most:
                self._answers.popitem(last=False)
        with answer.lock:
            state = find_state()
            held = answer.value
            if held is not None and answer.state is not None:
                if answer.state == state or (self._may_lag and answer.has_rest(state)):
                    return held
                may_hold = answer.state[1:] == state[1:] and time.monotonic() < answer.made_at + self._longest_seconds
                if may_hold and still_holds and still_holds(held, answer.state):
                    answer.state = state
                    return held
            begun = time.monotonic()
            found = work_out()
            answer.value, answer.state, answer.made_at = found, state, time.monotonic()
            answer.took_seconds = answer.made_at - begun
            return found

    def items(self) -> list[tuple[Key, Value]]:
        """The questions that are answered, that asked for last at the end, and their answers."""
        with self._lock:
            return [(key, one.value) for key, one in self._answers.items() if one.value is not None]
