"""The benchmarks: python -m evaluation.bench FOLDER [SIZES...] [--peers PYTHON], or `make bench`.

At each size (by default 1,000 and 10,000 simulated stories): reuse found in memory, beside the peers where an
interpreter that has them is named (evaluation.lineage); one more story added to a ledger of that size
(evaluation.growth); claims traced in it (evaluation.tracing). Reading, whose cost a story does not depend on the size,
is measured once, on the demo stories. Every figure becomes a row of benchmarks/results.csv, with machine and commit,
in the place of the one that this machine had for it; the picture is made from that.
"""

import csv
import platform
import statistics
import subprocess
import tempfile
import time
from collections.abc import Iterable, Iterator
from dataclasses import asdict, astuple, dataclass, fields
from pathlib import Path

from evaluation.bench_picture import draw
from evaluation.calling import parser_for
from evaluation.corpora import demo_stories
from evaluation.growth import grow
from evaluation.lineage import MEMORY, PEERS, RATE, make_world, measure_peer, measure_sayso
from evaluation.tracing import spread, trace_at
from sayso.attribution.network.model import load_model, shipped_folder
from sayso.pipeline.method import read_story

SIZES = (1_000, 10_000)
STORIES_AN_ORIGINAL = 8.3
RESULTS = Path(__file__).parents[1] / "benchmarks" / "results.csv"


@dataclass(frozen=True, order=True)
class Figure:
    """One figure: of what, at how many stories, by whom, in which unit, measured on which machine at which commit."""

    what: str
    stories: int
    who: str
    unit: str
    machine: str
    value: float
    commit: str


def main() -> None:
    """Measure, and keep what was measured."""
    parser = parser_for("bench", __doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("sizes", nargs="*", type=int, default=SIZES)
    parser.add_argument("--peers", metavar="PYTHON")
    arguments = parser.parse_args()
    arguments.folder.mkdir(parents=True, exist_ok=True)
    machine, commit = describe_machine(), describe_commit()
    for what, stories, who, unit, value in measure(arguments.folder, sorted(arguments.sizes), arguments.peers):
        figure = Figure(what, stories, who, unit, machine, float(f"{value:.4g}"), commit)
        print(*astuple(figure)[:4], figure.value, flush=True)
        keep([figure])
    draw(RESULTS)


def measure(folder: Path, sizes: list[int], peers: str | None) -> Iterator[tuple[str, int, str, str, float]]:
    """What, at how many stories, by whom, in which unit, how much."""
    yield "reading", 0, "sayso", "KB a CPU-second", measure_reading()
    for size in sizes:
        yield from measure_reuse(size, peers)
        for grown in grow(folder, [size]):
            yield "adding", size, "sayso", "ms a story, CPU, median", statistics.median(grown.one_more_ms)
            yield "adding", size, "sayso", "MB at most", grown.peak_mb
            yield "adding", size, "sayso", "KB a story on disk", grown.story_kb
        for claims, when, costs in trace_at(folder, size):
            median, p95 = spread(cost.cpu_ms for cost in costs)
            yield f"tracing, {claims}, {when}", size, "sayso", "ms of CPU, median", median
            yield f"tracing, {claims}, {when}", size, "sayso", "ms of CPU, 95th percentile", p95


def measure_reading() -> float:
    """KB of text that one thread reads in a CPU-second: clean, attribute, resolve and grade."""
    model = load_model(shipped_folder(), threads=1)
    stories = demo_stories()
    read_story(model, stories[0])
    begun = time.process_time()
    for story in stories:
        read_story(model, story)
    return sum(len(story.text.encode()) for story in stories) / 1000 / (time.process_time() - begun)


def measure_reuse(size: int, peers: str | None) -> Iterator[tuple[str, int, str, str, float]]:
    """Lineage of a world of about so many stories in memory, by sayso and by the peers."""
    with tempfile.TemporaryDirectory() as scratch:
        world = Path(scratch) / "world.jsonl"
        make_world(world, round(size / STORIES_AN_ORIGINAL), seed=1)
        told = {name: measure_peer([peers, *command], world) for name, command in PEERS.items()} if peers else {}
        for who, scores in {"sayso": measure_sayso(world), **told}.items():
            yield "reuse", size, who, RATE, scores[RATE]
            yield "reuse", size, who, MEMORY, scores[MEMORY]


def keep(figures: Iterable[Figure]) -> None:
    """Write figures in the place of those that this machine had, in an order that tells what changed."""
    held: dict[tuple[object, ...], Figure] = {}
    if RESULTS.exists():
        with RESULTS.open(encoding="utf-8", newline="") as lines:
            for row in csv.DictReader(lines):
                old = Figure(**{**row, "stories": int(row["stories"]), "value": float(row["value"])})
                held[astuple(old)[:5]] = old
    held |= {astuple(one)[:5]: one for one in figures}
    with RESULTS.open("w", encoding="utf-8", newline="") as out:
        writer = csv.DictWriter(out, [field.name for field in fields(Figure)], lineterminator="\n")
        writer.writeheader()
        writer.writerows(asdict(one) for one in sorted(held.values()))


def describe_machine() -> str:
    """The processor, as the system calls it."""
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        return f"{platform.system()} {platform.machine()}"
    names = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return f"{len(names)} x {names[0]}" if names else platform.machine()


def describe_commit() -> str:
    """The commit that was measured, with "+" where something is not committed."""
    command = ["git", "describe", "--always", "--dirty=+"]
    return subprocess.run(command, capture_output=True, text=True, check=True, cwd=RESULTS.parent).stdout.strip()


if __name__ == "__main__":
    main()
