"""Fit the statement head on a trained network, which stays as it is: python -m training.heads RUN OUT."""

import argparse
import random
from pathlib import Path

import torch
from torch import Tensor

from training.network import AttributionNetwork, load_run
from training.precision import half_precision
from training.pretrained import load_tokenizer
from training.statements import (
    StatementBatch,
    measure_statements,
    read_statements,
    statement_batches,
    statement_loss,
    statement_windows,
)

DRAWS = 2
"""How often the windows are drawn anew, with other borders and quotation marks."""
EPOCHS = 8
RATE = 1e-3
DECAY = 0.01
BATCH_PIECES = 2048


@torch.no_grad()
def encode(network: AttributionNetwork, batches: list[StatementBatch]) -> list[Tensor]:
    """The vectors of each batch."""
    network.eval()
    encoded = []
    for batch in batches:
        with half_precision():
            encoded.append(network.encode(batch.ids, batch.shape, batch.mask).to(torch.bfloat16))
    return encoded


def main() -> None:
    """Train and write `last.pt`, telling the scores on the stories set aside."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("run", type=Path)
    parser.add_argument("out", type=Path)
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    torch.manual_seed(1)
    rng, tokenizer = random.Random(1), load_tokenizer()
    network = load_run(options.run)
    learnt, aside = read_statements()
    windows = [window for _ in range(DRAWS) for window in statement_windows(tokenizer, learnt, rng)]
    batches = statement_batches(windows, BATCH_PIECES, rng)
    encoded = encode(network, batches)
    print(f"{sum(len(batch.answers) for batch in batches)} statements encoded", flush=True)
    aside_windows = statement_windows(tokenizer, aside, random.Random(0))
    head = [*network.head_statement.parameters(), *network.head_votes.parameters()]
    optimizer = torch.optim.AdamW(head, lr=RATE, weight_decay=DECAY)
    schedule = torch.optim.lr_scheduler.CosineAnnealingLR(optimizer, EPOCHS * len(batches))
    for epoch in range(EPOCHS):
        network.train()
        order = rng.sample(range(len(batches)), len(batches))
        for index in order:
            loss = statement_loss(network.vote(encoded[index].float()), batches[index])
            loss.backward()
            optimizer.step()
            optimizer.zero_grad()
            schedule.step()
        if epoch % 4 == 3:
            print(f"epoch {epoch + 1}/{EPOCHS}: {measure_statements(network, aside_windows)}", flush=True)
    torch.save(network.state_dict(), options.out / "last.pt")


if __name__ == "__main__":
    main()
