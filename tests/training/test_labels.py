from pathlib import Path

import pytest

from evaluation.corpora import data_folder, read_lines
from sayso.claims.passages import Passage
from training.comparison.labels import (
    EVENTS,
    JUDGED_BESIDE,
    LABELS,
    changed_pairs,
    denied_pairs,
    labelled_passage,
    learnt_and_aside,
    own_pairs,
    set_aside,
)
from training.comparison.pairs import AGAINST, NEAR, NOT_SAID, SAME


@pytest.fixture(scope="module")
def corpora() -> Path:
    try:
        return data_folder() / "claims"
    except FileNotFoundError as error:
        pytest.skip(str(error))


def test_a_labelled_passage_has_its_sentence_s_surroundings_as_context() -> None:
    story = {"text": "The port was shut. A crane fell, Strand said. It is safe.", "title": "Crane falls"}
    passage = labelled_passage(story, {"spans": [[19, 31]], "said": "Strand said"})
    assert passage == Passage("Strand said A crane fell", "Crane falls. The port was shut")


@pytest.mark.parametrize("path", [LABELS, EVENTS])
def test_our_own_labels_mark_every_relation_and_name_passages_that_have_words(path: Path, corpora: Path) -> None:
    pairs = own_pairs(read_lines(path))
    assert {pair.answers for pair in pairs} == {SAME, AGAINST, NEAR, NOT_SAID}
    assert all(pair.passage.words.strip() for pair in pairs)


def test_a_changed_claim_stands_only_beside_what_states_the_one_that_it_was_made_of(corpora: Path) -> None:
    lines = [line for line in read_lines(LABELS) if any("excluded" in claim for claim in line["claims"])][:20]
    stated = {(pair.group, pair.passage) for pair in own_pairs(lines) if pair.answers == SAME}
    changed = changed_pairs(lines)
    assert {pair.answers for pair in changed} == {SAME, AGAINST, NEAR}
    assert all((pair.group, pair.passage) in stated for pair in changed)
    beside = [claim for line in lines for claim in line["claims"] if "excluded" in claim]
    most = sum(
        min(JUDGED_BESIDE, len(claim["states"])) * len(claim.get(key, ()))
        for claim in beside
        for key in ("weaker", "excluded", "open")
    )
    assert len(changed) == most


def test_a_denial_of_what_follows_from_a_claim_contradicts_it_and_a_denial_of_more_does_not(corpora: Path) -> None:
    lines = [line for line in read_lines(LABELS) if any("weaker" in claim for claim in line["claims"])][:5]
    denied = denied_pairs(lines)
    for claim in (claim for line in lines for claim in line["claims"] if "weaker" in claim):
        (weaker,) = claim["weaker"]
        against = [
            pair for pair in denied if pair.claim == claim["claim"] and weaker.rstrip("?.") in pair.passage.words
        ]
        assert {pair.answers for pair in against} == {AGAINST}
        near = [pair for pair in denied if pair.claim == weaker and claim["claim"].rstrip("?.") in pair.passage.words]
        assert {pair.answers for pair in near} == {NEAR}


@pytest.mark.parametrize("share", [0.0, 0.1, 0.5])
def test_what_is_set_aside_is_that_share_of_single_stories_and_never_learnt(share: float) -> None:
    lines = read_lines(LABELS)
    learnt, aside = set_aside(lines, share)
    assert len(aside) == round(share * len(lines))
    assert not {line["id"] for line in learnt} & {line["id"] for line in aside}
    all_learnt, the_same = learnt_and_aside(share)
    assert the_same == aside
    assert all_learnt == learnt + read_lines(EVENTS)


def test_no_claim_of_the_labels_is_its_own_other_wording() -> None:
    for line in read_lines(LABELS):
        for claim in line["claims"]:
            others = [words for key in ("otherwise", "weaker", "excluded", "open") for words in claim.get(key, ())]
            assert claim["claim"] not in others
            assert len(claim.get("otherwise", ())) == len(set(claim.get("otherwise", ())))
