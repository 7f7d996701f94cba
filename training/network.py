"""The attribution network: a BERT encoder with a tag head and the vectors that tie pieces to cues."""

import json
from dataclasses import dataclass, replace
from pathlib import Path
from typing import NamedTuple

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

from sayso.attribution.network.labels import DISTANCE_BUCKETS, PAIR_PARTS, TAGS
from sayso.attribution.network.pieces import FEATURES
from sayso.inference.statements import ANSWERS
from sayso.records import ROLES
from training.device import load_stored, type_of_products
from training.pretrained import pretrained_folder

PAIR_WIDTH = 64
FACTUALITY_CORPORA = ("uw", "uds_ih2")
"""Each has an output of its own in training, as their scales differ: the median event of UW is 3.0, of UDS-IH2 2.3."""


@dataclass(frozen=True)
class EncoderConfig:
    """Shape of a BERT encoder, under the names of its `config.json`."""

    vocab_size: int
    hidden_size: int
    num_hidden_layers: int
    num_attention_heads: int
    intermediate_size: int
    max_position_embeddings: int
    layer_norm_eps: float

    @classmethod
    def from_file(cls, path: Path) -> "EncoderConfig":
        """Read the fields wanted here from a `config.json`."""
        stored = json.loads(path.read_text(encoding="utf-8"))
        return cls(**{name: stored[name] for name in cls.__dataclass_fields__})


def attend(query: Tensor, key: Tensor, value: Tensor, heads: int, bias: Tensor | None = None) -> Tensor:
    """Multi-head attention of [B, T, H] vectors."""
    batch, length, width = query.shape

    def split(vectors: Tensor) -> Tensor:
        return vectors.reshape(batch, length, heads, -1).transpose(1, 2)

    context = functional.scaled_dot_product_attention(split(query), split(key), split(value), attn_mask=bias)
    return context.transpose(1, 2).reshape(batch, length, width)


def padding_bias(mask: Tensor, kind: torch.dtype) -> Tensor:
    """What keeps attention off padding: [B, 1, 1, T] for a mask [B, T]."""
    return ((1.0 - mask.to(kind)) * -1e4)[:, None, None, :]


class FusedAttention(torch.autograd.Function):
    """Attention without padding as the one operator that onnxruntime has for it."""

    @staticmethod
    def forward(ctx: object, query: Tensor, key: Tensor, value: Tensor, heads: int) -> Tensor:  # noqa: ARG004
        """What the operator computes."""
        return attend(query, key, value, heads)

    @staticmethod
    def symbolic(graph, query, key, value, heads: int):
        """How the operator is written into the ONNX graph."""
        context = graph.op("com.microsoft::MultiHeadAttention", query, key, value, num_heads_i=heads)
        context.setType(query.type())
        return context


class Layer(nn.Module):
    """One transformer layer, normalised after each half as in BERT."""

    def __init__(self, config: EncoderConfig, dropout: float) -> None:
        super().__init__()
        width = config.hidden_size
        self.heads = config.num_attention_heads
        self.query, self.key, self.value = (nn.Linear(width, width) for _ in range(3))
        self.attended = nn.Linear(width, width)
        self.attended_norm = nn.LayerNorm(width, config.layer_norm_eps)
        self.wide = nn.Linear(width, config.intermediate_size)
        self.narrow = nn.Linear(config.intermediate_size, width)
        self.narrow_norm = nn.LayerNorm(width, config.layer_norm_eps)
        self.dropout = nn.Dropout(dropout)

    def forward(self, hidden: Tensor, bias: Tensor | None) -> Tensor:
        """Transform hidden [B, T, H], under an attention bias [B, 1, 1, T] where windows are padded."""
        query, key, value = self.query(hidden), self.key(hidden), self.value(hidden)
        if torch.onnx.is_in_onnx_export():
            context = FusedAttention.apply(query, key, value, self.heads)
        else:
            context = attend(query, key, value, self.heads, bias)
        hidden = self.attended_norm(self.dropout(self.attended(context)) + hidden)
        return self.narrow_norm(self.dropout(self.narrow(functional.gelu(self.wide(hidden)))) + hidden)


class Output(NamedTuple):
    """What the network tells of every piece.

    Attributes:
        tags, pair, null: As in `sayso.attribution.network.decoding.Scores`, with a batch before.
        presence: [B, T], logit of an event.
        factuality: [B, T, corpora], how factual it is put, -3 to 3.
        votes: [B, T, roles, ANSWERS], as in `sayso.inference.statements.told_of`, with a batch before.
    """

    tags: Tensor
    pair: Tensor
    null: Tensor
    presence: Tensor
    factuality: Tensor
    votes: Tensor


class EncoderNetwork(nn.Module):
    """A network on a pretrained encoder.

    Attributes:
        heads: How the names of those parameters begin that start from nothing.
    """

    heads: tuple[str, ...] = ("head_",)

    def encoder_parameters(self) -> list[tuple[str, nn.Parameter]]:
        """The parameters that come pretrained."""
        return [(name, value) for name, value in self.named_parameters() if not name.startswith(self.heads)]

    def head_parameters(self) -> list[tuple[str, nn.Parameter]]:
        """The parameters that start from nothing."""
        return [(name, value) for name, value in self.named_parameters() if name.startswith(self.heads)]


class AttributionNetwork(EncoderNetwork):
    """Scores for every piece of a window: who says what, and the events in it."""

    heads = ("head_", "shape.", "distance")

    def __init__(self, config: EncoderConfig, dropout: float = 0.1) -> None:
        super().__init__()
        width = config.hidden_size
        self.word = nn.Embedding(config.vocab_size, width)
        self.position = nn.Embedding(config.max_position_embeddings, width)
        self.kind = nn.Parameter(torch.zeros(width))
        self.embedding_norm = nn.LayerNorm(width, config.layer_norm_eps)
        self.layers = nn.ModuleList(Layer(config, dropout) for _ in range(config.num_hidden_layers))
        self.shape = nn.Linear(len(FEATURES), width, bias=False)
        nn.init.zeros_(self.shape.weight)
        self.dropout = nn.Dropout(dropout)
        self.head_hidden = nn.Linear(width, width)
        self.head_tag = nn.Linear(width, len(TAGS))
        self.head_pair = nn.Linear(width, len(PAIR_PARTS) * PAIR_WIDTH)
        self.head_null = nn.Linear(width, 2)
        self.head_event = nn.Linear(width, width)
        self.head_presence = nn.Linear(width, 1)
        self.head_factuality = nn.Linear(width, len(FACTUALITY_CORPORA))
        self.head_statement = nn.Linear(width, width)
        self.head_votes = nn.Linear(width, len(ROLES) * ANSWERS)
        self.distance = nn.Parameter(torch.zeros(3, DISTANCE_BUCKETS))

    def freeze(self, layers: int) -> None:
        """Let so many of the lowest layers, and the vectors that they read, stay as they are from here on."""
        if layers:
            for part in (self.word, self.position, self.embedding_norm, self.shape, *self.layers[:layers]):
                part.requires_grad_(requires_grad=False)
            self.kind.requires_grad_(requires_grad=False)

    def encode(self, ids: Tensor, shape: Tensor, mask: Tensor | None = None) -> Tensor:
        """The vectors [B, T, H] of a batch: ids int64 [B, T], shape float [B, T, F], mask int64 [B, T] if padded."""
        positions = torch.arange(ids.shape[1], device=ids.device)
        hidden = self.word(ids) + self.shape(shape) + self.position(positions)[None] + self.kind
        hidden = self.embedding_norm(hidden)
        bias = None if mask is None else padding_bias(mask, type_of_products(hidden))
        for layer in self.layers:
            hidden = layer(hidden, bias)
        return hidden

    def attribute(self, hidden: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """Who says what, by the vectors of pieces: `tags`, `pair` and `null` as in `Output`."""
        told = self.dropout(functional.gelu(self.head_hidden(self.dropout(hidden))))
        return self.head_tag(told), self.head_pair(told), self.head_null(told)

    def find_events(self, hidden: Tensor) -> tuple[Tensor, Tensor]:
        """The events, by the vectors of pieces: `presence` and `factuality` as in `Output`."""
        events = self.dropout(functional.gelu(self.head_event(self.dropout(hidden))))
        return self.head_presence(events)[..., 0], self.head_factuality(events)

    def vote(self, hidden: Tensor) -> Tensor:
        """The votes of pieces [B, T, roles, ANSWERS] by their vectors."""
        statement = self.dropout(functional.gelu(self.head_statement(self.dropout(hidden))))
        return self.head_votes(statement).unflatten(-1, (len(ROLES), ANSWERS))

    def forward(self, ids: Tensor, shape: Tensor, mask: Tensor | None = None) -> Output:
        """Score a batch, given as for `encode`."""
        hidden = self.encode(ids, shape, mask)
        return Output(*self.attribute(hidden), *self.find_events(hidden), self.vote(hidden))


def restore(network: AttributionNetwork, weights: dict[str, Tensor]) -> None:
    """Give a network stored weights; heads that an older store lacks start from nothing.

    Raises:
        ValueError: the weights are those of another network.
    """
    left = network.load_state_dict(weights, strict=False)
    if left.unexpected_keys or not all(name.startswith("head_") for name in left.missing_keys):
        raise ValueError(f"the weights of another network were given: {left}")


BERT_NAMES = {
    "query": "attention.self.query",
    "key": "attention.self.key",
    "value": "attention.self.value",
    "attended": "attention.output.dense",
    "attended_norm": "attention.output.LayerNorm",
    "wide": "intermediate.dense",
    "narrow": "output.dense",
    "narrow_norm": "output.LayerNorm",
}


def load_pretrained(folder: Path) -> AttributionNetwork:
    """Build the network on a BERT encoder saved as `config.json` and `model.safetensors`.

    Raises:
        FileNotFoundError: the folder lacks one of the two files.
        KeyError: the weights are not those of a BERT encoder.
    """
    config = EncoderConfig.from_file(folder / "config.json")
    stored = load_file(folder / "model.safetensors")
    state = {
        "word.weight": stored["embeddings.word_embeddings.weight"],
        "position.weight": stored["embeddings.position_embeddings.weight"],
        "kind": stored["embeddings.token_type_embeddings.weight"][0],
        "embedding_norm.weight": stored["embeddings.LayerNorm.weight"],
        "embedding_norm.bias": stored["embeddings.LayerNorm.bias"],
    }
    network = AttributionNetwork(config)
    fill_encoder(network, state | layer_weights(stored, BERT_NAMES, config.num_hidden_layers), folder)
    return network


def fill_encoder(network: EncoderNetwork, state: dict[str, Tensor], folder: Path) -> None:
    """Give a network's encoder its pretrained weights; its heads are left as they are.

    Args:
        network: Any on an encoder.
        state: The weights of the encoder by our names.
        folder: Where the weights are from.

    Raises:
        KeyError: the weights are those of another encoder.
    """
    left = network.load_state_dict(state, strict=False)
    pretrained = {name for name, _ in network.encoder_parameters()}
    if missing := pretrained & set(left.missing_keys):
        raise KeyError(f"{folder} holds no weights for {sorted(missing)}; another encoder was wanted")


def layer_weights(stored: dict[str, Tensor], names: dict[str, str], layers: int) -> dict[str, Tensor]:
    """The stored weights of an encoder's layers by our names."""
    return {
        f"layers.{index}.{ours}.{part}": stored[f"encoder.layer.{index}.{theirs}.{part}"]
        for index in range(layers)
        for ours, theirs in names.items()
        for part in ("weight", "bias")
    }


def build(weights: dict[str, Tensor]) -> AttributionNetwork:
    """The network of some stored weights, which may have fewer layers than MiniLM, and narrower ones.

    Raises:
        ValueError: the weights are those of another network.
    """
    layers = {name.split(".")[1] for name in weights if name.startswith("layers.")}
    if not layers:
        raise ValueError(f"weights with no layers were given: {sorted(weights)[:5]}")
    config = replace(
        EncoderConfig.from_file(pretrained_folder() / "config.json"),
        num_hidden_layers=len(layers),
        intermediate_size=len(weights["layers.0.wide.bias"]),
    )
    network = AttributionNetwork(config)
    restore(network, weights)
    return network


def load_run(run: Path) -> AttributionNetwork:
    """The network as a run left it; heads that the run lacks start from nothing."""
    return build(load_stored(run / "last.pt"))
