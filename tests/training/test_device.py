from pathlib import Path

import pytest

pytest.importorskip("torch", reason="training wants torch")

import torch

from training.device import half_precision, load_stored, use_fastest_device


def test_networks_are_made_on_the_gpu_where_there_is_one() -> None:
    use_fastest_device()
    try:
        made = torch.nn.Linear(3, 2)
        assert made.weight.device.type == torch.tensor([1]).device.type
        assert (made.weight.device.type == "cuda") == torch.cuda.is_available()
    finally:
        torch.set_default_device("cpu")


def test_bf16_is_used_where_it_is_fast() -> None:
    with half_precision():
        product = torch.nn.Linear(4, 4)(torch.ones(2, 4))
    fast = torch.cpu._is_amx_tile_supported()
    assert product.dtype == (torch.bfloat16 if fast else torch.float32)


def test_what_was_stored_comes_back_on_the_processor(tmp_path: Path) -> None:
    torch.save({"weight": torch.ones(2, 3)}, tmp_path / "last.pt")
    stored = load_stored(tmp_path / "last.pt")
    assert stored["weight"].device.type == "cpu"
    assert torch.equal(stored["weight"], torch.ones(2, 3))
