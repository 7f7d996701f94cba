"""The texts of a story compared, and statements made out in it: pages and JSON."""

from typing import Annotated, Literal

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse
from pydantic import BaseModel, Field

from sayso.records import SourceKind
from sayso.shapes import Json, judgement_shape
from sayso.web.api import Tagged
from sayso.web.pages import AtDesk
from sayso.web.rendering import render
from sayso.web.revisions import compare_revisions, compared_texts_shape

router = APIRouter()

Number = Annotated[int | None, Query(ge=1, le=2**31, description="The number of a text of the story, from 1.")]


class WhoseWords(BaseModel):
    """A decision on whose words some words of a story are."""

    words: str = Field(description="Words of the story; “…” where some are left out.")
    decision: Literal["right", "nobody", "source"] = Field(
        "source", description="The source's; nobody's; or right, they are whose sayso has them from."
    )
    source: str = Field("", description="The name or the identity of the source.")
    kind: SourceKind = Field(SourceKind.PERSON, description="What it is, where no story names it.")
    why: str = ""


@router.get("/stories/{story_id:path}/revisions", include_in_schema=False)
def show_revisions(
    request: Request, desk: AtDesk, story_id: str, older: Number = None, newer: Number = None
) -> HTMLResponse:
    """Two texts of a story, compared word by word."""
    with desk.open() as ledger:
        told = compare_revisions(ledger, story_id, older, newer)
    return render(request, "revisions.html", told=told)


@router.get("/api/stories/{story_id:path}/revisions", tags=["sayso"], dependencies=[Tagged])
def tell_revisions(desk: AtDesk, story_id: str, older: Number = None, newer: Number = None) -> Json:
    """What differs between two texts of a story: the newest one and the one before it by default."""
    with desk.open() as ledger:
        return compared_texts_shape(compare_revisions(ledger, story_id, older, newer))


@router.post("/api/stories/{story_id:path}/attributions", tags=["sayso"])
def judge_words(desk: AtDesk, story_id: str, given: WhoseWords) -> Json:
    """Decide whose words some words of a story are, be they a statement that sayso read or not."""
    made = desk.judge_attribution(story_id, given.words, given.decision, given.source, given.kind, given.why)
    return judgement_shape(made)


@router.delete("/api/judgements/{number}", tags=["sayso"], status_code=204)
def take_back(desk: AtDesk, number: int) -> None:
    """Take a decision of any kind back; it stays in the ledger, withdrawn."""
    desk.withdraw(number)
