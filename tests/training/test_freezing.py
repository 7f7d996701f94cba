import pytest

pytest.importorskip("torch", reason="training wants torch")

import torch

from tests.training.networks import random_batch, tiny_network
from training.loss import Told, losses
from training.running import make_optimizer


def test_frozen_layers_stay_as_they_are_and_the_others_learn() -> None:
    network, batch = tiny_network(1), random_batch(1)
    network.freeze(2)
    before = {name: value.detach().clone() for name, value in network.named_parameters()}
    optimizer = make_optimizer(network, rate=1e-2, head_rate=1e-2)
    losses(Told.of(network, batch), batch).sum().backward()
    optimizer.step()
    changed = {name for name, value in network.named_parameters() if not torch.equal(value, before[name])}
    frozen = ("word.", "position.", "embedding_norm.", "shape.", "kind", "layers.0.", "layers.1.")
    assert not any(name.startswith(frozen) for name in changed)
    assert {"layers.2.query.weight", "layers.5.wide.weight", "head_tag.weight"} <= changed
