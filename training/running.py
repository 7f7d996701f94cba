"""A training, epoch by epoch: its steps, what it tells of them, and how it goes on where it stopped."""

import itertools
import json
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

import torch
from torch import nn

from training.device import share_casts, use_fastest_device
from training.network import EncoderNetwork
from training.resuming import Stateful, keep, resume
from training.schedule import Clock, make_schedule, take_step
from training.tasks import Task

STEPS_TOLD, STEPS_KEPT = 25, 100


def open_run(out: Path, minutes: float | None = None, seed: int = 1) -> Clock:
    """Begin a run: its clock goes, the fastest device is used, chance is drawn by its seed, and its folder is there."""
    clock = Clock(minutes)
    use_fastest_device()
    torch.manual_seed(seed)
    out.mkdir(parents=True, exist_ok=True)
    return clock


def make_optimizer(network: EncoderNetwork, rate: float, head_rate: float) -> torch.optim.AdamW:
    """AdamW with a higher rate for what starts from nothing, and no decay on norms, biases and words."""
    encoder = network.encoder_parameters()
    decayed = [value for name, value in encoder if value.ndim > 1 and name != "word.weight"]
    steady = [value for name, value in encoder if value.ndim == 1 or name == "word.weight"]
    heads = [value for _, value in network.head_parameters()]
    groups = [
        {"params": decayed, "lr": rate, "weight_decay": 0.01},
        {"params": steady, "lr": rate, "weight_decay": 0.0},
        {"params": heads, "lr": head_rate, "weight_decay": 0.0},
    ]
    return torch.optim.AdamW(groups, fused=True, betas=(0.9, 0.98))


class Measure(Protocol):
    """What tells how right a network is."""

    def score(self, network: nn.Module) -> dict:
        """The scores, as they are kept in the log."""

    def show(self, scores: dict) -> str:
        """The same in one line."""


@dataclass
class Training:
    """A training and how far it has come; killed, it goes on from what it last wrote to `out`."""

    network: nn.Module
    optimizer: torch.optim.Optimizer
    schedule: torch.optim.lr_scheduler.LambdaLR
    out: Path
    beside: nn.Module
    """What is trained with the network and is no part of it."""
    clock: Clock
    epoch: int = 0
    step: int = 0

    @classmethod
    def begin(
        cls,
        network: nn.Module,
        optimizer: torch.optim.Optimizer,
        out: Path,
        steps: int,
        beside: nn.Module | None = None,
        clock: Clock | None = None,
    ) -> "Training":
        """A training of about so many steps in all, or of the minutes of a clock; from where it stopped if it did."""
        clock = Clock(minutes=None) if clock is None else clock
        schedule = make_schedule(optimizer, steps, clock)
        training = cls(network, optimizer, schedule, out, nn.Module() if beside is None else beside, clock)
        training.epoch, training.step = resume(out, training.parts())
        return training

    def run(self, epochs: int, draw: Callable[[int], list[Task]], measure: Measure) -> None:
        """Train for the epochs or minutes that are left, and tell after each epoch how right the network is.

        Args:
            epochs: How many there are in all, if minutes are not limited.
            draw: Gives the tasks of an epoch; it has as many steps as the first of them has batches.
            measure: Tells how right it is.
        """
        wanted = itertools.count(self.epoch) if self.clock.minutes else range(self.epoch, epochs)
        for epoch in itertools.takewhile(lambda _: not self.clock.is_over, wanted):
            self.run_epoch(draw(epoch))
            scores = measure.score(self.network)
            print(f"epoch {epoch + 1} {measure.show(scores)}", flush=True)
            with (self.out / "log.jsonl").open("a", encoding="utf-8") as log:
                log.write(json.dumps({"epoch": epoch + 1} | scores) + "\n")

    def run_epoch(self, tasks: list[Task]) -> None:
        """One pass over the batches of the first task, from where it stands, with those of the others among them.

        It ends early where the minutes are over.
        """
        self.network.train()
        steps, progress = len(tasks[0].batches), Progress(tasks)
        while self.step < steps and not self.clock.is_over:
            self.step += 1
            with share_casts():
                for task in tasks:
                    for batch in task.of_step(self.step, steps):
                        progress.count(task, task.learn(batch), batch.mask)
            take_step(self.network, self.optimizer, self.schedule)
            progress.steps += 1
            if self.step % STEPS_TOLD == 0 or self.step == steps:
                print(f"  step {self.step}/{steps}: {progress.show(steps - self.step)}", flush=True)
            if self.step % STEPS_KEPT == 0:
                self.keep()
        if self.step == steps:
            self.epoch, self.step = self.epoch + 1, 0
            torch.save(self.network.state_dict(), self.out / f"epoch-{self.epoch}.pt")
        torch.save(self.network.state_dict(), self.out / "last.pt")
        self.keep()

    def keep(self) -> None:
        """Write how far it has come."""
        keep(self.out, self.parts(), self.epoch, self.step)

    def parts(self) -> dict[str, Stateful]:
        """What it needs to go on."""
        return {
            "network": self.network,
            "beside": self.beside,
            "optimizer": self.optimizer,
            "schedule": self.schedule,
            "clock": self.clock,
        }


class Progress:
    """What was learnt since an epoch began or went on."""

    def __init__(self, tasks: list[Task]) -> None:
        self.steps = 0
        self._pieces = torch.zeros((), dtype=torch.int64)
        self._begun = time.perf_counter()
        self._totals = {task.name: torch.zeros(len(task.weights)) for task in tasks}
        self._batches = dict.fromkeys(self._totals, 0)

    def count(self, task: Task, parts: torch.Tensor, mask: torch.Tensor) -> None:
        """Add a batch of a task: the parts of its loss, and where it is not padded."""
        self._totals[task.name] += parts
        self._batches[task.name] += 1
        self._pieces += mask.sum()

    def show(self, left: int) -> str:
        """The mean losses of each task, how fast it goes, and how long the steps that are left take."""
        told = "; ".join(
            f"{name} " + ", ".join(f"{value:.4f}" for value in (total / max(1, self._batches[name])).tolist())
            for name, total in self._totals.items()
        )
        pieces = int(self._pieces)
        took = time.perf_counter() - self._begun
        return f"losses of {told}; {pieces / took:.0f} pieces/s, {took / self.steps * left:.0f} s left"
