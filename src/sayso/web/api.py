"""The same as JSON: what the command line prints with --json, over HTTP."""

from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request, Response

from sayso.ledger.some_statements import SomeStatements
from sayso.shapes import Json, statement_shape, story_shape
from sayso.trace import trace_shape
from sayso.web.as_of import AsOf
from sayso.web.pages import AtDesk, Offset
from sayso.web.story_page import story_page_shape

router = APIRouter(prefix="/api", tags=["sayso"])

MOST_AT_ONCE = 500
Limit = Annotated[int, Query(ge=1, le=MOST_AT_ONCE, description="How many to answer with at most.")]


class Unchanged(Exception):  # noqa: N818 - no error: the asker has it already
    """Whoever asks has the answer already: nothing has changed in the ledger since."""


def mark_answer(request: Request, response: Response, state: tuple[int, ...]) -> None:
    """Mark an answer with the state that it was told from; tell who has that one that it still holds."""
    tag = f'W/"{"-".join(map(str, state))}"'
    if tag in request.headers.get("if-none-match", ""):
        raise Unchanged
    response.headers["etag"] = tag


def _tag(request: Request, response: Response, desk: AtDesk) -> None:
    mark_answer(request, response, desk.state())


Tagged = Depends(_tag)


def _place(total: int, limit: int, offset: int) -> Json:
    """How many there are in all, and where the next page begins."""
    return {"total": total, "next_offset": offset + limit if offset + limit < total else None}


def _statements(found: SomeStatements) -> Json:
    shown = [statement_shape(one) for one in found.shown]
    return {"statements": shown, "total": found.total, "next_offset": found.next_offset}


@router.get("/stories", dependencies=[Tagged])
def list_stories(desk: AtDesk, limit: Limit = 50, offset: Offset = 0) -> Json:
    """The stories that came in last, without what was read in them."""
    stories, total = desk.latest(limit, offset)
    return {"stories": [story_shape(story) for story in stories]} | _place(total, limit, offset)


@router.get("/stories/{story_id:path}", dependencies=[Tagged])
def read_story(desk: AtDesk, story_id: str) -> Json:
    """A story with who says what in it, and where its text comes from."""
    return story_page_shape(desk.story(story_id))


@router.get("/trace", dependencies=[Tagged])
def trace_claim(desk: AtDesk, claim: str, as_of: AsOf) -> Json:
    """A claim, and on whose word it rests."""
    return trace_shape(desk.trace(claim, as_of))


@router.get("/search", dependencies=[Tagged])
def search(desk: AtDesk, words: str, limit: Limit = 50, offset: Offset = 0) -> Json:
    """Statements by their words, best first."""
    return _statements(desk.search(words, limit, offset))


@router.get("/said", dependencies=[Tagged])
def said(desk: AtDesk, name: str, about: str = "", limit: Limit = 50, offset: Offset = 0) -> Json:
    """What a source said, in time."""
    return _statements(desk.said(name, about, limit, offset))
