"""Train the attribution network: python -m training.train OUT (needs the training extra)."""

import argparse
import random
from functools import lru_cache

from training.dev import Dev
from training.network import AttributionNetwork, load_pretrained
from training.options import add_invented, add_options
from training.pretrained import load_tokenizer, pretrained_folder
from training.running import Training, make_optimizer, open_run
from training.shipped import load_shipped
from training.tasks import Drawing, Task, event_task, read_learnt, story_task
from training.teacher import load_teacher


def main() -> None:
    """Train on the stories that are not set aside, telling the dev score after every epoch."""
    parser = argparse.ArgumentParser(description=__doc__)
    add_options(parser, epochs=5, rate=1e-4, head_rate=1e-3)
    add_invented(parser)
    parser.add_argument("--share", type=float, default=1.0, help="share of the stories that an epoch sees")
    parser.add_argument("--from-shipped", action="store_true", help="train on from the shipped network")
    parser.add_argument("--teacher", action="store_true", help="train the larger network")
    options = parser.parse_args()
    clock = open_run(options.out, options.minutes, options.seed)
    tokenizer = load_tokenizer()
    stories, events = read_learnt(tokenizer, options)
    network = starting_network(options)
    drawing = Drawing(tokenizer, options.budget_pieces)

    @lru_cache(maxsize=1)
    def draw(epoch: int) -> list[Task]:
        rng = random.Random(f"{options.seed}-{epoch}")
        batches = drawing.draw(stories, round(options.share * len(stories)), rng)
        return [
            story_task(network, batches),
            event_task(network, events, random.Random(f"{options.seed}-{epoch}"), options.budget_pieces),
        ]

    optimizer = make_optimizer(network, options.rate, options.head_rate)
    steps = options.epochs * len(draw(0)[0].batches)
    training = Training.begin(network, optimizer, options.out, steps, clock=clock)
    training.run(options.epochs, draw, Dev.read(tokenizer, with_events=bool(events)))


def starting_network(options: argparse.Namespace) -> AttributionNetwork:
    """The network to train: the larger one, the shipped one, or one on the bare encoder."""
    if options.teacher:
        return load_teacher()
    return load_shipped() if options.from_shipped else load_pretrained(pretrained_folder())


if __name__ == "__main__":
    main()
