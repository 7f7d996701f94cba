"""Let a small network learn attributions from larger ones: python -m training.distil OUT --from RUN [RUN ...].

Each step has windows of annotated stories, learnt by their labels and by what a larger network tells of them, windows
of news that nobody annotated, learnt by the latter alone, and sentences with events, so that these are not forgotten.
Several larger networks tell in turn, batch by batch: what is learnt is then nearest to the mean of what they tell. The
statement head is not learnt here: `training.heads` fits it on the exported network.
"""

import argparse
import hashlib
import random
from functools import lru_cache
from itertools import cycle
from pathlib import Path

import torch
from torch import Tensor

from training.augment import restyle
from training.corpus import Batch
from training.dev import Dev
from training.imitation import Lesson, imitation_losses, tell
from training.loss import Told, losses
from training.network import AttributionNetwork
from training.options import add_invented, add_options
from training.pretrained import load_tokenizer
from training.running import Training, make_optimizer, open_run
from training.shipped import load_shipped
from training.shrinking import keep_layers, narrow, spread_layers
from training.tasks import STORY_WEIGHTS, Drawing, Task, event_task, read_learnt
from training.teacher import load_taught
from training.unlabelled import read_news

MEASURED_BATCHES = 8
"""On so many batches it is measured which inner units matter."""


def main() -> None:
    """Train on stories, news and events, telling the dev score after every epoch."""
    options = read_options()
    clock = open_run(options.out, options.minutes, options.seed)
    tokenizer, news = load_tokenizer(), read_news()
    stories, events = read_learnt(tokenizer, options)
    again = options.minutes or options.epochs > options.draws
    keeps = again and not torch.cuda.is_available()
    teachers = [(load_taught(run), told_folder(run) if keeps else None) for run in options.taught]
    annotated, plain = (Drawing(tokenizer, options.budget_pieces), Drawing(tokenizer, options.budget_pieces, restyle))

    @lru_cache(maxsize=1)
    def draw_batches(epoch: int) -> tuple[list[Batch], list[Batch]]:
        # Epochs take turns with the draws, so that later ones learn from what the larger network told to earlier ones.
        rng = random.Random(f"{options.seed}-{epoch % options.draws}")
        return annotated.draw(stories, len(stories), rng), plain.draw(news, min(options.news, len(news)), rng)

    first, _ = draw_batches(0)
    network = starting_network(options, first[:MEASURED_BATCHES])
    lessons = Lessons(network, options.warmth, options.weight)

    def draw(epoch: int) -> list[Task]:
        of_stories, of_news = (
            [
                Lesson(batch, teacher, kept and kept / f"{name}-{epoch % options.draws}-{number}.pt")
                for number, (batch, (teacher, kept)) in enumerate(zip(batches, cycle(teachers), strict=False))
            ]
            for name, batches in zip(("stories", "news"), draw_batches(epoch), strict=True)
        )
        rng = random.Random(f"{options.seed}-{epoch}")
        # Another order each time, or epochs of one draw would take the same steps.
        rng.shuffle(of_stories)
        rng.shuffle(of_news)
        return [
            lessons.annotated(of_stories),
            lessons.plain(of_news),
            event_task(network, events, rng, options.budget_pieces),
        ]

    optimizer = make_optimizer(network, options.rate, options.head_rate)
    training = Training.begin(network, optimizer, options.out, options.epochs * len(first), clock=clock)
    training.run(options.epochs, draw, Dev.read(tokenizer, with_events=bool(events)))


def read_options() -> argparse.Namespace:
    """What was asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    add_options(parser, epochs=4, rate=1e-4, head_rate=3e-4)
    add_invented(parser)
    parser.add_argument(
        "--from", type=Path, required=True, nargs="+", dest="taught", help="runs of training.train --teacher"
    )
    parser.add_argument("--layers", type=layers_of, default=None, help="how many of the six to keep, or which: 0,2,3,5")
    parser.add_argument("--wide", type=int, default=None, help="inner units of each layer to keep, of 1536")
    parser.add_argument("--news", type=int, default=1000, help="stories without labels that an epoch sees")
    parser.add_argument("--draws", type=int, default=2, help="epochs of batches of their own; later ones see them anew")
    parser.add_argument("--warmth", type=float, default=1.0, help="by which what is told is flattened")
    parser.add_argument("--weight", type=float, default=1.0, help="of what is told, beside the labels")
    return parser.parse_args()


def layers_of(option: str) -> tuple[int, ...]:
    """The layers that an option names: "4" as many of six, spread evenly, "0,2,3,5" these."""
    places = tuple(int(part) for part in option.split(","))
    return places if len(places) > 1 else spread_layers(6, places[0])


def starting_network(options: argparse.Namespace, batches: list[Batch]) -> AttributionNetwork:
    """The shipped network, or a smaller one made of it."""
    network = load_shipped()
    if options.layers is not None:
        keep_layers(network, options.layers)
    if options.wide is not None:
        narrow(network, options.wide, batches)
    return network


def told_folder(run: Path) -> Path:
    """Where it is kept what the network of a run told; another one if the run went on."""
    with (run / "last.pt").open("rb") as weights:
        folder = run / f"told-{hashlib.file_digest(weights, 'sha256').hexdigest()[:8]}"
    folder.mkdir(exist_ok=True)
    return folder


class Lessons:
    """The tasks in which a network learns from larger ones."""

    def __init__(self, network: AttributionNetwork, warmth: float, weight: float) -> None:
        self._network, self._warmth = network, warmth
        self._weights = tuple(weight * part for part in STORY_WEIGHTS)

    def annotated(self, lessons: list[Lesson]) -> Task:
        """Stories by their labels and by what the larger network tells."""

        def both(lesson: Lesson) -> Tensor:
            told = Told.of(self._network, lesson.batch)
            return torch.cat([losses(told, lesson.batch), self._imitate(told, lesson)])

        return Task("stories", lessons, both, STORY_WEIGHTS + self._weights)

    def plain(self, lessons: list[Lesson]) -> Task:
        """News by what the larger network tells alone."""

        def imitate(lesson: Lesson) -> Tensor:
            return self._imitate(Told.of(self._network, lesson.batch), lesson)

        return Task("news", lessons, imitate, self._weights)

    def _imitate(self, told: Told, lesson: Lesson) -> Tensor:
        return imitation_losses(told, tell(lesson), lesson.batch.first, self._warmth)


if __name__ == "__main__":
    main()
