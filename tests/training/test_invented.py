"""Labels of invented events."""

from collections import Counter

import pytest

from evaluation.corpora import read_lines
from evaluation.sides import STORIES
from sayso.claims.comparison import shipped_comparison_model
from training.comparison.invented import ASIDE, pairs_of
from training.comparison.mistaken import mistaken_in
from training.comparison.pairs import AGAINST, NEAR, NOT_SAID, SAME


@pytest.fixture(scope="module")
def events() -> list[dict]:
    return read_lines(STORIES)


def test_every_label_quotes_its_story(events: list[dict]) -> None:
    for event in events:
        texts = {one["id"]: one["text"] for one in event["articles"]}
        for claim in event["claims"]:
            assert claim["query"] != claim["other"]
            assert claim["support"]
            for label in (*claim["support"], *claim["deny"], *claim["near"], *claim.get("mistaken", ())):
                assert all(words in texts[label["article"]] for words in label["words"]), (event["event"], claim["id"])


def test_the_events_set_aside_are_there(events: list[dict]) -> None:
    assert {event["event"] for event in events} > ASIDE


@pytest.fixture
def ferry() -> dict:
    return {
        "event": "ferry",
        "articles": [
            {
                "id": "a",
                "outlet": "Harborton Herald",
                "published": "2024-03-05",
                "title": "Ferry leaks",
                "text": "The Marlin takes in water, the captain said. It is a fine and dry ship today. "
                "Nobody has asked for the log since. All pumps of the ferry work well today.",
            }
        ],
        "claims": [
            {
                "id": "c1",
                "query": "the ferry leaks",
                "other": "the Marlin is not watertight",
                "support": [{"article": "a", "words": ["The Marlin takes in water, the captain said."]}],
                "deny": [{"article": "a", "words": ["dry ship"]}],
                "near": [{"article": "a", "words": ["All pumps of the ferry work well today."]}],
            }
        ],
    }


def test_every_passage_stands_beside_every_claim(ferry: dict) -> None:
    pairs = list(pairs_of(ferry))
    labelled = {"takes in water": SAME, "dry": AGAINST, "pumps": NEAR, "Nobody": NOT_SAID}
    for words, answer in labelled.items():
        assert {pair.answers for pair in pairs if words in pair.passage.words} == {answer}
    assert {(pair.claim, pair.otherwise, pair.group) for pair in pairs} == {
        ("the ferry leaks", ("the Marlin is not watertight",), "ferry")
    }


def test_an_event_states_and_denies_its_claims(events: list[dict]) -> None:
    answers = Counter(pair.answers for pair in pairs_of(events[0]))
    labels = sum(len(label["words"]) for claim in events[0]["claims"] for label in claim["support"])
    assert answers[SAME] >= labels * 0.9
    assert answers[AGAINST]
    assert answers[NEAR]
    assert answers[NOT_SAID] > answers[SAME]


def test_what_a_network_takes_for_a_statement_and_nobody_labelled_is_told(ferry: dict) -> None:
    (claim,) = ferry["claims"]
    labels, claim["support"] = claim["support"], []
    (told,) = mistaken_in(shipped_comparison_model(), ferry)
    assert (told["claim"], told["article"], told["taken"]) == ("c1", "a", "states")
    assert told["words"] in ferry["articles"][0]["text"]
    claim["support"] = labels
    assert not list(mistaken_in(shipped_comparison_model(), ferry))


def test_what_was_mistaken_neither_states_nor_contradicts_and_is_hard(ferry: dict) -> None:
    (claim,) = ferry["claims"]
    claim["mistaken"] = [{"article": "a", "words": ["Nobody has asked for the log since."]}]
    hard = [pair for pair in pairs_of(ferry) if pair.is_hard]
    assert [(pair.passage.words, pair.answers) for pair in hard] == [("Nobody has asked for the log since.", NOT_SAID)]
