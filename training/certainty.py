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
from training.network import FACTUALITY_CORPORA, AttributionNetwork, Output

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
        first: bool [B, T], true where a piece begins a word.
        present: float32 [B, T], 1 where an event's word begins.
        rows, places: int64 [E], where each event is.
        corpora: int64 [E], index into FACTUALITY_CORPORA.
        labels: float32 [E].
    """

    ids: Tensor
    mask: Tensor
    shape: Tensor
    first: Tensor
    present: Tensor
    rows: Tensor
    places: Tensor
    corpora: Tensor
    labels: Tensor


def collate_events(sentences: list[Sentence]) -> EventBatch:
    """Pad sentences; a sentence's pieces start at position 1."""
    padded = pad_windows([(sentence.pieces, (0, len(sentence.pieces))) for sentence in sentences])
    first, present = np.zeros(padded[0].shape, np.bool_), np.zeros(padded[0].shape, np.float32)
    for row, sentence in enumerate(sentences):
        first[row, 1 : len(sentence.pieces) + 1] = sentence.pieces.first
        present[row, sentence.events + 1] = 1
    counts = [len(sentence.events) for sentence in sentences]
    corpora = [FACTUALITY_CORPORA.index(sentence.corpus) for sentence in sentences]
    arrays = (
        *padded,
        first,
        present,
        np.repeat(np.arange(len(sentences)), counts),
        np.concatenate([sentence.events for sentence in sentences]) + 1,
        np.repeat(corpora, counts),
        np.concatenate([sentence.labels for sentence in sentences]),
    )
    return EventBatch(*map(torch.as_tensor, arrays))


def event_batches(sentences: list[Sentence], budget_pieces: int, rng: random.Random) -> list[EventBatch]:
    """All sentences in batches of like lengths, in random order."""
    groups = batch_windows([int(len(one.pieces) + 2 + 6 * rng.random()) for one in sentences], budget_pieces)
    rng.shuffle(groups)
    return [collate_events([sentences[index] for index in group]) for group in groups]


def event_loss(output: Output, batch: EventBatch) -> Tensor:
    """Huber loss of the events' factuality, and cross entropy of which words are events."""
    told = output.factuality.float()[batch.rows, batch.places, batch.corpora]
    weight = torch.tensor(CORPUS_WEIGHTS)[batch.corpora]
    off = functional.smooth_l1_loss(told, batch.labels, beta=HUBER_BETA, reduction="none")
    presence = output.presence.float()[batch.first]
    missed = functional.binary_cross_entropy_with_logits(presence, batch.present[batch.first])
    return (off * weight).mean() + PRESENCE_WEIGHT * missed


@torch.no_grad()
def measure_events(
    network: AttributionNetwork, sentences: list[Sentence], budget_pieces: int = 4096
) -> dict[str, float]:
    """Pearson's r and the mean absolute error over all events."""
    network.eval()
    told, labels = [], []
    for batch in event_batches(sentences, budget_pieces, random.Random(0)):
        with half_precision():
            output = network(batch.ids, batch.shape, batch.mask)
        factuality = output.factuality.float().clamp(-LARGEST, LARGEST)
        told.append(factuality[batch.rows, batch.places, batch.corpora])
        labels.append(batch.labels)
    network.train()
    got, wanted = (torch.cat(part).cpu().numpy() for part in (told, labels))
    return {"r": float(np.corrcoef(got, wanted)[0, 1]), "mae": float(np.abs(got - wanted).mean())}
