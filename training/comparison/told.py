"""Pairs with what a larger network tells of them, as they are written to a file."""

import json
import random
from collections.abc import Iterator
from pathlib import Path

from sayso.claims.passages import Passage
from sayso.records import Relation
from training.comparison.pairs import Pair

TOLD_FILE = "told.jsonl"


TELLING, OPEN = 6, 2
"""Of what is beside a claim that nobody labelled: what says most on it by the larger network, and some others."""


def read_told(file: Path) -> list[Pair]:
    """The pairs to learn of those that a larger network told.

    Raises:
        FileNotFoundError: nothing was told there yet.
    """
    labelled: list[Pair] = []
    by_claim: dict[str, list[Pair]] = {}
    for pair in read_pairs(file):
        if pair.answers:
            labelled.append(pair)
        else:
            by_claim.setdefault(pair.group, []).append(pair)
    rng = random.Random(7)
    return labelled + [pair for pairs in by_claim.values() for pair in _choose(pairs, rng)]


def read_pairs(file: Path) -> Iterator[Pair]:
    """All pairs of a file."""
    with file.open(encoding="utf-8") as lines:
        for line in lines:
            yield _pair(json.loads(line))


def _choose(pairs: list[Pair], rng: random.Random) -> list[Pair]:
    """Of the pairs of a claim."""
    by_saying = sorted(pairs, key=_says, reverse=True)
    others = by_saying[TELLING:]
    return by_saying[:TELLING] + rng.sample(others, min(OPEN, len(others)))


def _says(pair: Pair) -> float:
    """How likely the passage says something on the claim."""
    told = dict(zip(Relation, pair.told, strict=True))
    return told[Relation.STATES] + told[Relation.CONTRADICTS]


def line_of(pair: Pair) -> str:
    """A pair with what was told of it, as a line."""
    passage = {"words": pair.passage.words, "context": pair.passage.context}
    labels = {"answers": sorted(pair.answers), "weight": pair.weight, "group": pair.group}
    told = [round(share, 4) for share in pair.told]
    return json.dumps({"claim": pair.claim, **passage, **labels, "told": told})


def _pair(line: dict) -> Pair:
    answers = frozenset(Relation(answer) for answer in line["answers"])
    passage = Passage(line["words"], line["context"])
    return Pair(line["claim"], passage, answers, line["weight"], line["group"], told=tuple(line["told"]))
