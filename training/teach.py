"""Train the larger network on events: python -m training.teach OUT."""

import argparse
import random
import time
from pathlib import Path

import torch

from training.certainty import event_batches, event_loss, measure_events
from training.factuality import LONGEST_PIECES, Sentence, read_factuality
from training.network import FACTUALITY_CORPORA
from training.precision import half_precision
from training.pretrained import load_tokenizer
from training.running import make_optimizer
from training.schedule import make_schedule, take_step
from training.teacher import load_teacher

BATCH_PIECES = 1024
UDS_SHARE = 0.4
"""Of UDS-IH2 an epoch sees so much: it is four times as large as UW, and of many kinds of text."""


def main() -> None:
    """Train, telling the score on UW's dev part after every epoch."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out", type=Path)
    parser.add_argument("--epochs", type=int, default=4)
    parser.add_argument("--rate", type=float, default=5e-5)
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    torch.manual_seed(1)
    rng, tokenizer = random.Random(1), load_tokenizer()
    corpora = {name: read_factuality(tokenizer, name, "train") for name in FACTUALITY_CORPORA}
    corpora = {name: [one for one in some if len(one.pieces) <= LONGEST_PIECES] for name, some in corpora.items()}
    dev = read_factuality(tokenizer, "uw", "dev")

    def draw() -> list[Sentence]:
        some = corpora["uds_ih2"]
        return corpora["uw"] + rng.sample(some, round(UDS_SHARE * len(some)))

    network = load_teacher()
    optimizer = make_optimizer(network, options.rate, 1e-3)
    steps = options.epochs * len(event_batches(draw(), BATCH_PIECES, rng))
    schedule = make_schedule(optimizer, steps, warm=steps // 12)
    for epoch in range(options.epochs):
        batches, begun, told = event_batches(draw(), BATCH_PIECES, rng), time.perf_counter(), 0.0
        network.train()
        for step, batch in enumerate(batches, start=1):
            with half_precision():
                read = network(batch.ids, batch.shape, batch.mask)
            loss = event_loss(read, batch)
            loss.backward()
            take_step(network, optimizer, schedule)
            told += float(loss.detach())
            if step % 20 == 0:
                left = (time.perf_counter() - begun) / step * (len(batches) - step)
                print(f"  step {step}/{len(batches)}: loss {told / step:.4f}; {left:.0f} s left", flush=True)
        torch.save(network.state_dict(), options.out / "last.pt")
        print(f"epoch {epoch + 1}/{options.epochs} UW dev {measure_events(network, dev)}", flush=True)


if __name__ == "__main__":
    main()
