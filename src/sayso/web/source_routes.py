"""A source's page, and the decision that two sources are one: pages and JSON."""

from dataclasses import asdict
from typing import Annotated
from urllib.parse import quote

from fastapi import APIRouter, Form, Query, Request
from fastapi.responses import HTMLResponse, RedirectResponse
from pydantic import BaseModel, Field

from sayso.records import Judgement, JudgementKind, Verdict
from sayso.shapes import Json, judgement_shape
from sayso.trace.deciding import decide, find_source
from sayso.web.api import Limit, Tagged
from sayso.web.desk import Desk, SourceAsked
from sayso.web.pages import AtDesk, Offset
from sayso.web.rendering import render
from sayso.web.source_page import STATEMENTS_AT_ONCE, source_page_shape

router = APIRouter()

About = Annotated[str, Query(description="Only statements with all these words, in whatever form.")]
When = Annotated[
    str, Query(pattern=r"^(\d{4}(-\d\d(-\d\d)?)?)?$", description="Only of this year, month or day: 2024-12.")
]


class SameSource(BaseModel):
    """A decision on whether two sources are one."""

    other: str = Field(description="The name or the identity of the other source.")
    same: bool = True
    why: str = ""


@router.get("/sources/{source:path}", include_in_schema=False)
def show_source(
    request: Request, desk: AtDesk, source: str, about: About = "", when: When = "", offset: Offset = 0
) -> HTMLResponse:
    """What a source said, when and on what, and how that fared."""
    page = desk.source(SourceAsked(source, about, when, STATEMENTS_AT_ONCE, offset))
    names = desk.name_stories(page.statements, [one.one for one in page.given])
    return render(request, "source.html", page=page, names=names)


@router.get("/api/sources", tags=["sayso"], dependencies=[Tagged])
def list_sources(desk: AtDesk, name: str = "", limit: Limit = 50, offset: Offset = 0) -> Json:
    """Who speaks, those with most statements first."""
    found = desk.sources(name)
    shown = [asdict(one) for one in found[offset : offset + limit]]
    return {
        "sources": shown,
        "total": len(found),
        "next_offset": offset + limit if offset + limit < len(found) else None,
    }


@router.get("/api/sources/{source:path}", tags=["sayso"], dependencies=[Tagged])
def tell_source(
    desk: AtDesk, source: str, about: About = "", when: When = "", limit: Limit = 50, offset: Offset = 0
) -> Json:
    """What a source said, when and on what, and how that fared; by its identity, or a name that it alone has."""
    return source_page_shape(desk.source(SourceAsked(source, about, when, limit, offset)))


@router.post("/api/sources/{source:path}/same", tags=["sayso"])
def judge_same(desk: AtDesk, source: str, given: SameSource) -> Json:
    """Decide whether a source is the same as another one."""
    return judgement_shape(_judge(desk, source, given.other, given.same, given.why))


@router.post("/judge/same-source", include_in_schema=False)
def judge_same_source(
    desk: AtDesk,
    one: Annotated[str, Form()],
    other: Annotated[str, Form()],
    same: Annotated[bool, Form()],
    why: Annotated[str, Form()] = "",
) -> RedirectResponse:
    """The same from a page, which then shows the source as it was decided."""
    _judge(desk, one, other, same, why)
    return RedirectResponse(f"/sources/{quote(one, safe='')}#same", status_code=303)


def _judge(desk: Desk, one: str, other: str, same: bool, why: str) -> Judgement:
    """Write the decision down.

    Raises:
        UsageError: no source is called so, or several are.
    """
    with desk.open() as ledger:
        keys = find_source(ledger, one)[0], find_source(ledger, other)[0]
        verdict = Verdict.YES if same else Verdict.NO
        return decide(ledger, Judgement(JudgementKind.SAME_SOURCE, *keys, verdict, desk.who, why or None))
