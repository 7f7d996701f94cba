import json
import random
from pathlib import Path

import pytest

from sayso.claims.comparison import ComparisonModel, load_comparison_model, shipped_comparison_folder
from sayso.claims.passages import Passage
from sayso.errors import ModelError
from sayso.records import Compared, Relation

FOLDER = shipped_comparison_folder()
TOLERANCE = 0.02
"""Processors round int8 sums and fp32 differently; the shares of the reference move by less."""


@pytest.fixture(scope="module")
def model() -> ComparisonModel:
    if not FOLDER.is_dir():
        pytest.skip(f"there is no {FOLDER} yet: training.comparison.export writes it")
    return load_comparison_model(FOLDER, threads=1)


@pytest.fixture(scope="module")
def reference(model: ComparisonModel) -> list[dict]:
    return json.loads((FOLDER / "reference.json").read_text(encoding="utf-8"))


def passage_in(one: dict) -> Passage:
    return Passage(one["words"], one["context"])


def test_it_tells_what_it_told_when_it_was_exported(model: ComparisonModel, reference: list[dict]) -> None:
    assert len(reference) >= 4
    for one in reference:
        (told,) = model.compare(one["claim"], [passage_in(one)])
        assert told.shares == pytest.approx(one["shares"], abs=TOLERANCE)
        assert sum(told.shares) == pytest.approx(1)


def test_passages_are_told_in_their_order_whatever_it_is(model: ComparisonModel, reference: list[dict]) -> None:
    claim = reference[0]["claim"]
    passages = [passage_in(one) for one in reference]
    told = dict(zip(passages, model.compare(claim, passages), strict=True))
    shuffled = random.Random(3).sample(passages, len(passages))
    assert shuffled != passages
    assert model.compare(claim, shuffled) == [told[passage] for passage in shuffled]
    assert [model.compare(claim, [passage])[0] for passage in passages] == list(told.values())


def test_equal_passages_are_read_once(
    model: ComparisonModel, reference: list[dict], monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[Passage] = []
    monkeypatch.setattr(
        ComparisonModel, "_read", lambda self, claim, passage: read.append(passage) or Compared((0.1, 0.2, 0.3, 0.4))
    )
    one, other = map(passage_in, reference[:2])
    assert len(model.compare("a claim", [one, other, one, one])) == 4
    assert read == [one, other]


def test_several_read_at_once_tell_what_one_does(model: ComparisonModel, reference: list[dict]) -> None:
    passages = [passage_in(one) for one in reference] * 2
    several = load_comparison_model(FOLDER, threads=3)
    assert (model.threads, several.threads) == (1, 3)
    for one in reference:
        assert several.compare(one["claim"], passages) == model.compare(one["claim"], passages)


def test_no_passages_are_no_answers(model: ComparisonModel) -> None:
    assert model.compare("a claim", []) == []


def test_empty_words_are_compared_like_others(model: ComparisonModel) -> None:
    (told,) = model.compare("Three fishermen drowned", [Passage("")])
    assert told.relation is not Relation.STATES


def test_a_folder_without_a_model_is_named(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match=r"config\.json"):
        load_comparison_model(tmp_path)


def test_the_likeliest_relation_is_told() -> None:
    compared = Compared((0.1, 0.2, 0.6, 0.1))
    assert compared.relation is Relation.CONTRADICTS
    assert [compared.share(relation) for relation in Relation] == [0.1, 0.2, 0.6, 0.1]
