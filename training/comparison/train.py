"""Train the comparison network: python -m training.comparison.train OUT (needs the training extra)."""

import argparse
import json
import random
import time
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import torch
from tokenizers import Tokenizer
from torch import Tensor

from evaluation.corpora import read_lines
from sayso.claims.passages import PairPieces, cut_pair
from sayso.records import Relation
from training.comparison.labels import EVENTS, changed_pairs, denied_pairs, learnt_and_aside, own_pairs
from training.comparison.network import ComparisonNetwork, EarlyAnswers, load_comparison
from training.comparison.pairs import (
    AGAINST,
    NEAR,
    SAME,
    Pair,
    read_mrpc,
    read_sick,
    read_sts,
    reword,
    sharpen,
    swap,
    thin,
)
from training.comparison.teacher import load_comparison_teacher
from training.comparison.told import read_told
from training.precision import half_precision
from training.pretrained import load_tokenizer, pretrained_folder
from training.resuming import Stateful, keep, resume
from training.schedule import make_schedule, take_step

BATCH_PIECES = 2048
OPEN_A_CLAIM = 2
"""Pairs of a claim with what is only related, and as many with what is not marked; drawn anew for every epoch."""
MADE_SHARE = 0.3
"""The share of the pairs with changed words that an epoch sees."""
ELSEWHERE = 1000
"""Pairs of other corpora in an epoch."""
PARAPHRASE_WEIGHT = 0.5
"""MRPC calls a paraphrase what adds or leaves out details: its pairs count less than those of our own."""
TOLD_WEIGHT = 1.0
"""What a larger network tells counts as much as a label (Hinton et al., 2015)."""
EARLY_WEIGHT = 0.3
"""What is told after the lower layers counts so much beside what is told in the end."""
RELATIONS = tuple(Relation)
STEPS_TOLD, STEPS_KEPT = 25, 200


@dataclass(frozen=True)
class PairBatch:
    """Pairs padded to one length: int64 [B, T]; `allowed` [B, relations] is 1 where an answer is right.

    `told` [B, relations] is what a larger network tells, 0 where it was not asked.
    """

    ids: Tensor
    parts: Tensor
    mask: Tensor
    allowed: Tensor
    told: Tensor
    weight: Tensor


@dataclass(frozen=True)
class Learnt:
    """Our own pairs to learn from: those judged story by story, and those made of them by changing the words."""

    judged: list[Pair]
    made: list[Pair]


def main() -> None:
    """Train on everything but the share of our own labels that is set aside, and tell how well that is read."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out", type=Path)
    parser.add_argument("--epochs", type=int, default=4)
    parser.add_argument("--rate", type=float, default=1e-4)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--from-run", type=Path, default=None, help="a run to train on from")
    parser.add_argument("--teacher", action="store_true", help="train the larger network")
    parser.add_argument("--told", type=Path, default=None, help="a run with pairs that a larger network told, to learn")
    parser.add_argument("--draw", type=float, default=1.0, help="the share of an epoch's pairs to train on")
    parser.add_argument("--aside", type=float, default=0.15, help="share of our own stories not to train on")
    parser.add_argument(
        "--events", action="store_true", help="train on the labels of events alone, and on what is made"
    )
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    torch.manual_seed(options.seed)
    tokenizer = load_tokenizer()
    learnt_lines, aside_lines = learnt_and_aside(options.aside)
    made = changed_pairs(learnt_lines) + denied_pairs(learnt_lines)
    judged = own_pairs(read_lines(EVENTS) if options.events else learnt_lines)
    learnt, aside = Learnt(judged, made), own_pairs(aside_lines)
    told = read_told(options.told) if options.told else []
    network = load_comparison_teacher() if options.teacher else load_comparison(pretrained_folder())
    if options.from_run:
        network.load_state_dict(torch.load(options.from_run / "last.pt", weights_only=True))
    early = EarlyAnswers(network.word.embedding_dim)
    heads = [*(value for _, value in network.head_parameters()), *early.parameters()]
    optimizer = torch.optim.AdamW(
        [
            {"params": [value for _, value in network.encoder_parameters()], "lr": options.rate},
            {"params": heads, "lr": 5 * options.rate},
        ],
        fused=True,
    )

    def draw(epoch: int) -> list[PairBatch]:
        rng = random.Random(f"{options.seed}-{epoch}")
        pairs = told or epoch_of(learnt, rng)
        return list(batches(tokenizer, rng.sample(pairs, round(options.draw * len(pairs))), rng))

    steps = options.epochs * len(draw(0))
    schedule = make_schedule(optimizer, steps, warm=max(20, steps // 15))
    training = Training(network, early, optimizer, schedule, options.out)
    training.resume()
    for epoch in range(training.epoch, options.epochs):
        training.run_epoch(draw(epoch))
        torch.save(network.state_dict(), options.out / f"epoch-{epoch + 1}.pt")
        torch.save(network.state_dict(), options.out / "last.pt")
        right = measure(network, tokenizer, aside)
        print(f"epoch {epoch + 1}/{options.epochs}: {json.dumps(right)}", flush=True)


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


def batches(tokenizer: Tokenizer, pairs: list[Pair], rng: random.Random | None) -> Iterator[PairBatch]:
    """Pairs of about one length together, the batches in any order; in the order of length without a generator."""
    cut = [(cut_pair(tokenizer, pair.claim, pair.passage), pair) for pair in pairs]
    if rng:
        rng.shuffle(cut)
    cut.sort(key=lambda one: len(one[0]) // 8)
    groups: list[list[tuple[PairPieces, Pair]]] = [[]]
    for one in cut:
        longest = max([len(pieces) for pieces, _ in groups[-1]] + [len(one[0])])
        if longest * (len(groups[-1]) + 1) > BATCH_PIECES:
            groups.append([])
        groups[-1].append(one)
    if rng:
        rng.shuffle(groups)
    for group in groups:
        yield pad_batch(group)


def pad_batch(group: list[tuple[PairPieces, Pair]]) -> PairBatch:
    """One batch."""
    length = max(len(pieces) for pieces, _ in group)
    ids, parts, mask = (np.zeros((len(group), length), dtype=np.int64) for _ in range(3))
    allowed, told = (np.zeros((len(group), len(RELATIONS)), dtype=np.float32) for _ in range(2))
    for row, (pieces, pair) in enumerate(group):
        ids[row, : len(pieces)], parts[row, : len(pieces)], mask[row, : len(pieces)] = pieces.ids, pieces.parts, 1
        allowed[row, [RELATIONS.index(answer) for answer in pair.answers or RELATIONS]] = 1
        told[row] = pair.told or 0
    weight = torch.tensor([pair.weight for _, pair in group])
    return PairBatch(*map(torch.from_numpy, (ids, parts, mask, allowed, told)), weight)


def pair_loss(scores: Tensor, batch: PairBatch) -> Tensor:
    """Minus the logarithm of the likelihood that any of the right answers is given, and of what a larger network tells.

    A pair that nobody labelled allows every answer: only what is told of it counts.
    """
    shares = scores.float().log_softmax(-1)
    right = (shares + batch.allowed.clamp(min=1e-9).log()).logsumexp(-1)
    as_told = TOLD_WEIGHT * (shares * batch.told).sum(-1)
    return -((right + as_told) * batch.weight).sum() / batch.weight.sum()


@dataclass
class Training:
    """A training and how far it has come; killed, it goes on from what it last wrote to `out`."""

    network: ComparisonNetwork
    early: EarlyAnswers
    optimizer: torch.optim.AdamW
    schedule: torch.optim.lr_scheduler.LambdaLR
    out: Path
    epoch: int = 0
    step: int = 0

    def run_epoch(self, epoch: list[PairBatch]) -> None:
        """One pass, from where it stands."""
        self.network.train()
        first, begun, told = self.step, time.perf_counter(), 0.0
        for batch in epoch[first:]:
            with half_precision():
                hidden = self.network.encode(batch.ids, batch.parts, batch.mask)
                scores, early = self.network.answer(hidden[-1], batch.parts), self.early(hidden, batch.parts)
            loss = pair_loss(scores, batch)
            learnt = loss + EARLY_WEIGHT * sum(pair_loss(one, batch) for one in early) / len(early)
            learnt.backward()
            take_step(self.network, self.optimizer, self.schedule)
            self.step += 1
            told += loss.item()
            if self.step % STEPS_TOLD == 0:
                done = self.step - first
                left = (time.perf_counter() - begun) / done * (len(epoch) - self.step)
                print(f"  step {self.step}/{len(epoch)}: loss {told / done:.4f}; {left:.0f} s left", flush=True)
            if self.step % STEPS_KEPT == 0:
                self.keep()
        self.epoch, self.step = self.epoch + 1, 0
        self.keep()

    def keep(self) -> None:
        """Write how far it has come."""
        keep(self.out, self.parts(), self.epoch, self.step)

    def resume(self) -> None:
        """Go on from what was written, if anything was."""
        self.epoch, self.step = resume(self.out, self.parts())

    def parts(self) -> dict[str, Stateful]:
        """What it needs to go on."""
        return {
            "network": self.network,
            "early": self.early,
            "optimizer": self.optimizer,
            "schedule": self.schedule,
        }


def read_shares(network: ComparisonNetwork, tokenizer: Tokenizer, pairs: list[Pair]) -> np.ndarray:
    """How likely each relation is: float32 [N, relations], in the order of the pairs."""
    network.eval()
    order = {id(pair): place for place, pair in enumerate(pairs)}
    cut = sorted(((cut_pair(tokenizer, pair.claim, pair.passage), pair) for pair in pairs), key=lambda one: len(one[0]))
    shares = np.zeros((len(pairs), len(RELATIONS)), dtype=np.float32)
    for start in range(0, len(cut), 64):
        group = cut[start : start + 64]
        batch = pad_batch(group)
        with torch.no_grad(), half_precision():
            told = network(batch.ids, batch.parts, batch.mask).float().softmax(-1).numpy()
        for row, (_, pair) in zip(told, group, strict=True):
            shares[order[id(pair)]] = row
    return shares


def measure(network: ComparisonNetwork, tokenizer: Tokenizer, pairs: list[Pair]) -> dict[str, float]:
    """How right the network reads pairs."""
    return measure_shares(read_shares(network, tokenizer, pairs), pairs)


def measure_shares(shares: np.ndarray, pairs: list[Pair]) -> dict[str, float]:
    """Best F1 of "states" and of "contradicts" over every proposition of the stories, and accuracy on marked pairs."""
    told = {}
    for name, answer in (("states", SAME), ("contradicts", AGAINST)):
        is_so = np.array([pair.answers == answer for pair in pairs])
        told[name], told[f"{name}_at"] = best_f1(shares[:, RELATIONS.index(Relation(name))], is_so)
    marked = [place for place, pair in enumerate(pairs) if pair.answers in (SAME, AGAINST, NEAR)]
    right = [RELATIONS[shares[place].argmax()] in pairs[place].answers for place in marked]
    told["marked"] = float(np.mean(right))
    return {name: round(value, 4) for name, value in told.items()}


def best_f1(scores: np.ndarray, is_so: np.ndarray) -> tuple[float, float]:
    """The best F1 that any threshold gives, and that threshold."""
    order = np.argsort(-scores)
    hits = np.cumsum(is_so[order])
    f1 = 2 * hits / (np.arange(1, len(scores) + 1) + is_so.sum())
    best = int(f1.argmax())
    return float(f1[best]), float(scores[order][best])


if __name__ == "__main__":
    main()
