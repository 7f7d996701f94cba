"""The pairs of benchmark/claims: python -m evaluation.claim_pairs LABELS.jsonl draws them anew from labelled stories.

The labels have the form of training/labels/claims.jsonl. What is drawn names its story and the characters of it, and
holds no text but the claims, which are our own words.
"""

import json
import random
from collections.abc import Iterator
from pathlib import Path

from evaluation.calling import parser_for
from evaluation.corpora import read_lines
from training.comparison.labels import labelled_passage, read_texts
from training.comparison.pairs import AGAINST, NEAR, NOT_SAID, SAME, Pair

PAIRS = Path(__file__).parents[1] / "benchmark" / "claims" / "pairs.jsonl"
SEED = 11
ANSWERS = {"states": SAME, "contradicts": AGAINST, "related": NEAR, "unmarked": NOT_SAID}
"""An unmarked passage is any other of the same story: who labelled it took it for unrelated or clearly not stated."""
WANTED = {"states": 100, "contradicts": 70, "related": 110, "unmarked": 20}


def read_pairs(path: Path = PAIRS) -> list[Pair]:
    """The pairs with the words of their stories.

    Raises:
        FileNotFoundError: the corpora that hold the stories are not there.
    """
    return read_drawn(read_lines(path))


def read_drawn(lines: list[dict]) -> list[Pair]:
    """Drawn pairs with the words of their stories."""
    stories = read_texts({line["corpus"] for line in lines})
    return [
        Pair(line["claim"], labelled_passage(stories[line["id"]], line), ANSWERS[line["relation"]], group=line["id"])
        for line in lines
    ]


def draw(lines: list[dict], wanted: dict[str, int], seed: int) -> list[dict]:
    """So many pairs of each relation, or as many as there are, of labelled stories; in the order of the stories.

    A claim gives no second pair of a relation before every claim that has one gave its first, so that no story and no
    claim weighs more than the labels make it.
    """
    rng = random.Random(seed)  # noqa: S311 - a draw
    drawn: list[tuple[int, dict]] = []
    for relation, most in wanted.items():
        by_claim: dict[tuple[str, str], list[tuple[int, dict]]] = {}
        for place, pair in enumerate(_all_pairs(lines)):
            if pair["relation"] == relation:
                by_claim.setdefault((pair["id"], pair["claim"]), []).append((place, pair))
        ranked = [
            (turn, rng.random(), place, pair)
            for some in by_claim.values()
            for turn, (place, pair) in enumerate(rng.sample(some, len(some)))
        ]
        ranked.sort(key=lambda one: one[:2])
        drawn += [(place, pair) for _, _, place, pair in ranked[:most]]
    return [pair for _, pair in sorted(drawn, key=lambda one: one[0])]


def _all_pairs(lines: list[dict]) -> Iterator[dict]:
    for line in lines:
        for claim in line["claims"]:
            told = {place: name for name in ("related", "contradicts", "states") for place in claim[name]}
            for place, one in enumerate(line["propositions"]):
                yield {
                    "id": one.get("story", line["id"]),
                    "corpus": line["corpus"],
                    "spans": one["spans"],
                    "said": one.get("said", ""),
                    "claim": claim["claim"],
                    "relation": told.get(place, "unmarked"),
                }


def main() -> None:
    """Draw the pairs."""
    parser = parser_for("claim_pairs", __doc__)
    parser.add_argument("labels", type=Path)
    asked = parser.parse_args()
    drawn = draw(read_lines(asked.labels), WANTED, SEED)
    PAIRS.parent.mkdir(parents=True, exist_ok=True)
    PAIRS.write_text("".join(json.dumps(pair, ensure_ascii=False) + "\n" for pair in drawn), encoding="utf-8")
    print(f"{len(drawn)} pairs of {len({pair['id'] for pair in drawn})} stories in {PAIRS}")


if __name__ == "__main__":
    main()
