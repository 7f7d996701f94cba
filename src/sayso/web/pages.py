"""The pages."""

from datetime import date
from pathlib import Path, PurePath
from tempfile import TemporaryDirectory
from typing import Annotated
from urllib.parse import quote

from fastapi import APIRouter, Depends, Form, Request, UploadFile
from fastapi.responses import HTMLResponse, RedirectResponse

from sayso.errors import InputError
from sayso.records import SourceKind
from sayso.trace import PLAIN_SHARE, tell_graph, tell_timeline
from sayso.web.desk import Desk
from sayso.web.rendering import render

router = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)


def desk_of(request: Request) -> Desk:
    """The desk that a request is put to."""
    desk: Desk = request.app.state.desk
    return desk


AtDesk = Annotated[Desk, Depends(desk_of)]


@router.get("/")
def front(request: Request, desk: AtDesk) -> HTMLResponse:
    """The first screen: ask, add, and what came in lately."""
    return render(request, "front.html", front=desk.front())


@router.get("/stories/{story_id:path}")
def story(request: Request, desk: AtDesk, story_id: str) -> HTMLResponse:
    """A story with who says what marked in it."""
    page = desk.story(story_id)
    return render(request, "story.html", page=page, kinds=list(SourceKind))


@router.get("/claims")
def claim(request: Request, desk: AtDesk, claim: str, as_of: date | None = None) -> HTMLResponse:
    """A claim, and on whose word it rests."""
    found = desk.trace(claim, as_of)
    graph = tell_graph(found)
    timeline = tell_timeline(found, graph)
    return render(request, "claim.html", trace=found, plain=PLAIN_SHARE, graph=graph, timeline=timeline)


@router.get("/search")
def search(request: Request, desk: AtDesk, words: str) -> HTMLResponse:
    """Statements by their words."""
    return render(request, "search.html", words=words, statements=desk.search(words))


@router.get("/sources")
def sources(request: Request, desk: AtDesk, name: str = "") -> HTMLResponse:
    """Who speaks, most first."""
    return render(request, "sources.html", name=name, sources=desk.sources(name))


@router.get("/said")
def said(request: Request, desk: AtDesk, name: str, about: str = "") -> HTMLResponse:
    """What a source said, in time."""
    return render(request, "said.html", name=name, about=about, statements=desk.said(name, about))


@router.post("/stories")
def add(
    desk: AtDesk,
    text: Annotated[str, Form()],
    title: Annotated[str, Form()] = "",
    outlet: Annotated[str, Form()] = "",
    published: Annotated[str, Form()] = "",
) -> RedirectResponse:
    """Take in a pasted story, and show it."""
    story_id = desk.add_text(text, title, outlet, published)
    return RedirectResponse(f"/stories/{quote(story_id, safe='')}", status_code=303)


@router.post("/addresses")
def add_address(request: Request, desk: AtDesk, address: Annotated[str, Form()]) -> HTMLResponse:
    """Fetch a page, and tell what came in."""
    if not address.startswith(("http://", "https://")):
        raise InputError(f'"{address}" is no address', "one that begins with https:// or http://", "Type it anew")
    return render(request, "added.html", taken=desk.take_in([address]))


@router.post("/files")
def add_files(request: Request, desk: AtDesk, files: list[UploadFile]) -> HTMLResponse:
    """Take in files, and tell what came in."""
    with TemporaryDirectory() as folder:
        paths = []
        for number, file in enumerate(files):
            path = Path(folder) / str(number) / PurePath(file.filename or "story.txt").name
            path.parent.mkdir()
            path.write_bytes(file.file.read())
            paths.append(str(path))
        taken = desk.take_in(paths)
    return render(request, "added.html", taken=taken.without_folder(folder))
