from collections import Counter

import pytest

from evaluation.claim_pairs import PAIRS, WANTED, draw, read_pairs
from evaluation.corpora import data_folder, read_lines
from training.comparison.labels import LABELS

STORY = {
    "id": "harbour",
    "corpus": "samples",
    "propositions": [{"spans": [[10 * place, 10 * place + 9]]} for place in range(6)],
    "claims": [
        {"claim": "shut", "states": [0, 1, 2], "contradicts": [], "related": [3]},
        {"claim": "open", "states": [4], "contradicts": [0, 1, 2], "related": []},
    ],
}


def test_a_claim_gives_no_second_pair_before_every_other_gave_its_first() -> None:
    drawn = draw([STORY], {"states": 2}, seed=1)
    assert {pair["claim"] for pair in drawn} == {"shut", "open"}


def test_where_there_are_fewer_all_are_drawn() -> None:
    drawn = draw([STORY], {"states": 9, "contradicts": 9, "related": 9, "unmarked": 0}, seed=1)
    assert Counter(pair["relation"] for pair in drawn) == {"states": 4, "contradicts": 3, "related": 1}


def test_unmarked_are_the_propositions_that_no_label_names() -> None:
    drawn = draw([STORY], {"unmarked": 9}, seed=1)
    assert [pair["spans"][0][0] // 10 for pair in drawn if pair["claim"] == "shut"] == [4, 5]


def test_a_seed_draws_the_same_again_and_another_draws_others() -> None:
    wanted = {"states": 1, "contradicts": 1, "unmarked": 2}
    draws = [draw([STORY], wanted, seed) for seed in range(20)]
    assert draws[3] == draw([STORY], wanted, 3)
    assert any(other != draws[3] for other in draws)


def test_the_benchmark_has_what_was_wanted_and_no_story_that_is_trained_on() -> None:
    pairs = read_lines(PAIRS)
    assert Counter(pair["relation"] for pair in pairs) == WANTED
    assert not {pair["id"] for pair in pairs} & {line["id"] for line in read_lines(LABELS)}
    assert all("text" not in pair and "words" not in pair for pair in pairs)


def test_every_pair_of_the_benchmark_has_words() -> None:
    try:
        data_folder()
    except FileNotFoundError as error:
        pytest.skip(str(error))
    pairs = read_pairs()
    assert len(pairs) == sum(WANTED.values())
    assert all(pair.passage.words.strip() and pair.claim.strip() for pair in pairs)
