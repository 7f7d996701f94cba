"""A training that is stopped goes on from where it last wrote how far it had come."""

from pathlib import Path
from typing import Protocol

import torch

from training.device import load_stored


class Stateful(Protocol):
    """A network, an optimizer or a schedule."""

    def state_dict(self) -> dict:
        """All that it needs to go on."""

    def load_state_dict(self, state: dict) -> object:
        """Go on from such a state."""


def keep(out: Path, parts: dict[str, Stateful], epoch: int, step: int) -> None:
    """Write how far a training has come, in place of what was written before."""
    state = {name: part.state_dict() for name, part in parts.items()} | {"at": (epoch, step)}
    torch.save(state, out / "resume.tmp")
    (out / "resume.tmp").replace(out / "resume.pt")


def resume(out: Path, parts: dict[str, Stateful]) -> tuple[int, int]:
    """Bring the parts to where they were; the epoch and the step to go on with, 0 and 0 if nothing was written."""
    if not (out / "resume.pt").exists():
        return 0, 0
    state = load_stored(out / "resume.pt")
    for name, part in parts.items():
        part.load_state_dict(state[name])
    epoch, step = state["at"]
    return epoch, step
