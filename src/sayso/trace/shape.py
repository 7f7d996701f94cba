"""A trace as JSON; keys are added, never renamed."""

from sayso.shapes import Json, statement_shape
from sayso.trace.trace import Trace


def trace_shape(trace: Trace) -> Json:
    """A trace with its counts and every statement, by source. `support` holds the ids of the stories."""
    statements = [statement for group in trace.groups for statement in group.statements]
    return {
        "claim": trace.query,
        "as_of": trace.as_of.isoformat() if trace.as_of else None,
        "matched": str(trace.matched),
        "reports": trace.reports,
        "outlets": trace.outlets,
        "sources": trace.sources,
        "unnamed": trace.unnamed,
        "corrected_for_copying": trace.corrected_for_copying,
        "support": list(dict.fromkeys(statement.story_id for statement in statements)),
        "groups": [
            {"source_name": group.source.name, "statements": [statement_shape(s) for s in group.statements]}
            for group in trace.groups
        ],
    }
