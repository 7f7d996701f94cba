"""Tracing a claim: which stories report it, on whose word, and on how many independent origins it rests."""

from sayso.trace.shape import origin_shape, report_shape, trace_shape
from sayso.trace.standing import PLAIN_SHARE
from sayso.trace.trace import Trace, trace

__all__ = ["PLAIN_SHARE", "Trace", "origin_shape", "report_shape", "trace", "trace_shape"]
