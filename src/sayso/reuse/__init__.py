"""Which story is a copy of which: shared text, families, lineage."""

from sayso.reuse.detect import detect_lineage
from sayso.reuse.extents import align

__all__ = ["align", "detect_lineage"]
