"""How right the shipped model reads Wikinews: python -m evaluation.wikinews [dev|test ...] (both by default).

Both halves of benchmark/resolution are stories of Wikinews alone: `dev`, in sight while rules were made, and `test`,
kept aside. They are read as text without title, as PolNeAR is (`evaluation.attribution`), and counted by
`evaluation.links`: link, link_exact, pieces, and the nested attributions (their cue within the content of another of
the story) that have a link.

The gold has some attributions of each story, not all: it was made to tell who, how sure and through whom. What sayso
finds beyond it counts as wrong, so that precision and F1 are far lower than they are and fit only to compare two
models; recall is what it is.
"""

import sys

from evaluation.attribution import read_annotated
from evaluation.corpora import read_lines
from evaluation.links import score
from evaluation.resolution import KEPT_ASIDE, gold_path
from sayso.attribution.model import load_model, shipped_folder


def main() -> None:
    """Print every measure of each part."""
    model = load_model(shipped_folder())
    for part in sys.argv[1:] or ["dev", KEPT_ASIDE]:
        stories = read_lines(gold_path(part))
        rates = score(stories, read_annotated(model, stories))
        nested = rates.pop("nested")
        print(f"{model.name} on the Wikinews stories of {part}: {len(stories)}, {rates['link'].true} attributions")
        for name, rate in rates.items():
            print(f"{name:14s} P {rate.precision:5.1f}  R {rate.recall:5.1f}  F1 {rate.f1:5.1f}")
        print(f"{'nested':14s} R {nested.recall:5.1f}  ({nested.right} of {nested.true}; {nested.told} told)")


if __name__ == "__main__":
    main()
