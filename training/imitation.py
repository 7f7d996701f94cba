"""How far a network's attributions are from what a larger one tells, and what that one told, kept on disk."""

from dataclasses import dataclass
from pathlib import Path

import torch
from torch import Tensor
from torch.nn import functional

from training.corpus import Batch
from training.device import half_precision, load_stored
from training.loss import Told
from training.network import AttributionNetwork

PARTS = ("tags", "pair", "null")


def imitation_losses(told: Told, wanted: Told, first: Tensor, warmth: float = 1.0) -> tuple[Tensor, Tensor, Tensor]:
    """Divergences (Kullback and Leibler) of what a network tells from what a larger one does: 0 where they agree.

    They are over the same choices as the losses on labels, and over words alone, as the decoder reads no other pieces
    and the larger network learnt of no others.

    Args:
        told: By the network that learns.
        wanted: By the larger one.
        first: bool [B, T], true where a piece begins a word.
        warmth: Both distributions are flattened by it, so that what is unlikely counts for more (Hinton et al., 2015).

    Returns:
        Of the tags and of each word's cue, by word; and of the borders of each cue's source, by cue: cues are the words
        that the larger network may take for one, each counting by how likely it does.
    """
    tags = _divergence(told.tags[first], wanted.tags[first], warmth).mean()
    candidate = told.cue_candidates(first) | wanted.cue_candidates(first)
    ties = _divergence(told.cue_logits(candidate)[first], wanted.cue_logits(candidate)[first], warmth).mean()
    row, cue = wanted.cue_candidates(first).nonzero(as_tuple=True)
    if not len(row):
        return tags, ties, ties.new_zeros(())
    starts, ends = told.source_logits(first, row, cue)
    wanted_starts, wanted_ends = wanted.source_logits(first, row, cue)
    has_source = 1 - wanted_starts.softmax(-1)[:, 0]
    by_cue = _divergence(starts, wanted_starts, warmth) + has_source * _divergence(ends, wanted_ends, warmth)
    share = wanted.cue_share()[row, cue]
    return tags, ties, (share * by_cue).sum() / share.sum()


def _divergence(logits: Tensor, wanted: Tensor, warmth: float) -> Tensor:
    """Of the distributions in the last dimension, with gradients as large as without warmth."""
    told, wished = (part.div(warmth).log_softmax(-1) for part in (logits, wanted))
    return functional.kl_div(told, wished, reduction="none", log_target=True).sum(-1) * warmth**2


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
    words = _ask(lesson) if lesson.kept is None else _recall(lesson, lesson.kept)

    def spread(told: Tensor) -> Tensor:
        pieces = torch.zeros(*lesson.batch.ids.shape, told.shape[-1])
        pieces[lesson.batch.first] = told.float().to(pieces.device)
        return pieces

    return Told(*(spread(words[name]) for name in PARTS), lesson.teacher.distance.detach())


def _recall(lesson: Lesson, kept: Path) -> dict[str, Tensor]:
    """What was told of the words of a batch, as its file keeps it; asked, and kept, where that is of another batch."""
    ids = lesson.batch.ids.int().cpu()
    words = load_stored(kept) if kept.exists() else {}
    if not words or not torch.equal(words["ids"], ids):
        words = {"ids": ids} | {name: part.half().cpu() for name, part in _ask(lesson).items()}
        scratch = kept.with_suffix(".tmp")
        torch.save(words, scratch)
        scratch.replace(kept)
    return words


def _ask(lesson: Lesson) -> dict[str, Tensor]:
    """What is told of the words [words, ...] of a batch."""
    batch = lesson.batch
    lesson.teacher.eval()
    with torch.no_grad(), half_precision():
        output = lesson.teacher(batch.ids, batch.shape, batch.mask)
    return {name: getattr(output, name)[batch.first] for name in PARTS}
