"""How well the shipped model reads UW's test part: python -m evaluation.certainty [dev|test] [PICTURE.svg].

Lee et al. (EMNLP 2015) annotated the corpus; on its test part, BERT under graph networks reads r 0.86 and a mean
absolute error of 0.35 or so (Pouran Ben Veyseh et al., ACL 2019).
"""

from pathlib import Path

import numpy as np

from evaluation.calling import parser_for
from evaluation.reliability import Reliability, draw_reliability, measure_reliability
from sayso.attribution.network.model import load_model, shipped_folder
from sayso.inference.calibration import GRID
from training.factuality import grid_of, read_factuality, read_factuality_of

GOALS = {"r": 0.80, "mae": 0.45}


def main() -> None:
    """Print Pearson's r, the mean absolute error, and how often each confidence is right; draw the curve if asked."""
    parser = parser_for("certainty", __doc__)
    parser.add_argument("part", nargs="?", choices=("dev", "test"), default="test")
    parser.add_argument("picture", nargs="?", type=Path, help="where to draw how often each confidence was right")
    asked = parser.parse_args()
    model = load_model(shipped_folder())
    told, labels = read_factuality_of(model, read_factuality(model.tokenizer, "uw", asked.part))
    r, mae = float(np.corrcoef(told, labels)[0, 1]), float(np.abs(told - labels).mean())
    print(f"UW {asked.part}, {len(labels)} events: r {r:.3f} (goal {GOALS['r']})")
    print(f"mean absolute error {mae:.3f} (goal {GOALS['mae']})")
    likelihood = model.calibration.likelihood(told)
    curves = {
        str(level): measure_reliability(likelihood[:, index], grid_of(labels) == index)
        for index, level in enumerate(GRID)
    }
    for level, curve in curves.items():
        tell(level, curve)
    if asked.picture:
        asked.picture.write_text(
            draw_reliability(curves, f"UW {asked.part}: how often each confidence was right"), "utf-8"
        )


def tell(name: str, curve: Reliability) -> None:
    """Print a curve's calibration error and its points."""
    points = ", ".join(f"{said:.2f} → {was:.2f} (n={count})" for said, was, count in curve.points)
    print(f"{name:9s} expected calibration error {curve.error:.3f}: {points}")


if __name__ == "__main__":
    main()
