import json
from dataclasses import replace
from pathlib import Path

import pytest

pytest.importorskip("torch", reason="training wants torch")

import numpy as np
import torch
from onnxruntime import InferenceSession

from tests.training.networks import TINY, random_batch, tiny_network
from training.export import export_network, quantize_network
from training.network import build
from training.shipped import read_weights
from training.shrinking import keep_layers, narrow, spread_layers

BATCHES = [random_batch(1), random_batch(2, (12, 12, 5))]


@pytest.fixture
def pretrained(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """The tiny network's shape stands for that of the pretrained one."""
    (tmp_path / "config.json").write_text(json.dumps(vars(TINY)), encoding="utf-8")
    monkeypatch.setattr("training.network.pretrained_folder", lambda: tmp_path)


def read(network: object) -> torch.Tensor:
    batch = BATCHES[0]
    with torch.no_grad():
        return network.encode(batch.ids, batch.shape, batch.mask)


@pytest.mark.parametrize(
    ("wanted", "kept"), [(6, (0, 1, 2, 3, 4, 5)), (5, (0, 1, 2, 4, 5)), (4, (0, 2, 3, 5)), (3, (0, 2, 5)), (2, (0, 5))]
)
def test_layers_are_kept_from_the_first_to_the_last(wanted: int, kept: tuple[int, ...]) -> None:
    assert spread_layers(6, wanted) == kept


def test_the_layers_kept_are_those_named() -> None:
    network, whole = tiny_network(1), tiny_network(1)
    keep_layers(network, (0, 2, 5))
    assert [
        torch.equal(network.layers[at].wide.weight, whole.layers[was].wide.weight) for at, was in enumerate((0, 2, 5))
    ] == [True] * 3
    keep_layers(whole, range(6))
    assert torch.equal(read(whole), read(tiny_network(1)))
    assert not torch.allclose(read(network), read(whole))


@pytest.mark.parametrize("kept", [(), (0, 6), (-1,), (2, 2)])
def test_layers_that_there_are_not_cannot_be_kept(kept: tuple[int, ...]) -> None:
    with pytest.raises(ValueError, match="were wanted"):
        keep_layers(tiny_network(1), kept)


def test_a_network_that_keeps_all_its_units_stays_the_same() -> None:
    network = tiny_network(1)
    before = read(network)
    narrow(network, TINY.intermediate_size, BATCHES)
    assert torch.equal(read(network), before)


def test_units_that_add_nothing_are_the_first_to_go() -> None:
    network = tiny_network(1)
    silent, unheard = [3, 7], [0, 38]
    with torch.no_grad():
        for layer in network.layers:
            layer.wide.weight[silent], layer.wide.bias[silent] = 0, 0
            layer.narrow.weight[:, unheard] = 0
    before = read(network)
    narrow(network, TINY.intermediate_size - 4, BATCHES)
    assert {tuple(layer.wide.weight.shape) for layer in network.layers} == {(36, 24)}
    assert {tuple(layer.narrow.weight.shape) for layer in network.layers} == {(24, 36)}
    assert torch.allclose(read(network), before, atol=1e-5)


@pytest.mark.parametrize(("width", "batches"), [(0, BATCHES), (41, BATCHES), (20, [])])
def test_units_that_there_are_not_cannot_be_kept(width: int, batches: list) -> None:
    with pytest.raises(ValueError, match="were wanted"):
        narrow(tiny_network(1), width, batches)


def test_padding_has_no_say_in_which_units_matter() -> None:
    alone, padded = tiny_network(1), tiny_network(1)
    short = random_batch(3, (9,))
    longer = random_batch(3, (9,))
    pad = torch.nn.functional.pad
    longer = replace(
        longer,
        ids=pad(longer.ids, (0, 20), value=7),
        mask=pad(longer.mask, (0, 20)),
        shape=pad(longer.shape, (0, 0, 0, 20), value=1.0),
    )
    narrow(alone, 10, [short])
    narrow(padded, 10, [longer])
    assert torch.equal(read(alone), read(padded))


@pytest.mark.filterwarnings("ignore")  # torch's exporter and its tracing warn of much
def test_a_smaller_network_is_exported_and_read_back(tmp_path: Path, pretrained: None) -> None:
    network = tiny_network(1)
    keep_layers(network, (0, 2, 3, 5))
    narrow(network, 16, BATCHES)
    exported, small = tmp_path / "fp32.onnx", tmp_path / "int8.onnx"
    export_network(network, exported)
    quantize_network(exported, small)
    batch = random_batch(4, (20,))
    inputs = {"ids": batch.ids.numpy(), "shape": batch.shape.numpy()}
    with torch.no_grad():
        tags = network(batch.ids, batch.shape).tags.numpy()
    for path, near in ((exported, 1e-3), (small, 1.0)):
        assert np.abs(InferenceSession(str(path)).run(["tags"], inputs)[0] - tags).max() < near
    again = build(read_weights(exported) | {"distance": network.distance.detach()}).eval()
    assert (len(again.layers), again.layers[0].wide.out_features) == (4, 16)
    assert torch.allclose(read(again), read(network), atol=1e-5)


def test_weights_with_a_hole_are_not_those_of_a_smaller_network(pretrained: None) -> None:
    weights = tiny_network(1).state_dict()
    with pytest.raises(ValueError, match="another network"):
        build({name: value for name, value in weights.items() if not name.startswith("layers.1.")})
    with pytest.raises(ValueError, match="no layers"):
        build({"word.weight": weights["word.weight"]})
