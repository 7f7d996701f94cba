"""Which of the pairs that a larger network told are learnt."""

from pathlib import Path

import pytest

pytest.importorskip("torch")

from sayso.claims.passages import Passage
from training.comparison.pairs import NEAR, SAME, Pair
from training.comparison.told import OPEN, TELLING, line_of, read_pairs, read_told


def write(path: Path, pairs: list[Pair]) -> Path:
    path.write_text("".join(f"{line_of(pair)}\n" for pair in pairs), encoding="utf-8")
    return path


def drawn(claim: str, number: int, said: float) -> Pair:
    told = ((1 - said) / 2, (1 - said) / 2, said / 2, said / 2)
    return Pair(claim, Passage(f"words {number}", "context"), frozenset(), group=claim, told=told)


def test_a_pair_is_read_as_it_was_written(tmp_path: Path) -> None:
    pair = Pair("claim", Passage("words", "context"), SAME, 0.5, "story", told=(0.25, 0.25, 0.25, 0.25))
    assert list(read_pairs(write(tmp_path / "told.jsonl", [pair]))) == [pair]


def test_of_a_claim_that_nobody_labelled_what_says_most_on_it_is_learnt_and_little_else(tmp_path: Path) -> None:
    pairs = [drawn(claim, number, number / 30) for claim in ("one", "other") for number in range(25)]
    learnt = read_told(write(tmp_path / "told.jsonl", pairs))
    for claim in ("one", "other"):
        words = [pair.passage.words for pair in learnt if pair.claim == claim]
        assert len(words) == TELLING + OPEN
        assert set(words) >= {f"words {number}" for number in range(25 - TELLING, 25)}


def test_every_labelled_pair_is_learnt(tmp_path: Path) -> None:
    pairs = [
        Pair("claim", Passage(f"words {number}"), NEAR, group="story", told=(1.0, 0.0, 0.0, 0.0))
        for number in range(20)
    ]
    assert read_told(write(tmp_path / "told.jsonl", pairs)) == pairs


def test_without_a_file_nothing_was_told(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        read_told(tmp_path / "told.jsonl")
