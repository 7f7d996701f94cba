"""How right claims are compared: python -m evaluation.comparison [FOLDER] [--cosines FILE.json] [--part NAME].

FOLDER is a model's folder, by default the shipped one's. FILE comes from `python -m training.comparison.cosine FILE`.

Where neither of two sentences is the claim (MRPC, STS), they are compared both ways and the mean likelihood of "states"
is held against a threshold; where one is, the likeliest of states, contradicts and neither (related or unrelated) is
the answer, once they are weighed for how frequent each is in the part that thresholds are chosen on. The cosine has one
threshold fewer than there are labels, and each band between them has the label that does best there. Thresholds and
weights are chosen on training data, for each measure its own; the weights on what the network did not learn from.
Beside them stand the cosine with thresholds chosen with the answers in sight, which no threshold on it exceeds, and
the most frequent label for all.
"""

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import get_args

import numpy as np

from evaluation.calling import parser_for
from evaluation.comparison_parts import CONTRADICTS, NEITHER, OTHER, PARTS, STATES, UNSEEN, Part
from evaluation.thresholds import Measure, fit_bands, fit_weights, measure_labels, weigh
from sayso.claims.comparison import ComparisonModel, load_comparison_model, shipped_comparison_folder
from sayso.records import Compared, Relation
from training.comparison.pairs import Pair

LABELS = (STATES, CONTRADICTS, NEITHER)
Told = Callable[[Measure], Sequence[str]]
"""The labels that are told where a measure is to be high."""


@dataclass(frozen=True)
class Row:
    """A measure of the network, and of what it stands beside where that was given."""

    name: str
    measure: str
    sayso: float
    cosine: float | None
    cosine_at_best: float | None
    most_frequent: float | None

    def __str__(self) -> str:
        values = (self.sayso, self.cosine, self.cosine_at_best, self.most_frequent)
        told = "".join(f"{'' if value is None else format(100 * value, '.1f'):>10s}" for value in values)
        return f"{self.name:40s}{self.measure:>9s}{told}"


def main() -> None:
    """Measure every part."""
    parser = parser_for("comparison", __doc__)
    parser.add_argument("folder", type=Path, nargs="?", default=shipped_comparison_folder())
    parser.add_argument("--cosines", type=Path)
    parser.add_argument("--part", choices=list(PARTS), action="append", help="only this one; may be given again")
    options = parser.parse_args()
    model = load_comparison_model(options.folder, threads=1)
    cosines = json.loads(options.cosines.read_text(encoding="utf-8")) if options.cosines else {}
    print(f"{'':49s}{'sayso':>10s}{'cosine':>10s}{'its best':>10s}{'one label':>10s}")
    for name in options.part or PARTS:
        test, fit = (read() for read in PARTS[name])
        told = {
            use: {kind: cosines[key] for kind in ("words", "context") if (key := f"{name}/{use}/{kind}") in cosines}
            for use in ("test", "fit")
        }
        beside = told if cosines else None
        if test.turned:
            rows = two_way_rows(model, test, fit, beside)
        else:
            rows = one_way_rows(model, test, fit, beside, UNSEEN[name]() if name in UNSEEN else fit)
        for row in rows:
            print(row, flush=True)


Cosines = dict[str, dict[str, list[float]]]
"""By use ("test" or "fit"), of the words alone ("words") and, where there is any, with their context ("context")."""


def two_way_rows(model: ComparisonModel, test: Part, fit: Part, cosines: Cosines | None) -> Iterator[Row]:
    """Same or not, by a threshold; and how the likelihood goes with the similarity that was annotated."""
    scores, fitting = read_both_ways(model, test), read_both_ways(model, fit)
    yield from compare_rows(
        f"{test.name}: same or not",
        lambda measure: fit_bands(fitting, fit.gold, measure).label(scores),
        (test.gold, fit.gold),
        cosines,
    )
    if test.similarity:
        cosine = pearson(cosines["test"]["words"], test.similarity) if cosines else None
        yield Row(f"{test.name}: similarity", "r", pearson(scores, test.similarity), cosine, None, None)


def one_way_rows(model: ComparisonModel, test: Part, fit: Part, cosines: Cosines | None, unseen: Part) -> Iterator[Row]:
    """The three labels, and each of the two that say something against the rest."""
    shares, fitting = three_shares(model, test.pairs), three_shares(model, unseen.pairs)
    weights = {measure: fit_weights(fitting, unseen.gold, LABELS, measure) for measure in get_args(Measure)}
    told = {measure: weigh(shares, weights[measure], LABELS) for measure in weights}
    yield from compare_rows(f"{test.name}: three labels", lambda it: told[it], (test.gold, fit.gold), cosines)
    for label in LABELS[:2]:

        def against_rest(labels: Sequence[str], kept: str = label) -> list[str]:
            return [one if one == kept else OTHER for one in labels]

        yield from compare_rows(
            f"{test.name}: {label} or not",
            lambda it, only=against_rest: only(told[it]),
            (against_rest(test.gold), against_rest(fit.gold)),
            cosines,
        )


def compare_rows(
    name: str, sayso: Told, golds: tuple[Sequence[str], Sequence[str]], cosines: Cosines | None
) -> Iterator[Row]:
    """Accuracy and macro F1; `golds` are those of the part that is measured and of that which thresholds come from."""
    gold, fit_gold = golds
    most = max(sorted(set(gold)), key=list(gold).count)
    for measure in get_args(Measure):
        cosine = at_best = None
        if cosines:
            kind = max(cosines["fit"], key=lambda one: reachable(cosines["fit"][one], fit_gold, measure))
            bands = fit_bands(cosines["fit"][kind], fit_gold, measure)
            cosine = measure_labels(bands.label(cosines["test"][kind]), gold, measure)
            at_best = max(reachable(scores, gold, measure) for scores in cosines["test"].values())
        yield Row(
            name,
            measure,
            measure_labels(sayso(measure), gold, measure),
            cosine,
            at_best,
            measure_labels([most] * len(gold), gold, measure),
        )


def reachable(scores: Sequence[float], gold: Sequence[str], measure: Measure) -> float:
    """How high a measure gets where the cuts are chosen with the answers in sight."""
    return measure_labels(fit_bands(scores, gold, measure).label(scores), gold, measure)


def read(model: ComparisonModel, pairs: Sequence[Pair]) -> list[Compared]:
    """What the network tells of pairs."""
    return [model.compare(pair.claim, [pair.passage])[0] for pair in pairs]


def read_both_ways(model: ComparisonModel, part: Part) -> list[float]:
    """The mean likelihood that one sentence states the other."""
    shares = np.array([compared.share(Relation.STATES) for compared in read(model, part.both_ways())])
    means: list[float] = shares.reshape(2, -1).mean(0).tolist()
    return means


def three_shares(model: ComparisonModel, pairs: Sequence[Pair]) -> np.ndarray:
    """How likely each of the three labels is: float64 [N, labels], in the order of `LABELS`."""
    told = read(model, pairs)
    sure = np.array([[one.share(Relation.STATES), one.share(Relation.CONTRADICTS)] for one in told])
    return np.column_stack([sure, 1 - sure.sum(1)])


def pearson(scores: Sequence[float], wanted: Sequence[float]) -> float:
    """Pearson's r."""
    return float(np.corrcoef(scores, wanted)[0, 1])


if __name__ == "__main__":
    main()
