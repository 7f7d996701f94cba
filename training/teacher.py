"""A larger network to learn from: all-mpnet-base-v2 with the heads of ours (needs its folder under $SAYSO_TEACHER)."""

import os
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn

from training.device import half_precision, load_stored, type_of_products
from training.network import AttributionNetwork, EncoderConfig, fill_encoder, layer_weights, padding_bias
from training.pretrained import load_tokenizer

_SPECIAL = {"[CLS]": "<s>", "[SEP]": "</s>", "[PAD]": "<pad>", "[UNK]": "<unk>"}
FIRST_PLACE = 2
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
        hidden = self.word(ids) + self.shape(shape) + self.position(positions + FIRST_PLACE)[None]
        hidden = self.dropout(self.embedding_norm(hidden))
        bias = distance_bias(self.apart, positions, mask).to(type_of_products(hidden))
        for layer in self.layers:
            hidden = layer(hidden, bias)
        return hidden


def distance_bias(apart: nn.Embedding, positions: Tensor, mask: Tensor | None) -> Tensor:
    """What attention adds for how far two pieces are apart, and what keeps it off padding: [B or 1, heads, T, T]."""
    bias = apart(distance_buckets(len(positions), apart.num_embeddings)).permute(2, 0, 1)[None]
    return bias if mask is None else bias + padding_bias(mask, bias.dtype)


@cache
def distance_buckets(length: int, buckets: int, furthest: int = 128) -> Tensor:
    """For each pair of places the bucket [T, T] of their distance, after or before, near ones exactly (T5)."""
    positions = torch.arange(length)
    ahead = positions[None, :] - positions[:, None]
    half = buckets // 2
    exact = half // 2
    far = exact + (
        torch.log(ahead.abs().clamp(min=1) / exact) / torch.log(torch.tensor(furthest / exact)) * (half - exact)
    ).long().clamp(max=half - exact - 1)
    return (ahead > 0).long() * half + torch.where(ahead.abs() < exact, ahead.abs(), far)


@dataclass(frozen=True)
class Mpnet:
    """The weights of all-mpnet-base-v2.

    Attributes:
        config: Its shape, with as many words as our own tokenizer has.
        state: The weights by our names, its words in the order of our own tokenizer.
        buckets: Of how many distances it knows.
    """

    config: EncoderConfig
    state: dict[str, Tensor]
    buckets: int


def read_mpnet(folder: Path) -> Mpnet:
    """Read the weights from a folder.

    Raises:
        KeyError: the folder holds another network.
        FileNotFoundError: the folder lacks a file.
    """
    stored = load_file(folder / "model.safetensors")
    theirs = {word: at for at, word in enumerate((folder / "vocab.txt").read_text(encoding="utf-8").splitlines())}
    ours = load_tokenizer().get_vocab()
    order = [theirs[_SPECIAL.get(word, word)] for word in sorted(ours, key=lambda word: ours[word])]
    config = EncoderConfig(**{**vars(EncoderConfig.from_file(folder / "config.json")), "vocab_size": len(order)})
    state = {
        "apart.weight": stored["encoder.relative_attention_bias.weight"],
        "word.weight": stored["embeddings.word_embeddings.weight"][order],
        "position.weight": stored["embeddings.position_embeddings.weight"],
        "embedding_norm.weight": stored["embeddings.LayerNorm.weight"],
        "embedding_norm.bias": stored["embeddings.LayerNorm.bias"],
        **layer_weights(stored, _NAMES, config.num_hidden_layers),
    }
    return Mpnet(config, state, len(state["apart.weight"]))


def teacher_folder() -> Path:
    """Where the weights are.

    Raises:
        KeyError: $SAYSO_TEACHER is not set.
    """
    return Path(os.environ["SAYSO_TEACHER"])


def load_teacher() -> TeacherNetwork:
    """The network on the weights of all-mpnet-base-v2.

    Raises:
        KeyError: $SAYSO_TEACHER is not set, or the folder holds another network.
        FileNotFoundError: the folder lacks a file.
    """
    mpnet = read_mpnet(teacher_folder())
    network = TeacherNetwork(mpnet.config, mpnet.buckets)
    fill_encoder(network, mpnet.state | {"kind": network.kind.data}, teacher_folder())
    return network


def load_taught(run: Path) -> TeacherNetwork:
    """The larger network as a run left it, to be read in the precision of training, of which its matrices are already.

    Raises:
        KeyError: $SAYSO_TEACHER is not set, or its folder holds another network.
        FileNotFoundError: the run has not been through an epoch, or the folder lacks a file.
    """
    network = load_teacher()
    network.load_state_dict(load_stored(run / "last.pt"))
    with half_precision():
        kind = type_of_products(network.kind)
    for part in network.modules():
        if isinstance(part, nn.Linear):
            part.to(kind)
    return network.eval()
