from dataclasses import replace
from pathlib import Path

import pytest

pytest.importorskip("torch", reason="training wants torch")

import torch

from tests.training.networks import random_batch, tiny_network
from training.corpus import Batch
from training.imitation import Lesson, imitation_losses, tell
from training.loss import Told
from training.network import AttributionNetwork


def told_by(network: AttributionNetwork, batch: Batch) -> Told:
    return Told.of(network, batch)


def frozen(network: AttributionNetwork, batch: Batch) -> Told:
    with torch.no_grad():
        told = told_by(network, batch)
    return replace(told, distance=told.distance.detach())


@pytest.mark.parametrize("warmth", [1.0, 2.0])
def test_who_tells_the_same_has_nothing_to_learn(warmth: float) -> None:
    batch, network = random_batch(), tiny_network(1)
    wanted = frozen(network, batch)
    parts = imitation_losses(told_by(network, batch), wanted, batch.first, warmth)
    assert wanted.cue_candidates(batch.first).any()
    assert [float(part.detach()) for part in parts] == pytest.approx([0, 0, 0], abs=1e-5)
    sum(parts).backward()
    assert all(value.grad is None or float(value.grad.abs().max()) < 1e-4 for value in network.parameters())


def test_each_part_falls_as_it_is_learnt() -> None:
    batch, teacher, network = random_batch(), tiny_network(1), tiny_network(2)
    wanted = frozen(teacher, batch)
    optimizer = torch.optim.Adam(network.parameters(), lr=3e-3)
    seen = []
    for _ in range(40):
        parts = imitation_losses(told_by(network, batch), wanted, batch.first)
        seen.append([float(part.detach()) for part in parts])
        sum(parts).backward()
        optimizer.step()
        optimizer.zero_grad()
    assert all(0 < after < before / 2 for before, after in zip(seen[0], seen[-1], strict=True))


def test_only_words_count() -> None:
    batch = random_batch()
    told, wanted = frozen(tiny_network(1), batch), frozen(tiny_network(2), batch)
    other = ~batch.first
    changed = replace(
        told,
        tags=told.tags + other[..., None] * torch.randn_like(told.tags),
        pair=told.pair + other[..., None] * torch.randn_like(told.pair),
        null=told.null + other[..., None] * torch.randn_like(told.null),
    )
    for one, same in zip(
        imitation_losses(told, wanted, batch.first), imitation_losses(changed, wanted, batch.first), strict=True
    ):
        assert float(one) > 0.01
        assert float(one) == pytest.approx(float(same), rel=1e-5)


def test_a_batch_in_which_nothing_is_a_cue_teaches_that() -> None:
    batch = random_batch()
    told, wanted = frozen(tiny_network(1), batch), frozen(tiny_network(2), batch)
    outside = torch.zeros_like(wanted.tags)
    outside[..., 0] = 20
    tags, ties, sources = imitation_losses(told, replace(wanted, tags=outside), batch.first)
    assert float(tags) > 0.1
    assert float(ties) > 0.1
    assert float(sources) == 0


class Counting(AttributionNetwork):
    """Counts how often it is read."""

    read = 0

    def encode(self, *given: torch.Tensor) -> torch.Tensor:
        self.read += 1
        return super().encode(*given)


def test_what_was_told_of_a_batch_is_read_from_disk(tmp_path: Path) -> None:
    teacher = counting_network()
    lesson = Lesson(random_batch(), teacher, tmp_path / "told.pt")
    first, again = tell(lesson), tell(lesson)
    assert teacher.read == 1
    assert all(torch.equal(one, two) for one, two in zip(vars(first).values(), vars(again).values(), strict=True))
    straight = frozen(tiny_network(1), lesson.batch)
    words = lesson.batch.first
    assert torch.allclose(again.tags[words], straight.tags[words], atol=0.1, rtol=0.02)  # bf16 where there is any


def test_another_batch_under_the_same_name_is_told_anew(tmp_path: Path) -> None:
    teacher = tiny_network(1)
    one, other = (Lesson(random_batch(seed), teacher, tmp_path / "told.pt") for seed in (1, 2))
    told = tell(one)
    assert not torch.equal(tell(other).tags, told.tags)
    assert torch.equal(tell(one).tags, told.tags)


def test_what_is_not_to_be_kept_is_told_each_time() -> None:
    teacher = counting_network()
    lesson = Lesson(random_batch(), teacher, kept=None)
    first, again = tell(lesson), tell(lesson)
    assert teacher.read == 2
    assert torch.equal(first.tags, again.tags)


def counting_network() -> Counting:
    teacher = tiny_network(1)
    teacher.__class__ = Counting
    assert isinstance(teacher, Counting)
    return teacher
