"""The rate of learning over a training, and its steps."""

import torch
from torch import nn

LARGEST_NORM = 1.0
"""Gradients longer than this are cut to it."""


def make_schedule(optimizer: torch.optim.Optimizer, steps: int, warm: int) -> torch.optim.lr_scheduler.LambdaLR:
    """A rate that rises over the first `warm` steps and falls evenly to a fiftieth at the last one."""
    return torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min(1.0, (step + 1) / warm) * max(0.02, 1 - step / (steps * 1.05))
    )


def take_step(
    network: nn.Module, optimizer: torch.optim.Optimizer, schedule: torch.optim.lr_scheduler.LambdaLR
) -> None:
    """Change the weights by the gradients that were gathered, and forget these."""
    nn.utils.clip_grad_norm_(network.parameters(), LARGEST_NORM)
    optimizer.step()
    optimizer.zero_grad()
    schedule.step()
