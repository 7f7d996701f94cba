"""Evidence: how sure a source is, what its words rest on, and through whom they came."""

from sayso.evidence.grade import grade_attributions
from sayso.evidence.grading.grounds import BY_MODEL
from sayso.evidence.via.via import Chain, trace_intermediaries

__all__ = ["BY_MODEL", "Chain", "grade_attributions", "trace_intermediaries"]
