"""A text as the model sees it: word pieces with their offsets and the shape that an uncased vocabulary loses."""

from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from sayso.records import Span
from sayso.text.quotes import MARKS, quote_spans

FEATURES = ("capital", "all_caps", "digit", "quoted", "quotation_mark", "paragraph_start", "no_space_before")


@dataclass(frozen=True, slots=True)
class Pieces:
    """The N word pieces of a text that the model is to read.

    Attributes:
        text: The text that the offsets point into.
        ids: int64 [N], vocabulary indices.
        starts, ends: int64 [N], characters [start, end) of each piece; several may spell one character, as of Hangul.
        first: bool [N], true where a piece begins a word (a run between spaces and punctuation).
        line_start: bool [N], true where a piece begins a paragraph.
        after_gap: bool [N], true for the first piece and where text was left out before one.
        shape: float32 [N, len(FEATURES)], 0 or 1 each.
    """

    text: str
    ids: NDArray[np.int64]
    starts: NDArray[np.int64]
    ends: NDArray[np.int64]
    first: NDArray[np.bool_]
    line_start: NDArray[np.bool_]
    after_gap: NDArray[np.bool_]
    shape: NDArray[np.float32]

    def __len__(self) -> int:
        return len(self.ids)

    def spans(self, begin: int, end: int) -> tuple[Span, ...]:
        """The characters that pieces [begin, end) cover, in two spans or more where text was left out between."""
        cuts = [begin, *(begin + 1 + np.flatnonzero(self.after_gap[begin + 1 : end])).tolist(), end]
        return tuple(Span(int(self.starts[left]), int(self.ends[right - 1])) for left, right in pairwise(cuts))


def cut_pieces(tokenizer: Tokenizer, text: str, skip: tuple[Span, ...] = ()) -> Pieces:
    """Cut a text into word pieces, leaving out those that touch a span to skip (credits, promo lines)."""
    encoding = tokenizer.encode(text, add_special_tokens=False)
    offsets = np.array(encoding.offsets, dtype=np.int64).reshape(-1, 2)
    words = np.array([-1 if word is None else word for word in encoding.word_ids], dtype=np.int64)
    kept = np.ones(len(offsets), dtype=np.bool_)
    for span in skip:
        kept &= (offsets[:, 1] <= span.start) | (offsets[:, 0] >= span.end)
    left_out = np.cumsum(~kept, dtype=np.int64)[kept]
    starts, ends, words = offsets[kept, 0], offsets[kept, 1], words[kept]
    last_ends = np.concatenate([[0], ends])[: len(ends)]
    line_start = _count(text, "\n".__eq__, last_ends, starts) > 0
    line_start[:1] = True
    return Pieces(
        text=text,
        ids=np.array(encoding.ids, dtype=np.int64)[kept],
        starts=starts,
        ends=ends,
        first=_differs_from_last(words),
        line_start=line_start,
        after_gap=_differs_from_last(left_out),
        shape=_shape(text, starts, ends, starts == last_ends, line_start),
    )


def _differs_from_last(values: NDArray[np.int64]) -> NDArray[np.bool_]:
    differs = np.ones(len(values), dtype=np.bool_)
    differs[1:] = values[1:] != values[:-1]
    return differs


def _shape(
    text: str,
    starts: NDArray[np.int64],
    ends: NDArray[np.int64],
    no_space_before: NDArray[np.bool_],
    line_start: NDArray[np.bool_],
) -> NDArray[np.float32]:
    upper, lower = _count(text, str.isupper, starts, ends), _count(text, str.islower, starts, ends)
    quoted = np.zeros(len(text) + 1, dtype=np.bool_)
    for start, end in quote_spans(text):
        quoted[start:end] = True
    features = {
        "capital": _count(text, str.isupper, starts, starts + 1) > 0,
        "all_caps": (ends - starts > 1) & (upper > 0) & (lower == 0),
        "digit": _count(text, str.isdigit, starts, starts + 1) > 0,
        "quoted": quoted[starts],
        "quotation_mark": (ends - starts == 1) & (_count(text, MARKS.__contains__, starts, ends) > 0),
        "paragraph_start": line_start,
        "no_space_before": no_space_before,
    }
    return np.stack([features[name] for name in FEATURES], axis=1).astype(np.float32)


def _count(
    text: str, is_one: Callable[[str], bool], starts: NDArray[np.int64], ends: NDArray[np.int64]
) -> NDArray[np.int64]:
    """How many characters of each span [start, end) are of a kind."""
    before = np.zeros(len(text) + 1, dtype=np.int64)
    np.cumsum(np.fromiter(map(is_one, text), dtype=np.bool_, count=len(text)), out=before[1:])
    return before[ends] - before[starts]
