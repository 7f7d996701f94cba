"""Let the larger comparison network tell pairs for the smaller one: python -m training.comparison.tell RUN FILE.

What it tells is written to the run as it goes; begun again, it goes on.
"""

import argparse
import random
import time
from dataclasses import replace
from pathlib import Path

from training.comparison.labels import changed_pairs, denied_pairs, learnt_and_aside, own_pairs
from training.comparison.scoring import read_shares
from training.comparison.teacher import load_comparison_teacher
from training.comparison.told import TOLD_FILE, line_of, read_pairs
from training.comparison.train import Learnt, epoch_of
from training.device import load_stored, use_fastest_device
from training.pretrained import load_tokenizer

AT_ONCE = 8192
"""Pairs are told and written by so many."""


def main() -> None:
    """Write pairs of our labels, and those that were drawn of other news, with how likely each relation is."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("run", type=Path)
    parser.add_argument("drawn", type=Path, help="a file of training.comparison.draw")
    parser.add_argument("--labelled", type=float, default=0.6, help="the share of an epoch's pairs to tell")
    parser.add_argument("--aside", type=float, default=0.15, help="the share of our labels that the run left aside")
    options = parser.parse_args()
    use_fastest_device()
    rng, tokenizer = random.Random(7), load_tokenizer()
    lines, _ = learnt_and_aside(options.aside)
    labelled = epoch_of(Learnt(own_pairs(lines), changed_pairs(lines) + denied_pairs(lines)), rng)
    pairs = [*rng.sample(labelled, round(options.labelled * len(labelled))), *read_pairs(options.drawn)]
    network = load_comparison_teacher()
    network.load_state_dict(load_stored(options.run / "last.pt"))
    out = options.run / TOLD_FILE
    done = len(out.read_text(encoding="utf-8").splitlines()) if out.exists() else 0
    begun, first = time.perf_counter(), done
    with out.open("a", encoding="utf-8") as told:
        while some := pairs[done : done + AT_ONCE]:
            for pair, shares in zip(some, read_shares(network, tokenizer, some), strict=True):
                told.write(line_of(replace(pair, told=tuple(shares.tolist()))) + "\n")
            told.flush()
            done += len(some)
            left = (time.perf_counter() - begun) / (done - first) * (len(pairs) - done)
            print(f"  {done} of {len(pairs)} pairs; {left:.0f} s left", flush=True)


if __name__ == "__main__":
    main()
