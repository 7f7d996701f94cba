"""Taking stories in: files, texts and addresses are read in the background, and a page tells what became of them."""

from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Annotated
from urllib.parse import quote

from fastapi import APIRouter, Body, Depends, Request
from fastapi.responses import HTMLResponse, RedirectResponse

from sayso.errors import InputError, UsageError
from sayso.ingest import ColumnMapping, Format, Input
from sayso.ingest.demo import DEMO_CLAIMS, read_demo
from sayso.ingest.fields.stories import story_from_record
from sayso.ingest.inputs import is_address
from sayso.ledger import Added, Ledger
from sayso.ledger.following import was_ever_followed
from sayso.records import Story
from sayso.shapes import Json
from sayso.trace.following import follow_claim
from sayso.web.api import Limit
from sayso.web.intake import Intake, Intakes, intake_shape, read_inputs, read_items
from sayso.web.pages import AtDesk, Offset
from sayso.web.rendering import render
from sayso.web.uploads import SentForm, field_of, files_of, save_files

pages = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)
api = APIRouter(prefix="/api", tags=["sayso"])

MOST_SHOWN = 500
"""So many stories are listed on the page of an intake."""


def intakes_of(request: Request) -> Intakes:
    """What was given to the desk lately."""
    intakes: Intakes = request.app.state.intakes
    return intakes


Given = Annotated[Intakes, Depends(intakes_of)]


@pages.post("/files")
def take_files(given: Given, form: SentForm) -> RedirectResponse:
    """Take files."""
    return _go_to(_take_files(given, form))


@pages.post("/addresses")
def take_address(given: Given, form: SentForm) -> RedirectResponse:
    """Fetch a page."""
    return _go_to(_take_address(given, field_of(form, "address")))


@pages.post("/stories")
def take_text(given: Given, form: SentForm) -> RedirectResponse:
    """Take a pasted text."""
    known = {name: field_of(form, name) for name in ("title", "outlet", "published", "url")}
    # as it was pasted, not without the white space around it
    return _go_to(_take_stories(given, [story_from_record(known | {"text": form.get("text", "")}, ColumnMapping())]))


@pages.post("/demo")
def take_demo(given: Given, desk: AtDesk) -> RedirectResponse:
    """Take in the stories of the demo, and follow its claims as if that had been begun on its first day."""
    early, later = read_demo()

    def read(ledger: Ledger, intake: Intake) -> None:
        read_items(ledger, intake, early)
        for claim in DEMO_CLAIMS:
            if not was_ever_followed(ledger, claim):
                follow_claim(ledger, claim, desk.who)
        read_items(ledger, intake, later)

    intake = given.give(read)
    intake.expect(len(early) + len(later))
    return _go_to(intake)


@pages.get("/taken/{intake_id}", response_model=None)
def taken(request: Request, given: Given, intake_id: str) -> HTMLResponse | RedirectResponse:
    """What became of what was given: how far it is, then the list; a single story is shown itself."""
    intake = _find(given, intake_id)
    alone = intake.arrivals[0] if len(intake.arrivals) == 1 and not intake.rejections else None
    if intake.is_over and alone and not alone.left_out and not intake.failure:
        return RedirectResponse(f"/stories/{quote(alone.story_id, safe='')}", status_code=303)
    came, held = intake.list_arrivals(Added.NEW, Added.REVISED), intake.list_arrivals(Added.UNCHANGED)
    gone = intake.list_arrivals(Added.FORGOTTEN)
    return render(request, "taken.html", intake=intake, came=came, held=held, gone=gone, most=MOST_SHOWN)


@pages.get("/taken/{intake_id}/progress")
def progress(request: Request, given: Given, intake_id: str) -> HTMLResponse:
    """How far it is, for the page to show."""
    return render(request, "progress.html", intake=_find(given, intake_id))


@pages.post("/taken/{intake_id}/stop")
def stop(given: Given, intake_id: str) -> RedirectResponse:
    """Read no more of it; what came in stays."""
    intake = _find(given, intake_id)
    intake.is_stopped = True
    return _go_to(intake)


@api.post("/stories", status_code=202)
def give_stories(given: Given, stories: Annotated[list[dict[str, object]], Body(max_length=10_000)]) -> Json:
    """Give stories, with the keys of JSON lines; they are read in the background, see /api/taken/{id}."""
    items = [story_from_record(one, ColumnMapping()) for one in stories]
    return intake_shape(_take_stories(given, items), MOST_SHOWN)


@api.post("/addresses", status_code=202)
def give_address(given: Given, address: Annotated[str, Body(embed=True)]) -> Json:
    """Give the address of a page or a feed; it is fetched in the background, see /api/taken/{id}."""
    return intake_shape(_take_address(given, address), MOST_SHOWN)


@api.post(
    "/files",
    status_code=202,
    openapi_extra={
        "requestBody": {
            "required": True,
            "content": {
                "multipart/form-data": {
                    "schema": {
                        "type": "object",
                        "properties": {
                            "files": {"type": "array", "items": {"type": "string", "format": "binary"}},
                            "into": {"type": "string"},
                        },
                    }
                }
            },
        }
    },
)
def give_files(given: Given, form: SentForm) -> Json:
    """Give files of any kind that `sayso add` reads; they are read in the background, see /api/taken/{id}.

    Many are sent in several parts, each `into` the id that the first was answered with.
    """
    return intake_shape(_take_files(given, form), MOST_SHOWN)


@api.get("/taken/{intake_id}")
def tell_taken(given: Given, intake_id: str, limit: Limit = 50, offset: Offset = 0) -> Json:
    """How far the reading of what was given is, and what became of each story."""
    return intake_shape(_find(given, intake_id), limit, offset)


def _take_files(given: Intakes, form: SentForm) -> Intake:
    files = files_of(form)
    if not files:
        raise InputError("no file was chosen", "files with stories", "Choose some, or drop them on the first page")
    folder = TemporaryDirectory(prefix="sayso-")
    try:
        inputs = save_files(files, Path(folder.name))
    except InputError:
        folder.cleanup()
        raise

    def read(ledger: Ledger, intake: Intake) -> None:
        with folder:
            read_inputs(ledger, intake, inputs)

    return _expecting(given.give(read, field_of(form, "into")), inputs)


def _take_address(given: Intakes, address: str) -> Intake:
    if not is_address(address):
        raise InputError(f'"{address}" is no address', "one that begins with https:// or http://", "Type it anew")
    inputs = [Input(address, Format.ADDRESS, address, 1)]
    return _expecting(given.give(partial(read_inputs, inputs=inputs)), inputs)


def _take_stories(given: Intakes, stories: list[Story]) -> Intake:
    intake = given.give(partial(read_items, items=stories))
    intake.expect(len(stories))
    return intake


def _expecting(intake: Intake, inputs: list[Input]) -> Intake:
    for source in inputs:
        intake.expect(source.expected)
    return intake


def _find(given: Intakes, intake_id: str) -> Intake:
    found = given.find(intake_id)
    if found is None:
        raise UsageError(
            "what was given is no longer remembered", "something given lately", "See what came in on the first page"
        )
    return found


def _go_to(intake: Intake) -> RedirectResponse:
    return RedirectResponse(f"/taken/{intake.id}", status_code=303)
