"""The certainty head's share of training: batches of sentences with events, and their loss."""

import random
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional

from training.corpus import batch_windows, pad_windows
from training.device import half_precision
from training.factuality import Sentence
from training.network import FACTUALITY_CORPORA, AttributionNetwork

PRESENCE_WEIGHT = 0.2
CORPUS_WEIGHTS = (1.0, 0.5)
"""UW is news; UDS-IH2 is of many kinds of text, and four times as large."""
HUBER_BETA = 0.3
"""The scores count absolute errors, and most events are plain facts: near to the absolute error, smooth at zero."""
LARGEST = 3.0


@dataclass(frozen=True)
class EventBatch:
    """B sentences padded to one length T, with their E events.

    Attributes:
        ids, mask, shape: As in `training.corpus.Batch`.
        words: float32 [B, T], the same where a piece begins a word, 0 elsewhere; 1 in all.
        present: float32 [B, T], 1 where an event's word begins.
        places: int64 [E], where each event is in [B, T, corpora], all in a row, as its own corpus would have it.
        labels: float32 [E].
        weights: float32 [E], by corpus.
    """

    ids: Tensor
    mask: Tensor
    shape: Tensor
    words: Tensor
    present: Tensor
    places: Tensor
    labels: Tensor
    weights: Tensor


def collate_events(sentences: list[Sentence]) -> EventBatch:
    """Pad sentences; a sentence's pieces start at position 1."""
    padded = pad_windows([(sentence.pieces, (0, len(sentence.pieces))) for sentence in sentences])
    first, present = (np.zeros(padded[0].shape, np.float32) for _ in range(2))
    for row, sentence in enumerate(sentences):
        first[row, 1 : len(sentence.pieces) + 1] = sentence.pieces.first
        present[row, sentence.events + 1] = 1
    counts = [len(sentence.events) for sentence in sentences]
    corpora = np.repeat([FACTUALITY_CORPORA.index(sentence.corpus) for sentence in sentences], counts)
    rows = np.repeat(np.arange(len(sentences)), counts)
    pieces = np.concatenate([sentence.events for sentence in sentences]) + 1
    arrays = (
        *padded,
        first / first.sum(),
        present,
        np.ravel_multi_index((rows, pieces, corpora), (*first.shape, len(FACTUALITY_CORPORA))),
        np.concatenate([sentence.labels for sentence in sentences]),
        np.array(CORPUS_WEIGHTS, np.float32)[corpora],
    )
    return EventBatch(*map(torch.as_tensor, arrays))


def event_batches(sentences: list[Sentence], budget_pieces: int, rng: random.Random) -> list[EventBatch]:
    """All sentences in batches of like lengths, in random order."""
    groups = batch_windows([int(len(one.pieces) + 2 + 6 * rng.random()) for one in sentences], budget_pieces)
    rng.shuffle(groups)
    return [collate_events([sentences[index] for index in group]) for group in groups]


def event_loss(network: AttributionNetwork, batch: EventBatch) -> Tensor:
    """Huber loss [1] of the events' factuality, and cross entropy of which words are events."""
    presence, told = _tell_events(network, batch)
    off = functional.smooth_l1_loss(told, batch.labels, beta=HUBER_BETA, reduction="none")
    missed = functional.binary_cross_entropy_with_logits(presence, batch.present, batch.words, reduction="sum")
    return (off @ batch.weights / len(off) + PRESENCE_WEIGHT * missed)[None]


def _tell_events(network: AttributionNetwork, batch: EventBatch) -> tuple[Tensor, Tensor]:
    """Logits [B, T] of an event in each piece, and how factual each event is put [E], in the precision of training."""
    with half_precision():
        presence, factuality = network.find_events(network.encode(batch.ids, batch.shape, batch.mask))
    return presence.float(), factuality.float().flatten().index_select(0, batch.places)


@torch.no_grad()
def measure_events(
    network: AttributionNetwork, sentences: list[Sentence], budget_pieces: int = 4096
) -> dict[str, float]:
    """Pearson's r and the mean absolute error over all events."""
    network.eval()
    told, labels = [], []
    for batch in event_batches(sentences, budget_pieces, random.Random(0)):
        told.append(_tell_events(network, batch)[1].clamp(-LARGEST, LARGEST))
        labels.append(batch.labels)
    network.train()
    got, wanted = (torch.cat(part).cpu().numpy() for part in (told, labels))
    return {"r": float(np.corrcoef(got, wanted)[0, 1]), "mae": float(np.abs(got - wanted).mean())}
