"""The stages of reuse on batches of Arrow: what an engine runs on many machines is what a ledger's index runs on one.

A text is a distinct text, by any number; its `order` is the least `precedence_of` its stories with their id.
Fingerprints are parted by ranges of hashes: each range tells what texts share of it, and the sums are what they share.
"""

from collections.abc import Sequence
from typing import Any

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from sayso.records import Story, TextPrint
from sayso.reuse.credits import own_agency
from sayso.reuse.fingerprints import Fingerprints, pack_hashes, read_fingerprints, unpack_fingerprints
from sayso.reuse.kin import find_close
from sayso.reuse.pairs import Ints, Pairs, find_sharing, rank_by, read_contents, share_much
from sayso.tables.columns import WHOLE, YES_OR_NO, make_schema

HASHES, CONTENT = pa.binary(), pa.uint64()

PRINTS = make_schema({"words": WHOLE, "hashes": HASHES}, {})
PARTED = make_schema({"content": CONTENT, "parts": pa.list_(pa.struct({"range": WHOLE, "hashes": HASHES}))}, {})
SHARED = make_schema({"one": WHOLE, "other": WHOLE, "shared": WHOLE}, {})
PAIRS = make_schema({"one": WHOLE, "other": WHOLE, "shared": WHOLE, "told": WHOLE}, {})
FLAG = make_schema({"flag": YES_OR_NO}, {})

_RANGE_BITS = np.uint64(32)


def fingerprint_texts(batch: pa.RecordBatch) -> pa.RecordBatch:
    """The fingerprints of texts: `text` in, `PRINTS` out, row by row; see `TextPrint`."""
    packed = read_fingerprints(batch["text"].to_pylist()).pack()
    return pa.RecordBatch.from_pydict(
        {"words": [words for words, _ in packed], "hashes": [hashes for _, hashes in packed]}, PRINTS
    )


def precedence_of(story: Story) -> str:
    """A text by which stories sort as `find_texts` takes those of one text: an agency's own, then the earliest."""
    return f"{int(own_agency(story) is None)}{story.published or '~'}\x1f"


def part_prints(batch: pa.RecordBatch, ranges: int) -> pa.RecordBatch:
    """Part fingerprints by ranges of hashes: `words` and `hashes` in, `PARTED` out, row by row."""
    found = unpack_fingerprints(_prints(batch))
    contents = read_contents(found)
    parted: list[list[dict[str, Any]]] = []
    for row in range(batch.num_rows):
        hashes = found.hashes[found.begins[row] : found.begins[row + 1]]
        which = (hashes >> _RANGE_BITS) % np.uint64(ranges)
        parted.append(
            [{"range": int(one), "hashes": pack_hashes(hashes[which == one])} for one in np.unique(which).tolist()]
        )
    return pa.RecordBatch.from_pydict({"content": contents, "parts": parted}, PARTED)


def share_range(postings: pa.RecordBatch) -> pa.RecordBatch:
    """What texts share of one range of hashes, `SHARED`; what a text has is what it shares with itself.

    Args:
        postings: `text`, `words`, `content`, `order`, and the `hashes` of that range.
    """
    texts, found, rank = _read_postings(postings)
    sharing = find_sharing(found, rank)
    own = np.arange(len(texts))
    one, other = np.concatenate((sharing.one, own)), np.concatenate((sharing.other, own))
    shared = np.concatenate((sharing.shared, sharing.size))
    return _numbers(SHARED, texts[one], texts[other], shared)


def share_much_of(batch: pa.RecordBatch) -> pa.RecordBatch:
    """Whether pairs share much of the shorter text: `shared`, `size`, `other_size` in, `FLAG` out, row by row."""
    much = share_much(*(_ints(batch, name) for name in ("shared", "size", "other_size")))
    return pa.RecordBatch.from_pydict({"flag": much}, FLAG)


def weigh_range(postings: pa.RecordBatch, broad: pa.RecordBatch) -> pa.RecordBatch:
    """What texts share of one range of hashes and what is not commonplace, `PAIRS`.

    Args:
        postings: As for `share_range`.
        broad: `one` and `other` of the pairs of these texts that share much in all, see `share_much`.
    """
    texts, found, rank = _read_postings(postings)
    sharing = find_sharing(found, rank)
    count = max(len(texts), 1)
    place = np.argsort(texts)
    wide = (place[np.searchsorted(texts, _ints(broad, name), sorter=place)] for name in ("one", "other"))
    one, other = wide
    keys = np.minimum(one, other) * count + np.maximum(one, other)
    pairs = sharing.weigh(np.isin(sharing.keys, keys), rank)
    own = np.arange(len(texts))
    return _numbers(
        PAIRS,
        texts[np.concatenate((pairs.one, own))],
        texts[np.concatenate((pairs.other, own))],
        np.concatenate((pairs.shared, pairs.size)),
        np.concatenate((pairs.told, pairs.size_told)),
    )


def may_be_kin(batch: pa.RecordBatch) -> pa.RecordBatch:
    """Whether pairs share enough to be kin: what they share and what each text has in, `FLAG` out, row by row."""
    shared, told, size, size_told, other_size, other_told = (
        _ints(batch, name) for name in ("shared", "told", "size", "size_told", "other_size", "other_size_told")
    )
    close = find_close(shared, told, np.minimum(size, other_size), np.minimum(size_told, other_told))
    return pa.RecordBatch.from_pydict({"flag": close}, FLAG)


def read_pairs(batch: pa.RecordBatch, numbers: NDArray[np.int64], rank: Ints) -> Pairs:
    """Pairs of texts as `pair_stories` gives them.

    Args:
        batch: `PAIRS`, those of each text with itself among them.
        numbers: The texts, in the order in which they are numbered.
        rank: One a text.
    """
    count = max(len(numbers), 1)
    place = np.argsort(numbers)
    one, other = (place[np.searchsorted(numbers, _ints(batch, name), sorter=place)] for name in ("one", "other"))
    shared, told = _ints(batch, "shared"), _ints(batch, "told")
    size, size_told = np.zeros(len(numbers), np.int64), np.zeros(len(numbers), np.int64)
    own = one == other
    size[one[own]], size_told[one[own]] = shared[own], told[own]
    keys = np.minimum(one, other) * count + np.maximum(one, other)
    rows = np.flatnonzero(~own)
    rows = rows[np.argsort(keys[rows])]
    keys = keys[rows]
    return Pairs(keys, keys // count, keys % count, shared[rows], told[rows], size, size_told, rank)


def _prints(batch: pa.RecordBatch) -> list[TextPrint]:
    words, hashes = batch["words"].to_pylist(), batch["hashes"].to_pylist()
    return [TextPrint(row, *one) for row, one in enumerate(zip(words, hashes, strict=True))]


def _read_postings(postings: pa.RecordBatch) -> tuple[Ints, Fingerprints, Ints]:
    """The texts of a range in their order, with their fingerprints in it and the rank of each text among them."""
    order = np.argsort(np.array(postings["order"].to_pylist(), object), kind="stable")
    postings = postings.take(pa.array(order))
    content = np.array(postings["content"].to_pylist(), np.uint64)
    return _ints(postings, "text"), unpack_fingerprints(_prints(postings)), rank_by(_ints(postings, "words"), content)


def _ints(batch: pa.RecordBatch, name: str) -> Ints:
    return np.asarray(batch[name].to_numpy(zero_copy_only=False), np.int64)


def _numbers(schema: pa.Schema, *columns: Sequence[int] | Ints) -> pa.RecordBatch:
    return pa.RecordBatch.from_arrays([pa.array(column, WHOLE) for column in columns], schema=schema)
