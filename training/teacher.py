"""A larger network to learn from: all-mpnet-base-v2 with the heads of ours (needs its folder under $SAYSO_TEACHER)."""

import os
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn

from training.network import AttributionNetwork, EncoderConfig, fill_encoder, padding_bias
from training.pretrained import load_tokenizer

_SPECIAL = {"[CLS]": "<s>", "[SEP]": "</s>", "[PAD]": "<pad>", "[UNK]": "<unk>"}
_FIRST_PLACE = 2
"""MPNet counts places from two."""

_NAMES = {
    "query": "attention.attn.q",
    "key": "attention.attn.k",
    "value": "attention.attn.v",
    "attended": "attention.attn.o",
    "attended_norm": "attention.LayerNorm",
    "wide": "intermediate.dense",
    "narrow": "output.dense",
    "narrow_norm": "output.LayerNorm",
}


class TeacherNetwork(AttributionNetwork):
    """MPNet (Song et al., NeurIPS 2020): BERT with a bias on how far two pieces are apart, shared by all layers."""

    def __init__(self, config: EncoderConfig, buckets: int) -> None:
        super().__init__(config)
        self.apart = nn.Embedding(buckets, config.num_attention_heads)

    def encode(self, ids: Tensor, shape: Tensor, mask: Tensor | None = None) -> Tensor:
        """As the smaller network's."""
        positions = torch.arange(ids.shape[1], device=ids.device)
        hidden = self.word(ids) + self.shape(shape) + self.position(positions + _FIRST_PLACE)[None]
        hidden = self.dropout(self.embedding_norm(hidden))
        bias = self.apart(distance_buckets(positions, self.apart.num_embeddings)).permute(2, 0, 1)[None]
        if mask is not None:
            bias = bias + padding_bias(mask, bias.dtype)
        for layer in self.layers:
            hidden = layer(hidden, bias)
        return hidden


def distance_buckets(positions: Tensor, buckets: int, furthest: int = 128) -> Tensor:
    """For each pair of places the bucket [T, T] of their distance, after or before, near ones exactly (T5)."""
    ahead = positions[None, :] - positions[:, None]
    half = buckets // 2
    exact = half // 2
    far = exact + (
        torch.log(ahead.abs().clamp(min=1) / exact) / torch.log(torch.tensor(furthest / exact)) * (half - exact)
    ).long().clamp(max=half - exact - 1)
    return (ahead > 0).long() * half + torch.where(ahead.abs() < exact, ahead.abs(), far)


def load_teacher() -> TeacherNetwork:
    """The network on the weights of all-mpnet-base-v2, its words in the order of our own tokenizer.

    Raises:
        KeyError: $SAYSO_TEACHER is not set, or the folder holds another network.
        FileNotFoundError: the folder lacks a file.
    """
    folder = Path(os.environ["SAYSO_TEACHER"])
    stored = load_file(folder / "model.safetensors")
    bias = stored["encoder.relative_attention_bias.weight"]
    theirs = {word: at for at, word in enumerate((folder / "vocab.txt").read_text(encoding="utf-8").splitlines())}
    ours = load_tokenizer().get_vocab()
    order = torch.tensor([theirs[_SPECIAL.get(word, word)] for word in sorted(ours, key=lambda word: ours[word])])
    config = EncoderConfig(**{**vars(EncoderConfig.from_file(folder / "config.json")), "vocab_size": len(order)})
    network = TeacherNetwork(config, len(bias))
    state = {
        "apart.weight": bias,
        "word.weight": stored["embeddings.word_embeddings.weight"][order],
        "position.weight": stored["embeddings.position_embeddings.weight"],
        "kind": network.kind.data,
        "embedding_norm.weight": stored["embeddings.LayerNorm.weight"],
        "embedding_norm.bias": stored["embeddings.LayerNorm.bias"],
    }
    fill_encoder(network, state, stored, _NAMES, folder)
    return network
