import random
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evaluation.corpora import data_folder
from sayso.claims.passages import Passage
from sayso.records import Relation
from training.comparison.pairs import (
    AGAINST,
    FAR,
    NEAR,
    NOT_SAID,
    SAME,
    Pair,
    read_mrpc,
    read_sick,
    read_sts,
    read_sts_scores,
    reword,
    swap,
    thin,
)

PAIRS = st.lists(
    st.builds(
        Pair,
        st.sampled_from(["shut", "open"]),
        st.integers(0, 99).map(lambda number: Passage(str(number))),
        st.sampled_from([SAME, AGAINST, NEAR, NOT_SAID]),
        group=st.sampled_from(["one", "other"]),
        is_hard=st.booleans(),
    )
)


@pytest.fixture(scope="module")
def corpora() -> Path:
    try:
        return data_folder() / "claims"
    except FileNotFoundError as error:
        pytest.skip(str(error))


@given(PAIRS, st.integers(0, 3))
def test_thinning_keeps_what_is_said_or_hard_and_so_many_of_the_rest(pairs: list[Pair], most: int) -> None:
    kept = thin(pairs, most, random.Random(1))
    said = [pair for pair in pairs if pair.is_hard or pair.answers in (SAME, AGAINST)]
    assert [pair for pair in kept if pair.is_hard or pair.answers in (SAME, AGAINST)] == said
    pairs, kept = ([pair for pair in some if not pair.is_hard] for some in (pairs, kept))
    for group in ("one", "other"):
        for claim in ("shut", "open"):
            for answers in (NEAR, NOT_SAID):
                alike = [pair for pair in pairs if (pair.group, pair.claim, pair.answers) == (group, claim, answers)]
                some = [pair for pair in kept if (pair.group, pair.claim, pair.answers) == (group, claim, answers)]
                assert len(some) == min(most, len(alike))
                assert all(pair in alike for pair in some)


@given(st.lists(st.text(min_size=1), max_size=4), st.integers())
def test_a_reworded_pair_has_one_of_its_wordings_and_nothing_else_changed(otherwise: list[str], seed: int) -> None:
    pair = Pair("one", Passage("other"), SAME, 0.5, "group", tuple(otherwise))
    told = reword(pair, random.Random(seed))
    assert told.claim in ("one", *otherwise)
    assert replace(told, claim="one") == pair


def test_swapped_twice_a_pair_is_itself() -> None:
    pair = Pair("one", Passage("other"), SAME, 0.5, "group")
    assert swap(pair) == Pair("other", Passage("one"), SAME, 0.5, "group")
    assert swap(swap(pair)) == pair


def test_mrpc_has_a_paraphrase_in_two_of_three(corpora: Path) -> None:
    pairs = read_mrpc("test")
    assert len(pairs) == 1725
    assert sum(pair.answers == SAME for pair in pairs) == 1147
    assert pairs[0].claim.startswith("PCCW's chief operating officer")


def test_sick_has_its_three_judgements_and_two_degrees_of_the_neutral(corpora: Path) -> None:
    pairs = read_sick("trial")
    assert len(pairs) == 500
    assert {pair.answers for pair in pairs} == {SAME, AGAINST, NEAR, FAR}


def test_sts_leaves_out_what_was_not_scored(corpora: Path) -> None:
    scores = read_sts_scores("2015.headlines.test")
    lines = (corpora / "sts" / "2015.headlines.test.tsv").read_text(encoding="utf-8").splitlines()
    assert 0 < len(scores) < len(lines)
    assert all(0 <= score <= 5 for score, _, _ in scores)
    answers = [pair.answers for pair in read_sts("2015.headlines.test")]
    assert [answer == SAME for answer in answers] == [score >= 4.5 for score, _, _ in scores]
    assert all(answer <= frozenset(Relation) for answer in answers)
