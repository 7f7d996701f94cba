"""Evidence: how sure a source is, what its words rest on, and through whom they came."""

from sayso.evidence.grade import grade_attributions

__all__ = ["grade_attributions"]
