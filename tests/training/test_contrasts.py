"""Claims written for single passages."""

import random

from evaluation.corpora import read_lines
from training.comparison.contrasts import CONTRASTS, contrast_lines, contrast_pairs, echo_pairs
from training.comparison.pairs import AGAINST, NOT_SAID, SAME


def test_every_passage_has_claims_of_each_kind() -> None:
    for line in read_lines(CONTRASTS):
        for passage in line["passages"]:
            claims = [claim for key in ("states", "contradicts", "neither") for claim in passage[key]]
            assert passage["states"]
            assert passage["contradicts"]
            assert passage["neither"]
            assert all(claim.split() for claim in claims)


def test_what_is_set_aside_is_not_learnt() -> None:
    learnt, aside = contrast_lines()
    assert aside
    assert not {line["id"] for line in learnt} & {line["id"] for line in aside}
    assert len(learnt) + len(aside) == len(read_lines(CONTRASTS))


def test_a_passage_stands_beside_its_claims_and_its_own_words() -> None:
    line = next(line for line in contrast_lines()[0] if line["corpus"] == "invented")
    pairs = contrast_pairs([line])
    assert len(pairs) == sum(len(one[key]) for one in line["passages"] for key in ("states", "contradicts", "neither"))
    assert {pair.answers for pair in pairs} == {SAME, AGAINST, NOT_SAID}
    echoes = echo_pairs([line], random.Random(1))
    stated = [pair for pair in echoes if pair.answers == SAME]
    assert stated
    assert all(set(pair.claim.lower().split()[1:-1]) <= set(_words(pair.passage.words)) for pair in stated)
    own = {(pair.claim, pair.passage) for pair in pairs}
    assert all((pair.claim, pair.passage) not in own for pair in echoes if pair.answers == NOT_SAID)


def _words(text: str) -> set[str]:
    return {word.lower() for word in text.split()}
