"""The lineage of blocks of texts: whatever has to do with one another lies in one block, which needs no other.

Blocks are held together by close pairs, by what pages name as their originals, and by loans. Loans are known once the
families are, which takes two rounds: `settle_block` tells who is in no family, `lend_to` from whom those may have
words, and `tell_block` the lineage of the blocks that this makes. Several blocks may be given as one.
"""

from typing import Any

import numpy as np
import pyarrow as pa

from sayso.records import Story, TextPrint
from sayso.reuse.batches import CONTENT, FLAG, read_pairs
from sayso.reuse.credits import own_agency
from sayso.reuse.detect import Texts, find_texts, settle_families, tell_lineage
from sayso.reuse.evidence import days_of
from sayso.reuse.fingerprints import Fingerprints, unpack_fingerprints
from sayso.reuse.links import Links, find_among, find_links
from sayso.reuse.pairs import Ints, Pairs, rank_by, rank_stories, read_contents
from sayso.reuse.quotations import Circumstances, find_loans, share_sentences, tell_circumstances
from sayso.tables.columns import LINEAGE, PARENTS, TEXT, WHOLE, YES_OR_NO, make_schema, texts
from sayso.tables.rows import lineage_row, parent_rows, read_story_row

SETTLED = make_schema(
    {"text": WHOLE, "words": WHOLE, "content": CONTENT, "alone": YES_OR_NO, "merged": YES_OR_NO, "orphan": YES_OR_NO},
    texts("outlet published"),
)
LOANS = make_schema({"here": WHOLE, "there": WHOLE, "is_enough": YES_OR_NO}, {})
TOLD = make_schema(
    {field.name: field.type for field in LINEAGE if not field.nullable}
    | {"parents": pa.list_(pa.struct([field for field in PARENTS if field.name != "story_id"]))},
    {"unrecorded": TEXT},
)


class _Block:
    """Stories with the fingerprints of their texts and what these share."""

    def __init__(self, stories: pa.RecordBatch, pairs: pa.RecordBatch) -> None:
        """Read a block.

        Args:
            stories: The columns of `story_row`, and `number` of the text, its `words` and `hashes`.
            pairs: `PAIRS` of these texts.
        """
        rows: list[dict[str, Any]] = stories.to_pylist()
        self.stories: list[Story] = [read_story_row(row) for row in rows]
        self.links: Links = find_links(self.stories, find_among(self.stories))
        self.texts: Texts = find_texts(self.stories, self.links)
        first = [rows[index] for index in self.texts.first]
        self.numbers: Ints = np.array([row["number"] for row in first], np.int64)
        prints = [TextPrint(place, row["words"], row["hashes"]) for place, row in enumerate(first)]
        self.found: Fingerprints = unpack_fingerprints(prints)
        self.pairs: Pairs = read_pairs(pairs, self.numbers, rank_stories(self.found))


def settle_block(stories: pa.RecordBatch, pairs: pa.RecordBatch) -> pa.RecordBatch:
    """Which texts of a block are in no family, in several, or without a parent in one, and by whom: `SETTLED`."""
    block = _Block(stories, pairs)
    families, parents, evidence = settle_families(block.stories, block.texts, block.found, block.pairs, block.links)
    told = [block.stories[index] for index in block.texts.first]
    known = tell_circumstances(told, block.pairs, families, parents, evidence)
    return pa.RecordBatch.from_pydict(
        {
            "text": block.numbers,
            "words": block.found.words,
            "content": read_contents(block.found),
            "alone": known.alone,
            "merged": known.merged,
            "orphan": known.orphan,
            "outlet": [story.outlet for story in told],
            "published": [story.published for story in told],
        },
        SETTLED,
    )


def lend_to(known_texts: pa.RecordBatch, pairs: pa.RecordBatch) -> pa.RecordBatch:
    """The likeliest lender of each of some texts that are in no family: `LOANS`.

    Args:
        known_texts: What `settle_block` tells of all texts of the pairs, the `order` of each, and whether it is
            `asked` about.
        pairs: `PAIRS`, all of the texts asked about.
    """
    told = known_texts.take(pa.array(np.argsort(np.array(known_texts["order"].to_pylist(), object), kind="stable")))
    outlets = [outlet or "" for outlet in told["outlet"].to_pylist()]
    numbers = np.array(told["text"].to_pylist(), np.int64)
    alone, merged, orphan, asked = (
        np.array(told[name].to_pylist(), bool) for name in ("alone", "merged", "orphan", "asked")
    )
    words, content = np.array(told["words"].to_pylist(), np.int64), np.array(told["content"].to_pylist(), np.uint64)
    rank = rank_by(words, content)
    agencies = [own_agency(Story(id="", text="", outlet=outlet)) is not None for outlet in outlets]
    known = Circumstances(
        outlet=outlets,
        days=np.array([days_of(published) for published in told["published"].to_pylist()]),
        publishes=np.array(agencies, bool),
        alone=alone,
        merged=merged,
        orphan=orphan,
        rank=rank,
    )
    loans = find_loans(known, read_pairs(pairs, numbers, rank), asked & alone)
    return pa.RecordBatch.from_pydict(
        {"here": numbers[loans.here], "there": numbers[loans.there], "is_enough": loans.is_enough}, LOANS
    )


def flag_shared_sentences(batch: pa.RecordBatch) -> pa.RecordBatch:
    """Whether two texts share a run of words as long as a sentence: `text_here`, `text_there` in, `FLAG` out."""
    pairs = [*zip(batch["text_here"].to_pylist(), batch["text_there"].to_pylist(), strict=True)]
    return pa.RecordBatch.from_pydict({"flag": share_sentences(pairs)}, FLAG)


def tell_block(stories: pa.RecordBatch, pairs: pa.RecordBatch) -> pa.RecordBatch:
    """The lineage of all stories of a block, without extents: `TOLD`."""
    block = _Block(stories, pairs)
    told = tell_lineage(block.stories, block.texts, block.found, block.pairs, block.links, with_extents=False)
    rows = [
        lineage_row(one) | {"parents": [_without_story(row) for row in parent_rows(one, with_extents=False)]}
        for one in told
    ]
    return pa.RecordBatch.from_pylist(rows, TOLD)


def _without_story(row: dict[str, object]) -> dict[str, object]:
    return {name: value for name, value in row.items() if name != "story_id"}
