"""Train the attribution network: python -m training.train OUT (needs the training extra)."""

import argparse
import json
import random
import time
from dataclasses import dataclass
from pathlib import Path

import torch
from tokenizers import Tokenizer

from evaluation.corpora import data_folder, load_tool, read_lines
from sayso.attribution.decoding import DecodingOptions
from training.augment import augment
from training.certainty import EventBatch, event_batches, event_loss, measure_events
from training.corpus import Batch, make_example, set_aside, shuffled_batches, training_windows
from training.factuality import LONGEST_PIECES, Sentence, read_factuality
from training.label_events import read_labelled
from training.loss import losses
from training.network import FACTUALITY_CORPORA, AttributionNetwork, load_pretrained
from training.precision import half_precision
from training.pretrained import load_tokenizer, pretrained_folder
from training.resuming import Stateful, keep, resume
from training.schedule import make_schedule, take_step
from training.scoring import evaluate, score_windows, show
from training.shipped import load_shipped
from training.teacher import load_teacher

SOURCE_LOSS_WEIGHT = 0.4
EVENT_LOSS_WEIGHT = 1.0
EVENT_PIECES = 1024
"""Pieces in a batch of sentences with events; a step of training has one batch of stories and one or two of these."""
STEPS_TOLD, STEPS_KEPT = 25, 100


def make_optimizer(network: AttributionNetwork, rate: float, head_rate: float) -> torch.optim.AdamW:
    """AdamW with a higher rate for what starts from nothing, and no decay on norms, biases and words."""
    encoder = network.encoder_parameters()
    decayed = [value for name, value in encoder if value.ndim > 1 and name != "word.weight"]
    steady = [value for name, value in encoder if value.ndim == 1 or name == "word.weight"]
    heads = [value for _, value in network.head_parameters()]
    groups = [
        {"params": decayed, "lr": rate, "weight_decay": 0.01},
        {"params": steady, "lr": rate, "weight_decay": 0.0},
        {"params": heads, "lr": head_rate, "weight_decay": 0.0},
    ]
    return torch.optim.AdamW(groups, fused=True, betas=(0.9, 0.98))


def main() -> None:
    """Train on the stories that are not set aside, telling the dev score after every epoch."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out", type=Path)
    parser.add_argument("--epochs", type=int, default=5)
    parser.add_argument("--rate", type=float, default=1e-4)
    parser.add_argument("--head-rate", type=float, default=1e-3)
    parser.add_argument("--budget-pieces", type=int, default=2560)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--share", type=float, default=1.0, help="share of the stories that an epoch sees")
    parser.add_argument("--from-shipped", action="store_true", help="train on from the shipped network")
    parser.add_argument("--events-of", type=Path, default=None, help="a run of training.label_events to learn from too")
    parser.add_argument("--teacher", action="store_true", help="train the larger network")
    parser.add_argument("--stories-alone", action="store_true", help="learn no events")
    parser.add_argument("--stories", type=int, default=None, help="train on the first N only, for a trial")
    options = parser.parse_args()
    torch.manual_seed(options.seed)
    options.out.mkdir(parents=True, exist_ok=True)

    corpus = data_folder() / "attribution"
    stories, _ = set_aside(read_lines(corpus / "polnear_train.jsonl.gz"))
    stories = stories[: options.stories]
    tokenizer = load_tokenizer()
    dev = [make_example(tokenizer, story) for story in read_lines(corpus / "polnear_dev.jsonl.gz")]
    scorer = load_tool("score_attribution")
    events = [] if options.stories_alone else read_events(tokenizer, options.events_of)
    dev_events = read_factuality(tokenizer, "uw", "dev")
    network = starting_network(options)
    optimizer = make_optimizer(network, options.rate, options.head_rate)

    seen = round(options.share * len(stories))

    def draw(epoch: int) -> list[Batch]:
        rng = random.Random(f"{options.seed}-{epoch}")
        examples = [make_example(tokenizer, augment(story, rng)) for story in rng.sample(stories, seen)]
        return list(shuffled_batches(training_windows(examples, rng), options.budget_pieces, rng))

    steps = options.epochs * len(draw(0))
    schedule = make_schedule(optimizer, steps, warm=max(50, steps // 15))
    training = Training(network, optimizer, schedule, options.out)
    training.resume()
    for epoch in range(training.epoch, options.epochs):
        training.run_epoch(draw(epoch), event_batches(events, EVENT_PIECES, random.Random(f"{options.seed}-{epoch}")))
        torch.save(network.state_dict(), options.out / "last.pt")
        scores = evaluate(scorer, score_windows(network, dev), DecodingOptions())
        told = measure_events(network, dev_events) if events else {}
        print(f"epoch {epoch + 1}/{options.epochs} PolNeAR dev {show(scores)}; UW dev {told}", flush=True)
        with (options.out / "log.jsonl").open("a", encoding="utf-8") as log:
            log.write(json.dumps({"epoch": epoch + 1, "dev": scores, "events": told}) + "\n")


def starting_network(options: argparse.Namespace) -> AttributionNetwork:
    """The network to train: the larger one, the shipped one, or one on the bare encoder."""
    if options.teacher:
        return load_teacher()
    return load_shipped() if options.from_shipped else load_pretrained(pretrained_folder())


def read_events(tokenizer: Tokenizer, labelled: Path | None) -> list[Sentence]:
    """The sentences of the factuality corpora, and those of a run of `training.label_events`."""
    events = [
        sentence
        for corpus in FACTUALITY_CORPORA
        for sentence in read_factuality(tokenizer, corpus, "train")
        if len(sentence.pieces) <= LONGEST_PIECES
    ]
    return events + (read_labelled(tokenizer, labelled) if labelled else [])


@dataclass
class Training:
    """A training and how far it has come; killed, it goes on from what it last wrote to `out`."""

    network: AttributionNetwork
    optimizer: torch.optim.AdamW
    schedule: torch.optim.lr_scheduler.LambdaLR
    out: Path
    epoch: int = 0
    step: int = 0

    def run_epoch(self, batches: list[Batch], events: list[EventBatch]) -> None:
        """One pass over the stories, from where it stands, with the sentences with events spread evenly over it."""
        self.network.train()
        first, begun, pieces, told = self.step, time.perf_counter(), 0, torch.zeros(4)
        for step, batch in enumerate(batches[first:], start=first + 1):
            with half_precision():
                output = self.network(batch.ids, batch.shape, batch.mask)
            parts = losses(self.network, output, batch)
            (parts[0] + parts[1] + SOURCE_LOSS_WEIGHT * parts[2]).backward()
            share = torch.zeros(())
            for sentences in events[(step - 1) * len(events) // len(batches) : step * len(events) // len(batches)]:
                with half_precision():
                    read = self.network(sentences.ids, sentences.shape, sentences.mask)
                share = event_loss(read, sentences)
                (EVENT_LOSS_WEIGHT * share).backward()
                pieces += int(sentences.mask.sum())
            take_step(self.network, self.optimizer, self.schedule)
            pieces += int(batch.mask.sum())
            told += torch.stack([*parts, share]).detach()
            self.step = step
            if step % STEPS_TOLD == 0:
                took, done = time.perf_counter() - begun, step - first
                left = took / done * (len(batches) - step)
                shown = ", ".join(f"{value:.4f}" for value in (told / done).tolist())
                print(
                    f"  step {step}/{len(batches)}: losses {shown}; {pieces / took:.0f} pieces/s, {left:.0f} s left",
                    flush=True,
                )
            if step % STEPS_KEPT == 0:
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
        return {"network": self.network, "optimizer": self.optimizer, "schedule": self.schedule}


if __name__ == "__main__":
    main()
