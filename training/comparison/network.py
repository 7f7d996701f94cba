"""The comparison network: a BERT encoder that reads a claim beside a passage, and four answers at its first piece."""

from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

from sayso.records import Relation
from training.network import (
    BERT_NAMES,
    EncoderConfig,
    EncoderNetwork,
    Layer,
    fill_encoder,
    layer_weights,
    padding_bias,
)

DROPOUT = 0.1


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

    def encode(self, ids: Tensor, parts: Tensor, mask: Tensor | None = None) -> Tensor:
        """Vectors [B, T, H] of pieces: ids and parts int64 [B, T], mask int64 [B, T] where pairs are padded."""
        hidden = self.dropout(self.embed(ids, parts))
        bias = None if mask is None else padding_bias(mask, hidden.dtype)
        for layer in self.layers:
            hidden = layer(hidden, bias)
        return hidden

    def forward(self, ids: Tensor, parts: Tensor, mask: Tensor | None = None) -> Tensor:
        """Scores [B, relations] of pairs given as for `encode`: by the first piece and the mean of the passage's."""
        hidden = self.encode(ids, parts, mask)
        weights = parts.to(hidden.dtype)
        passage = (hidden * weights[..., None]).sum(1) / weights.sum(1, keepdim=True)
        told = torch.cat([hidden[:, 0], passage], dim=-1)
        return self.head_relation(self.dropout(functional.gelu(self.head_hidden(self.dropout(told)))))


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
