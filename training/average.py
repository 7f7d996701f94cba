"""The mean of the weights of several checkpoints: python -m training.average OUT FILE.pt FILE.pt ...

Checkpoints of one training err differently; their mean reads better than any of them (Wortsman et al., ICML 2022).
"""

import argparse
from pathlib import Path

import torch

from training.device import load_stored


def main() -> None:
    """Write the mean as the last checkpoint of a run."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out", type=Path)
    parser.add_argument("checkpoints", type=Path, nargs="+")
    options = parser.parse_args()
    stored = [load_stored(path) for path in options.checkpoints]
    options.out.mkdir(parents=True, exist_ok=True)
    torch.save({name: sum(one[name] for one in stored) / len(stored) for name in stored[0]}, options.out / "last.pt")


if __name__ == "__main__":
    main()
