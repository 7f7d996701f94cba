"""How right the shipped model reads PolNeAR's dev part: python -m evaluation.attribution [FOLDER OF A MODEL].

Printed are the measures of the corpora's score_attribution.py three times: of all that is read; without attributions
within the content of another, as PolNeAR has none (its annotation keeps the outer one; our own gold, which has both, is
`evaluation.wikinews`); and of direct quotations alone (direct_only.py).
"""

from pathlib import Path

from evaluation.calling import parser_for
from evaluation.corpora import data_folder, load_tool, read_lines
from evaluation.links import flatten
from sayso.attribution.network.model import AttributionModel, load_model, shipped_folder
from sayso.attribution.reader import Passage, read_attributions
from sayso.cleaning import clean, spans_to_skip
from sayso.ingest import story_from_text
from sayso.shapes import attribution_shape

GOALS = {"link": 77, "link_exact": 63, "piece_source": 84, "piece_cue": 76, "piece_content": 73}
DIRECT_GOALS = {"link": 92}

Read = dict[str, dict]
"""Stories with their attributions, by id."""


def read_annotated(model: AttributionModel, stories: list[dict]) -> Read:
    """Clean and attribute annotated stories; what comes after changes no attribution."""
    read = {}
    for story in (story_from_text(story["text"], id=story["id"]) for story in stories):
        found = read_attributions(model, Passage(story.text, spans_to_skip(clean(story))))
        read[story.id] = {"id": story.id, "attributions": [attribution_shape(attribution) for attribution in found]}
    return read


def main() -> None:
    """Print every measure of the scorer, with the goals beside."""
    parser = parser_for("attribution", __doc__)
    parser.add_argument("folder", nargs="?", type=Path, default=shipped_folder(), help="of the model")
    asked = parser.parse_args()
    gold = {story["id"]: story for story in read_lines(data_folder() / "attribution" / "polnear_dev.jsonl.gz")}
    read = read_annotated(load_model(asked.folder), list(gold.values()))
    print(f"{asked.folder.name} on PolNeAR dev, {len(gold)} stories")
    show("all that is read", gold, read, GOALS)
    flat = {name: flatten(story, gold[name]["text"]) for name, story in read.items()}
    show("without attributions within another", gold, flat, GOALS)
    show("direct quotations", *load_tool("direct_only").split(gold, read)[:2], DIRECT_GOALS)


def show(what: str, gold: Read, read: Read, goals: dict[str, int]) -> None:
    """Print every measure of one reading."""
    print(f"== {what}")
    for measure, found in load_tool("score_attribution").score(gold, read).items():
        goal = f"  goal {goals[measure]}" if measure in goals else ""
        print(f"{measure:14s} P {found['p']:5.1f}  R {found['r']:5.1f}  F1 {found['f1']:5.1f}{goal}")


if __name__ == "__main__":
    main()
