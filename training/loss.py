"""The three losses of the attribution network: tags, content to cue, cue to source."""

from dataclasses import dataclass
from functools import cache, cached_property

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional

from sayso.attribution.network.labels import B_CUE, PAIR_PARTS, distance_bucket
from training.corpus import IGNORE, Batch
from training.device import half_precision
from training.network import AttributionNetwork

_OFF = -1e4
_CANDIDATE_CUE = 0.15
_CHOOSERS, _CHOSEN = (
    tuple(PAIR_PARTS.index(name) for name in names)
    for names in (("cue_content", "cue_start", "cue_end"), ("content_cue", "source_start", "source_end"))
)
"""Whose vector, and that of what it may choose, for each kind of choice."""


@cache
def _buckets(length: int) -> Tensor:
    """The bucket [3, 2 T - 1] of how far each choice is from who chooses, from T - 1 pieces before to as many after.

    Content chooses cues, and distances are counted from cues.
    """
    buckets = distance_bucket(np.arange(1 - length, length))
    return torch.as_tensor(np.stack([buckets[::-1], buckets, buckets]))


@dataclass(frozen=True)
class Told:
    """What a network tells of who says what in a batch of B windows of T pieces, in fp32.

    Attributes:
        tags, pair, null, distance: As in `sayso.attribution.network.decoding.Scores`, all but the last with a
            batch before.
    """

    tags: Tensor
    pair: Tensor
    null: Tensor
    distance: Tensor

    @classmethod
    def of(cls, network: AttributionNetwork, batch: Batch) -> "Told":
        """What a network tells, in the precision of training."""
        with half_precision():
            told = network.attribute(network.encode(batch.ids, batch.shape, batch.mask))
        return cls(*(part.float() for part in told), network.distance)

    @cached_property
    def cue_share(self) -> Tensor:
        """How likely a cue begins at each piece: [B, T], without gradients."""
        return self.tags.detach().softmax(-1)[..., B_CUE]

    def cue_candidates(self, first: Tensor) -> Tensor:
        """The words that may begin a cue: bool [B, T]."""
        return (self.cue_share > _CANDIDATE_CUE) & first

    def choices(self, candidate: Tensor, first: Tensor) -> Tensor:
        """Logits of what each piece chooses in three ways: [B, 3, T, 1 + T], the first choice being none.

        Args:
            candidate: bool [B, T], the words that may begin a cue.
            first: bool [B, T], true where a piece begins a word.

        Returns:
            As content its cue, among the candidates; as a cue the first word of its source; and the last, without none.
        """
        allowed = functional.pad(torch.stack([candidate, first, first], 1), (1, 0), value=1.0)
        return self._ties.masked_fill(~allowed[:, :, None], _OFF)

    @cached_property
    def _ties(self) -> Tensor:
        """Logits as `choices` gives them, of all pieces."""
        parts = self.pair.unflatten(-1, (len(PAIR_PARTS), -1)).unbind(2)
        choosers, chosen = (torch.stack([parts[at] for at in side], 1) for side in (_CHOOSERS, _CHOSEN))
        length, width = choosers.shape[2:]
        apart = self.distance.gather(1, _buckets(length)).unfold(1, length, 1).flip(1)
        ties = choosers * width**-0.5 @ chosen.transpose(2, 3) + apart
        none = functional.pad(self.null, (0, 1), value=_OFF).transpose(1, 2)
        return torch.cat([none[..., None], ties], -1)


def losses(told: Told, batch: Batch) -> Tensor:
    """Cross entropies [3] over words of the tags, of each content word's cue, and of each cue's source borders."""
    tags = functional.cross_entropy(told.tags.flatten(0, 1), batch.tags.flatten(), ignore_index=IGNORE)
    choices = told.choices(told.cue_candidates(batch.first) | batch.cues, batch.first).log_softmax(-1)
    ties, sources = -(batch.shares @ choices.flatten().index_select(0, batch.choices))
    return torch.stack([tags, ties, sources])
