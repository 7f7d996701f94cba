"""Which story is a copy of which: shared text, families, lineage."""

from sayso.reuse.changes import compare_texts
from sayso.reuse.detect import detect_lineage
from sayso.reuse.extents import align
from sayso.reuse.index import ReuseIndex

__all__ = ["ReuseIndex", "align", "compare_texts", "detect_lineage"]
