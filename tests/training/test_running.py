from contextlib import AbstractContextManager, nullcontext
from dataclasses import replace
from pathlib import Path

import pytest

pytest.importorskip("torch", reason="training wants torch")

import torch

from tests.training.networks import random_batch, tiny_network
from training.device import share_casts
from training.network import AttributionNetwork
from training.running import Training, make_optimizer, open_run
from training.schedule import Clock
from training.tasks import Task, story_task

STEPS = 5


def begin(out: Path, clock: Clock | None = None) -> tuple[Training, list[Task]]:
    """A training on stories, and other batches among them; without dropout, so that it is the same each time."""
    network = tiny_network(1)
    for part in network.modules():
        if isinstance(part, torch.nn.Dropout):
            part.p = 0.0
    training = Training.begin(network, make_optimizer(network, 1e-3, 1e-3), out, STEPS, clock=clock)
    stories, others = ([random_batch(seed) for seed in range(first, first + STEPS)] for first in (0, 50))
    return training, [story_task(network, stories), story_task(network, others[:3])]


def weights_of(network: AttributionNetwork) -> torch.Tensor:
    return torch.cat([value.detach().flatten() for value in network.parameters()])


def test_a_run_opens_with_its_clock_its_folder_and_its_chance(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("training.running.use_fastest_device", lambda: None)
    clock = open_run(tmp_path / "runs" / "one", minutes=2.0, seed=3)
    assert (clock.minutes, clock.is_over) == (2.0, False)
    drawn = torch.rand(4)
    assert open_run(tmp_path / "runs" / "one", seed=3).minutes is None
    assert torch.equal(torch.rand(4), drawn)
    assert (tmp_path / "runs" / "one").is_dir()


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


class NoMeasure:
    """Tells nothing."""

    def score(self, network: torch.nn.Module) -> dict:
        return {}

    def show(self, scores: dict) -> str:
        return ""


@pytest.fixture
def time(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """What the clock says, in seconds; it goes only where a test says so."""
    now = [100.0]
    monkeypatch.setattr("training.schedule.time.perf_counter", lambda: now[0])
    return now


def ticking(tasks: list[Task], time: list[float], rates: list[float], training: Training) -> list[Task]:
    """The first task with a step of six seconds each, and the rate of each step."""

    def losses(batch: object) -> torch.Tensor:
        time[0] += 6
        rates.append(training.optimizer.param_groups[0]["lr"])
        return tasks[0].losses(batch)

    return [replace(tasks[0], losses=losses)]


def test_a_training_by_the_clock_ends_with_its_minutes_and_a_rate_of_nothing(tmp_path: Path, time: list[float]) -> None:
    training, tasks = begin(tmp_path, Clock(minutes=2))
    rates: list[float] = []
    training.run(1, lambda _: ticking(tasks, time, rates, training), NoMeasure())
    assert len(rates) == 20
    assert (training.epoch, training.step) == (4, 0)  # more epochs than were asked for, and as long as they take
    assert rates[0] == 0
    assert max(rates) == rates[2] == pytest.approx(1e-3 * 0.9)
    assert rates[2:] == pytest.approx([1e-3 * (1 - step / 20) for step in range(2, 20)])
    assert training.schedule.get_last_lr()[0] == 0
    assert (tmp_path / "last.pt").exists()


def test_minutes_that_were_taken_before_a_stop_count(tmp_path: Path, time: list[float]) -> None:
    first, tasks = begin(tmp_path, Clock(minutes=0.7))
    first.run(1, lambda _: ticking(tasks, time, [], first), NoMeasure())
    assert (first.epoch, first.step) == (1, 2)  # 42 seconds

    time[0] += 1000  # which are nobody's
    again, tasks = begin(tmp_path, Clock(minutes=1))
    assert (again.epoch, again.step) == (1, 2)
    rates: list[float] = []
    again.run(1, lambda _: ticking(tasks, time, rates, again), NoMeasure())
    assert (again.epoch, again.step) == (2, 0)
    assert len(rates) == 3
    assert begin(tmp_path, Clock(minutes=1))[0].clock.is_over


def test_weights_cast_once_for_several_batches_get_the_same_gradients(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("training.loss.half_precision", lambda: torch.autocast("cpu", dtype=torch.bfloat16))

    def gradients(context: AbstractContextManager) -> torch.Tensor:
        network = tiny_network(1)
        task = story_task(network, [random_batch(seed) for seed in range(3)])
        with context:
            for batch in task.batches:
                task.learn(batch)
        return torch.cat([value.grad.flatten() for value in network.parameters() if value.grad is not None])

    apart, together = gradients(nullcontext()), gradients(share_casts())
    assert float(apart.norm()) > 0
    assert torch.equal(apart, together)
