"""A tiny network and batches of random windows, for tests that need torch."""

import numpy as np
import torch
from numpy.typing import NDArray

from sayso.attribution.network.labels import B_CUE
from sayso.attribution.network.pieces import FEATURES
from training.corpus import NO_SOURCE, Batch, Padded, label_batch
from training.network import AttributionNetwork, EncoderConfig

TINY = EncoderConfig(
    vocab_size=20_000,  # the export is traced with words of so high numbers
    hidden_size=24,
    num_hidden_layers=6,
    num_attention_heads=2,
    intermediate_size=40,
    max_position_embeddings=64,
    layer_norm_eps=1e-12,
)


def tiny_network(seed: int) -> AttributionNetwork:
    """A network of random weights: its answers differ from piece to piece, and it takes some words for cues."""
    torch.manual_seed(seed)
    network = AttributionNetwork(TINY)
    with torch.no_grad():
        for value in network.parameters():
            if value.ndim == 1:  # equal ones would be exported as one
                value.add_(0.05 * torch.randn_like(value))
        for head in (network.head_hidden, network.head_tag, network.head_pair, network.head_null):
            head.weight.mul_(3)
        network.head_tag.bias[B_CUE] += 1
        network.distance.normal_()
    return network.eval()


def random_batch(seed: int = 1, lengths: tuple[int, ...] = (14, 9)) -> Batch:
    """Windows without labels: every third piece goes on a word, the last ones of the shorter are padding."""
    padded, first = random_windows(seed, lengths)
    return label_batch(padded, first, np.zeros(first.shape, np.int64), np.full(first.shape, NO_SOURCE), sources=[])


def random_windows(seed: int = 1, lengths: tuple[int, ...] = (14, 9)) -> tuple[Padded, NDArray[np.bool_]]:
    """The same without what stands in for labels, and where words begin."""
    rng = np.random.default_rng(seed)
    size = (len(lengths), max(lengths))
    inside = np.arange(size[1])[None] < np.array(lengths)[:, None]
    places = np.arange(size[1])[None]
    first = inside & (places > 0) & (places < np.array(lengths)[:, None] - 1) & (places % 3 != 2)
    ids = np.where(inside, rng.integers(1, TINY.vocab_size, size), 0)
    return (ids, inside.astype(np.int64), rng.integers(0, 2, (*size, len(FEATURES))).astype(np.float32)), first
