"""The lineage of an archive: blocks of texts that have to do with one another, each told by itself.

The blocks are packed into parcels, so that one call tells many small ones; see `sayso.reuse.blocks` for the two rounds.
"""

from collections.abc import Iterable
from functools import reduce
from typing import TYPE_CHECKING, NamedTuple

import pyarrow as pa

from sayso.cluster.components import find_components
from sayso.cluster.engine import FunctionOfTwo, list_rows, map_lists, map_rows, of_two
from sayso.cluster.pairs import find_pairs, with_sizes
from sayso.cluster.work import Work
from sayso.records.addresses import spell_address
from sayso.reuse.batches import FLAG, PAIRS, may_be_kin
from sayso.reuse.blocks import LOANS, SETTLED, TOLD, flag_shared_sentences, lend_to, settle_block, tell_block
from sayso.tables.columns import TEXTS, make_schema

if TYPE_CHECKING:
    from daft import DataFrame

ADDRESSES = make_schema({"own": TEXTS, "named": TEXTS}, {})
_ASKED = ("title", "outlet", "agency", "published", "url", "canonical_url", "originals")
_SIDES = ("one", "other")


class Archive(NamedTuple):
    """The latest texts of an archive's stories.

    Attributes:
        stories: `_ASKED` of each story, its `arrival` and `story_id`, and the `number` of its text.
        texts: `text` (the number), its `order`, `words` and `hashes`.
        bodies: `arrival` and `text`, the text itself.
        pairs: `PAIRS` of the texts.
        parcels: Into how many parcels blocks are packed.
    """

    stories: "DataFrame"
    texts: "DataFrame"
    bodies: "DataFrame"
    pairs: "DataFrame"
    parcels: int


def tell_lineages(work: Work, identities: "DataFrame", parcels: int) -> "DataFrame":
    """The lineage of every story in its latest text: `TOLD`.

    Args:
        work: Where what is made on the way is kept.
        identities: `IDENTITIES` of the stories.
        parcels: Into how many parts work is parted.
    """
    stories = work.keep("latest", lambda: _find_latest(work, identities))
    texts = work.keep("texts", lambda: _find_texts(work, stories))
    bodies = work.read("stories").select("arrival", "text")
    archive = Archive(stories, texts, bodies, find_pairs(work, texts, parcels), parcels)
    ties = work.keep("ties", lambda: _find_close(archive.pairs).concat(_find_named(stories)))
    kin = work.keep("kin", lambda: _pack(archive, find_components(ties)))
    settled = work.keep("settled", lambda: _map_blocks(archive, kin, settle_block, SETTLED))
    loans = work.keep("loans", lambda: _find_loans(archive, settled))
    blocks = work.keep("blocks", lambda: _pack(archive, find_components(ties.concat(loans))))
    return work.keep("told", lambda: _map_blocks(archive, blocks, tell_block, TOLD))


def _find_latest(work: Work, identities: "DataFrame") -> "DataFrame":
    """Each story in its latest text, which goes by the number of the first story that has it."""
    newest = identities.groupby("story_id").agg(identities["revision"].max())
    latest = identities.join(newest, on=["story_id", "revision"]).select("arrival", "story_id")
    stories = work.read("stories").select("arrival", "text_sha256", "precedence", *_ASKED)
    held = stories.join(latest, on="arrival")
    first = held.groupby("text_sha256").agg(held["arrival"].min().alias("number"))
    return held.join(first, on="text_sha256")


def _find_texts(work: Work, stories: "DataFrame") -> "DataFrame":
    ordered = stories.select(
        stories["number"].alias("text"), (stories["precedence"] + stories["story_id"]).alias("order")
    )
    texts = ordered.groupby("text").agg(ordered["order"].min())
    prints = work.read("fingerprints").select("arrival", "words", "hashes")
    return texts.join(prints, left_on="text", right_on="arrival").select("text", "order", "words", "hashes")


def _find_close(pairs: "DataFrame") -> "DataFrame":
    """Pairs of texts that may be kin."""
    sized = with_sizes(pairs, {"shared": "size", "told": "size_told"})
    close = map_rows(sized, may_be_kin, FLAG)
    return close.where(close["flag"]).select("one", "other")


def _find_named(stories: "DataFrame") -> "DataFrame":
    """Pairs of texts of which the page of one names the other as its original."""
    addresses = map_rows(stories.select("number", "url", "canonical_url", "originals"), list_addresses, ADDRESSES)
    own = addresses.select(addresses["number"].alias("other"), addresses["own"].alias("address")).explode("address")
    named = addresses.select(addresses["number"].alias("one"), addresses["named"].alias("address")).explode("address")
    tied = named.where(named["address"].not_null()).join(own.where(own["address"].not_null()), on="address")
    return of_two(tied).select("one", "other").distinct()


def list_addresses(batch: pa.RecordBatch) -> pa.RecordBatch:
    """The addresses of stories, and those that their pages name as their originals, row by row: `ADDRESSES`."""
    rows = batch.to_pylist()
    return pa.RecordBatch.from_pydict(
        {
            "own": [sorted({one for one in (row["url"], row["canonical_url"]) if one}) for row in rows],
            "named": [sorted({one for named in row["originals"] for one in spell_address(named)}) for row in rows],
        },
        ADDRESSES,
    )


def _pack(archive: Archive, blocks: "DataFrame") -> "DataFrame":
    """The block of each text and its parcel: `text`, `block`, `parcel`. Who is tied to nobody is a block alone."""
    from daft import lit

    placed = archive.texts.select("text").join(blocks, left_on="text", right_on="node", how="left")
    placed = placed.select("text", placed["block"].fill_null(placed["text"]))
    return placed.with_column("parcel", placed["block"].hash() % lit(archive.parcels))


def _map_blocks(archive: Archive, packed: "DataFrame", function: FunctionOfTwo, returns: pa.Schema) -> "DataFrame":
    """What a function makes of the stories of blocks, given with the pairs within these, parcel by parcel."""
    texts = archive.texts.select(archive.texts["text"].alias("number"), "words", "hashes")
    place = packed.select(packed["text"].alias("number"), "parcel")
    named = archive.stories.select("arrival", "number", archive.stories["story_id"].alias("id"), *_ASKED)
    stories = named.join(archive.bodies, on="arrival").join(texts, on="number").join(place, on="number")
    one = packed.select(packed["text"].alias("one"), "block", "parcel")
    other = packed.select(packed["text"].alias("other"), "block")
    pairs = archive.pairs.join(one, on="one").join(other, on=["other", "block"]).exclude("block")
    parcels = list_rows(stories, "parcel", "stories").join(list_rows(pairs, "parcel", "pairs"), on="parcel", how="left")
    return map_lists(parcels, ("parcel",), function, returns).select(*returns.names)


def _find_loans(archive: Archive, settled: "DataFrame") -> "DataFrame":
    """Pairs of a text that is in no family and of the one that it has words from: `one` and `other`."""
    from daft import lit

    facts = settled.join(archive.texts.select("text", "order"), on="text")
    alone = facts.where(facts["alone"]).select(facts["text"].alias("own"))
    alone = alone.with_column("parcel", alone["own"].hash() % lit(archive.parcels))
    sharing = of_two(archive.pairs)
    sharing = sharing.where(sharing["shared"] > lit(0))
    # A pair goes to the parcel of each of its texts that is in no family.
    pairs = _concat(sharing.join(alone, left_on=side, right_on="own") for side in _SIDES)
    pairs = pairs.select("parcel", *PAIRS.names).distinct()
    met = _concat(pairs.select("parcel", pairs[side].alias("text")) for side in _SIDES).distinct()
    asked = alone.select("parcel", alone["own"].alias("text"), alone["own"].alias("asked"))
    met = met.join(facts, on="text").join(asked, on=["parcel", "text"], how="left")
    met = met.with_column("asked", met["asked"].not_null())
    both = list_rows(met, "parcel", "texts").join(list_rows(pairs, "parcel", "pairs"), on="parcel")
    loans = map_lists(both, ("parcel",), lend_to, LOANS).select(*LOANS.names)
    return _concat([loans.where(loans["is_enough"]), _find_sentences(archive, loans)]).select(
        loans["here"].alias("one"), loans["there"].alias("other")
    )


def _find_sentences(archive: Archive, loans: "DataFrame") -> "DataFrame":
    """Those of loans that too little speaks for, but whose texts share a run of words as long as a sentence."""
    doubted = loans.where(~loans["is_enough"])
    for side in ("here", "there"):
        bodies = archive.bodies.select(
            archive.bodies["arrival"].alias(side), archive.bodies["text"].alias(f"text_{side}")
        )
        doubted = doubted.join(bodies, on=side)
    shared = map_rows(doubted, flag_shared_sentences, FLAG)
    return shared.where(shared["flag"]).select(*LOANS.names)


def _concat(frames: Iterable["DataFrame"]) -> "DataFrame":
    return reduce(lambda one, other: one.concat(other), frames)
