"""What hangs together: connected components of a graph whose edges are rows."""

from typing import TYPE_CHECKING

import numpy as np
import pyarrow as pa

from sayso.cluster.engine import list_rows, map_lists
from sayso.reuse.families import join
from sayso.tables.columns import WHOLE, make_schema

if TYPE_CHECKING:
    from daft import DataFrame

LABELS = make_schema({"node": WHOLE, "block": WHOLE}, {})
PARTS = 64
"""Edges are first brought down in so many parts, each to at most one a node."""


def label_nodes(edges: pa.RecordBatch) -> pa.RecordBatch:
    """The nodes of edges (`one`, `other`) with the least node that each is tied to: `LABELS`."""
    one, other = (np.asarray(edges[name], np.int64) for name in ("one", "other"))
    nodes, place = np.unique(np.concatenate((one, other)), return_inverse=True)
    label = join(len(nodes), place[: len(one)], place[len(one) :]) if len(nodes) else nodes
    return pa.RecordBatch.from_arrays([pa.array(nodes), pa.array(nodes[label])], schema=LABELS)


def find_components(edges: "DataFrame") -> "DataFrame":
    """Of each node that has an edge, the least node that it is tied to by however many: `LABELS`.

    Each part of the edges is brought down to a forest, of at most one edge a node; one worker joins the forests. It
    needs some 64 bytes for each node with an edge.

    Args:
        edges: `one` and `other`, any whole numbers.
    """
    from daft import lit

    parts = edges.select("one", "other", (edges["one"] % lit(PARTS)).alias("part"))
    forests = map_lists(list_rows(parts, "part", "edges"), ("part",), label_nodes, LABELS)
    whole = forests.select(forests["node"].alias("one"), forests["block"].alias("other"), lit(0).alias("part"))
    return map_lists(list_rows(whole, "part", "edges"), ("part",), label_nodes, LABELS).select("node", "block")
