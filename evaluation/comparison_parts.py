"""What the comparison of claims is measured on, and the parts that thresholds are chosen on."""

from collections.abc import Callable
from dataclasses import dataclass

from evaluation.claim_pairs import WANTED, draw, read_drawn, read_pairs
from evaluation.corpora import data_folder, read_lines
from sayso.claims.passages import Passage
from training.comparison.labels import LABELS, set_aside
from training.comparison.pairs import (
    AGAINST,
    NEAR,
    SAME,
    Pair,
    read_mrpc,
    read_sick,
    read_sts_scores,
    swap,
)

STATES, CONTRADICTS, NEITHER, OTHER = "states", "contradicts", "neither", "not stated"
SAME_SCORE = 4.0
"""From 4 on, sentences of STS are "mostly equivalent, but some unimportant details differ"."""
STS_NEWS = (
    "2014.deft-news.test",
    "2013.headlines.test",
    "2014.headlines.test",
    "2015.headlines.test",
    "2016.headlines.test",
    "2012.MSRpar.test",
    "2012.SMTnews.test",
)
FIT_MRPC = 1000
FIT_TIMES = 10
FIT_SEED = 12
ASIDE = 0.1
"""The share of our labelled stories that no training of the network sees; a larger share holds these too."""


@dataclass(frozen=True)
class Part:
    """Pairs with the right labels.

    Attributes:
        name: What they are.
        pairs: A claim beside a passage each.
        gold: The label of each pair.
        turned: Whether neither of the two is the claim, so that they are compared both ways.
        similarity: How alike the two are, 0 to 5, where that was annotated.
    """

    name: str
    pairs: tuple[Pair, ...]
    gold: tuple[str, ...]
    turned: bool = False
    similarity: tuple[float, ...] = ()

    def both_ways(self) -> list[Pair]:
        """Every pair, and after them every pair the other way round."""
        return [*self.pairs, *map(swap, self.pairs)]


def mrpc_part(part: str, most: int | None = None) -> Part:
    """Paraphrase or not."""
    pairs = tuple(read_mrpc(part)[:most])
    gold = tuple(STATES if pair.answers == SAME else OTHER for pair in pairs)
    return Part(f"MRPC {part}", pairs, gold, turned=True)


def sts_part(name: str, files: tuple[str, ...]) -> Part:
    """Same (4 and more of 5) or not."""
    rows = [row for file in files for row in read_sts_scores(file)]
    pairs = tuple(Pair(one, Passage(other), SAME if score >= SAME_SCORE else NEAR) for score, one, other in rows)
    gold = tuple(STATES if score >= SAME_SCORE else OTHER for score, _, _ in rows)
    return Part(name, pairs, gold, turned=True, similarity=tuple(score for score, _, _ in rows))


def breaking_part() -> Part:
    """Breaking NLI (Glockner et al., 2018): one word of a caption is another, so that it says the contrary, or more."""
    rows = read_lines(data_folder() / "claims" / "breaking_nli" / "data" / "dataset.jsonl")
    answers = {"entailment": SAME, "contradiction": AGAINST, "neutral": NEAR}
    pairs = tuple(Pair(row["sentence2"], Passage(row["sentence1"]), answers[row["gold_label"]]) for row in rows)
    return three_labels("Breaking NLI", pairs)


def three_labels(name: str, pairs: tuple[Pair, ...]) -> Part:
    """States, contradicts, or neither."""
    return Part(name, pairs, tuple(label_of(pair) for pair in pairs))


def label_of(pair: Pair) -> str:
    """The label of a pair: what is only related and what is not marked are neither."""
    return {SAME: STATES, AGAINST: CONTRADICTS}.get(pair.answers, NEITHER)


def fit_own() -> Part:
    """Pairs drawn out of the training labels just as those of the benchmark are, ten times as many."""
    lines = read_lines(LABELS)
    wanted = {relation: FIT_TIMES * most for relation, most in WANTED.items()}
    return three_labels("labels", tuple(read_drawn(draw(lines, wanted, FIT_SEED))))


def unseen_own() -> Part:
    """As many pairs drawn the same way out of the labels that training sets aside."""
    _, lines = set_aside(read_lines(LABELS), ASIDE)
    return three_labels("labels set aside", tuple(read_drawn(draw(lines, WANTED, FIT_SEED))))


PARTS: dict[str, tuple[Callable[[], Part], Callable[[], Part]]] = {
    "mrpc": (lambda: mrpc_part("test"), lambda: mrpc_part("train", FIT_MRPC)),
    "sts": (lambda: sts_part("STS news", STS_NEWS), lambda: sts_part("MSRpar train", ("2012.MSRpar.train",))),
    "breaking": (breaking_part, lambda: three_labels("SICK trial", tuple(read_sick("trial")))),
    "own": (lambda: three_labels("own pairs", tuple(read_pairs())), fit_own),
}
"""What is measured, and on what thresholds for it are chosen."""
UNSEEN = {"own": unseen_own}
"""On what they are chosen for the network instead, where it learnt from that."""
