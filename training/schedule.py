"""The rate of learning over a training."""

import torch


def make_schedule(optimizer: torch.optim.Optimizer, steps: int, warm: int) -> torch.optim.lr_scheduler.LambdaLR:
    """A rate that rises over the first `warm` steps and falls evenly to a fiftieth at the last one."""
    return torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min(1.0, (step + 1) / warm) * max(0.02, 1 - step / (steps * 1.05))
    )
