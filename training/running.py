"""A training, epoch by epoch: its steps, what it tells of them, and how it goes on where it stopped."""

import json
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

import torch
from torch import nn

from training.network import EncoderNetwork
from training.resuming import Stateful, keep, resume
from training.schedule import make_schedule, take_step
from training.tasks import Task

STEPS_TOLD, STEPS_KEPT = 25, 100


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
    ) -> "Training":
        """A training of about so many steps in all, from where it stopped if it did."""
        schedule = make_schedule(optimizer, steps, warm=max(50, steps // 15))
        training = cls(network, optimizer, schedule, out, nn.Module() if beside is None else beside)
        training.epoch, training.step = resume(out, training.parts())
        return training

    def run(self, epochs: int, draw: Callable[[int], list[Task]], measure: Measure) -> None:
        """Train for the epochs that are left, and tell after each how right the network is.

        Args:
            epochs: How many there are in all.
            draw: Gives the tasks of an epoch; it has as many steps as the first of them has batches.
            measure: Tells how right it is.
        """
        for epoch in range(self.epoch, epochs):
            self.run_epoch(draw(epoch))
            scores = measure.score(self.network)
            print(f"epoch {epoch + 1}/{epochs} {measure.show(scores)}", flush=True)
            with (self.out / "log.jsonl").open("a", encoding="utf-8") as log:
                log.write(json.dumps({"epoch": epoch + 1} | scores) + "\n")

    def run_epoch(self, tasks: list[Task]) -> None:
        """One pass over the batches of the first task, from where it stands, with those of the others among them."""
        self.network.train()
        steps, progress = len(tasks[0].batches), Progress(tasks)
        for step in range(self.step + 1, steps + 1):
            for task in tasks:
                for batch in task.of_step(step, steps):
                    parts = task.losses(batch)
                    sum(weight * part for weight, part in zip(task.weights, parts, strict=True)).backward()
                    progress.count(task, parts, int(batch.mask.sum()))
            take_step(self.network, self.optimizer, self.schedule)
            self.step = step
            progress.steps += 1
            if step % STEPS_TOLD == 0 or step == steps:
                print(f"  step {step}/{steps}: {progress.show(steps - step)}", flush=True)
            if step % STEPS_KEPT == 0:
                self.keep()
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
        }


class Progress:
    """What was learnt since an epoch began or went on."""

    def __init__(self, tasks: list[Task]) -> None:
        self.steps = 0
        self._pieces = 0
        self._begun = time.perf_counter()
        self._totals = {task.name: torch.zeros(len(task.weights)) for task in tasks}
        self._batches = dict.fromkeys(self._totals, 0)

    def count(self, task: Task, parts: tuple[torch.Tensor, ...], pieces: int) -> None:
        """Add a batch of a task."""
        self._totals[task.name] += torch.stack(parts).detach()
        self._batches[task.name] += 1
        self._pieces += pieces

    def show(self, left: int) -> str:
        """The mean losses of each task, how fast it goes, and how long the steps that are left take."""
        told = "; ".join(
            f"{name} " + ", ".join(f"{value:.4f}" for value in (total / max(1, self._batches[name])).tolist())
            for name, total in self._totals.items()
        )
        took = time.perf_counter() - self._begun
        return f"losses of {told}; {self._pieces / took:.0f} pieces/s, {took / self.steps * left:.0f} s left"
