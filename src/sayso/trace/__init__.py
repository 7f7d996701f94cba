"""Tracing a claim through the ledger: who said it, when, and in how many reports."""

from sayso.trace.names import source_name
from sayso.trace.shape import trace_shape
from sayso.trace.trace import Matched, SourceStatements, Trace, group_by_source, trace

__all__ = ["Matched", "SourceStatements", "Trace", "group_by_source", "source_name", "trace", "trace_shape"]
