from pathlib import Path

import pytest

pytest.importorskip("torch", reason="training wants torch")

import torch

from tests.training.networks import random_batch, tiny_network
from training.network import AttributionNetwork
from training.running import Training, make_optimizer
from training.tasks import Task, story_task

STEPS = 5


def begin(out: Path) -> tuple[Training, list[Task]]:
    """A training on stories, and other batches among them; without dropout, so that it is the same each time."""
    network = tiny_network(1)
    for part in network.modules():
        if isinstance(part, torch.nn.Dropout):
            part.p = 0.0
    training = Training.begin(network, make_optimizer(network, 1e-3, 1e-3), out, STEPS)
    stories, others = ([random_batch(seed) for seed in range(first, first + STEPS)] for first in (0, 50))
    return training, [story_task(network, stories), story_task(network, others[:3])]


def weights_of(network: AttributionNetwork) -> torch.Tensor:
    return torch.cat([value.detach().flatten() for value in network.parameters()])


def test_a_training_that_is_stopped_goes_on_to_the_same_weights(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("training.running.STEPS_KEPT", 2)
    (tmp_path / "whole").mkdir()
    (tmp_path / "stopped").mkdir()
    whole, tasks = begin(tmp_path / "whole")
    start = weights_of(whole.network)
    whole.run_epoch(tasks)

    stopped, tasks = begin(tmp_path / "stopped")
    tasks[0].batches[3] = None  # the fourth step fails
    with pytest.raises(AttributeError):
        stopped.run_epoch(tasks)
    again, tasks = begin(tmp_path / "stopped")
    assert (again.epoch, again.step) == (0, 2)
    again.run_epoch(tasks)

    assert not torch.allclose(weights_of(whole.network), start)
    assert torch.allclose(weights_of(again.network), weights_of(whole.network), atol=1e-6)
    assert begin(tmp_path / "stopped")[0].epoch == 1


@pytest.mark.parametrize("batches", [0, 2, 5, 7, 20])
def test_the_batches_of_a_task_are_spread_over_all_steps(batches: int) -> None:
    task = Task("others", list(range(batches)), lambda _: (), ())
    drawn = [task.of_step(step, STEPS) for step in range(1, STEPS + 1)]
    assert [one for part in drawn for one in part] == list(range(batches))
    assert max(map(len, drawn)) - min(map(len, drawn)) <= 1
