"""Train the larger network on events: python -m training.teach OUT."""

import argparse
import random
from functools import lru_cache
from pathlib import Path

from training.dev import Dev
from training.network import FACTUALITY_CORPORA
from training.pretrained import load_tokenizer
from training.running import Training, make_optimizer, open_run
from training.tasks import Task, event_task, read_short
from training.teacher import load_teacher

UDS_SHARE = 0.4
"""Of UDS-IH2 an epoch sees so much: it is four times as large as UW, and of many kinds of text."""


def main() -> None:
    """Train, telling the score on UW's dev part after every epoch."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out", type=Path)
    parser.add_argument("--epochs", type=int, default=4)
    parser.add_argument("--rate", type=float, default=5e-5)
    options = parser.parse_args()
    clock = open_run(options.out)
    tokenizer = load_tokenizer()
    corpora = {name: read_short(tokenizer, name) for name in FACTUALITY_CORPORA}
    network = load_teacher()

    @lru_cache(maxsize=1)
    def draw(epoch: int) -> list[Task]:
        rng, uds = random.Random(f"1-{epoch}"), corpora["uds_ih2"]
        drawn = corpora["uw"] + rng.sample(uds, round(UDS_SHARE * len(uds)))
        return [event_task(network, drawn, rng)]

    optimizer = make_optimizer(network, options.rate, 1e-3)
    training = Training.begin(network, optimizer, options.out, options.epochs * len(draw(0)[0].batches), clock=clock)
    training.run(options.epochs, draw, Dev.read(tokenizer, with_stories=False))


if __name__ == "__main__":
    main()
