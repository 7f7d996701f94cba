"""What a network learns in an epoch: batches of each kind, and their losses."""

import argparse
import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tokenizers import Tokenizer
from torch import Tensor

from evaluation.corpora import data_folder, read_lines
from training.augment import augment
from training.certainty import event_batches, event_loss
from training.corpus import Batch, make_example, set_aside, shuffled_batches, training_windows
from training.device import half_precision
from training.factuality import LONGEST_PIECES, Sentence, read_factuality
from training.label_events import read_labelled
from training.loss import Told, losses
from training.network import FACTUALITY_CORPORA, AttributionNetwork, Output

BUDGET_PIECES = 2560
"""Pieces in a batch of stories."""
STORY_WEIGHTS = (1.0, 1.0, 0.4)
"""Of tags, ties and sources."""
EVENT_WEIGHTS = (1.0,)
EVENT_SHARE = 0.4
"""Pieces in a batch of sentences with events, beside those in one of stories; a step has one of these and two or three
of those."""


@dataclass(frozen=True)
class Task:
    """One thing to learn in an epoch.

    Attributes:
        name: By which progress tells its losses.
        batches: Each has a `mask`.
        losses: The parts of the loss of a batch.
        weights: Of these parts.
    """

    name: str
    batches: Sequence[Any]
    losses: Callable[[Any], tuple[Tensor, ...]]
    weights: tuple[float, ...]

    def of_step(self, step: int, steps: int) -> Sequence[Any]:
        """The batches of the given one of so many steps (1, 2, ...): all are spread evenly over them."""
        return self.batches[(step - 1) * len(self.batches) // steps : step * len(self.batches) // steps]


def read_batch(network: AttributionNetwork, batch: Any) -> Output:
    """What a network tells of a batch of any kind, in the precision of training."""
    with half_precision():
        return network(batch.ids, batch.shape, batch.mask)


def story_task(network: AttributionNetwork, batches: list[Batch]) -> Task:
    """Attributions by their labels."""

    def story_losses(batch: Batch) -> tuple[Tensor, ...]:
        return losses(Told.of(network, read_batch(network, batch)), batch)

    return Task("stories", batches, story_losses, STORY_WEIGHTS)


def event_task(
    network: AttributionNetwork, events: list[Sentence], rng: random.Random, budget_pieces: int = BUDGET_PIECES
) -> Task:
    """Events and how factual they are put; `budget_pieces` are those in a batch of stories."""
    return Task(
        "events",
        event_batches(events, round(EVENT_SHARE * budget_pieces), rng),
        lambda batch: (event_loss(read_batch(network, batch), batch),),
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
    events = [] if options.stories_alone else read_events(tokenizer, options.events_of)
    return wanted, events[:: len(stories) // len(wanted)]


def read_events(tokenizer: Tokenizer, labelled: Path | None) -> list[Sentence]:
    """The sentences of the factuality corpora, and those of a run of `training.label_events`."""
    events = [sentence for corpus in FACTUALITY_CORPORA for sentence in read_short(tokenizer, corpus)]
    return events + (read_labelled(tokenizer, labelled) if labelled else [])


def read_short(tokenizer: Tokenizer, corpus: str) -> list[Sentence]:
    """The sentences of a factuality corpus to learn from, without the longest."""
    return [one for one in read_factuality(tokenizer, corpus, "train") if len(one.pieces) <= LONGEST_PIECES]


def add_options(parser: argparse.ArgumentParser, epochs: int, rate: float, head_rate: float) -> None:
    """The options that every training of attributions has, with these defaults."""
    parser.add_argument("out", type=Path)
    parser.add_argument("--epochs", type=int, default=epochs)
    parser.add_argument("--rate", type=float, default=rate)
    parser.add_argument("--head-rate", type=float, default=head_rate)
    parser.add_argument("--budget-pieces", type=int, default=BUDGET_PIECES)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--events-of", type=Path, default=None, help="a run of training.label_events to learn from too")
    parser.add_argument("--stories-alone", action="store_true", help="learn no events")
    parser.add_argument("--stories", type=int, default=None, help="for a trial the first N, and as few of the events")
