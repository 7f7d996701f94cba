"""Tracing a claim: which stories report it, on whose word, and on how many independent origins it rests."""

from sayso.trace.agreement import Agreement, score_judgements
from sayso.trace.comparing.judged import find_judged
from sayso.trace.shown.graph import graph_shape, tell_graph
from sayso.trace.shown.graph_parts import ClaimGraph
from sayso.trace.shown.shape import origin_shape, report_shape, trace_shape
from sayso.trace.shown.timeline import Timeline, tell_timeline, timeline_shape
from sayso.trace.standing import PLAIN_SHARE
from sayso.trace.trace import Trace, trace

__all__ = [
    "PLAIN_SHARE",
    "Agreement",
    "ClaimGraph",
    "Timeline",
    "Trace",
    "find_judged",
    "graph_shape",
    "origin_shape",
    "report_shape",
    "score_judgements",
    "tell_graph",
    "tell_timeline",
    "timeline_shape",
    "trace",
    "trace_shape",
]
