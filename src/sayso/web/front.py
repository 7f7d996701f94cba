"""The first screen: what is followed, what came in lately, and where stories are taken in."""

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from sayso.ingest.demo import DEMO_CLAIMS
from sayso.ledger.following import list_followed
from sayso.web.pages import AtDesk
from sayso.web.rendering import render
from sayso.web.taking import Given
from sayso.web.uploads import LARGEST_UPLOAD_BYTES

router = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)


@router.get("/")
def front(request: Request, desk: AtDesk, given: Given, stopped: str = "") -> HTMLResponse:
    """The first screen; what became of the claims that are followed is asked for once it is shown."""
    with desk.open() as ledger:
        followed = list_followed(ledger)
    return render(
        request,
        "front.html",
        path=str(desk.path),
        holdings=desk.holdings(),
        followed=followed,
        stopped=stopped,
        running=given.running(),
        examples=DEMO_CLAIMS,
        largest_bytes=LARGEST_UPLOAD_BYTES,
    )
