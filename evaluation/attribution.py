"""How right the shipped model reads PolNeAR's dev part: python -m evaluation.attribution [FOLDER OF A MODEL]."""

import sys
from pathlib import Path

from evaluation.corpora import data_folder, load_tool, read_lines
from sayso.attribution.model import AttributionModel, load_model, shipped_folder
from sayso.attribution.reader import Passage, read_attributions
from sayso.cleaning import clean, spans_to_skip
from sayso.ingest import story_from_text
from sayso.shapes import attribution_shape

GOALS = {"link": 70.0, "link_exact": 55.0}


def read_annotated(model: AttributionModel, stories: list[dict]) -> dict[str, dict]:
    """Clean and attribute annotated stories; what comes after changes no attribution."""
    read = {}
    for story in (story_from_text(story["text"], id=story["id"]) for story in stories):
        found = read_attributions(model, Passage(story.text, spans_to_skip(clean(story))))
        read[story.id] = {"id": story.id, "attributions": [attribution_shape(attribution) for attribution in found]}
    return read


def main() -> None:
    """Print every measure of the scorer, with the goals beside."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else shipped_folder()
    stories = read_lines(data_folder() / "attribution" / "polnear_dev.jsonl.gz")
    predicted = read_annotated(load_model(folder), stories)
    scores = load_tool("score_attribution").score({story["id"]: story for story in stories}, predicted)
    print(f"{folder.name} on PolNeAR dev, {len(stories)} stories")
    for measure, found in scores.items():
        goal = f"  goal {GOALS[measure]}" if measure in GOALS else ""
        print(f"{measure:14s} P {found['p']:5.1f}  R {found['r']:5.1f}  F1 {found['f1']:5.1f}{goal}")


if __name__ == "__main__":
    main()
