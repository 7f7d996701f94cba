from hypothesis import given
from hypothesis import strategies as st

from sayso.reuse import align
from sayso.reuse.words import read_words
from tests.reuse.texts import write_text


@given(st.integers(0, 50), st.integers(0, 5), st.integers(0, 5))
def test_extents_hold_the_same_words(seed: int, before: int, after: int) -> None:
    shared = " ".join(write_text(seed, paragraphs=2))
    here = "\n".join([*write_text(1000 + seed, before), shared, *write_text(2000 + seed, after)])
    there = "\n".join([*write_text(3000 + seed, after), shared, *write_text(4000 + seed, before)])
    (extent,) = align(here, there)
    assert shared.rstrip(".") in extent.here.of(here)
    assert extent.here.of(here).split() == extent.there.of(there).split()


def test_quotes_and_case_do_not_part_an_extent() -> None:
    here = "Before that: “We won’t leave the island until the last ferry has gone,” she said."
    there = '"We won\'t leave the island until the last Ferry has gone," she said.'
    (extent,) = align(here, there)
    assert extent.there.of(there).startswith("We won't")
    assert len(read_words([extent.here.of(here)]).hashes) == len(read_words([extent.there.of(there)]).hashes)


def test_nothing_shared_gives_no_extent() -> None:
    assert align("", "") == ()
    assert align(" ".join(write_text(1)), " ".join(write_text(2))) == ()
