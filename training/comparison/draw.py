"""Draw pairs of news that nobody labelled, for a larger network to tell: python -m training.comparison.draw FILE."""

import argparse
import random
from pathlib import Path

from training.comparison.told import line_of
from training.comparison.unlabelled import unlabelled_pairs
from training.options import at_least_one


def main() -> None:
    """Write the pairs of some stories, those of each claim together."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", type=Path)
    parser.add_argument("--stories", type=at_least_one, default=1500, help="how many stories to make pairs of")
    options = parser.parse_args()
    options.file.parent.mkdir(parents=True, exist_ok=True)
    with options.file.open("w", encoding="utf-8") as out:
        for number, pair in enumerate(unlabelled_pairs(options.stories, random.Random(7)), start=1):
            out.write(line_of(pair) + "\n")
            if number % 1000 == 0:
                print(f"  {number} pairs", flush=True)


if __name__ == "__main__":
    main()
