"""Tracing a claim: which stories report it, on whose word, and on how many independent origins it rests."""

from sayso.trace.agreement import Agreement, score_judgements
from sayso.trace.judged import find_judged
from sayso.trace.shape import origin_shape, report_shape, trace_shape
from sayso.trace.standing import PLAIN_SHARE
from sayso.trace.trace import Trace, trace

__all__ = [
    "PLAIN_SHARE",
    "Agreement",
    "Trace",
    "find_judged",
    "origin_shape",
    "report_shape",
    "score_judgements",
    "trace",
    "trace_shape",
]
