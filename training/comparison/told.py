"""Pairs with what a larger network tells of them, as they are written to a run."""

import json
from pathlib import Path

from sayso.claims.passages import Passage
from sayso.records import Relation
from training.comparison.pairs import Pair

TOLD_FILE = "told.jsonl"


def read_told(run: Path) -> list[Pair]:
    """The pairs of a run with what was told of them.

    Raises:
        FileNotFoundError: nothing was told there yet.
    """
    with (run / TOLD_FILE).open(encoding="utf-8") as lines:
        return [_pair(json.loads(line)) for line in lines]


def line_of(pair: Pair, told: list[float]) -> str:
    """A pair with how likely each relation is, as a line."""
    passage = {"words": pair.passage.words, "context": pair.passage.context}
    labels = {"answers": sorted(pair.answers), "weight": pair.weight}
    return json.dumps({"claim": pair.claim, **passage, **labels, "told": [round(share, 4) for share in told]})


def _pair(line: dict) -> Pair:
    answers = frozenset(Relation(answer) for answer in line["answers"])
    passage = Passage(line["words"], line["context"])
    return Pair(line["claim"], passage, answers, line["weight"], told=tuple(line["told"]))
