"""Let the larger network tell the events of news, for the smaller one to learn: python -m training.label_events RUN."""

import argparse
import json
import random
import re
from itertools import pairwise
from pathlib import Path

import numpy as np
import torch
from tokenizers import Tokenizer

from evaluation.corpora import data_folder, read_lines
from sayso.attribution.network.pieces import cut_pieces
from sayso.text.sentences import find_sentences
from training.certainty import LARGEST
from training.corpus import batch_windows, pad_windows
from training.device import half_precision, use_fastest_device
from training.factuality import LONGEST_PIECES, Sentence
from training.network import FACTUALITY_CORPORA
from training.pretrained import load_tokenizer
from training.teacher import load_taught

LABELS_FILE = "events.jsonl"
SENTENCES = 24_000
PLAIN_SHARE = 0.4
"""So much is drawn from plain sentences, the rest from those that hedge, negate, ask or want: most events are facts."""
SHORTEST_CHARS = 30
BATCH_PIECES = 4096

_TURNS = re.compile(
    r"\b(?:not|n't|no|never|may|might|could|would|should|if|whether|likely|probably|possibl[ey]|perhaps|believe[sd]?|"
    r"expect\w*|hope[sd]?|want\w*|plan\w*|deni\w+|refus\w+|fail\w*|suspect\w*|alleg\w+|appear\w*|seem\w*|unclear|unlikely|"
    r"doubt\w*|think\w*|threat\w*|propos\w+|urg\w+|ask\w*|try|trying|tried|consider\w*|intend\w*|without|unless|deny)\b",
    re.IGNORECASE,
)


def main() -> None:
    """Draw sentences of the base stories, and write them with the events that the network tells."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("run", type=Path)
    options = parser.parse_args()
    use_fastest_device()
    rng, tokenizer = random.Random(1), load_tokenizer()
    network = load_taught(options.run)
    drawn = draw_sentences(rng)
    pieces = [cut_pieces(tokenizer, text) for text in drawn]
    fitting = [index for index, one in enumerate(pieces) if len(one) <= LONGEST_PIECES]
    groups = batch_windows([len(pieces[index]) + 2 for index in fitting], BATCH_PIECES)
    with (options.run / LABELS_FILE).open("w", encoding="utf-8") as out:
        for step, group in enumerate(groups, start=1):
            batch = [fitting[index] for index in group]
            ids, mask, shape = map(torch.as_tensor, pad_windows([(pieces[i], (0, len(pieces[i]))) for i in batch]))
            with torch.no_grad(), half_precision():
                read = network(ids, shape, mask)
            present = read.presence.float().cpu().numpy()
            told = read.factuality.float().clamp(-LARGEST, LARGEST).cpu().numpy()
            for row, index in enumerate(batch):
                inside = slice(1, len(pieces[index]) + 1)
                events = np.flatnonzero((present[row, inside] > 0) & pieces[index].first)
                labels = told[row, inside, FACTUALITY_CORPORA.index("uw")][events]
                line = {"text": drawn[index], "events": events.tolist(), "labels": np.round(labels, 2).tolist()}
                out.write(json.dumps(line) + "\n")
            if step % 20 == 0:
                print(f"{step}/{len(groups)} batches", flush=True)


def draw_sentences(rng: random.Random) -> list[str]:
    """Sentences of the base stories, most of them with a turn that makes events less than plain facts."""
    plain, turned = [], []
    for story in read_lines(data_folder() / "reuse" / "base_news.jsonl.gz"):
        text = story["text"]
        for begin, end in pairwise([*find_sentences(text).starts, len(text)]):
            sentence = text[begin:end].strip()
            if len(sentence) >= SHORTEST_CHARS:
                (turned if _TURNS.search(sentence) else plain).append(sentence)
    many = round(PLAIN_SHARE * SENTENCES)
    return rng.sample(plain, many) + rng.sample(turned, SENTENCES - many)


def read_labelled(tokenizer: Tokenizer, run: Path) -> list[Sentence]:
    """The sentences that a run wrote, as if they were of UW."""
    return [
        Sentence(
            "uw", cut_pieces(tokenizer, line["text"]), np.array(line["events"]), np.array(line["labels"], np.float32)
        )
        for line in read_lines(run / LABELS_FILE)
        if line["events"]
    ]


if __name__ == "__main__":
    main()
