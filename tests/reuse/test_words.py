import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.reuse.fingerprints import read_fingerprints
from sayso.reuse.words import place_words, read_words


@given(st.lists(st.text(max_size=80), max_size=5))
def test_every_word_lies_in_its_story_in_order(texts: list[str]) -> None:
    words = place_words(texts)
    for story, start, end in zip(words.story, words.starts, words.ends, strict=True):
        assert 0 <= start < end <= len(texts[story])
        assert not any(sign.isspace() for sign in texts[story][start:end])
    assert (np.diff(words.story) >= 0).all()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The U.S. won't go", "the US won’t GO"),
        ("Zelensky in Kiev", "Zelenskyy in Kyiv"),
        ("Mohammed's labour", "Muhammad’s labor"),
        ("Erdoğan said", "Erdogan said"),
    ],
)
def test_house_style_makes_no_difference(one: str, other: str) -> None:
    assert read_words([one]).hashes.tolist() == read_words([other]).hashes.tolist()


def test_other_words_differ() -> None:
    assert len(set(read_words(["police court minister budget north"]).hashes.tolist())) == 5


@given(st.lists(st.text(alphabet='abc.\n" ', max_size=120), min_size=1, max_size=6))
def test_fingerprints_of_a_text_do_not_depend_on_others(texts: list[str]) -> None:
    together = read_fingerprints(texts)
    for number, text in enumerate(texts):
        alone = read_fingerprints([text])
        assert alone.of(0).tolist() == together.of(number).tolist()


def test_lines_without_a_full_stop_are_headings() -> None:
    words = read_words(["Read also: the ferry sails\nThe ferry sailed on Monday.\nBy Ada Holt"])
    assert words.heading.tolist() == [True] * 5 + [False] * 5 + [True] * 3


def test_quotations_are_told_from_the_rest() -> None:
    words = read_words(['He said "we will go" and left.'])
    assert words.quoted.tolist() == [False, False, True, True, True, False, False]


def test_unspaced_scripts_are_read_sign_by_sign() -> None:
    assert len(read_words(["総理大臣は述べた。"]).hashes) == 8
