"""The losses beside the same ones written as loops over windows and words."""

from collections.abc import Sequence

import numpy as np
import pytest

pytest.importorskip("torch", reason="training wants torch")

import torch
from torch import Tensor

from sayso.attribution.network.labels import B_CUE, PAIR_PARTS, distance_bucket
from tests.training.networks import random_windows, tiny_network
from training.corpus import NO_SOURCE, OUTSIDE_WINDOW, Batch, label_batch
from training.imitation import imitation_losses
from training.loss import Told, losses

SOURCES = [(0, 4, 1, 3), (0, 4, 7, 7), (0, 10, NO_SOURCE, NO_SOURCE), (1, 3, 4, 6)]
"""A cue with two sources, one with none, and one in the other window."""
PADDED, FIRST = random_windows()
WORDS = [(int(row), int(word)) for row, word in np.argwhere(FIRST)]
TAGS = np.random.default_rng(2).integers(0, 7, FIRST.shape)
CUE_OF = np.full(FIRST.shape, NO_SOURCE)
CUE_OF[0, 5:9], CUE_OF[0, 11:13], CUE_OF[1, 4:7], CUE_OF[1, 7] = 4, 10, 3, OUTSIDE_WINDOW


def told_by(seed: int) -> tuple[Told, list[Tensor]]:
    """What a network of random weights tells, with the tensors that take gradients."""
    with torch.no_grad():
        told = Told.of(tiny_network(seed), batch())
    leaves = [part.detach().clone().requires_grad_() for part in (told.tags, told.pair, told.null, told.distance)]
    return Told(*leaves), leaves


def batch() -> Batch:
    return label_batch(PADDED, FIRST, TAGS, CUE_OF, SOURCES)


class Plain:
    """What a network tells, choice by choice."""

    def __init__(self, told: Told) -> None:
        self.told = told
        self.parts = dict(zip(PAIR_PARTS, told.pair.chunk(len(PAIR_PARTS), -1), strict=True))

    def may_be_cues(self) -> set[tuple[int, int]]:
        share = self.told.tags.softmax(-1)[..., B_CUE]
        return {at for at in WORDS if share[at] > 0.15}

    def tie(self, row: int, cue: int, word: int, kind: int, sides: tuple[str, str]) -> Tensor:
        one, other = self.parts[sides[0]][row, cue], self.parts[sides[1]][row, word]
        return one @ other / len(one) ** 0.5 + self.told.distance[kind, int(distance_bucket(np.array(word - cue)))]

    def cue(self, row: int, word: int, cues: Sequence[int]) -> Tensor:
        ties = [self.tie(row, cue, word, 0, ("content_cue", "cue_content")) for cue in cues]
        return torch.stack([self.told.null[row, word, 0], *ties])

    def start(self, row: int, cue: int) -> Tensor:
        ties = [self.tie(row, cue, word, 1, ("cue_start", "source_start")) for word in words_of(row)]
        return torch.stack([self.told.null[row, cue, 1], *ties])

    def last(self, row: int, cue: int) -> Tensor:
        return torch.stack([self.tie(row, cue, word, 2, ("cue_end", "source_end")) for word in words_of(row)])


def words_of(row: int) -> list[int]:
    return [word for window, word in WORDS if window == row]


def mean(values: Sequence[Tensor]) -> Tensor:
    return torch.stack(list(values)).mean()


def plain_losses(told: Told) -> list[Tensor]:
    plain = Plain(told)
    cues = sorted(plain.may_be_cues() | {(row, cue) for row, cue, *_ in SOURCES})
    ties, starts, ends = [], [], []
    for row, word in WORDS:
        near = [cue for window, cue in cues if window == row]
        if CUE_OF[row, word] != OUTSIDE_WINDOW:
            choice = 0 if CUE_OF[row, word] == NO_SOURCE else 1 + near.index(CUE_OF[row, word])
            ties.append(-plain.cue(row, word, near).log_softmax(0)[choice])
    for row, cue, start, last in SOURCES:
        words = words_of(row)
        starts.append(-plain.start(row, cue).log_softmax(0)[0 if start == NO_SOURCE else 1 + words.index(start)])
        if last != NO_SOURCE:
            ends.append(-plain.last(row, cue).log_softmax(0)[words.index(last)])
    tags = mean([-told.tags[at].log_softmax(0)[TAGS[at]] for at in WORDS])
    return [tags, mean(ties), mean(starts) + mean(ends)]


def divergence(logits: Tensor, wanted: Tensor, warmth: float) -> Tensor:
    told, wished = (part / warmth for part in (logits, wanted))
    return warmth**2 * (wished.softmax(0) * (wished.log_softmax(0) - told.log_softmax(0))).sum()


def plain_imitation(told: Told, wanted: Told, warmth: float) -> list[Tensor]:
    plain, larger = Plain(told), Plain(wanted)
    cues = sorted(plain.may_be_cues() | larger.may_be_cues())
    ties = []
    for row, word in WORDS:
        near = [cue for window, cue in cues if window == row]
        ties.append(divergence(plain.cue(row, word, near), larger.cue(row, word, near), warmth))
    total, shares = 0.0, 0.0
    for at in larger.may_be_cues():
        share = wanted.tags[at].softmax(0)[B_CUE]
        has_source = 1 - larger.start(*at).softmax(0)[0]
        start = divergence(plain.start(*at), larger.start(*at), warmth)
        last = divergence(plain.last(*at), larger.last(*at), warmth)
        total, shares = total + share * (start + has_source * last), shares + share
    return [mean([divergence(told.tags[at], wanted.tags[at], warmth) for at in WORDS]), mean(ties), total / shares]


def check_same(got: Tensor, wanted: list[Tensor], leaves: list[Tensor]) -> None:
    assert got.tolist() == pytest.approx([float(part.detach()) for part in wanted], rel=1e-5)
    for part, plain in zip(got, wanted, strict=True):
        gradients, plain_gradients = (
            torch.autograd.grad(one, leaves, retain_graph=True, allow_unused=True, materialize_grads=True)
            for one in (part, plain)
        )
        for one, other in zip(gradients, plain_gradients, strict=True):
            assert torch.allclose(one, other, atol=1e-6, rtol=1e-4)


def test_the_losses_are_those_of_each_choice_by_itself() -> None:
    told, leaves = told_by(1)
    assert Plain(told).may_be_cues()
    check_same(losses(told, batch()), plain_losses(told), leaves)


@pytest.mark.parametrize("warmth", [1.0, 2.0])
def test_divergences_are_those_of_each_choice_by_itself(warmth: float) -> None:
    (told, leaves), (wanted, _) = told_by(1), told_by(2)
    wanted = Told(*(part.detach() for part in (wanted.tags, wanted.pair, wanted.null, wanted.distance)))
    check_same(imitation_losses(told, wanted, batch().first, warmth), plain_imitation(told, wanted, warmth), leaves)


def test_a_batch_without_sources_teaches_that_there_are_none() -> None:
    told, leaves = told_by(1)
    bare = label_batch(PADDED, FIRST, TAGS, np.full(FIRST.shape, NO_SOURCE), [])
    tags, ties, sources = losses(told, bare)
    assert float(ties.detach()) > 0.1
    assert float(sources.detach()) == 0
    gradients = torch.autograd.grad(tags + ties + sources, leaves)
    assert all(bool(one.isfinite().all()) for one in gradients)
