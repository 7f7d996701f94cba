"""Windows of whole paragraphs, short enough for the encoder."""

from itertools import pairwise

import numpy as np

from sayso.attribution.network.pieces import Pieces

Window = tuple[int, int]
"""Pieces [begin, end) that are read together."""

SPECIAL_PIECES = 2
"""[CLS] before a window and [SEP] after it."""
_SHORTEST_CUT_PIECES = 100
_SENTENCE_ENDS = frozenset('.?!”"')


def pack_windows(
    pieces: Pieces, target_pieces: int, limit_pieces: int, first_pieces: int | None = None
) -> list[Window]:
    """Pack neighbouring paragraphs into windows.

    Args:
        pieces: The text.
        target_pieces: Window length to fill with paragraphs, special pieces included.
        limit_pieces: Longest window; a longer paragraph is cut at a sentence's end.
        first_pieces: Length of the first window, where training moves the borders about.
    """
    room = first_pieces or target_pieces - SPECIAL_PIECES
    windows: list[Window] = []
    for begin, end in _paragraphs(pieces, limit_pieces - SPECIAL_PIECES):
        if windows and end - windows[-1][0] <= room:
            windows[-1] = (windows[-1][0], end)
            continue
        if windows:
            room = target_pieces - SPECIAL_PIECES
        windows.append((begin, end))
    return windows


def _paragraphs(pieces: Pieces, limit: int) -> list[Window]:
    begins = [begin for begin in np.flatnonzero(pieces.line_start).tolist() if not _is_introduced(pieces, begin)]
    borders = [*begins, len(pieces)]
    cuts: list[Window] = []
    for begin, end in pairwise(borders):
        while end - begin > limit:
            cut = _sentence_end(pieces, begin + _SHORTEST_CUT_PIECES, begin + limit)
            cuts.append((begin, cut))
            begin = cut
        cuts.append((begin, end))
    return cuts


def _is_introduced(pieces: Pieces, begin: int) -> bool:
    """Whether a paragraph is what the one before announces, as its colon says."""
    return begin > 0 and pieces.text[pieces.ends[begin - 1] - 1] == ":"


def _sentence_end(pieces: Pieces, earliest: int, latest: int) -> int:
    for cut in range(latest, earliest, -1):
        follows_space = pieces.ends[cut - 1] < pieces.starts[cut]
        if follows_space and pieces.text[pieces.ends[cut - 1] - 1] in _SENTENCE_ENDS:
            return cut
    return latest
