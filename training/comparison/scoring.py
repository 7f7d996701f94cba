"""What a comparison network reads in pairs, and how right it is."""

import json
from dataclasses import dataclass

import numpy as np
import torch
from tokenizers import Tokenizer

from sayso.claims.passages import cut_pair
from sayso.records import Relation
from training.comparison.batches import RELATIONS, pad_batch
from training.comparison.network import ComparisonNetwork
from training.comparison.pairs import AGAINST, NEAR, SAME, Pair
from training.corpus import batch_windows
from training.device import half_precision

READING_PIECES = 8192
"""Pieces in a batch that is only read."""


@dataclass(frozen=True)
class Aside:
    """The pairs of our own labels that are set aside."""

    tokenizer: Tokenizer
    pairs: list[Pair]

    def score(self, network: ComparisonNetwork) -> dict[str, float]:
        """How right a network reads them."""
        return measure_shares(read_shares(network, self.tokenizer, self.pairs), self.pairs)

    def show(self, scores: dict[str, float]) -> str:
        """The same in one line."""
        return json.dumps(scores)


def read_shares(network: ComparisonNetwork, tokenizer: Tokenizer, pairs: list[Pair]) -> np.ndarray:
    """How likely each relation is: float32 [N, relations], in the order of the pairs."""
    network.eval()
    cut = [cut_pair(tokenizer, pair.claim, pair.passage) for pair in pairs]
    shares = np.zeros((len(pairs), len(RELATIONS)), dtype=np.float32)
    for group in batch_windows([len(pieces) for pieces in cut], READING_PIECES):
        batch = pad_batch([(cut[place], pairs[place]) for place in group])
        with torch.no_grad(), half_precision():
            told = network(batch.ids, batch.parts, batch.mask)
        shares[group] = told.float().softmax(-1).cpu().numpy()
    return shares


def measure_shares(shares: np.ndarray, pairs: list[Pair]) -> dict[str, float]:
    """Best F1 of "states" and of "contradicts" over every proposition of the stories, and accuracy on marked pairs."""
    told = {}
    for name, answer in (("states", SAME), ("contradicts", AGAINST)):
        is_so = np.array([pair.answers == answer for pair in pairs])
        told[name], told[f"{name}_at"] = best_f1(shares[:, RELATIONS.index(Relation(name))], is_so)
    marked = [place for place, pair in enumerate(pairs) if pair.answers in (SAME, AGAINST, NEAR)]
    right = [RELATIONS[shares[place].argmax()] in pairs[place].answers for place in marked]
    told["marked"] = float(np.mean(right))
    return {name: round(value, 4) for name, value in told.items()}


def best_f1(scores: np.ndarray, is_so: np.ndarray) -> tuple[float, float]:
    """The best F1 that any threshold gives, and that threshold."""
    order = np.argsort(-scores)
    hits = np.cumsum(is_so[order])
    f1 = 2 * hits / (np.arange(1, len(scores) + 1) + is_so.sum())
    best = int(f1.argmax())
    return float(f1[best]), float(scores[order][best])
