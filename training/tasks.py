"""What a network learns in an epoch: batches of each kind, and their losses."""

import argparse
import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import torch
from tokenizers import Tokenizer
from torch import Tensor

from evaluation.corpora import data_folder, read_lines
from training.augment import augment
from training.certainty import event_batches, event_loss
from training.corpus import Batch, make_example, set_aside, shuffled_batches, training_windows
from training.factuality import LONGEST_PIECES, Sentence, read_factuality
from training.invented import invented_stories
from training.label_events import read_labelled
from training.loss import Told, losses
from training.network import FACTUALITY_CORPORA, AttributionNetwork
from training.options import BUDGET_PIECES

STORY_WEIGHTS = (1.0, 1.0, 0.4)
"""Of tags, ties and sources."""
EVENT_WEIGHTS = (1.0,)
EVENT_SHARE = 0.4
"""Pieces in a batch of sentences with events, beside those in one of stories; a step has one of these and two or three
of those."""


@cache
def _row(values: tuple[float, ...], device: torch.device) -> Tensor:
    return torch.tensor(values, device=device)


@dataclass(frozen=True)
class Task:
    """One thing to learn in an epoch.

    Attributes:
        name: By which progress tells its losses.
        batches: Each has a `mask`.
        losses: The parts of the loss of a batch, in a row.
        weights: Of these parts.
    """

    name: str
    batches: Sequence[Any]
    losses: Callable[[Any], Tensor]
    weights: tuple[float, ...]

    def learn(self, batch: Any) -> Tensor:
        """Add the gradients of a batch to those that are there; the parts of its loss, in a row."""
        parts = self.losses(batch)
        parts.backward(_row(self.weights, parts.device))
        return parts.detach()

    def of_step(self, step: int, steps: int) -> Sequence[Any]:
        """The batches of the given one of so many steps (1, 2, ...): all are spread evenly over them."""
        return self.batches[(step - 1) * len(self.batches) // steps : step * len(self.batches) // steps]


def story_task(
    network: AttributionNetwork,
    batches: list[Batch],
    name: str = "stories",
    weights: tuple[float, ...] = STORY_WEIGHTS,
) -> Task:
    """Attributions by their labels."""
    return Task(name, batches, lambda batch: losses(Told.of(network, batch), batch), weights)


def event_task(
    network: AttributionNetwork, events: list[Sentence], rng: random.Random, budget_pieces: int = BUDGET_PIECES
) -> Task:
    """Events and how factual they are put; `budget_pieces` are those in a batch of stories."""
    return Task(
        "events",
        event_batches(events, round(EVENT_SHARE * budget_pieces), rng),
        lambda batch: event_loss(network, batch),
        EVENT_WEIGHTS,
    )


@dataclass(frozen=True)
class Drawing:
    """How an epoch's batches are drawn.

    Attributes:
        tokenizer: Cuts the stories into pieces.
        budget_pieces: Pieces in a batch of stories.
        vary: What may change a story.
    """

    tokenizer: Tokenizer
    budget_pieces: int
    vary: Callable[[dict, random.Random], dict] = augment

    def draw(self, stories: list[dict], seen: int, rng: random.Random) -> list[Batch]:
        """The batches of so many of the stories."""
        examples = [make_example(self.tokenizer, self.vary(story, rng)) for story in rng.sample(stories, seen)]
        return list(shuffled_batches(training_windows(examples, rng), self.budget_pieces, rng))


def read_learnt(tokenizer: Tokenizer, options: argparse.Namespace) -> tuple[list[dict], list[Sentence]]:
    """The annotated stories that are not set aside, and the sentences with events, as far as the options want them."""
    stories, _ = set_aside(read_lines(data_folder() / "attribution" / "polnear_train.jsonl.gz"))
    wanted = stories[: options.stories]
    invented = invented_stories() if options.invented else []
    events = [] if options.stories_alone else read_events(tokenizer, options.events_of)
    return wanted + invented, events[:: len(stories) // len(wanted)]


def read_events(tokenizer: Tokenizer, labelled: Path | None) -> list[Sentence]:
    """The sentences of the factuality corpora, and those of a run of `training.label_events`."""
    events = [sentence for corpus in FACTUALITY_CORPORA for sentence in read_short(tokenizer, corpus)]
    return events + (read_labelled(tokenizer, labelled) if labelled else [])


def read_short(tokenizer: Tokenizer, corpus: str) -> list[Sentence]:
    """The sentences of a factuality corpus to learn from, without the longest."""
    return [one for one in read_factuality(tokenizer, corpus, "train") if len(one.pieces) <= LONGEST_PIECES]
