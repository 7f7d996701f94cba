"""The application: pages, their JSON, the files that they need, and what guards them."""

from importlib.resources import files
from pathlib import Path

from fastapi import FastAPI
from fastapi.staticfiles import StaticFiles

from sayso.version import __version__
from sayso.web import api, claim_views, exports, following, front, judging, pages, source_routes, story_routes, taking
from sayso.web.desk import Desk
from sayso.web.failures import tell_failures
from sayso.web.guard import Guard
from sayso.web.intake import Intakes
from sayso.web.uploads import UploadLimit
from sayso.web.workers import Worker, WorkerHere

_HERE = Path(str(files("sayso"))) / "web"


def create_app(ledger: Path, token: str | None = None, worker: Worker | None = None) -> FastAPI:
    """The desk on a ledger.

    Args:
        ledger: Its file; it is begun where there is none.
        token: What whoever asks must show; None where only this computer can ask.
        worker: Who works out what takes long; by default the thread that answers.
    """
    app = FastAPI(
        title="sayso",
        version=__version__,
        summary="Who said what, on whose say-so.",
        docs_url=None,
        redoc_url=None,
        openapi_url="/api/openapi.json",
    )
    app.state.desk = Desk(ledger, worker or WorkerHere(ledger))
    app.state.intakes = Intakes(ledger)
    app.add_middleware(UploadLimit)
    app.add_middleware(Guard, token=token)
    app.mount("/static", StaticFiles(directory=_HERE / "static"), name="static")
    # before api and pages: an id may hold any sign, "/" too
    app.include_router(exports.router)
    app.include_router(story_routes.router)
    app.include_router(source_routes.router)
    app.include_router(api.router)
    app.include_router(claim_views.router)
    app.include_router(following.api)
    app.include_router(taking.api)
    app.include_router(judging.router)
    app.include_router(following.pages)
    app.include_router(taking.pages)
    app.include_router(front.router)
    app.include_router(pages.router)
    tell_failures(app)
    return app
