"""How long a cold `sayso read` takes, and how large the wheel is: python -m evaluation.startup."""

import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from evaluation.calling import parser_for
from evaluation.corpora import data_folder

ROUNDS = 7
GOAL_SECONDS = 1.5
GOAL_MB = 60


def main() -> None:
    """Time the command on the founding story in fresh processes, then build the wheel."""
    parser_for("startup", __doc__).parse_args()
    command = [sys.executable, "-m", "sayso", "read", str(data_folder() / "seed" / "seed.txt")]
    seconds = []
    for _ in range(ROUNDS):
        begun = time.perf_counter()
        subprocess.run(command, capture_output=True, check=True)
        seconds.append(time.perf_counter() - begun)
    rounds = ", ".join(f"{value:.2f}" for value in seconds)
    print(
        f"sayso read of the seed: median {statistics.median(seconds):.2f} s, goal {GOAL_SECONDS} s (rounds: {rounds})"
    )
    with tempfile.TemporaryDirectory() as folder:
        root = Path(__file__).parents[1]
        build = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--wheel-dir", folder, str(root)]
        subprocess.run(build, check=True)
        (wheel,) = Path(folder).glob("*.whl")
        print(f"{wheel.name}: {wheel.stat().st_size / 1e6:.1f} MB, goal {GOAL_MB} MB")


if __name__ == "__main__":
    main()
