"""Fit the statement head of an exported network, of which all else stays as it is: python -m training.heads FOLDER.

The network reads the annotated statements once, as it reads stories; the head is fitted on the vectors of their pieces
from where it stands, and put back into the folder.
"""

import argparse
import json
import random
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
import onnx
import torch
from numpy.typing import NDArray
from onnx import numpy_helper
from torch import Tensor, nn
from torch.nn import functional

from sayso.attribution.network.model import shipped_folder
from sayso.inference.folder import CONFIG_FILE, NETWORK_FILE
from sayso.inference.statements import ANSWERS, PARTS
from sayso.records import ROLES
from training.corpus import IGNORE
from training.export import hash_files, write_reference
from training.shipped import read_weights
from training.statements import Encoder, Statement, read_statements, score_answers

EPOCHS = 6
RATE = 1e-3
DECAY = 0.05
DROPOUT = 0.1
BATCH = 96
MOST_PIECES = 16
"""Of longer parts so many pieces are drawn anew in each epoch."""
LAYERS = ("head_statement", "head_votes")


class StatementHead(nn.Module):
    """What `AttributionNetwork.vote` does, for the pieces of statements alone."""

    def __init__(self, weights: dict[str, Tensor]) -> None:
        super().__init__()
        for layer in LAYERS:
            weight, bias = weights[f"{layer}.weight"], weights[f"{layer}.bias"]
            linear = nn.Linear(weight.shape[1], weight.shape[0])
            linear.load_state_dict({"weight": weight, "bias": bias})
            setattr(self, layer, linear)
        self.dropout = nn.Dropout(DROPOUT)

    def forget(self) -> "StatementHead":
        """The same, knowing nothing."""
        for layer in LAYERS:
            getattr(self, layer).reset_parameters()
        return self

    def forward(self, pieces: Tensor, places: Tensor, count: int) -> Tensor:
        """The logits [count, ANSWERS] of statements.

        Args:
            pieces: [P, width], the vectors of their pieces.
            places: int64 [P], three times the number of the statement and the role of each piece.
            count: How many statements they are.
        """
        hidden = self.dropout(functional.gelu(self.head_statement(self.dropout(pieces))))
        votes = self.head_votes(hidden).unflatten(-1, (len(ROLES), ANSWERS))[torch.arange(len(places)), places % 3]
        total = torch.zeros(count * len(ROLES), ANSWERS).index_add(0, places, votes)
        pieces_of = torch.zeros(count * len(ROLES)).index_add(0, places, torch.ones(len(places)))
        mean = total / pieces_of.clamp(min=1)[:, None]
        return mean.view(count, len(ROLES), ANSWERS).sum(1)


def fit_head(
    head: StatementHead,
    statements: Sequence[Statement],
    rng: random.Random,
    epochs: int = EPOCHS,
    watch: Callable[[int], None] = lambda _: None,
) -> None:
    """Fit a head on some statements, from where it stands.

    Args:
        head: What is fitted.
        statements: What to learn from.
        rng: Orders the batches and draws the pieces.
        epochs: How often all are seen.
        watch: Told the number of each epoch that is done.
    """
    optimizer = torch.optim.AdamW(head.parameters(), lr=RATE, weight_decay=DECAY)
    batches = -(-len(statements) // BATCH)
    schedule = torch.optim.lr_scheduler.CosineAnnealingLR(optimizer, epochs * batches)
    for epoch in range(epochs):
        head.train()
        shuffled = rng.sample(statements, len(statements))
        for start in range(0, len(shuffled), BATCH):
            batch = shuffled[start : start + BATCH]
            statement_loss(head(*gather(batch, rng)), batch).backward()
            optimizer.step()
            optimizer.zero_grad()
            schedule.step()
        watch(epoch + 1)


def gather(statements: Sequence[Statement], rng: random.Random | None = None) -> tuple[Tensor, Tensor, int]:
    """The input of the head; of long parts only some pieces where there is what draws them."""
    pieces, places = [], []
    for number, statement in enumerate(statements):
        for role, vectors in enumerate(statement.roles):
            drawn = vectors
            if rng and len(vectors) > MOST_PIECES:
                drawn = vectors[rng.sample(range(len(vectors)), MOST_PIECES)]
            pieces.append(drawn)
            places += [number * len(ROLES) + role] * len(drawn)
    return torch.from_numpy(np.concatenate(pieces)).float(), torch.tensor(places), len(statements)


def statement_loss(logits: Tensor, statements: Sequence[Statement]) -> Tensor:
    """The sum of the cross entropies of the three questions, over those that are answered."""
    answers = torch.tensor([statement.answers for statement in statements])
    asked = zip(split_answers(logits), answers.T, strict=True)
    losses = [
        functional.cross_entropy(part, gold, ignore_index=IGNORE) for part, gold in asked if (gold != IGNORE).any()
    ]
    return torch.stack(losses).sum()


def split_answers(logits: Tensor) -> list[Tensor]:
    """The logits of each question's answers."""
    return list(logits.split([len(part) for part in PARTS], dim=-1))


@torch.no_grad()
def tell(head: StatementHead, statements: Sequence[Statement]) -> list[NDArray[np.float32]]:
    """For each question the likelihood of its answers: [N, answers]."""
    head.eval()
    parts = [split_answers(head(*gather(statements[at : at + BATCH]))) for at in range(0, len(statements), BATCH)]
    return [torch.cat(part).softmax(-1).numpy() for part in zip(*parts, strict=True)]


def write_head(head: StatementHead, folder: Path) -> None:
    """Put a head into the network of a model folder, and its hash into the configuration."""
    network = onnx.load(str(folder / NETWORK_FILE))
    stored = {one.name: one for one in network.graph.initializer}
    matrices = {node.name: node.input[1] for node in network.graph.node if node.op_type == "MatMul"}
    for layer in LAYERS:
        linear = getattr(head, layer)
        for name, value in (
            (matrices[f"/network/{layer}/MatMul"], linear.weight.T),
            (f"network.{layer}.bias", linear.bias),
        ):
            stored[name].CopyFrom(numpy_helper.from_array(value.detach().contiguous().numpy(), name))
    onnx.save(network, str(folder / NETWORK_FILE))
    config = json.loads((folder / CONFIG_FILE).read_text(encoding="utf-8")) | {"sha256": hash_files(folder)}
    (folder / CONFIG_FILE).write_text(json.dumps(config, indent=1) + "\n", encoding="utf-8")
    write_reference(folder)


def main() -> None:
    """Fit the head and put it back, telling the scores on the stories set aside."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, nargs="?", default=shipped_folder())
    options = parser.parse_args()
    torch.manual_seed(1)
    encoder, head = Encoder(options.folder), StatementHead(read_weights(options.folder / NETWORK_FILE))
    learnt, aside = ([one for story in part for one in encoder.read(story)] for part in read_statements())

    def show(epoch: int) -> None:
        got = np.stack([part.argmax(-1) for part in tell(head, aside)], -1)
        print(f"epoch {epoch}/{EPOCHS}: {score_answers(got, np.array([one.answers for one in aside]))}", flush=True)

    show(0)
    fit_head(head, learnt, random.Random(1), watch=show)
    write_head(head, options.folder)


if __name__ == "__main__":
    main()
