"""Train the comparison network: python -m training.comparison.train OUT (needs the training extra)."""

import argparse
import random
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

import torch
from torch import Tensor

from evaluation.corpora import read_lines
from training.comparison.batches import BATCH_PIECES, PairBatch, batches, pair_loss
from training.comparison.contrasts import contrast_lines, contrast_pairs, echo_pairs
from training.comparison.invented import invented_pairs
from training.comparison.labels import EVENTS, changed_pairs, denied_pairs, learnt_and_aside, own_pairs
from training.comparison.network import (
    ComparisonNetwork,
    EarlyAnswers,
    load_comparison,
    load_shipped_comparison,
)
from training.comparison.pairs import (
    AGAINST,
    Pair,
    read_mrpc,
    read_sick,
    read_sts,
    reword,
    sharpen,
    swap,
    thin,
)
from training.comparison.scoring import Aside
from training.comparison.teacher import load_comparison_teacher
from training.comparison.told import read_told
from training.device import half_precision, load_stored
from training.options import add_minutes
from training.pretrained import load_tokenizer, pretrained_folder
from training.running import Training, open_run
from training.tasks import Task

OPEN_A_CLAIM = 2
"""Pairs of a claim with what is only related, and as many with what is not marked; drawn anew for every epoch."""
OPEN_AN_INVENTED = 8
"""The same of claims on invented events, whose stories are all of one matter."""
MADE_SHARE = 0.3
"""The share of the pairs with changed words that an epoch sees."""
ELSEWHERE = 1000
"""Pairs of other corpora in an epoch."""
PARAPHRASE_WEIGHT = 0.5
"""MRPC calls a paraphrase what adds or leaves out details: its pairs count less than those of our own."""
EARLY_WEIGHT = 0.3
"""What is told after the lower layers counts so much beside what is told in the end."""


@dataclass(frozen=True)
class Learnt:
    """Our own pairs to learn from.

    Attributes:
        judged: Those of real stories.
        invented: Those of invented events.
        contrasts: Those of claims that were written for single passages, and of passages' own words.
        made: Those made of the first by changing the words.
    """

    judged: list[Pair]
    invented: list[Pair]
    contrasts: list[Pair]
    made: list[Pair]


def main() -> None:
    """Train on everything but the share of our own labels that is set aside, and tell how well that is read."""
    options = read_options()
    clock = open_run(options.out, options.minutes, options.seed)
    tokenizer = load_tokenizer()
    learnt_lines, aside_lines = learnt_and_aside(options.aside)
    learnt = read_learnt(options, learnt_lines)
    told = read_told(options.told) if options.told else []
    network = starting_network(options)
    early = EarlyAnswers(network.word.embedding_dim)
    heads = [*(value for _, value in network.head_parameters()), *early.parameters()]
    optimizer = torch.optim.AdamW(
        [
            {"params": [value for _, value in network.encoder_parameters()], "lr": options.rate},
            {"params": heads, "lr": 5 * options.rate},
        ],
        fused=True,
    )

    @lru_cache(maxsize=1)
    def draw(epoch: int) -> list[Task]:
        rng = random.Random(f"{options.seed}-{epoch}")
        pairs = [*told, *([] if options.told_alone else epoch_of(learnt, rng))]
        drawn = rng.sample(pairs, round(options.draw * len(pairs)))
        invented = invented_of(learnt.invented, rng)
        drawn += rng.sample(invented, round(options.invented * len(invented)))
        drawn += rng.sample(learnt.contrasts, round(options.contrasts * len(learnt.contrasts)))
        return [task_of(network, early, list(batches(tokenizer, drawn, rng, options.budget_pieces)))]

    steps = options.epochs * len(draw(0)[0].batches)
    training = Training.begin(network, optimizer, options.out, steps, early, clock)
    training.run(options.epochs, draw, Aside(tokenizer, own_pairs(aside_lines)))


def read_options() -> argparse.Namespace:
    """What the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out", type=Path)
    parser.add_argument("--epochs", type=int, default=4)
    add_minutes(parser)
    parser.add_argument("--rate", type=float, default=1e-4)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--from-run", type=Path, default=None, help="a run to train on from")
    parser.add_argument("--from-shipped", action="store_true", help="train on from the shipped network")
    parser.add_argument("--teacher", action="store_true", help="train the larger network")
    parser.add_argument("--told", type=Path, default=None, help="a file of pairs that a larger network told, to learn")
    parser.add_argument("--told-alone", action="store_true", help="learn nothing beside these")
    parser.add_argument(
        "--draw",
        type=float,
        default=1.0,
        help="the share of an epoch's pairs to train on, but for the two below",
    )
    parser.add_argument("--invented", type=float, default=0.0, help="the share of the labels of invented events")
    parser.add_argument("--contrasts", type=float, default=0.0, help="the share of claims written for single passages")
    parser.add_argument("--budget-pieces", type=int, default=BATCH_PIECES)
    parser.add_argument("--aside", type=float, default=0.15, help="share of our own stories not to train on")
    parser.add_argument(
        "--events", action="store_true", help="train on the labels of events alone, and on what is made"
    )
    return parser.parse_args()


def read_learnt(options: argparse.Namespace, lines: list[dict]) -> Learnt:
    """What is learnt of our own labels, as far as the options want it; `lines` are those that are not set aside."""
    return Learnt(
        judged=own_pairs(read_lines(EVENTS) if options.events else lines),
        invented=invented_pairs() if options.invented else [],
        contrasts=contrasts(random.Random(options.seed)) if options.contrasts else [],
        made=changed_pairs(lines) + denied_pairs(lines),
    )


def starting_network(options: argparse.Namespace) -> ComparisonNetwork:
    """The network to train: the larger one, the shipped one, or one on the bare encoder; or as a run left it."""
    if options.from_shipped:
        return load_shipped_comparison()
    network = load_comparison_teacher() if options.teacher else load_comparison(pretrained_folder())
    if options.from_run:
        network.load_state_dict(load_stored(options.from_run / "last.pt"))
    return network


def epoch_of(own: Learnt, rng: random.Random) -> list[Pair]:
    """What one epoch sees: claims in any of their wordings; contradictions, of which there are few, twice."""
    paraphrases = [replace(pair, weight=PARAPHRASE_WEIGHT) for pair in read_mrpc("train")]
    paraphrases += [replace(pair, weight=PARAPHRASE_WEIGHT) for pair in read_sts("2012.MSRpar.train")]
    turned = [swap(pair) if rng.random() < 0.5 else pair for pair in paraphrases]
    elsewhere = turned + read_sick("train")
    against = [pair for pair in own.judged if pair.answers == AGAINST]
    judged = [reword(pair, rng) for pair in (*thin(own.judged, OPEN_A_CLAIM, rng), *against)]
    return [
        *judged,
        *rng.sample(own.made, round(MADE_SHARE * len(own.made))),
        *sharpen(own.judged, rng),
        *rng.sample(elsewhere, min(ELSEWHERE, len(elsewhere))),
    ]


def invented_of(pairs: list[Pair], rng: random.Random) -> list[Pair]:
    """What one epoch sees of the pairs of invented events: all that state or contradict a claim, in any wording."""
    return [reword(pair, rng) for pair in thin(pairs, OPEN_AN_INVENTED, rng)] + sharpen(pairs, rng)


def contrasts(rng: random.Random) -> list[Pair]:
    """The pairs of claims written for single passages, and those of the passages' own words, to learn from."""
    lines, _ = contrast_lines()
    return contrast_pairs(lines) + echo_pairs(lines, rng)


def task_of(network: ComparisonNetwork, early: EarlyAnswers, drawn: list[PairBatch]) -> Task:
    """Pairs by their labels and by what a larger network told, in the end and after the lower layers."""

    def pair_losses(batch: PairBatch) -> Tensor:
        with half_precision():
            hidden = network.encode(batch.ids, batch.parts, batch.mask)
            scores = torch.stack([network.answer(hidden[-1], batch.parts), *early(hidden, batch.parts)])
        parts = pair_loss(scores, batch)
        return torch.stack([parts[0], parts[1:].mean()])

    return Task("pairs", drawn, pair_losses, (1.0, EARLY_WEIGHT))


if __name__ == "__main__":
    main()
