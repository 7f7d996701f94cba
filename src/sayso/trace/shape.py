"""A trace as JSON; keys are added, never renamed."""

from sayso.shapes import Json, statement_shape
from sayso.trace.trace import Trace


def trace_shape(trace: Trace) -> Json:
    """A trace with its counts and every statement, by source. `support`, `deny` and `silent` hold ids of stories."""
    return {
        "claim": trace.query,
        "as_of": trace.as_of.isoformat() if trace.as_of else None,
        "matched": str(trace.matched),
        "reports": trace.reports,
        "outlets": trace.outlets,
        "sources": trace.sources,
        "unnamed": trace.unnamed,
        "texts": [
            {"family": text.family, "stories": list(text.stories), "original": text.original} for text in trace.texts
        ],
        "corrected_for_copying": trace.corrected_for_copying,
        "support": list(trace.support),
        "deny": list(trace.deny),
        "silent": list(trace.silent),
        "groups": [
            {
                "source_name": group.name,
                "source_kind": group.kind,
                "side": group.side,
                "score": group.score,
                "reason": group.reason,
                "statements": [statement_shape(statement) for statement in group.statements],
            }
            for group in trace.groups
        ],
    }
