"""The stages on batches tell what the stages in memory tell, however the work is parted."""

import pyarrow as pa
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.reuse.batches import (
    PAIRS,
    SHARED,
    fingerprint_texts,
    part_prints,
    share_much_of,
    share_range,
    weigh_range,
)
from sayso.reuse.fingerprints import read_fingerprints
from sayso.reuse.pairs import pair_stories
from sayso.shapes import Json
from tests.reuse.test_fingerprints import TEXTS

Numbers = dict[tuple[int, int], tuple[int, int]]


@settings(deadline=None, max_examples=50)
@given(TEXTS.filter(len), st.integers(1, 5))
def test_ranges_of_hashes_together_give_the_pairs(texts: list[str], ranges: int) -> None:
    assert pairs_by_ranges(texts, ranges) == pairs_in_memory(texts)


def pairs_in_memory(texts: list[str]) -> Numbers:
    pairs = pair_stories(read_fingerprints(texts))
    columns = (pairs.one.tolist(), pairs.other.tolist(), pairs.shared.tolist(), pairs.told.tolist())
    found = {(one, other): (shared, told) for one, other, shared, told in zip(*columns, strict=True)}
    sizes = zip(pairs.size.tolist(), pairs.size_told.tolist(), strict=True)
    return found | {(number, number): size for number, size in enumerate(sizes) if size != (0, 0)}


def pairs_by_ranges(texts: list[str], ranges: int) -> Numbers:
    """As an engine does it: by ranges, then the sums, then by ranges again."""
    prints = fingerprint_texts(pa.RecordBatch.from_pydict({"text": texts}))
    parted = part_prints(prints, ranges).to_pylist()
    postings: dict[int, list[Json]] = {}
    for number, (row, words) in enumerate(zip(parted, prints["words"].to_pylist(), strict=True)):
        for part in row["parts"]:
            told = {"text": number, "words": words, "content": row["content"], "order": f"{number:03}"}
            postings.setdefault(part["range"], []).append(told | {"hashes": part["hashes"]})
    schema = pa.schema({"text": "int64", "words": "int64", "content": "uint64", "order": "string", "hashes": "binary"})
    batches = {which: pa.RecordBatch.from_pylist(rows, schema) for which, rows in postings.items()}
    shared = {which: share_range(batch) for which, batch in batches.items()}
    total = add_up(shared.values(), "shared")
    two = [key for key in total if key[0] != key[1]]
    sized = {
        "shared": [total[key] for key in two],
        "size": [total[key[0], key[0]] for key in two],
        "other_size": [total[key[1], key[1]] for key in two],
    }
    much = share_much_of(pa.RecordBatch.from_pydict(sized, pa.schema(dict.fromkeys(sized, "int64"))))
    broad = {key for key, flag in zip(two, much["flag"].to_pylist(), strict=True) if flag}
    weighed = []
    for which, batch in batches.items():
        met = [row for row in shared[which].to_pylist() if (row["one"], row["other"]) in broad]
        weighed.append(weigh_range(batch, pa.RecordBatch.from_pylist(met, SHARED)))
    assert all(batch.schema == PAIRS for batch in weighed)
    kept, told = add_up(weighed, "shared"), add_up(weighed, "told")
    found = {key: (kept[key], told[key]) for key in kept}
    return {key: value for key, value in found.items() if key[0] != key[1] or value != (0, 0)}


def add_up(batches: object, column: str) -> dict[tuple[int, int], int]:
    total: dict[tuple[int, int], int] = {}
    for batch in batches:
        for row in batch.to_pylist():
            key = (row["one"], row["other"])
            total[key] = total.get(key, 0) + row[column]
    return total
