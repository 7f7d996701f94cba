"""The comparison network: a BERT encoder that reads a claim beside a passage, and four answers at its first piece."""

from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

from sayso.claims.comparison import shipped_comparison_folder
from sayso.inference.folder import NETWORK_FILE
from sayso.records import Relation
from training.device import type_of_products
from training.network import (
    BERT_NAMES,
    EncoderConfig,
    EncoderNetwork,
    Layer,
    fill_encoder,
    layer_weights,
    padding_bias,
)
from training.pretrained import pretrained_folder
from training.shipped import read_weights

DROPOUT = 0.1
AFTER_LAYERS = (1, 2, 3, 4)
"""After these the network may leave."""


class ComparisonNetwork(EncoderNetwork):
    """Scores for every relation of a passage to a claim."""

    def __init__(self, config: EncoderConfig, dropout: float = DROPOUT) -> None:
        super().__init__()
        width = config.hidden_size
        self.word = nn.Embedding(config.vocab_size, width)
        self.position = nn.Embedding(config.max_position_embeddings, width)
        self.part = nn.Embedding(2, width)
        self.embedding_norm = nn.LayerNorm(width, config.layer_norm_eps)
        self.layers = nn.ModuleList(Layer(config, dropout) for _ in range(config.num_hidden_layers))
        self.dropout = nn.Dropout(dropout)
        self.head_hidden = nn.Linear(2 * width, width)
        self.head_relation = nn.Linear(width, len(Relation))

    def embed(self, ids: Tensor, parts: Tensor) -> Tensor:
        """Vectors [B, T, H] of pieces before the layers."""
        positions = torch.arange(ids.shape[1], device=ids.device)
        return self.embedding_norm(self.word(ids) + self.position(positions)[None] + self.part(parts))

    def encode(self, ids: Tensor, parts: Tensor, mask: Tensor | None = None) -> list[Tensor]:
        """Vectors [B, T, H] of pieces after each layer: ids, parts int64 [B, T], and a mask where pairs are padded."""
        hidden = self.dropout(self.embed(ids, parts))
        bias = None if mask is None else padding_bias(mask, type_of_products(hidden))
        return self.run_layers(hidden, bias)

    def run_layers(self, hidden: Tensor, bias: Tensor | None) -> list[Tensor]:
        """The vectors after each layer."""
        after = []
        for layer in self.layers:
            hidden = layer(hidden, bias)
            after.append(hidden)
        return after

    def answer(self, hidden: Tensor, parts: Tensor) -> Tensor:
        """Scores [B, relations] by the last layer's vectors: those of the first piece and the mean of the passage's."""
        told = torch.cat([hidden[:, 0], mean_of(hidden, parts)], dim=-1)
        return self.head_relation(self.dropout(functional.gelu(self.head_hidden(self.dropout(told)))))

    def forward(self, ids: Tensor, parts: Tensor, mask: Tensor | None = None) -> Tensor:
        """Scores [B, relations] of pairs given as for `encode`."""
        return self.answer(self.encode(ids, parts, mask)[-1], parts)


class EarlyAnswers(nn.Module):
    """What is told after some of the layers; trained beside the network, so that it learns early what it can.

    It is not part of what ships: `exits.py` fits the exits anew.
    """

    def __init__(self, width: int) -> None:
        super().__init__()
        self.heads = nn.ModuleDict({str(layers): nn.Linear(3 * width, len(Relation)) for layers in AFTER_LAYERS})

    def forward(self, hidden: list[Tensor], parts: Tensor) -> list[Tensor]:
        """Scores [B, relations] after each of `AFTER_LAYERS`, by the features of `early.py`."""
        claim = (parts.cumsum(1) == 0).long()
        return [
            head(torch.cat([some[:, 0], mean_of(some, parts), mean_of(some, claim)], dim=-1))
            for some, head in zip((hidden[layers - 1] for layers in AFTER_LAYERS), self.heads.values(), strict=True)
        ]


def mean_of(hidden: Tensor, chosen: Tensor) -> Tensor:
    """The mean [B, H] of the vectors of the pieces where `chosen` [B, T] is 1."""
    weights = chosen.to(hidden.dtype)
    return (hidden * weights[..., None]).sum(1) / weights.sum(1, keepdim=True)


def load_comparison(folder: Path) -> ComparisonNetwork:
    """Build the network on a BERT encoder saved as `config.json` and `model.safetensors`.

    Raises:
        FileNotFoundError: the folder lacks one of the two files.
        KeyError: the weights are not those of a BERT encoder.
    """
    stored = load_file(folder / "model.safetensors")
    network = ComparisonNetwork(EncoderConfig.from_file(folder / "config.json"))
    state = {
        "word.weight": stored["embeddings.word_embeddings.weight"],
        "position.weight": stored["embeddings.position_embeddings.weight"],
        "part.weight": stored["embeddings.token_type_embeddings.weight"],
        "embedding_norm.weight": stored["embeddings.LayerNorm.weight"],
        "embedding_norm.bias": stored["embeddings.LayerNorm.bias"],
        **layer_weights(stored, BERT_NAMES, len(network.layers)),
    }
    fill_encoder(network, state, folder)
    return network


def load_shipped_comparison() -> ComparisonNetwork:
    """The network of the shipped folder, its weights as exact as the int8 file has them; its exits are fitted anew."""
    weights = read_weights(shipped_comparison_folder() / NETWORK_FILE)
    network = ComparisonNetwork(EncoderConfig.from_file(pretrained_folder() / "config.json"))
    network.load_state_dict({name: value for name, value in weights.items() if not name.startswith("exit.")})
    return network
