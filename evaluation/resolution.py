"""Who, how sure, through whom: python -m evaluation.resolution [dev|test|wire|news|news-aside ...] [-v].

`dev` and `test` are the two halves of the benchmark in benchmark/resolution (rules were made with `dev` in sight,
`test` was kept aside), `wire` the three wire stories of the corpora: these by default. `news` and `news-aside` are two
halves of the stories whose labels the networks learn (training/labels/news.jsonl): nobody reads the errors of the
second, so that it tells whether a rule made on the first is one. -v prints every wrong answer of those in sight.
"""

import hashlib
import json
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

from evaluation.calling import parser_for
from evaluation.corpora import data_folder, load_tool, read_lines
from sayso.ingest import story_from_text
from sayso.pipeline.method import read_story
from sayso.pipeline.models import shipped_model
from sayso.shapes import reading_shape

BENCHMARK = Path(__file__).parents[1] / "benchmark" / "resolution"
LABELS = Path(__file__).parents[1] / "training" / "labels" / "news.jsonl"
WIRE, NEWS, NEWS_ASIDE = "wire", "news", "news-aside"
KEPT_ASIDE = "test"
PARTS = ("dev", KEPT_ASIDE, WIRE, NEWS, NEWS_ASIDE)
NEWS_ALIASES = {"Associated Press": ["AP"]}
OWN_OUTLET = "OUTLET"
"""What stands in the labels of news for the outlet of their story."""


def gold_path(part: str) -> Path:
    """Where the gold of a part is."""
    return data_folder() / "attribution" / "wire_gold.jsonl" if part == WIRE else BENCHMARK / f"{part}.jsonl"


def read_gold(part: str) -> dict[str, dict]:
    """The annotated stories of a part by id."""
    if part in (NEWS, NEWS_ASIDE):
        return {story["id"]: story for story in _read_news() if _is_aside(story) == (part == NEWS_ASIDE)}
    return {story["id"]: story for story in read_lines(gold_path(part))}


def _read_news() -> Iterator[dict]:
    """The labelled stories of the news with their texts, as far as their attributions have names."""
    stories = {story["id"]: story for story in read_lines(data_folder() / "reuse" / "base_news.jsonl.gz")}
    for labelled in read_lines(LABELS):
        story = stories[labelled["id"]]
        outlet = story.get("source") or ""
        named = [one for one in labelled["attributions"] if "source_name" in one]
        if named:
            yield {
                "id": story["id"],
                "title": story.get("title"),
                "outlet": outlet,
                "published": story.get("date"),
                "text": story["text"],
                "attributions": [_as_annotated(one, outlet) for one in named],
            }


def _as_annotated(labelled: dict, outlet: str) -> dict:
    """A label in the form of the benchmark; whether words are quoted is not annotated there."""
    via = [outlet if name == OWN_OUTLET else name for name in labelled.get("via", [OWN_OUTLET])]
    return {"certainty": "certain", "speech": None} | labelled | {"via": via}


def _is_aside(story: dict) -> bool:
    return int(hashlib.sha256(story["id"].encode()).hexdigest(), 16) % 2 == 0


def read_as_sayso(stories: dict[str, dict]) -> dict[str, dict]:
    """The same stories as `sayso read --jsonl` gives them."""
    return {
        name: reading_shape(
            read_story(
                shipped_model(),
                story_from_text(
                    story["text"],
                    id=name,
                    title=story["title"],
                    outlet=story["outlet"],
                    published=story["published"],
                ),
            )
        )
        for name, story in stories.items()
    }


def aliases_of(part: str) -> dict[str, list[str]]:
    """Other names that count as right, as the scorer takes them from beside the gold."""
    if part in (NEWS, NEWS_ASIDE):
        return NEWS_ALIASES
    path = gold_path(part).with_name("aliases.json")
    return json.loads(path.read_text("utf-8")) if path.exists() else {}


def main() -> None:
    """Score each part and all together."""
    parser = parser_for("resolution", __doc__)
    parser.add_argument("parts", nargs="*", metavar="part", help=f"of {', '.join(PARTS)}; the first three by default")
    parser.add_argument("-v", action="store_true", help="print every wrong answer of the parts in sight")
    asked = parser.parse_args()
    if unknown := [part for part in asked.parts if part not in PARTS]:
        parser.error(f"there is no part {', '.join(unknown)}; there are {', '.join(PARTS)}")
    parts = asked.parts or PARTS[:3]
    scorer = load_tool("score_resolution")
    gold = {part: read_gold(part) for part in parts}
    read = {part: read_as_sayso(stories) for part, stories in gold.items()}
    for part in parts:
        in_sight = part not in (KEPT_ASIDE, NEWS_ASIDE)
        show(scorer, part, gold[part], read[part], aliases_of(part), asked.v and in_sight)
    if len(parts) > 1:
        aliases = {name: others for part in parts for name, others in aliases_of(part).items()}
        together = {name: story for stories in gold.values() for name, story in stories.items()}
        predicted = {name: story for stories in read.values() for name, story in stories.items()}
        show(scorer, " + ".join(parts), together, predicted, aliases, wrong_too=False)


def show(
    scorer: ModuleType,
    part: str,
    gold: dict[str, dict],
    read: dict[str, dict],
    aliases: dict[str, list[str]],
    wrong_too: bool,
) -> None:
    """Print the scores of a part, each beside its floor."""
    wrong: list[str] = []
    scores = scorer.score(gold, read, aliases, wrong)
    print(f"== {part}: {len(gold)} stories, {scores['matched']} attributions found")
    name = scores["source_name"]
    print(f"source_name  {name['acc']:.1f} (floor {name['floor']}; own words alone {name['own_words']})")
    print(f"  where the own words do not do  {name['hard_only']:.1f} (n={name['n_hard']})")
    for field in scorer.FIELDS:
        one = scores[field]
        if set(one["classes"]) == {None}:
            continue
        true = (
            f"  true: P {one['true']['p']:.1f} R {one['true']['r']:.1f} F1 {one['true']['f1']:.1f}"
            if "true" in one
            else ""
        )
        print(
            f"{field:12s} {one['acc']:.1f} (floor {one['floor']})  macro F1 {one['macro_f1']:.1f} "
            f"(floor {one['floor_macro_f1']}){true}  {one['classes']}"
        )
    via = scores["via"]
    print(f"via          {via['acc']:.1f} (floor {via['floor']})")
    print(f"  with a middleman  {via['chains_only']:.1f} (n={via['n_chains']})")
    if wrong_too:
        print("\n".join(wrong))


if __name__ == "__main__":
    main()
