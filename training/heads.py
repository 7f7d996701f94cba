"""Fit the statement head on a trained network, which stays as it is: python -m training.heads RUN OUT."""

import argparse
import random
from collections.abc import Callable, Sequence
from pathlib import Path

import torch
from torch import Tensor

from training.network import AttributionNetwork, load_run
from training.precision import half_precision
from training.pretrained import load_tokenizer
from training.statements import (
    StatementBatch,
    StatementWindow,
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


def fit_head(
    network: AttributionNetwork,
    windows: Sequence[StatementWindow],
    rng: random.Random,
    watch: Callable[[int], None] = lambda _: None,
) -> None:
    """Fit the statement head on some windows; the rest of the network stays as it is.

    Args:
        network: Its statement head is fitted from where it stands.
        windows: What to learn from.
        rng: Orders the batches.
        watch: Told the number of each epoch that is done.
    """
    batches = statement_batches(list(windows), BATCH_PIECES, rng)
    encoded = encode(network, batches)
    head = [*network.head_statement.parameters(), *network.head_votes.parameters()]
    optimizer = torch.optim.AdamW(head, lr=RATE, weight_decay=DECAY)
    schedule = torch.optim.lr_scheduler.CosineAnnealingLR(optimizer, EPOCHS * len(batches))
    for epoch in range(EPOCHS):
        network.train()
        for index in rng.sample(range(len(batches)), len(batches)):
            loss = statement_loss(network.vote(encoded[index].float()), batches[index])
            loss.backward()
            optimizer.step()
            optimizer.zero_grad()
            schedule.step()
        watch(epoch + 1)


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
    aside_windows = statement_windows(tokenizer, aside, random.Random(0))

    def show(epoch: int) -> None:
        if epoch % 4 == 0:
            print(f"epoch {epoch}/{EPOCHS}: {measure_statements(network, aside_windows)}", flush=True)

    fit_head(network, windows, rng, show)
    torch.save(network.state_dict(), options.out / "last.pt")


if __name__ == "__main__":
    main()
