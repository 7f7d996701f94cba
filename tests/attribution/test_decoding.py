import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.attribution.network.decoding import DecodingOptions, Scores, decode
from sayso.attribution.network.labels import (
    B_CONTENT,
    B_CUE,
    B_SOURCE,
    DISTANCE_BUCKETS,
    I_CONTENT,
    I_SOURCE,
    PAIR_PARTS,
    TAGS,
    distance_bucket,
)

WIDTH = 4


def make_scores(tags: list[int], cue_of: dict[int, int], source_of: dict[int, tuple[int, int]]) -> Scores:
    """Scores of a network that is sure of these tags, of each content word's cue and of each cue's source."""
    length = len(tags)
    logits = np.full((length, len(TAGS)), -4.0, dtype=np.float32)
    logits[np.arange(length), tags] = 4.0
    parts = {name: np.zeros((length, WIDTH), dtype=np.float32) for name in PAIR_PARTS}
    null = np.zeros((length, 2), dtype=np.float32)
    null[:, 0] = 5.0
    for axis, cue in enumerate(sorted(set(source_of) | set(cue_of.values()))):
        for name in ("content_cue", "cue_start", "cue_end"):
            parts[name][cue, axis] = 10.0
        if cue in source_of:
            start, last = source_of[cue]
            parts["source_start"][start, axis] = parts["source_end"][last, axis] = 10.0
        else:
            null[cue, 1] = 20.0
    for word, cue in cue_of.items():
        axis = sorted(set(source_of) | set(cue_of.values())).index(cue)
        parts["cue_content"][word, axis] = 10.0
    pair = np.concatenate([parts[name] for name in PAIR_PARTS], axis=1)
    return Scores(logits, pair, null, np.zeros((3, DISTANCE_BUCKETS), dtype=np.float32))


def test_ties_each_cue_to_its_source_and_contents() -> None:
    tags = [B_SOURCE, I_SOURCE, B_CUE, B_CONTENT, I_CONTENT, 0, B_CONTENT, B_CUE, B_SOURCE]
    scores = make_scores(tags, {3: 2, 4: 2, 6: 7}, {2: (0, 1), 7: (8, 8)})
    first, second = decode(scores, np.ones(9, dtype=np.bool_), np.zeros(9, dtype=np.bool_), DecodingOptions())
    assert (first.source, first.cue, first.contents) == ((0, 2), (2, 3), ((3, 5),))
    assert (second.source, second.cue, second.contents) == ((8, 9), (7, 8), ((6, 7),))
    assert 0.5 < first.score <= 1.0


def test_a_cue_may_have_no_source_and_a_content_in_two_runs() -> None:
    tags = [B_CONTENT, I_CONTENT, B_CUE, B_CONTENT, I_CONTENT, 0]
    (found,) = decode(
        make_scores(tags, {0: 2, 1: 2, 3: 2, 4: 2}, {}),
        np.ones(6, dtype=np.bool_),
        np.zeros(6, dtype=np.bool_),
        DecodingOptions(),
    )
    assert found.source is None
    assert found.contents == ((0, 2), (3, 5))


def test_ranges_take_in_the_later_pieces_of_their_last_word() -> None:
    tags = [B_SOURCE, 0, B_CUE, B_CONTENT, 0, 0]
    first = np.array([True, False, True, True, False, True])
    (found,) = decode(make_scores(tags, {3: 2}, {2: (0, 0)}), first, ~first, DecodingOptions())
    assert found.source is None or found.source == (0, 2)
    assert found.contents == ((3, 5),)


def test_no_source_goes_on_past_a_paragraph() -> None:
    tags = [B_SOURCE, I_SOURCE, B_CUE, B_CONTENT, I_CONTENT]
    scores = make_scores(tags, {3: 2, 4: 2}, {2: (0, 1)})
    line_start = np.array([False, True, False, False, False])
    (found,) = decode(scores, np.ones(5, dtype=np.bool_), line_start, DecodingOptions())
    assert found.source != (0, 2)


def test_a_content_lies_in_another_paragraph_at_a_cost() -> None:
    tags = [B_SOURCE, B_CUE, B_CONTENT, I_CONTENT, I_CONTENT]
    scores = make_scores(tags, {2: 1, 3: 1, 4: 1}, {1: (0, 0)})
    line_start = np.array([False, False, False, True, False])
    first = np.ones(5, dtype=np.bool_)
    (free,) = decode(scores, first, line_start, DecodingOptions(paragraph_cost=0.0))
    (dear,) = decode(scores, first, line_start, DecodingOptions(paragraph_cost=100.0))
    assert free.contents == ((2, 5),)
    assert dear.contents == ((2, 3),)


def test_a_cue_without_content_is_no_attribution() -> None:
    assert (
        decode(
            make_scores([B_SOURCE, B_CUE, 0], {}, {1: (0, 0)}),
            np.ones(3, dtype=np.bool_),
            np.zeros(3, dtype=np.bool_),
            DecodingOptions(),
        )
        == []
    )


def test_nothing_to_read() -> None:
    assert (
        decode(make_scores([], {}, {}), np.zeros(0, dtype=np.bool_), np.zeros(0, dtype=np.bool_), DecodingOptions())
        == []
    )


@given(st.integers(0, 2**32 - 1), st.integers(1, 40))
def test_whatever_the_scores_attributions_are_well_formed(seed: int, length: int) -> None:
    rng = np.random.default_rng(seed)
    scores = Scores(
        tags=rng.normal(0, 3, (length, len(TAGS))).astype(np.float32),
        pair=rng.normal(0, 2, (length, WIDTH * len(PAIR_PARTS))).astype(np.float32),
        null=rng.normal(0, 2, (length, 2)).astype(np.float32),
        distance=rng.normal(0, 1, (3, DISTANCE_BUCKETS)).astype(np.float32),
    )
    first = rng.random(length) < 0.8
    contents: set[int] = set()
    cues: set[int] = set()
    for found in decode(scores, first, rng.random(length) < 0.2, DecodingOptions()):
        assert 0.0 <= found.score <= 1.0
        pieces = {piece for begin, end in found.contents for piece in range(begin, end)}
        cue = set(range(*found.cue))
        assert pieces
        assert not pieces & contents
        contents |= pieces
        cues |= cue
        if found.source:
            assert not set(range(*found.source)) & (pieces | cue)
    assert not contents & cues


@pytest.mark.parametrize("distance", [0, 1, 7, 8, 20, 511, 512, 4000])
def test_distances_before_and_after_fall_in_buckets_of_their_own(distance: int) -> None:
    after, before = distance_bucket(np.array([distance, -distance - 1]))
    assert DISTANCE_BUCKETS // 2 <= after < DISTANCE_BUCKETS
    assert 0 <= before < DISTANCE_BUCKETS // 2
