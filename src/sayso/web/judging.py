"""Correcting on the page: whose words they are, what they do with a claim, and taking a decision back."""

from contextlib import suppress
from datetime import date
from typing import Annotated, Literal

from fastapi import APIRouter, Form
from fastapi.responses import RedirectResponse

from sayso.errors import UsageError
from sayso.records import JudgementKind, SourceKind, Verdict
from sayso.web.pages import AtDesk
from sayso.web.rendering import address_claim

router = APIRouter(prefix="/judge", include_in_schema=False)

Back = Annotated[str, Form(pattern=r"^/([^/\\].*)?$", description="Where on the desk to go on.")]
Words = Annotated[str, Form()]


@router.post("/attribution")
def judge_attribution(
    desk: AtDesk,
    story: Words,
    words: Words,
    decision: Annotated[Literal["right", "nobody", "source"], Form()],
    back: Back,
    source: Words = "",
    kind: Annotated[SourceKind, Form()] = SourceKind.PERSON,
    why: Words = "",
) -> RedirectResponse:
    """Whose words the words of a story are: the one's that sayso has them from, nobody's, or somebody else's."""
    desk.judge_attribution(story, words, decision, source, kind, why)
    return _go_to(back)


@router.post("/claim")
def judge_claim(
    desk: AtDesk,
    claim: Words,
    story: Words,
    words: Words,
    decision: Annotated[Literal[Verdict.STATES, Verdict.CONTRADICTS, Verdict.NEITHER], Form()],
    why: Words = "",
    as_of: Annotated[date | None, Form()] = None,
) -> RedirectResponse:
    """What the words of a story do with a claim."""
    desk.judge(JudgementKind.CLAIM, story, claim, decision, words, why)
    return _go_to(f"{address_claim(claim, as_of)}#decided")


@router.post("/withdraw")
def withdraw(desk: AtDesk, number: Annotated[int, Form()], back: Back) -> RedirectResponse:
    """Take a decision back; of one that stands no longer, as it was taken back in another tab, show how it is."""
    with suppress(UsageError):
        desk.withdraw(number)
    return _go_to(back)


def _go_to(place: str) -> RedirectResponse:
    return RedirectResponse(place, status_code=303)
