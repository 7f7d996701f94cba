"""Evidence: how sure a source is, what its words rest on, and through whom they came."""

from sayso.evidence.assertion import BY_MODEL
from sayso.evidence.grade import grade_attributions

__all__ = ["BY_MODEL", "grade_attributions"]
