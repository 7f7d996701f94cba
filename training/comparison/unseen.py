"""How right a comparison model is on invented events set aside: python -m training.comparison.unseen FOLDER ...

Every labelled passage counts, and three times as many that nobody labelled, drawn once.
"""

import argparse
import json
import random
from pathlib import Path

from sayso.claims.comparison import load_comparison_model
from training.comparison.export import read_exported
from training.comparison.invented import invented_pairs
from training.comparison.pairs import NOT_SAID, Pair
from training.comparison.scoring import measure_shares

OPEN_TIMES = 3


def main() -> None:
    """Print a line for each folder."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", type=Path, nargs="+")
    pairs = draw(invented_pairs(aside=True))
    for folder in parser.parse_args().folders:
        told = measure_shares(read_exported(load_comparison_model(folder), pairs), pairs)
        print(f"{folder.name}: {json.dumps(told)}", flush=True)


def draw(pairs: list[Pair]) -> list[Pair]:
    """The labelled pairs, and some of the others."""
    labelled = [pair for pair in pairs if pair.is_hard or pair.answers != NOT_SAID]
    others = [pair for pair in pairs if not pair.is_hard and pair.answers == NOT_SAID]
    return labelled + random.Random(1).sample(others, min(len(others), OPEN_TIMES * len(labelled)))


if __name__ == "__main__":
    main()
