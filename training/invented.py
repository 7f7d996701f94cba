"""Attributions of stories of invented events: wire, tabloid, agency and translated English that no corpus here has.

A line of `labels/invented-attributions.jsonl` holds a story ("quake/a01" is the first of the event "quake" in
`labels/invented.jsonl`, where its text is) with every attribution in it, those within another too: `within` is the
place of that one among them.
"""

from evaluation.corpora import read_lines
from training.comparison.invented import invented_articles
from training.comparison.labels import FOLDER

ATTRIBUTIONS = FOLDER / "invented-attributions.jsonl"


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
