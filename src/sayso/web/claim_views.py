"""A claim as a graph and in time: what the claim page draws, as JSON."""

from fastapi import APIRouter

from sayso.shapes import Json
from sayso.trace import graph_shape, tell_graph, tell_timeline, timeline_shape
from sayso.web.api import Tagged
from sayso.web.as_of import AsOf
from sayso.web.pages import AtDesk

router = APIRouter(prefix="/api/claims", tags=["sayso"])


@router.get("/graph", dependencies=[Tagged])
def claim_graph(desk: AtDesk, claim: str, as_of: AsOf) -> Json:
    """From each origin of a claim to the stories that carry it, with what says so of each step."""
    return graph_shape(tell_graph(desk.trace(claim, as_of)))


@router.get("/timeline", dependencies=[Tagged])
def claim_timeline(desk: AtDesk, claim: str, as_of: AsOf) -> Json:
    """When a claim was reported, and on how many independent origins it rested by then."""
    return timeline_shape(tell_timeline(desk.trace(claim, as_of)))
