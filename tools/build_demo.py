"""Write the demo's stories from the corpora: python -m tools.build_demo DATA.

Its output is in the repository. The seed family ships as a whole, each retelling labelled; of Wikinews every
fourth story, with its credit (CC BY 2.5).
"""

import json
import sys
from pathlib import Path

TARGET = Path(__file__).parents[1] / "src" / "sayso" / "demo" / "stories.jsonl"
SEED_NOTE = "By Ukrinform (ukrinform.net), as MENAFN carried it"
RETELLING_NOTE = "A retelling written for sayso of the page named, not the outlet's own words"
WIKINEWS_NOTE = "From Wikinews, CC BY 2.5"
KEPT = ("id", "url", "outlet", "published", "title", "text")
WIKINEWS_FILES = ("wikinews_2006_2008_sample.jsonl", "wikinews_2019_2020.jsonl")
EVERY = 4


def main(data: Path) -> None:
    """Write the family, then Wikinews."""
    stories = []
    for story in _lines(data / "seed" / "family.jsonl"):
        note = RETELLING_NOTE if story["retelling"] else SEED_NOTE
        stories.append({**_kept(story), "agency": story.get("agency"), "note": note})
    for name in WIKINEWS_FILES:
        stories += [{**_kept(story), "note": WIKINEWS_NOTE} for story in _lines(data / "news" / name)[::EVERY]]
    with TARGET.open("w", encoding="utf-8") as out:
        out.writelines(json.dumps(story, ensure_ascii=False) + "\n" for story in stories)


def _kept(story: dict[str, object]) -> dict[str, object]:
    return {key: story.get(key) for key in KEPT}


def _lines(path: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


if __name__ == "__main__":
    main(Path(sys.argv[1]))
