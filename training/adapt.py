"""Teach a network the stories of invented events, and keep what it knows: python -m training.adapt OUT --from-run RUN.

A step has windows of invented stories, learnt by their labels; windows of PolNeAR, learnt by their labels and by what
the network told of them before it was taught any further; and sentences with events. What it told before is what keeps
it in place: by labels alone it would unlearn what larger networks once taught it (`training.distil`).
"""

import argparse
import random
from functools import lru_cache
from pathlib import Path

from training.dev import Dev
from training.distil import Lessons
from training.imitation import Lesson
from training.invented import learnt_invented
from training.network import load_run
from training.options import add_options
from training.pretrained import load_tokenizer
from training.running import Training, make_optimizer, open_run
from training.tasks import Drawing, Task, event_task, read_learnt, story_task

INVENTED_WEIGHTS = (1.0, 1.0, 0.1)
"""Of tags, ties and sources: where a source ends is annotated otherwise there (with "who ..." behind a name)."""


def main() -> None:
    """Train on the stories, telling the dev score after every epoch."""
    options = read_options()
    clock = open_run(options.out, options.minutes, options.seed)
    tokenizer = load_tokenizer()
    known, events = read_learnt(tokenizer, options)
    network, before = load_run(options.start), load_run(options.start).eval()
    network.freeze(options.frozen_layers)
    lessons = Lessons(network, warmth=1.0, weight=options.weight)
    drawing = Drawing(tokenizer, options.budget_pieces)

    @lru_cache(maxsize=1)
    def draw(epoch: int) -> list[Task]:
        rng = random.Random(f"{options.seed}-{epoch}")
        invented = learnt_invented()
        again = drawing.draw(known, round(options.share * len(known)), rng)
        return [
            lessons.annotated([Lesson(batch, before, kept=None) for batch in again]),
            story_task(network, drawing.draw(invented, len(invented), rng), "invented", INVENTED_WEIGHTS),
            event_task(network, rng.sample(events, round(options.share * len(events))), rng, options.budget_pieces),
        ]

    optimizer = make_optimizer(network, options.rate, options.head_rate)
    training = Training.begin(network, optimizer, options.out, options.epochs * len(draw(0)[0].batches), clock=clock)
    training.run(options.epochs, draw, Dev.read(tokenizer, with_events=bool(events)))


def read_options() -> argparse.Namespace:
    """What was asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    add_options(parser, epochs=2, rate=3e-5, head_rate=1e-4)
    parser.set_defaults(invented=False)  # as a task of their own
    parser.add_argument("--from-run", type=Path, required=True, dest="start", help="the run whose network learns more")
    parser.add_argument("--share", type=float, default=1.0, help="of PolNeAR, and of the events, in an epoch")
    parser.add_argument("--weight", type=float, default=1.0, help="of what it told before, beside the labels")
    parser.add_argument("--frozen-layers", type=int, default=2, help="so many of the lowest layers stay as they are")
    return parser.parse_args()


if __name__ == "__main__":
    main()
