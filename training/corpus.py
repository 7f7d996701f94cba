"""Annotated stories as training examples: windows of pieces with their tags and ties."""

import random
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from tokenizers import Tokenizer

from sayso.attribution.network.labels import B_CONTENT, B_CUE, B_SOURCE, I_CONTENT, I_CUE, I_SOURCE
from sayso.attribution.network.network_input import window_ids, window_shape
from sayso.attribution.network.pieces import FEATURES, Pieces, cut_pieces
from sayso.attribution.network.windows import SPECIAL_PIECES, Window, pack_windows

TRAINING_PIECES = 128
READING_PIECES = 80
"""Window to read with. A network trained on windows of 256 pieces read the stories set aside at (link / link_exact)
72.1 / 57.0 by 256 pieces, 73.1 / 57.7 by 160, 73.9 / 58.3 by 80, 73.6 / 58.2 by 32; shorter ones are read faster."""
LIMIT_PIECES = 384
TUNING_STORIES = 42
NO_SOURCE = -1
OUTSIDE_WINDOW = -2
IGNORE = -100

Annotated = dict[str, object]
"""A line of the corpus: {id, text, attributions: [{source, cue, content}]}."""


def set_aside(stories: list[dict], count: int = TUNING_STORIES) -> tuple[list[dict], list[dict]]:
    """Split off stories for tuning the decoder; the same ones every time."""
    names = sorted({story["id"] for story in stories})
    random.Random(7).shuffle(names)
    aside = set(names[:count])
    return [s for s in stories if s["id"] not in aside], [s for s in stories if s["id"] in aside]


@dataclass(frozen=True)
class Example:
    """One story: its pieces, a tag for each, the cue that each content piece belongs to, and each cue's source."""

    story: dict
    pieces: Pieces
    tags: NDArray[np.int64]
    cue_of: NDArray[np.int64]
    sources: tuple[tuple[int, int, int], ...]
    """(cue's first piece, source's first word, source's last word); NO_SOURCE where there is none."""


def make_example(tokenizer: Tokenizer, story: dict) -> Example:
    """Label a story's pieces."""
    pieces = cut_pieces(tokenizer, story["text"])
    tags = np.zeros(len(pieces), dtype=np.int64)
    cue_of = np.full(len(pieces), NO_SOURCE, dtype=np.int64)
    sources = set()
    for attribution in story["attributions"]:
        cue, source, content = (piece_ranges(pieces, attribution[role]) for role in ("cue", "source", "content"))
        if not cue:
            continue
        head = cue[0][0]
        for spans, begin_tag, inside_tag in (
            (cue, B_CUE, I_CUE),
            (source, B_SOURCE, I_SOURCE),
            (content, B_CONTENT, I_CONTENT),
        ):
            for begin, end in spans:
                tags[begin:end] = inside_tag
                tags[begin] = begin_tag
        for begin, end in content:
            cue_of[begin:end] = head
        if source:
            sources.add((head, _word(pieces, source[0][0]), _word(pieces, source[-1][1] - 1)))
        else:
            sources.add((head, NO_SOURCE, NO_SOURCE))
    return Example(story, pieces, tags, cue_of, tuple(sorted(sources)))


def piece_ranges(pieces: Pieces, spans: list[list[int]]) -> list[Window]:
    """The pieces that spans of characters cover, as ranges; spans that cover none are left out."""
    found = ((bisect_right(pieces.ends, start), bisect_left(pieces.starts, end)) for start, end in spans)
    return [(begin, end) for begin, end in found if end > begin]


def _word(pieces: Pieces, piece: int) -> int:
    while not pieces.first[piece]:
        piece -= 1
    return piece


@dataclass(frozen=True)
class Batch:
    """B windows padded to one length T, as the loss wants them; position 0 is [CLS].

    Attributes:
        ids, mask, shape: As `pad_windows` gives them.
        first: bool [B, T], true where a piece begins a word.
        tags: int64 [B, T], IGNORE where none begins.
        cues: bool [B, T], true where an annotated cue begins.
        choices: int64 [N], the annotated ones among all of `training.loss.Told.choices`, by their place in these.
        shares: float32 [2, N], how much each counts in the loss of ties and in that of sources.
    """

    ids: torch.Tensor
    mask: torch.Tensor
    shape: torch.Tensor
    first: torch.Tensor
    tags: torch.Tensor
    cues: torch.Tensor
    choices: torch.Tensor
    shares: torch.Tensor


def training_windows(examples: list[Example], moving: random.Random) -> list[tuple[Example, Window]]:
    """All windows to train on; their borders differ from one epoch to the next."""
    return [
        (example, window)
        for example in examples
        for window in pack_windows(
            example.pieces, TRAINING_PIECES, LIMIT_PIECES, first_pieces=moving.randint(40, TRAINING_PIECES - 2)
        )
    ]


def reading_windows(examples: list[Example]) -> list[tuple[Example, Window]]:
    """All windows, as the shipped model reads them."""
    return [
        (example, window)
        for example in examples
        for window in pack_windows(example.pieces, READING_PIECES, LIMIT_PIECES)
    ]


def shuffled_batches(windows: list[tuple[Example, Window]], budget_pieces: int, rng: random.Random) -> Iterator[Batch]:
    """Padded batches of about the same length, in random order."""
    groups = batch_windows([int(end - begin + 2 + 30 * rng.random()) for _, (begin, end) in windows], budget_pieces)
    rng.shuffle(groups)
    for group in groups:
        yield collate([windows[index] for index in group])


def batches_with_windows(
    examples: list[Example], budget_pieces: int
) -> Iterator[tuple[Batch, list[tuple[Example, Window]]]]:
    """Padded batches beside the windows that stand in their rows."""
    windows = reading_windows(examples)
    for group in batch_windows([end - begin + 2 for _, (begin, end) in windows], budget_pieces):
        chosen = [windows[index] for index in group]
        yield collate(chosen), chosen


def batch_windows(lengths: list[int], budget_pieces: int) -> list[list[int]]:
    """Group windows of like length so that a padded batch holds at most `budget_pieces`.

    Returns:
        Indices into `lengths`, shortest windows first, every window once.
    """
    batches: list[list[int]] = []
    for index in sorted(range(len(lengths)), key=lengths.__getitem__):
        if batches and lengths[index] * (len(batches[-1]) + 1) <= budget_pieces:
            batches[-1].append(index)
        else:
            batches.append([index])
    return batches


Padded = tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.float32]]


def pad_windows(windows: list[tuple[Pieces, Window]]) -> Padded:
    """Pad B windows to one length T.

    Returns:
        ids int64 [B, T], mask int64 [B, T], shape float32 [B, T, F]; a window's pieces start at position 1.
    """
    size = (len(windows), max(end - begin for _, (begin, end) in windows) + SPECIAL_PIECES)
    ids = np.zeros(size, dtype=np.int64)
    mask = np.zeros(size, dtype=np.int64)
    shape = np.zeros((*size, len(FEATURES)), dtype=np.float32)
    for row, (pieces, (begin, end)) in enumerate(windows):
        filled = slice(0, end - begin + SPECIAL_PIECES)
        ids[row, filled] = window_ids(pieces, (begin, end))
        mask[row, filled] = 1
        shape[row, filled] = window_shape(pieces, (begin, end))
    return ids, mask, shape


def collate(windows: list[tuple[Example, Window]]) -> Batch:
    """Pad windows and move their labels to positions of the batch."""
    ids, mask, shape = pad_windows([(example.pieces, window) for example, window in windows])
    first = np.zeros(ids.shape, dtype=np.bool_)
    tags = np.zeros(ids.shape, dtype=np.int64)
    cue_of = np.full(ids.shape, NO_SOURCE, dtype=np.int64)
    sources = []
    for row, (example, (begin, end)) in enumerate(windows):
        inside = slice(1, end - begin + 1)
        first[row, inside] = example.pieces.first[begin:end]
        tags[row, inside] = example.tags[begin:end]
        cues = example.cue_of[begin:end]
        near = np.where((cues >= begin) & (cues < end), cues - begin + 1, OUTSIDE_WINDOW)
        cue_of[row, inside] = np.where(cues == NO_SOURCE, NO_SOURCE, near)
        for cue, start, last in example.sources:
            if not begin <= cue < end:
                continue
            if start == NO_SOURCE:
                sources.append((row, cue - begin + 1, NO_SOURCE, NO_SOURCE))
            elif begin <= start and last < end:
                sources.append((row, cue - begin + 1, start - begin + 1, last - begin + 1))
    return label_batch((ids, mask, shape), first, tags, cue_of, sources)


Source = tuple[int, int, int, int]
"""(row, cue, source's first word, source's last word) in positions of a batch; NO_SOURCE where there is none."""


def label_batch(
    padded: Padded, first: NDArray[np.bool_], tags: NDArray[np.int64], cue_of: NDArray[np.int64], sources: list[Source]
) -> Batch:
    """A batch of padded windows with labels of their pieces [B, T], all in positions of the batch.

    Args:
        padded: The windows.
        first: True where a piece begins a word.
        tags: Of each piece.
        cue_of: The cue that each piece belongs to, NO_SOURCE if to none, OUTSIDE_WINDOW if to one elsewhere.
        sources: Of the cues.
    """
    rows, words = np.nonzero(first & (cue_of != OUTSIDE_WINDOW))
    row, cue, start, last = np.array(sources, dtype=np.int64).reshape(-1, 4).T
    named = last != NO_SOURCE
    cues = np.zeros(first.shape, dtype=np.bool_)
    cues[row, cue] = True
    chosen = ((rows, words, cue_of[rows, words]), (row, cue, start), (row[named], cue[named], last[named]))
    size = (len(first), len(chosen), first.shape[1], 1 + first.shape[1])
    places = [
        np.ravel_multi_index(np.broadcast_arrays(window, kind, piece, 1 + choice), size)  # 0 is none
        for kind, (window, piece, choice) in enumerate(chosen)
    ]
    counts = [len(part) for part in places]
    share = np.repeat(1 / np.maximum(1, counts), counts)
    shares = np.where(np.repeat((0, 1, 1), counts) == [[0], [1]], share, 0).astype(np.float32)
    labels = (first, np.where(first, tags, IGNORE), cues, np.concatenate(places), shares)
    return Batch(*map(torch.as_tensor, (*padded, *labels)))
