"""Pairs in batches of like lengths, and their loss."""

import random
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import torch
from tokenizers import Tokenizer
from torch import Tensor

from sayso.claims.passages import PairPieces, cut_pair
from sayso.records import Relation
from training.comparison.pairs import Pair

BATCH_PIECES = 2048
TOLD_WEIGHT = 1.0
"""What a larger network tells counts as much as a label (Hinton et al., 2015)."""
RELATIONS = tuple(Relation)


@dataclass(frozen=True)
class PairBatch:
    """Pairs padded to one length: int64 [B, T]; `allowed` [B, relations] is 1 where an answer is right.

    `told` [B, relations] is what a larger network tells, 0 where it was not asked.
    """

    ids: Tensor
    parts: Tensor
    mask: Tensor
    allowed: Tensor
    told: Tensor
    weight: Tensor


def batches(
    tokenizer: Tokenizer, pairs: list[Pair], rng: random.Random | None, budget_pieces: int = BATCH_PIECES
) -> Iterator[PairBatch]:
    """Pairs of about one length together, the batches in any order; in the order of length without a generator."""
    cut = [(cut_pair(tokenizer, pair.claim, pair.passage), pair) for pair in pairs]
    if rng:
        rng.shuffle(cut)
    cut.sort(key=lambda one: len(one[0]) // 8)
    groups: list[list[tuple[PairPieces, Pair]]] = [[]]
    for one in cut:
        longest = max([len(pieces) for pieces, _ in groups[-1]] + [len(one[0])])
        if longest * (len(groups[-1]) + 1) > budget_pieces:
            groups.append([])
        groups[-1].append(one)
    if rng:
        rng.shuffle(groups)
    for group in groups:
        yield pad_batch(group)


def pad_batch(group: list[tuple[PairPieces, Pair]]) -> PairBatch:
    """One batch."""
    length = max(len(pieces) for pieces, _ in group)
    ids, parts, mask = (np.zeros((len(group), length), dtype=np.int64) for _ in range(3))
    allowed, told = (np.zeros((len(group), len(RELATIONS)), dtype=np.float32) for _ in range(2))
    for row, (pieces, pair) in enumerate(group):
        ids[row, : len(pieces)], parts[row, : len(pieces)], mask[row, : len(pieces)] = pieces.ids, pieces.parts, 1
        allowed[row, [RELATIONS.index(answer) for answer in pair.answers or RELATIONS]] = 1
        told[row] = pair.told or 0
    weight = torch.tensor([pair.weight for _, pair in group])
    return PairBatch(*map(torch.as_tensor, (ids, parts, mask, allowed, told)), weight)


def pair_loss(scores: Tensor, batch: PairBatch) -> Tensor:
    """Minus the logarithm of the likelihood that any of the right answers is given, and of what a larger network tells.

    A pair that nobody labelled allows every answer: only what is told of it counts.

    Args:
        scores: [..., B, relations].
        batch: The B pairs.

    Returns:
        The mean over the pairs, [...].
    """
    shares = scores.float().log_softmax(-1)
    right = (shares + batch.allowed.clamp(min=1e-9).log()).logsumexp(-1)
    as_told = TOLD_WEIGHT * (shares * batch.told).sum(-1)
    return -((right + as_told) @ batch.weight) / batch.weight.sum()
