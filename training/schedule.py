"""The rate of learning over a training, its steps, and the clock that may end it."""

import time

import torch
from torch import nn

LARGEST_NORM = 1.0
"""Gradients longer than this are cut to it."""
WARM_PART = 15
"""The rate rises over one in so many parts of a training."""


class Clock:
    """How long a training has taken, also before it was stopped, of the minutes that it may take."""

    def __init__(self, minutes: float | None) -> None:
        self.minutes = minutes
        self._before = 0.0
        self._begun = time.perf_counter()

    @property
    def share(self) -> float:
        """The share of the minutes that is behind; 0 where there is no limit."""
        return 0.0 if self.minutes is None else self._seconds / (60 * self.minutes)

    @property
    def is_over(self) -> bool:
        """Whether the minutes are behind."""
        return self.share >= 1

    def state_dict(self) -> dict:
        """What it needs to go on."""
        return {"seconds": self._seconds}

    def load_state_dict(self, state: dict) -> None:
        """Add what was taken before this one was made."""
        self._before = state["seconds"]

    @property
    def _seconds(self) -> float:
        return self._before + time.perf_counter() - self._begun


def make_schedule(optimizer: torch.optim.Optimizer, steps: int, clock: Clock) -> torch.optim.lr_scheduler.LambdaLR:
    """A rate that rises over the first part of a training and falls evenly from its beginning to its end.

    By the clock, where its minutes are limited, it falls to nothing; by the number of steps else, to a twentieth.
    """
    warm, begun = max(50, steps // WARM_PART), clock.share

    def by_steps(step: int) -> float:
        return min(1.0, (step + 1) / warm) * max(0.02, 1 - step / (steps * 1.05))

    def by_clock(_: int) -> float:
        return min(1.0, WARM_PART * (clock.share - begun)) * max(0.0, 1 - clock.share)

    return torch.optim.lr_scheduler.LambdaLR(optimizer, by_steps if clock.minutes is None else by_clock)


def take_step(
    network: nn.Module, optimizer: torch.optim.Optimizer, schedule: torch.optim.lr_scheduler.LambdaLR
) -> None:
    """Change the weights by the gradients that were gathered, and forget these."""
    nn.utils.clip_grad_norm_(network.parameters(), LARGEST_NORM)
    optimizer.step()
    optimizer.zero_grad()
    schedule.step()
