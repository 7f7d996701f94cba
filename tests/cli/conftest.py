import json
from pathlib import Path

import pytest

STORIES = [
    {
        "id": "a",
        "url": "https://example.org/a",
        "outlet": "The Herald",
        "published": "2024-05-01",
        "title": "Bridge to close",
        "text": "The bridge will close for a year, Nora Field, the transport minister, said on Monday.\n\n"
        "“The pillars are cracked,” Field said.",
        "note": "An invented story",
    },
    {
        "id": "b",
        "outlet": "The Tribune",
        "published": "2024-05-03",
        "title": "Union warns",
        "text": "The builders’ union warned that the cracks in the pillars were known in May.",
    },
]


@pytest.fixture
def stories(tmp_path: Path) -> Path:
    path = tmp_path / "stories.jsonl"
    path.write_text("".join(json.dumps(story) + "\n" for story in STORIES), encoding="utf-8")
    return path
