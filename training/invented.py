"""Attributions of stories of invented events: wire, tabloid, agency and translated English that no corpus here has.

A line of `labels/invented-attributions.jsonl` holds a story ("quake/a01" is the first of the event "quake" in
`labels/invented.jsonl.gz`, where its text is) with every attribution in it, those within another too: `within` is the
place of that one among them.
"""

from evaluation.corpora import read_lines
from training.comparison.invented import invented_articles
from training.comparison.labels import FOLDER

ATTRIBUTIONS = FOLDER / "invented-attributions.jsonl"
EVENTS_ASIDE = ("bridge", "outbreak", "strike", "tape", "wildfire")
"""Their stories are not learnt, so that they tell how well such stories are read."""


def invented_stories(*, nested: bool = False) -> list[dict]:
    """The stories as annotated ones are written; without attributions within another unless these are wanted."""
    stories = invented_articles()
    return [
        {
            "id": line["id"],
            "text": stories[line["id"]]["text"],
            "attributions": [one for one in line["attributions"] if nested or "within" not in one],
        }
        for line in read_lines(ATTRIBUTIONS)
    ]


def learnt_invented() -> list[dict]:
    """Those that are not set aside."""
    return [story for story in invented_stories() if not is_aside(story)]


def is_aside(story: dict) -> bool:
    """Tell whether a story's event is set aside."""
    return story["id"].split("/")[0] in EVENTS_ASIDE
