"""How much faster several workers read an archive than one: python -m evaluation.workers [ROUNDS].

The demo's real stories, in as many files as keep two workers busy, are read by Daft alone and on a local Ray, by one
worker and by two, in turns. Printed are the seconds from the first story to the last file, the workers' start among
them, and the ratios of one worker to two, of which the median counts.
"""

import json
import statistics
import subprocess
import sys
import tempfile
import time
from argparse import SUPPRESS
from pathlib import Path

from evaluation.calling import parser_for
from evaluation.corpora import demo_stories
from sayso.cluster.begin import begin_archive
from sayso.cluster.engine import Engine, start_engine
from sayso.cluster.folder import Folder
from sayso.cluster.method import read_archive
from sayso.ingest import ColumnMapping, find_inputs
from sayso.shapes import story_shape

FILES, TIMES = 16, 4
GOAL_RATIO = 1.7


def main() -> None:
    """Time both engines with one worker and with two, and print the ratios."""
    parser = parser_for("workers", __doc__)
    parser.add_argument("rounds", nargs="?", type=int, default=3)
    parser.add_argument("--one", nargs=4, help=SUPPRESS)
    asked = parser.parse_args()
    if asked.one:
        engine, workers, inputs, out = asked.one
        print(read_once(engine, int(workers), Path(inputs), out))
        return
    with tempfile.TemporaryDirectory() as scratch:
        inputs = Path(scratch) / "in"
        write_inputs(inputs)
        for engine in ("native", "ray"):
            ratios = []
            for number in range(asked.rounds):
                out = f"{scratch}/{engine}-{number}"
                one, two = (time_one(engine, workers, inputs, f"{out}-{workers}") for workers in (1, 2))
                ratios.append(one / two)
                print(f"{engine}: one worker {one:.1f} s, two {two:.1f} s")
            print(f"{engine}: two workers are {statistics.median(ratios):.2f} times as fast as one (goal {GOAL_RATIO})")


def write_inputs(folder: Path) -> None:
    """Write the demo's stories several times, each time with other ids, over several files."""
    folder.mkdir()
    rows = [story_shape(story) | {"id": f"{story.id}-{copy}"} for copy in range(TIMES) for story in demo_stories()]
    for number in range(FILES):
        lines = (json.dumps(row) + "\n" for row in rows[number::FILES])
        (folder / f"{number}.jsonl").write_text("".join(lines), encoding="utf-8")


def time_one(engine: str, workers: int, inputs: Path, out: str) -> float:
    """Seconds that a process of its own says it took."""
    command = [sys.executable, "-m", "evaluation.workers", "--one", engine, str(workers), str(inputs), out]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return float(done.stdout.splitlines()[-1])


def read_once(engine: str, workers: int, inputs: Path, out: str) -> float:
    """Read the inputs; the seconds."""
    if engine == "ray":
        import ray

        # Ray's workers stand back behind whatever else the machine does, Daft's do not.
        options = {"include_dashboard": False, "log_to_driver": False, "_system_config": {"worker_niceness": 0}}
        ray.init(num_cpus=workers, **options)
    started = start_engine("auto" if engine == "ray" else None)
    folder = Folder(out)
    begun = begin_archive(folder, find_inputs(str(inputs)), ColumnMapping(), resume=False)
    at = time.perf_counter()
    read_archive(folder, begun, Engine(workers, started.on_ray), lambda _: None)
    return time.perf_counter() - at


if __name__ == "__main__":
    main()
