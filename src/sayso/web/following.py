"""Following claims: what became of them, one after the other so that none waits for all."""

from contextlib import suppress
from typing import Annotated
from urllib.parse import quote

from fastapi import APIRouter, Body, Depends, Form, Request, Response
from fastapi.responses import HTMLResponse, RedirectResponse

from sayso.errors import UsageError
from sayso.ledger.following import count_follows, list_followed, resume_following, stop_following
from sayso.shapes import Json
from sayso.trace.following import development_shape
from sayso.web.api import mark_answer
from sayso.web.followed import develop, look
from sayso.web.judging import Back
from sayso.web.pages import AtDesk
from sayso.web.rendering import render

pages = APIRouter(prefix="/following", include_in_schema=False, default_response_class=HTMLResponse)
api = APIRouter(prefix="/api/following", tags=["sayso"])

Claim = Annotated[str, Form()]


@pages.get("")
def following(request: Request, desk: AtDesk) -> HTMLResponse:
    """What became of every claim that is followed."""
    with desk.open() as ledger:
        claims = [one.claim for one in list_followed(ledger)]
    return render(request, "following.html", developments=[develop(desk, claim) for claim in claims])


@pages.get("/one")
def one_followed(request: Request, desk: AtDesk, claim: str) -> HTMLResponse:
    """What became of one claim, as the first screen shows it."""
    return render(request, "followed.html", development=develop(desk, claim))


@pages.post("")
def follow(desk: AtDesk, claim: Claim, back: Back) -> RedirectResponse:
    """Follow a claim from now on; of one that is followed, take note of what it rests on now."""
    look(desk, claim)
    return RedirectResponse(back, status_code=303)


@pages.post("/stop")
def stop(desk: AtDesk, claim: Claim) -> RedirectResponse:
    """Follow a claim no longer, and offer to take that back, also where that was done in another tab."""
    with desk.open() as ledger, suppress(UsageError):
        claim = stop_following(ledger, claim, desk.who).claim
    return RedirectResponse(f"/?stopped={quote(claim, safe='')}#following", status_code=303)


@pages.post("/resume")
def resume(desk: AtDesk, claim: Claim) -> RedirectResponse:
    """Follow a claim again from where it was left."""
    with desk.open() as ledger:
        resume_following(ledger, claim, desk.who)
    return RedirectResponse("/#following", status_code=303)


def _tag(request: Request, response: Response, desk: AtDesk) -> None:
    with desk.open() as ledger:
        mark_answer(request, response, (*desk.state(), count_follows(ledger)))


@api.get("", dependencies=[Depends(_tag)])
def list_following(desk: AtDesk) -> Json:
    """The claims that are followed: what each rested on when it was last looked at, what now, and what did it."""
    with desk.open() as ledger:
        claims = [one.claim for one in list_followed(ledger)]
    return {"following": [development_shape(develop(desk, claim)) for claim in claims]}


@api.post("")
def follow_claim(desk: AtDesk, claim: Annotated[str, Body(embed=True)]) -> Json:
    """Follow a claim from now on; of one that is followed, take note of what it rests on now."""
    return development_shape(develop(desk, look(desk, claim).claim))


@api.delete("", status_code=204)
def stop_following_claim(desk: AtDesk, claim: str) -> None:
    """Follow a claim no longer."""
    with desk.open() as ledger:
        stop_following(ledger, claim, desk.who)
