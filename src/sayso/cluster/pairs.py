"""What the texts of an archive share: their fingerprints parted by ranges of hashes, a join without global state."""

from functools import partial
from typing import TYPE_CHECKING

from sayso.cluster.engine import list_rows, map_lists, map_rows, of_two, unnest
from sayso.cluster.work import Work
from sayso.reuse.batches import (
    FLAG,
    PAIRS,
    PARTED,
    SHARED,
    part_prints,
    share_much_of,
    share_range,
    weigh_range,
)

if TYPE_CHECKING:
    from daft import DataFrame


def find_pairs(work: Work, texts: "DataFrame", ranges: int) -> "DataFrame":
    """The pairs of texts that share fingerprints, and each text with itself: `PAIRS`.

    Args:
        work: Where what is made on the way is kept.
        texts: `text`, `order`, `words` and `hashes`.
        ranges: Into how many ranges the hashes are parted; a worker holds the fingerprints of one at a time.
    """

    def part() -> "DataFrame":
        parted = map_rows(texts, partial(part_prints, ranges=ranges), PARTED)
        return unnest(parted.exclude("hashes"), "parts", ("range", "hashes"))

    postings = work.keep("postings", part)
    listed = list_rows(postings, "range", "postings")
    shared = work.keep("shared", lambda: map_lists(listed, ("range",), share_range, SHARED))
    broad = work.keep("broad", lambda: _find_broad(shared))
    both = listed.join(list_rows(broad, "range", "broad"), on="range", how="left")
    weighed = map_lists(both, ("range",), weigh_range, PAIRS)
    return work.keep(
        "pairs",
        lambda: weighed.groupby("one", "other").agg(weighed["shared"].sum(), weighed["told"].sum()),
    )


def with_sizes(pairs: "DataFrame", columns: dict[str, str]) -> "DataFrame":
    """Pairs of two texts, with what each of the two has in all.

    Args:
        pairs: A text with itself has what it has.
        columns: Those that tell it, and what to call them in the sizes.
    """
    own = pairs.where(pairs["one"] == pairs["other"])
    two = of_two(pairs)
    for side, prefix in (("one", ""), ("other", "other_")):
        sizes = own.select(own["one"].alias(side), *(own[name].alias(prefix + size) for name, size in columns.items()))
        two = two.join(sizes, on=side)
    return two


def _find_broad(shared: "DataFrame") -> "DataFrame":
    """The pairs that share much in all, in each range in which they share something."""
    total = shared.groupby("one", "other").agg(shared["shared"].sum())
    judged = map_rows(with_sizes(total, {"shared": "size"}), share_much_of, FLAG)
    much = judged.where(judged["flag"]).select("one", "other")
    return shared.select("range", "one", "other").join(much, on=["one", "other"])
