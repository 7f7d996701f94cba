import pytest

pytest.importorskip("torch", reason="training wants torch")

import numpy as np
import onnx
import torch
from numpy.typing import NDArray
from onnxruntime import InferenceSession

from tests.training.networks import TINY
from training.comparison.batches import PairBatch
from training.comparison.early import Exit, looking_inside, with_exits
from training.comparison.export import export_network
from training.comparison.network import AFTER_LAYERS, ComparisonNetwork

pytestmark = pytest.mark.filterwarnings("ignore")  # torch's exporter and its tracing warn of much

PAIRS = ((4, 6, 5), (3, 7, 0), (5, 2, 9))
"""Pieces of the claim, of the words and of the context."""


@pytest.fixture(scope="module")
def network() -> ComparisonNetwork:
    torch.manual_seed(3)
    whole = ComparisonNetwork(TINY)
    with torch.no_grad():
        for value in whole.parameters():
            value.add_(0.2 * torch.randn_like(value))  # equal ones would be exported as one
    return whole.eval()


@pytest.fixture(scope="module")
def exported(network: ComparisonNetwork, tmp_path_factory: pytest.TempPathFactory) -> onnx.ModelProto:
    path = tmp_path_factory.mktemp("exported") / "network.onnx"
    export_network(network, path)
    return onnx.load(str(path))


def make_pair(claim: int, words: int, context: int) -> tuple[torch.Tensor, torch.Tensor]:
    rng = np.random.default_rng(claim)
    length = claim + words + context
    parts = [0] * claim + [1] * words + [0] * context
    return torch.tensor(rng.integers(1, TINY.vocab_size, (1, length))), torch.tensor([parts])


def pad_pairs() -> PairBatch:
    length = max(map(sum, PAIRS))
    ids, parts, mask = (torch.zeros((len(PAIRS), length), dtype=torch.int64) for _ in range(3))
    for row, sizes in enumerate(PAIRS):
        one, other = make_pair(*sizes)
        ids[row, : sum(sizes)], parts[row, : sum(sizes)], mask[row, : sum(sizes)] = one[0], other[0], 1
    nothing = torch.zeros(len(PAIRS), 4)
    return PairBatch(ids, parts, mask, nothing, nothing, torch.ones(len(PAIRS)))


def run(model: onnx.ModelProto, sizes: tuple[int, int, int]) -> list[NDArray[np.float32]]:
    ids, parts = make_pair(*sizes)
    told: list[NDArray[np.float32]] = InferenceSession(model.SerializeToString()).run(
        None, {"ids": ids.numpy(), "parts": parts.numpy()}
    )
    return told


def answer_alone(network: ComparisonNetwork, sizes: tuple[int, int, int]) -> NDArray[np.float32]:
    with torch.no_grad():
        told: NDArray[np.float32] = network(*make_pair(*sizes)).numpy()
    return told


def test_a_pair_is_read_in_a_batch_as_alone(network: ComparisonNetwork) -> None:
    batch = pad_pairs()
    with torch.no_grad():
        together = network(batch.ids, batch.parts, batch.mask).numpy()
    np.testing.assert_allclose(together, np.concatenate([answer_alone(network, one) for one in PAIRS]), atol=1e-4)


@pytest.mark.parametrize("sizes", PAIRS)
def test_the_exported_network_answers_as_the_trained_one(
    network: ComparisonNetwork, exported: onnx.ModelProto, sizes: tuple[int, int, int]
) -> None:
    np.testing.assert_allclose(run(exported, sizes)[0], answer_alone(network, sizes), atol=1e-4)


@pytest.mark.parametrize("sizes", PAIRS)
def test_an_exit_looks_at_the_first_piece_and_the_means_of_words_and_claim(
    network: ComparisonNetwork, exported: onnx.ModelProto, sizes: tuple[int, int, int]
) -> None:
    claim, words, _ = sizes
    _, *features = run(looking_inside(exported, AFTER_LAYERS), sizes)
    with torch.no_grad():
        after = [one[0].numpy() for one in network.encode(*make_pair(*sizes))]
    for layers, found in zip(AFTER_LAYERS, features, strict=True):
        hidden = after[layers - 1]
        of_words, of_claim = hidden[claim : claim + words].mean(0), hidden[:claim].mean(0)
        wanted = np.concatenate([hidden[0], of_words, of_claim])
        np.testing.assert_allclose(found[0], wanted, atol=1e-4)


def make_exits(taken: int | None = None, least: float = 0.0) -> list[Exit]:
    """Exits that nothing takes but for the one of a place, with the limit given."""
    weight = np.random.default_rng(5).normal(size=(3 * TINY.hidden_size, 4)).astype(np.float32)
    return [
        Exit(layers, weight, np.zeros(4, np.float32), least if place == taken else 0.0)
        for place, layers in enumerate(AFTER_LAYERS)
    ]


def test_a_network_that_never_leaves_answers_as_the_whole(exported: onnx.ModelProto) -> None:
    told = run(with_exits(exported, make_exits()), PAIRS[0])[0]
    np.testing.assert_allclose(told, run(exported, PAIRS[0])[0], atol=1e-4)


@pytest.mark.parametrize("taken", range(len(AFTER_LAYERS)))
def test_the_network_leaves_where_a_passage_says_nothing_on_the_claim(exported: onnx.ModelProto, taken: int) -> None:
    whole, *features = run(looking_inside(exported, AFTER_LAYERS), PAIRS[0])
    there = features[taken] @ make_exits()[taken].weight
    shares = np.exp(there - there.max()) / np.exp(there - there.max()).sum()
    said = float(shares[0, 2:].sum())
    for least, wanted in ((said + 0.01, there), (said - 0.01, whole)):
        told = run(with_exits(exported, make_exits(taken, least)), PAIRS[0])[0]
        np.testing.assert_allclose(told, wanted, rtol=1e-3, atol=1e-3)


def test_a_network_with_exits_is_given_no_more(exported: onnx.ModelProto) -> None:
    exits = make_exits()
    with pytest.raises(ValueError, match="exits already"):
        with_exits(with_exits(exported, exits), exits)
