"""How right the shipped model reads Wikinews: python -m evaluation.wikinews [dev|kept ...] (both by default).

The stories of benchmark/attribution are annotated in full: `dev`, in sight while rules were made; `kept`, kept aside.
They are read as text without title, as PolNeAR is (`evaluation.attribution`), and counted by `evaluation.links`: link,
link_exact, pieces, links without the attributions within another, and how many of these are found.
"""

from pathlib import Path

from evaluation.attribution import read_annotated
from evaluation.calling import parser_for
from evaluation.corpora import read_lines
from evaluation.links import score
from sayso.attribution.network.model import load_model, shipped_folder

BENCHMARK = Path(__file__).parents[1] / "benchmark" / "attribution"
PARTS = ("dev", "kept")


def annotated_path(part: str) -> Path:
    """Where the stories of a part are."""
    return BENCHMARK / f"{part}.jsonl"


def main() -> None:
    """Print every measure of each part."""
    parser = parser_for("wikinews", __doc__)
    parser.add_argument("parts", nargs="*", metavar="part", help=f"of {', '.join(PARTS)}; all by default")
    asked = parser.parse_args()
    if unknown := [part for part in asked.parts if part not in PARTS]:
        parser.error(f"there is no part {', '.join(unknown)}; there are {', '.join(PARTS)}")
    model = load_model(shipped_folder())
    for part in asked.parts or PARTS:
        stories = read_lines(annotated_path(part))
        rates = score(stories, read_annotated(model, stories))
        print(f"{model.name} on the Wikinews stories of {part}: {len(stories)}, {rates['link'].true} attributions")
        for name, rate in rates.items():
            told = f"P {rate.precision:5.1f}  R {rate.recall:5.1f}  F1 {rate.f1:5.1f}"
            print(f"{name:14s} {told if name != 'nested' else f'R {rate.recall:5.1f}  ({rate.right} of {rate.true})'}")


if __name__ == "__main__":
    main()
