"""From the network's scores of one window to attributions: cues first, then each cue's source and contents."""

from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from sayso.attribution.network.labels import (
    B_CONTENT,
    B_CUE,
    B_SOURCE,
    I_CONTENT,
    I_CUE,
    I_SOURCE,
    PAIR_PARTS,
    TAGS,
    distance_bucket,
)

Floats = NDArray[np.float64]
Range = tuple[int, int]

_NEVER = -1e9
_BORDERS_TRIED = 6


@dataclass(frozen=True, slots=True)
class DecodingOptions:
    """Weights of the decoder, tuned on training stories set aside (see the model card)."""

    cue_bias: float = 0.0
    no_source_bias: float = -1.0
    source_tag_weight: float = 2.0
    longest_source_words: int = 40
    tie_weight: float = 1.0
    tag_weight: float = 0.5
    content_bias: float = 0.7
    switch_cost: float = 1.5
    border_weight: float = 1.0
    paragraph_cost: float = 0.0


@dataclass(frozen=True, slots=True)
class Scores:
    """What the network says of the T pieces of one window.

    Attributes:
        tags: float [T, 7], logits in the order of `labels.TAGS`.
        pair: float [T, 6 * D], vectors in the order of `labels.PAIR_PARTS`.
        null: float [T, 2], the logit of "no cue" for a content piece and of "no source" for a cue.
        distance: float [3, 40], learnt bias by distance for content, source start and source end.
    """

    tags: NDArray[np.float32]
    pair: NDArray[np.float32]
    null: NDArray[np.float32]
    distance: NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Found:
    """One attribution of a window, in word indices [begin, end)."""

    source: Range | None
    cue: Range
    contents: tuple[Range, ...]
    score: float


def decode(
    scores: Scores, first: NDArray[np.bool_], line_start: NDArray[np.bool_], options: DecodingOptions
) -> list[Found]:
    """Read the attributions of one window.

    Args:
        scores: The network's output for T pieces.
        first: bool [T], true where a piece begins a word; only these are read.
        line_start: bool [T], true where a piece begins a paragraph: no source goes on past one, and a content lies in
            another paragraph than its cue only at a cost.
        options: The decoder's weights.

    Returns:
        Attributions in text order, as ranges over the window's pieces; cues without content are left out.
    """
    words = np.flatnonzero(first)
    if not len(words):
        return []
    tags = _log_softmax(scores.tags[words].astype(np.float64), axis=1)
    cues = _runs(_best_tags(tags, options.cue_bias), B_CUE, I_CUE)
    if not cues:
        return []
    ties = _tie_scores(scores, words, np.array([begin for begin, _ in cues]))
    breaks = line_start[words]
    sources = [_best_source(ties, tags, breaks, row, cue, options) for row, cue in enumerate(cues)]
    contents = _tie_contents(ties.content, tags, breaks, cues, [source for source, _ in sources], options)
    ends = np.append(words[1:], len(first))

    def pieces(found: Range) -> Range:
        return int(words[found[0]]), int(ends[found[1] - 1])

    return [
        Found(
            source=pieces(source) if source else None,
            cue=pieces(cue),
            contents=tuple(pieces(content) for content in owned),
            score=float(np.exp(sure + tags[cue[0], B_CUE])),
        )
        for cue, (source, sure), owned in zip(cues, sources, contents, strict=True)
        if owned
    ]


@dataclass(frozen=True, slots=True)
class _Ties:
    """Log probabilities that tie W words to C cues; column 0 stands for "none"."""

    content: Floats  # [W, 1 + C]
    source_start: Floats  # [C, 1 + W]
    source_end: Floats  # [C, W]


def _tie_scores(scores: Scores, words: NDArray[np.int64], heads: NDArray[np.int64]) -> _Ties:
    part = dict(zip(PAIR_PARTS, np.split(scores.pair[words].astype(np.float64), len(PAIR_PARTS), axis=1), strict=True))
    null = scores.null[words].astype(np.float64)
    bucket = distance_bucket(words[None, :] - words[heads][:, None])
    scale = part["cue_content"].shape[1] ** -0.5

    def logits(cue_side: str, word_side: str, kind: int) -> Floats:
        by_vectors: Floats = part[cue_side][heads] @ part[word_side].T * scale
        by_distance: Floats = scores.distance[kind][bucket].astype(np.float64)
        return by_vectors + by_distance

    content = np.concatenate([null[None, :, 0], logits("content_cue", "cue_content", 0)], axis=0)
    start = np.concatenate([null[heads, 1][:, None], logits("cue_start", "source_start", 1)], axis=1)
    return _Ties(
        content=_log_softmax(content, axis=0).T,
        source_start=_log_softmax(start, axis=1),
        source_end=_log_softmax(logits("cue_end", "source_end", 2), axis=1),
    )


def _best_tags(tags: Floats, cue_bias: float) -> list[int]:
    """The best path of tags (Viterbi): a tag that goes on stands only after one of its own kind.

    Plain lists: for seven tags they take little over half the time of arrays.
    """
    emissions = tags.copy()
    emissions[:, [B_CUE, I_CUE]] += cue_bias
    emissions[0, [I_SOURCE, I_CUE, I_CONTENT]] = _NEVER
    rows = emissions.tolist()
    score, back = rows[0], []
    for row in rows[1:]:
        best = max(score)
        previous = [score.index(best)] * len(TAGS)
        reached = [best + value for value in row]
        for inside in (I_SOURCE, I_CUE, I_CONTENT):
            previous[inside] = inside if score[inside] > score[inside - 1] else inside - 1
            reached[inside] = score[previous[inside]] + row[inside]
        back.append(previous)
        score = reached
    return _walk_back(score, back)


def _best_source(
    ties: _Ties, tags: Floats, breaks: NDArray[np.bool_], row: int, cue: Range, options: DecodingOptions
) -> tuple[Range | None, float]:
    """The likeliest source of a cue with its log probability, or none."""
    start, end = ties.source_start[row, 1:], ties.source_end[row]
    inside = np.logaddexp(tags[:, B_SOURCE], tags[:, I_SOURCE])
    outside = np.log1p(-np.minimum(np.exp(inside), 1 - 1e-6))
    looks_like_source = np.concatenate([[0.0], np.cumsum(inside - outside)])
    best: tuple[float, Range | None, float] = (
        float(ties.source_start[row, 0]) + options.no_source_bias,
        None,
        float(ties.source_start[row, 0]),
    )
    for begin in np.argsort(-start)[:_BORDERS_TRIED].tolist():
        for last in np.argsort(-end)[:_BORDERS_TRIED].tolist():
            length = last + 1 - begin
            if not 0 < length <= options.longest_source_words or (begin < cue[1] and last >= cue[0]):
                continue
            if breaks[begin + 1 : last + 1].any():
                continue
            doubt = min(0.0, float(looks_like_source[last + 1] - looks_like_source[begin]) / length)
            value = float(start[begin] + end[last]) + options.source_tag_weight * doubt
            if value > best[0]:
                best = (value, (begin, last + 1), float(start[begin] + end[last]))
    return best[1], best[2]


def _tie_contents(
    ties: Floats,
    tags: Floats,
    breaks: NDArray[np.bool_],
    cues: list[Range],
    sources: list[Range | None],
    options: DecodingOptions,
) -> list[list[Range]]:
    """Give every word to one cue or to none, so that contents hold together; the runs of each cue."""
    inside = np.logaddexp(tags[:, B_CONTENT], tags[:, I_CONTENT])
    emissions = options.tie_weight * ties
    emissions[:, 0] += options.tag_weight * np.log1p(-np.minimum(np.exp(inside), 1 - 1e-9))
    emissions[:, 1:] += options.tag_weight * inside[:, None] + options.content_bias
    paragraph = np.cumsum(breaks)
    elsewhere = paragraph[:, None] != paragraph[[begin for begin, _ in cues]][None, :]
    emissions[:, 1:] -= options.paragraph_cost * elsewhere
    for taken in [*cues, *filter(None, sources)]:
        emissions[taken[0] : taken[1], 1:] = _NEVER
    enter = options.border_weight * (tags[:, B_CONTENT] - inside)
    stay = options.border_weight * (tags[:, I_CONTENT] - inside)
    owner = np.array(_best_owners(emissions, enter - options.switch_cost, stay, options.switch_cost))
    borders = [0, *(np.flatnonzero(np.diff(owner)) + 1).tolist(), len(owner)]
    contents: list[list[Range]] = [[] for _ in cues]
    for left, right in pairwise(borders):
        if owner[left]:
            contents[owner[left] - 1].append((left, right))
    return contents


def _best_owners(emissions: Floats, enter: Floats, stay: Floats, leave_cost: float) -> list[int]:
    """The best path of owners (Viterbi), 0 for none: a cue is entered, stayed with and left, each at its price."""
    rows = emissions.tolist()
    states = range(len(rows[0]))
    score = [rows[0][0], *(value + float(enter[0]) for value in rows[0][1:])]
    back = []
    for row, entering, staying in zip(rows[1:], enter.tolist()[1:], stay.tolist()[1:], strict=True):
        left = [score[0], *(value - leave_cost for value in score[1:])]
        best = left.index(max(left))
        second = max((state for state in states if state != best), key=left.__getitem__)
        previous, reached = [], []
        for state in states:
            other = second if state == best else best
            moved = left[other] + (entering if state else 0.0)
            stayed = score[state] + (staying if state else 0.0)
            previous.append(state if stayed >= moved else other)
            reached.append(max(stayed, moved) + row[state])
        back.append(previous)
        score = reached
    return _walk_back(score, back)


def _walk_back(score: list[float], back: list[list[int]]) -> list[int]:
    path = [score.index(max(score))]
    for previous in reversed(back):
        path.append(previous[path[-1]])
    return path[::-1]


def _runs(path: list[int], begin_tag: int, inside_tag: int) -> list[Range]:
    runs: list[Range] = []
    for index, tag in enumerate(path):
        if tag == begin_tag:
            runs.append((index, index + 1))
        elif tag == inside_tag:
            runs[-1] = (runs[-1][0], index + 1)
    return runs


def _log_softmax(logits: Floats, axis: int) -> Floats:
    shifted = logits - logits.max(axis=axis, keepdims=True)
    normalised: Floats = shifted - np.log(np.exp(shifted).sum(axis=axis, keepdims=True))
    return normalised
