"""Tune the decoder on the training stories set aside: python -m training.tune RUN (needs the training extra)."""

import argparse
import json
from dataclasses import asdict, replace
from pathlib import Path
from types import ModuleType

from evaluation.corpora import data_folder, load_tool, read_lines
from sayso.attribution.network.decoding import DecodingOptions
from training.corpus import make_example, set_aside
from training.network import load_run
from training.pretrained import load_tokenizer
from training.scoring import KEYS, WindowScores, evaluate, score_windows, show

GRID: dict[str, list[float]] = {
    "cue_bias": [-0.3, 0.0, 0.3, 0.6, 0.9],
    "switch_cost": [1.0, 1.5, 2.0, 3.0],
    "tie_weight": [0.5, 1.0, 1.5],
    "tag_weight": [0.3, 0.5, 0.7, 1.0],
    "content_bias": [0.0, 0.4, 0.7, 1.1],
    "no_source_bias": [-1.5, -1.0, -0.5, 0.0],
    "source_tag_weight": [0.5, 1.0, 2.0],
    "border_weight": [0.5, 1.0, 1.5],
    "paragraph_cost": [0.0, 2.0, 4.0, 8.0, 50.0],
}
_SMALLEST_GAIN = 0.02


def objective(scores: dict[str, dict[str, float]]) -> float:
    """The mean F1 of all measures, so that no one of them is bought with the others."""
    return sum(scores[key]["f1"] for key in KEYS) / len(KEYS)


def tune(scorer: ModuleType, windows: WindowScores) -> DecodingOptions:
    """One pass over the grid, an option at a time, keeping what helps."""
    best = DecodingOptions()
    reached = objective(evaluate(scorer, windows, best))
    for name, values in GRID.items():
        for value in values:
            tried = replace(best, **{name: value})
            if tried == best:
                continue
            gained = objective(evaluate(scorer, windows, tried))
            if gained > reached + _SMALLEST_GAIN:
                best, reached = tried, gained
                print(f"  {name} {value}: {reached:.2f}", flush=True)
    return best


def main() -> None:
    """Tune and write `decoding.json` into the run."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("run", type=Path)
    options = parser.parse_args()
    _, aside = set_aside(read_lines(data_folder() / "attribution" / "polnear_train.jsonl.gz"))
    tokenizer, scorer = load_tokenizer(), load_tool("score_attribution")
    windows = score_windows(load_run(options.run), [make_example(tokenizer, story) for story in aside])
    best = tune(scorer, windows)
    print("set aside:", show(evaluate(scorer, windows, best)))
    (options.run / "decoding.json").write_text(json.dumps(asdict(best)) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
