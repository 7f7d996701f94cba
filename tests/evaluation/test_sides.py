"""The gold of sides, and what is scored by it."""

import json

import pytest

from evaluation.corpora import read_lines
from evaluation.sides import GOLD, NOT_SAID, STORIES, score

SIDED_EVENTS = 38
"""So many events have their sides told; those invented afterwards have not."""


@pytest.fixture(scope="module")
def texts() -> dict[tuple[str, str], str]:
    return {
        (event["event"], article["id"]): article["text"]
        for event in read_lines(STORIES)
        for article in event["articles"]
    }


@pytest.mark.parametrize("name", ["dev.json", "kept.json"])
def test_every_passage_stands_on_an_origin_of_its_claim(name: str, texts: dict[tuple[str, str], str]) -> None:
    for event in json.loads((GOLD / name).read_text(encoding="utf-8")):
        for claim in event["claims"]:
            sides = {origin["id"]: origin["side"] for origin in claim["origins"]}
            supporting = set()
            for passage in (*claim["support"], *claim["deny"]):
                assert passage["words"] in texts[event["event"], passage["article"]]
                named = passage["origin"] if isinstance(passage["origin"], list) else [passage["origin"]]
                stated = {one for one in named if one not in (None, NOT_SAID)}
                assert stated <= sides.keys()
                if passage in claim["support"]:
                    supporting |= {sides[one] for one in stated}
            assert claim["independent_origins"] == len(supporting)


def test_no_event_is_in_both_parts() -> None:
    dev, kept = (
        {event["event"] for event in json.loads((GOLD / name).read_text(encoding="utf-8"))}
        for name in ("dev.json", "kept.json")
    )
    assert not dev & kept
    assert len(dev | kept) == SIDED_EVENTS
    assert dev | kept < {event["event"] for event in read_lines(STORIES)}


def test_counts_are_told_for_one_side_and_for_several(tmp_path, capsys: pytest.CaptureFixture[str]) -> None:
    gold = json.loads((GOLD / "dev.json").read_text(encoding="utf-8"))
    (tmp_path / "one.json").write_text(json.dumps(gold[:1]), encoding="utf-8")
    score(tmp_path / "one.json", each=True)
    told = capsys.readouterr().out
    claims = gold[0]["claims"]
    assert f"== one.json: {len(claims)} claims" in told
    ones = sum(claim["independent_origins"] == 1 for claim in claims)
    assert any(line.startswith("one side") and f"of {ones} exact" in line for line in told.splitlines())
