"""The pages."""

from datetime import datetime
from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request
from fastapi.responses import HTMLResponse

from sayso.export import cite_claim
from sayso.ledger import SourceRecord, split_claim
from sayso.records import SourceKind
from sayso.trace import PLAIN_SHARE, tell_graph, tell_timeline
from sayso.web.as_of import AsOf
from sayso.web.decided import RULINGS, find_decided
from sayso.web.desk import Desk
from sayso.web.followed import find_development
from sayso.web.rendering import render

router = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)

STATEMENTS_AT_ONCE = 50
"""So many statements are on a page of them."""

LONGEST_NAME_WORDS = 4
"""What is asked in so few words may be the name of a source."""

MOST_CALLED = 3
"""So many sources are told of that are called as the claim reads."""

Offset = Annotated[int, Query(ge=0, le=2**31, description="How many to pass over.")]


def desk_of(request: Request) -> Desk:
    """The desk that a request is put to."""
    desk: Desk = request.app.state.desk
    return desk


AtDesk = Annotated[Desk, Depends(desk_of)]


@router.get("/stories/{story_id:path}")
def story(request: Request, desk: AtDesk, story_id: str) -> HTMLResponse:
    """A story with who says what marked in it."""
    page = desk.story(story_id)
    return render(request, "story.html", page=page, sources=desk.link_speakers(page), kinds=list(SourceKind))


@router.get("/claims")
def claim(request: Request, desk: AtDesk, as_of: AsOf, claim: str = "") -> HTMLResponse:
    """A claim, and on whose word it rests."""
    found = desk.trace(claim, as_of)
    graph, parts = tell_graph(found), split_claim(claim)
    return render(
        request,
        "claim.html",
        trace=found,
        plain=PLAIN_SHARE,
        graph=graph,
        names=desk.name_stories(graph.reports),
        called=_find_called(desk, claim),
        sources=desk.link_sources(found),
        is_empty=desk.is_empty(),
        timeline=tell_timeline(found, graph),
        decided=find_decided(desk, claim),
        parts=parts,
        rulings=RULINGS if len(parts) == 1 else {},
        development=find_development(desk, found),
        citation=cite_claim(found, datetime.now().astimezone().date()),
    )


def _find_called(desk: Desk, claim: str) -> tuple[SourceRecord, ...]:
    """The sources, those with most statements first, that a claim of few words is the name of: "Zelensky"."""
    words = claim.strip(" ?!.").split()
    if len(words) > LONGEST_NAME_WORDS:
        return ()
    return tuple(one for one in desk.sources(" ".join(words)) if one.name)[:MOST_CALLED]


@router.get("/search")
def search(request: Request, desk: AtDesk, words: str = "", offset: Offset = 0) -> HTMLResponse:
    """Statements by their words; where none are given, where to type them."""
    if not words:
        return render(request, "search.html", words=words, found=None, is_empty=desk.is_empty())
    found = desk.search(words, STATEMENTS_AT_ONCE, offset)
    return render(
        request,
        "search.html",
        words=words,
        found=found,
        meant=None if found.total else desk.meant(words),
        names=desk.name_stories(found.shown),
        is_empty=desk.is_empty(),
    )


@router.get("/sources")
def sources(request: Request, desk: AtDesk, name: str = "") -> HTMLResponse:
    """Who speaks, most first."""
    found = desk.sources(name)
    near = () if found else desk.near_names(name)
    return render(request, "sources.html", name=name, sources=found, near=near, is_empty=desk.is_empty())


@router.get("/said")
def said(request: Request, desk: AtDesk, name: str = "", about: str = "", offset: Offset = 0) -> HTMLResponse:
    """What a source said, in time."""
    found = desk.said(name, about, STATEMENTS_AT_ONCE, offset)
    names = desk.name_stories(found.shown)
    near = () if found.total or about else desk.near_names(name)
    meant = desk.meant(about) if about and not found.total else None
    return render(
        request,
        "said.html",
        name=name,
        about=about,
        found=found,
        names=names,
        near=near,
        meant=meant,
        is_empty=desk.is_empty(),
    )
