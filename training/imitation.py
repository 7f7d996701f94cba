"""How far a network's attributions are from what a larger one tells, and what that one told, kept on disk."""

from dataclasses import dataclass, replace
from pathlib import Path

import torch
from torch import Tensor

from training.corpus import Batch
from training.device import load_stored
from training.loss import Told
from training.network import AttributionNetwork

PARTS = ("tags", "pair", "null")


def imitation_losses(told: Told, wanted: Told, first: Tensor, warmth: float = 1.0) -> Tensor:
    """Divergences (Kullback and Leibler) of what a network tells from what a larger one does: 0 where they agree.

    They are over the same choices as the losses on labels, and over words alone, as the decoder reads no other pieces
    and the larger network learnt of no others.

    Args:
        told: By the network that learns.
        wanted: By the larger one.
        first: bool [B, T], true where a piece begins a word.
        warmth: Both distributions are flattened by it, so that what is unlikely counts for more (Hinton et al., 2015).

    Returns:
        Three: of the tags and of each word's cue, by word; and of the borders of each cue's source, by cue: cues are
        the words that the larger network may take for one, each counting by how likely it does.
    """
    may_be_cue = wanted.cue_candidates(first)
    candidate = told.cue_candidates(first) | may_be_cue
    choices, wanted_choices = told.choices(candidate, first), wanted.choices(candidate, first)
    has_source = 1 - wanted_choices[:, 1].softmax(-1)[..., 0]
    ties, starts, ends = _divergence(choices, wanted_choices, warmth).unbind(1)
    words, cues = (_mean_of(weights) for weights in (first.float(), wanted.cue_share * may_be_cue))
    tags = _divergence(told.tags, wanted.tags, warmth)
    return torch.stack([(words * tags).sum(), (words * ties).sum(), (cues * (starts + has_source * ends)).sum()])


def _mean_of(weights: Tensor) -> Tensor:
    """Weights with 1 for their sum; where all are 0 they stay so."""
    return weights / weights.sum().clamp(min=torch.finfo(weights.dtype).tiny)


def _divergence(logits: Tensor, wanted: Tensor, warmth: float) -> Tensor:
    """Of the distributions in the last dimension, with gradients as large as without warmth."""
    told, wished = (part.div(warmth).log_softmax(-1) for part in (logits, wanted))
    return (wished.exp() * (wished - told)).sum(-1) * warmth**2


@dataclass(frozen=True)
class Lesson:
    """A batch, who tells it, and the file that keeps what was told of it, if it is kept."""

    batch: Batch
    teacher: AttributionNetwork
    kept: Path | None

    @property
    def mask(self) -> Tensor:
        """The batch's."""
        return self.batch.mask


def tell(lesson: Lesson) -> Told:
    """What the larger network tells of a batch: read from disk where it told of the very same before.

    On a processor its reading takes longer than a step of the smaller network, so epochs that see the same batches, and
    other small networks, take what was told to the first. Only words are kept, as fp16: 0.8 KB each.
    """
    return _ask(lesson) if lesson.kept is None else _recall(lesson, lesson.kept)


def _recall(lesson: Lesson, kept: Path) -> Told:
    """What was told of a batch, as its file keeps it; asked, and kept, where that is of another batch."""
    ids, first = lesson.batch.ids.int().cpu(), lesson.batch.first.cpu()
    words = load_stored(kept) if kept.exists() else {}
    if not words or not torch.equal(words["ids"], ids):
        told = _ask(lesson)
        words = {"ids": ids} | {name: getattr(told, name).cpu()[first].half() for name in PARTS}
        scratch = kept.with_suffix(".tmp")
        torch.save(words, scratch)
        scratch.replace(kept)

    def spread(told: Tensor) -> Tensor:
        pieces = told.new_zeros(*first.shape, told.shape[-1], dtype=torch.float32)
        pieces[first] = told.float()
        return pieces.to(lesson.batch.ids.device)

    return Told(*(spread(words[name]) for name in PARTS), lesson.teacher.distance.detach())


def _ask(lesson: Lesson) -> Told:
    with torch.no_grad():
        told = Told.of(lesson.teacher, lesson.batch)
    return replace(told, distance=told.distance.detach())
