"""The three losses of the attribution network: tags, content to cue, cue to source."""

from dataclasses import dataclass
from functools import cache

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional

from sayso.attribution.labels import B_CUE, PAIR_PARTS, distance_bucket
from training.corpus import IGNORE, NO_SOURCE, OUTSIDE_WINDOW, Batch
from training.network import AttributionNetwork, Output

_OFF = -1e4
_CANDIDATE_CUE = 0.15


@cache
def _buckets(length: int) -> Tensor:
    """How far each piece of a window is from each other one: buckets [T, T]."""
    places = np.arange(length)
    return torch.as_tensor(distance_bucket(places[None, :] - places[:, None]))


@dataclass(frozen=True)
class Told:
    """What a network tells of who says what in a batch of B windows of T pieces, in fp32.

    Attributes:
        tags, pair, null, distance: As in `sayso.attribution.decoding.Scores`, all but the last with a batch before.
    """

    tags: Tensor
    pair: Tensor
    null: Tensor
    distance: Tensor

    @classmethod
    def of(cls, network: AttributionNetwork, output: Output) -> "Told":
        """What a network told."""
        return cls(*(part.float() for part in output[:3]), network.distance)

    def cue_share(self) -> Tensor:
        """How likely a cue begins at each piece: [B, T], without gradients."""
        return self.tags.detach().softmax(-1)[..., B_CUE]

    def cue_candidates(self, first: Tensor) -> Tensor:
        """The words that may begin a cue: bool [B, T]."""
        return (self.cue_share() > _CANDIDATE_CUE) & first

    def cue_logits(self, candidate: Tensor) -> Tensor:
        """Logits [B, T, 1 + T] of the cue that each piece belongs to, among the candidates; column 0 is none."""
        part = self._parts()
        ties = part["content_cue"] @ part["cue_content"].transpose(1, 2) * part["content_cue"].shape[-1] ** -0.5
        length = ties.shape[1]
        ties = ties + self.distance[0][_buckets(length)]
        ties = ties.masked_fill(~candidate[:, :, None], _OFF)
        return torch.cat([self.null[:, None, :, 0], ties], 1).transpose(1, 2)

    def source_logits(self, first: Tensor, row: Tensor, cue: Tensor) -> tuple[Tensor, Tensor]:
        """Logits of the first word of each of C cues' source [C, 1 + T], column 0 for none, and of its last [C, T]."""
        part = self._parts()
        buckets = _buckets(first.shape[1])[cue]

        def logits(cue_side: str, word_side: str, kind: int) -> Tensor:
            scores = (part[cue_side][row, cue][:, None] * part[word_side][row]).sum(-1)
            scores = scores * part[cue_side].shape[-1] ** -0.5 + self.distance[kind][buckets]
            return scores.masked_fill(~first[row], _OFF)

        starts = torch.cat([self.null[row, cue, 1][:, None], logits("cue_start", "source_start", 1)], 1)
        return starts, logits("cue_end", "source_end", 2)

    def _parts(self) -> dict[str, Tensor]:
        return dict(zip(PAIR_PARTS, self.pair.chunk(len(PAIR_PARTS), -1), strict=True))


def losses(told: Told, batch: Batch) -> tuple[Tensor, Tensor, Tensor]:
    """Cross entropies over words of the tags, of each content word's cue, and of each cue's source borders."""
    tag_loss = functional.cross_entropy(told.tags[batch.first], batch.tags[batch.first])
    return tag_loss, _content_loss(told, batch), _source_loss(told, batch)


def _content_loss(told: Told, batch: Batch) -> Tensor:
    candidate = told.cue_candidates(batch.first)
    for row, cue, *_ in batch.sources:
        candidate[row, cue] = True
    target = torch.where(batch.cue_of >= 0, batch.cue_of + 1, 0)
    target = target.masked_fill((batch.cue_of == OUTSIDE_WINDOW) | ~batch.first, IGNORE)
    if not (target != IGNORE).any():
        return told.null.new_zeros(())
    return functional.cross_entropy(told.cue_logits(candidate).transpose(1, 2), target, ignore_index=IGNORE)


def _source_loss(told: Told, batch: Batch) -> Tensor:
    if not batch.sources:
        return told.null.new_zeros(())
    row, cue, start, last = torch.tensor(batch.sources).unbind(1)
    starts, ends = told.source_logits(batch.first, row, cue)
    loss = functional.cross_entropy(starts, torch.where(start == NO_SOURCE, 0, start + 1))
    if (last != NO_SOURCE).any():
        loss = loss + functional.cross_entropy(ends, last.masked_fill(last == NO_SOURCE, IGNORE), ignore_index=IGNORE)
    return loss
