"""The first screen: what is followed, what came in lately, and where stories are taken in."""

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from sayso.ingest.demo import DEMO_CLAIMS
from sayso.ledger import Ledger
from sayso.ledger.following import list_followed
from sayso.ledger.latest import State
from sayso.web.lately import Together, find_lately
from sayso.web.pages import AtDesk
from sayso.web.rendering import render
from sayso.web.taking import Given
from sayso.web.uploads import LARGEST_UPLOAD_BYTES

router = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)


@dataclass(frozen=True, slots=True)
class Holdings:
    """What a ledger holds.

    Attributes:
        stories, statements: How many.
        lately: The stories that came in last.
    """

    stories: int
    statements: int
    lately: tuple[Together, ...]


@router.get("/")
def front(request: Request, desk: AtDesk, given: Given, stopped: str = "") -> HTMLResponse:
    """The first screen; what became of the claims that are followed is asked for once it is shown."""
    with desk.open() as ledger:
        followed = list_followed(ledger)
    return render(
        request,
        "front.html",
        path=str(desk.path),
        holdings=_find_holdings(desk.path, desk.state()),
        followed=followed,
        stopped=stopped,
        running=given.running(),
        examples=DEMO_CLAIMS,
        largest_bytes=LARGEST_UPLOAD_BYTES,
    )


@lru_cache(maxsize=4)
def _find_holdings(path: Path, state: State) -> Holdings:  # noqa: ARG001 - it is told anew for each state
    with Ledger(path) as ledger:
        return Holdings(ledger.count_stories(), ledger.count_attributions(), find_lately(ledger))
