"""Cleaning: what in a story is not what the story tells, and what is damaged, as labelled spans."""

from sayso.cleaning.clean import clean, spans_to_skip

__all__ = ["clean", "spans_to_skip"]
