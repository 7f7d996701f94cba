"""A larger comparison network to learn from, on all-mpnet-base-v2 (needs its folder under $SAYSO_TEACHER)."""

import torch
from torch import Tensor, nn

from training.comparison.network import ComparisonNetwork
from training.device import type_of_products
from training.network import EncoderConfig, fill_encoder
from training.teacher import FIRST_PLACE, distance_bias, read_mpnet, teacher_folder


class ComparisonTeacher(ComparisonNetwork):
    """The comparison network on MPNet, to which the parts of a pair are new."""

    heads = ("head_", "part.")

    def __init__(self, config: EncoderConfig, buckets: int) -> None:
        super().__init__(config)
        self.apart = nn.Embedding(buckets, config.num_attention_heads)
        nn.init.zeros_(self.part.weight)

    def encode(self, ids: Tensor, parts: Tensor, mask: Tensor | None = None) -> list[Tensor]:
        """As the smaller network's."""
        positions = torch.arange(ids.shape[1], device=ids.device)
        placed = self.word(ids) + self.position(positions + FIRST_PLACE)[None] + self.part(parts)
        hidden = self.dropout(self.embedding_norm(placed))
        bias = distance_bias(self.apart, positions, mask).to(type_of_products(hidden))
        return self.run_layers(hidden, bias)


def load_comparison_teacher() -> ComparisonTeacher:
    """The network on the weights of all-mpnet-base-v2.

    Raises:
        KeyError: $SAYSO_TEACHER is not set, or the folder holds another network.
        FileNotFoundError: the folder lacks a file.
    """
    mpnet = read_mpnet(teacher_folder())
    network = ComparisonTeacher(mpnet.config, mpnet.buckets)
    fill_encoder(network, mpnet.state, teacher_folder())
    return network
