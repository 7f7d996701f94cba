"""Tracing a claim through the ledger: who said it, when, and in how many reports."""

from sayso.trace.groups import SourceStatements, group_by_source
from sayso.trace.shape import trace_shape
from sayso.trace.texts import TracedText
from sayso.trace.trace import Matched, Trace, trace

__all__ = ["Matched", "SourceStatements", "Trace", "TracedText", "group_by_source", "trace", "trace_shape"]
