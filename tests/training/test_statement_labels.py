"""Our own labels of statements: spans and answers, and no text of another's."""

from pathlib import Path

import pytest

from evaluation.corpora import read_lines
from sayso.records import ROLES, Certainty, SourceKind

LABELS = Path(__file__).parents[2] / "training" / "labels"
ANSWERS = {"source_kind", "denied", "negated", "certainty"}
NAMES = {"source_name", "via"}


@pytest.mark.parametrize("name", ["news", "polnear"])
def test_labels_hold_spans_and_answers_alone(name: str) -> None:
    for story in read_lines(LABELS / f"{name}.jsonl"):
        assert set(story) <= {"id", "attributions", "no_attributions"}
        for one in story["attributions"]:
            assert set(ROLES) < set(one) <= {*ROLES, *ANSWERS, *NAMES}
            assert not (one["denied"] and one["negated"])
            assert one.get("source_kind") in {None, *SourceKind}
            assert one.get("certainty") in {None, *Certainty}
        assert all(set(one) == set(ROLES) for one in story.get("no_attributions", ()))


def test_what_is_no_attribution_is_none_of_the_story_s() -> None:
    for story in read_lines(LABELS / "news.jsonl"):
        right = [[one[role] for role in ROLES] for one in story["attributions"]]
        assert not any([one[role] for role in ROLES] in right for one in story.get("no_attributions", ()))


def test_a_story_is_labelled_once() -> None:
    names = [story["id"] for story in read_lines(LABELS / "news.jsonl")]
    assert len(names) == len(set(names)) == 562
