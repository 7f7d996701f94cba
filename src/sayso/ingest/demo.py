"""The stories of the demo, as they come with sayso, and the claims that it follows through them."""

from importlib.resources import as_file, files

from sayso.ingest.inputs import find_inputs
from sayso.ingest.reading import read_input
from sayso.records import Rejection, Story

FIRST_DAY = "2024-12-14"
"""The day of the founding story: the demo begins to follow its claims on it, and what came later is then new."""

DEMO_CLAIMS = (
    "did Russia use North Korean soldiers in assaults in Kursk",
    "Russia has begun using a significant number of North Korean soldiers in assaults",
)
"""One whose origins grow after that day, and one that goes on to rest on a single address; the last is shown first."""


def read_demo() -> tuple[list[Story | Rejection], list[Story | Rejection]]:
    """The stories of the demo: those out by its first day or undated, and all others."""
    with as_file(files("sayso") / "demo" / "stories.jsonl") as stories:
        items = [item for source in find_inputs(str(stories)) for item in read_input(source)]
    early = [item for item in items if isinstance(item, Story) and (item.published or "")[:10] <= FIRST_DAY]
    return list(early), [item for item in items if item not in early]
