"""Carrying off over HTTP: what `sayso export` writes, and the report of a claim."""

from pathlib import Path
from shutil import rmtree
from tempfile import mkdtemp
from typing import Annotated

from fastapi import APIRouter, Query, Response
from fastapi.responses import FileResponse, HTMLResponse
from starlette.background import BackgroundTask

from sayso.export import (
    MEDIA_TYPES,
    POLICY,
    ZIP,
    Content,
    Format,
    export,
    make_report,
    one_claim,
    one_story,
    whole_ledger,
    write_report,
)
from sayso.export.names import local_name
from sayso.web.api import Tagged
from sayso.web.as_of import AsOf
from sayso.web.pages import AtDesk

router = APIRouter(tags=["sayso"], default_response_class=FileResponse)

LONGEST_NAME_CHARS = 60
FormatQuery = Annotated[Format, Query(alias="format", description="Tables come as a .zip, a file each.")]
TableQuery = Annotated[str, Query(description="Only this table, as one file.")]


@router.get("/api/export", dependencies=[Tagged])
def export_ledger(desk: AtDesk, answer: Response, kind: FormatQuery, table: TableQuery = "") -> FileResponse:
    """All that the ledger holds, as a file."""
    with desk.open() as ledger:
        return _send(whole_ledger(ledger), desk.path.stem, kind, table, answer)


@router.get("/api/claims/export", dependencies=[Tagged])
def export_claim(
    desk: AtDesk, answer: Response, claim: str, kind: FormatQuery, as_of: AsOf, table: TableQuery = ""
) -> FileResponse:
    """A claim with the stories that are on it, as a file."""
    trace = desk.trace(claim, as_of)
    with desk.open() as ledger:
        return _send(one_claim(ledger, trace), claim, kind, table, answer)


@router.get("/api/stories/{story_id:path}/export", dependencies=[Tagged])
def export_story(
    desk: AtDesk, answer: Response, story_id: str, kind: FormatQuery, table: TableQuery = ""
) -> FileResponse:
    """A story with who says what in it, as a file."""
    with desk.open() as ledger:
        return _send(one_story(ledger, story_id), story_id, kind, table, answer)


@router.get("/claims/report", response_class=HTMLResponse, include_in_schema=False)
def report_claim(desk: AtDesk, claim: str, as_of: AsOf) -> HTMLResponse:
    """The report of a claim: one page that needs nothing else, to print or to keep."""
    trace = desk.trace(claim, as_of)
    with desk.open() as ledger:
        page = write_report(make_report(ledger, trace))
    return HTMLResponse(page, headers={"content-security-policy": POLICY})


def _send(content: Content, name: str, kind: Format, table: str, answer: Response) -> FileResponse:
    """Write it to a file first, so that a fault is told and no half file is sent."""
    packed = kind.is_tables and not table
    ending = f"{kind}.zip" if packed else f"{table}.{kind.ending}" if table else kind.ending
    folder = Path(mkdtemp(prefix="sayso-"))
    try:
        export(content, folder / f"export{'.zip' if packed else ''}", kind, table or None)
    except BaseException:
        rmtree(folder)
        raise
    return FileResponse(
        next(folder.iterdir()),
        media_type=ZIP if packed else MEDIA_TYPES[kind],
        filename=f"sayso-{_plain(name)}.{ending}",
        headers={"etag": answer.headers["etag"]},
        background=BackgroundTask(rmtree, folder),
    )


def _plain(name: str) -> str:
    """A name for a file on any system."""
    return local_name("-".join(name.split())).replace("%", "_")[:LONGEST_NAME_CHARS]
