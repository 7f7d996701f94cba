"""The gold of claims and their origins is consistent in itself."""

import json
from pathlib import Path

import pytest

BENCHMARK = Path(__file__).parents[2] / "benchmark"
GOLD = ("events/dev.json", "events/kept.json", "families/dev.json", "families/kept.json")


@pytest.mark.parametrize("name", GOLD)
def test_counts_are_those_of_the_sides(name: str) -> None:
    for event in json.loads((BENCHMARK / name).read_text(encoding="utf-8")):
        published = {one["id"]: (one["published"] or "")[:10] for one in event["articles"]}
        for claim in event["claims"]:
            sides = {one["id"]: one["side"] for one in claim["origins"]}
            told = {one["article"]: one["origin"] for part in ("deny", "no_comment") for one in claim.get(part, ())}
            assert told.keys() <= published.keys()
            supporting = [(one["article"], one["origin"]) for one in claim["support"]]
            assert len({sides[origin] for _, origin in supporting if origin}) == claim["independent_origins"]
            for turn in claim.get("by_time", ()):
                by_then = {
                    sides[origin] for story, origin in supporting if origin and "" < published[story] <= turn["as_of"]
                }
                assert len(by_then) == turn["independent_origins"], (event["event"], claim["id"], turn)
