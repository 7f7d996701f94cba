"""The three losses of the attribution network: tags, content to cue, cue to source."""

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional

from sayso.attribution.labels import B_CUE, PAIR_PARTS, distance_bucket
from training.corpus import IGNORE, LIMIT_PIECES, NO_SOURCE, OUTSIDE_WINDOW, Batch
from training.network import AttributionNetwork, Output

_OFF = -1e4
_CANDIDATE_CUE = 0.15
_positions = np.arange(LIMIT_PIECES + 8)
_BUCKETS = torch.from_numpy(distance_bucket(_positions[None, :] - _positions[:, None]))


def losses(network: AttributionNetwork, output: Output, batch: Batch) -> tuple[Tensor, Tensor, Tensor]:
    """Cross entropies over words of the tags, of each content word's cue, and of each cue's source borders."""
    tags, pair, null = (part.float() for part in output[:3])
    part = dict(zip(PAIR_PARTS, pair.chunk(len(PAIR_PARTS), -1), strict=True))
    tag_loss = functional.cross_entropy(tags[batch.first], batch.tags[batch.first])
    tie_loss = _content_loss(network, tags, part, null, batch)
    return tag_loss, tie_loss, _source_loss(network, part, null, batch)


def _content_loss(
    network: AttributionNetwork, tags: Tensor, part: dict[str, Tensor], null: Tensor, batch: Batch
) -> Tensor:
    candidate = (tags.detach().softmax(-1)[..., B_CUE] > _CANDIDATE_CUE) & batch.first
    for row, cue, *_ in batch.sources:
        candidate[row, cue] = True
    length = tags.shape[1]
    ties = part["content_cue"] @ part["cue_content"].transpose(1, 2) * part["content_cue"].shape[-1] ** -0.5
    ties = ties + network.distance[0][_BUCKETS[:length, :length]]
    ties = ties.masked_fill(~candidate[:, :, None], _OFF)
    logits = torch.cat([null[:, None, :, 0], ties], 1)
    target = torch.where(batch.cue_of >= 0, batch.cue_of + 1, 0)
    target = target.masked_fill((batch.cue_of == OUTSIDE_WINDOW) | ~batch.first, IGNORE)
    if not (target != IGNORE).any():
        return null.new_zeros(())
    return functional.cross_entropy(logits, target, ignore_index=IGNORE)


def _source_loss(network: AttributionNetwork, part: dict[str, Tensor], null: Tensor, batch: Batch) -> Tensor:
    if not batch.sources:
        return null.new_zeros(())
    row, cue, start, last = torch.tensor(batch.sources).unbind(1)
    buckets = _BUCKETS[cue][:, : null.shape[1]]

    def logits(cue_side: str, word_side: str, kind: int) -> Tensor:
        scores = (part[cue_side][row, cue][:, None] * part[word_side][row]).sum(-1)
        scores = scores * part[cue_side].shape[-1] ** -0.5 + network.distance[kind][buckets]
        return scores.masked_fill(~batch.first[row], _OFF)

    starts = torch.cat([null[row, cue, 1][:, None], logits("cue_start", "source_start", 1)], 1)
    loss = functional.cross_entropy(starts, torch.where(start == NO_SOURCE, 0, start + 1))
    if (last != NO_SOURCE).any():
        ends = logits("cue_end", "source_end", 2)
        loss = loss + functional.cross_entropy(ends, last.masked_fill(last == NO_SOURCE, IGNORE), ignore_index=IGNORE)
    return loss
