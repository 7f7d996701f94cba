"""Errors as pages, and as problem+json (RFC 9457) for programs."""

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse, Response
from starlette.exceptions import HTTPException

from sayso.errors import InputError, LedgerError, SaysoError, UsageError
from sayso.web.api import Unchanged
from sayso.web.rendering import render

_STATUS: dict[type[SaysoError], int] = {UsageError: 404, InputError: 422, LedgerError: 503}
PROBLEM = "application/problem+json"


def tell_failures(app: FastAPI) -> None:
    """Have an application answer errors so that the reader knows what to do next."""
    app.add_exception_handler(SaysoError, _tell_error)
    app.add_exception_handler(HTTPException, _tell_refusal)
    app.add_exception_handler(RequestValidationError, _tell_wrong_question)
    app.add_exception_handler(Unchanged, _tell_unchanged)
    app.add_exception_handler(Exception, _tell_defect)


def _tell_error(request: Request, error: Exception) -> Response:
    if not isinstance(error, SaysoError):
        raise error
    status = next((code for kind, code in _STATUS.items() if isinstance(error, kind)), 500)
    return answer_failure(request, status, error.came, error.wanted, error.remedy)


def _tell_refusal(request: Request, error: Exception) -> Response:
    if not isinstance(error, HTTPException):
        raise error
    remedy = "Go back to the first page" if error.status_code == 404 else "Try again"
    return answer_failure(request, error.status_code, str(error.detail), "a page of the desk", remedy)


def _tell_wrong_question(request: Request, error: Exception) -> Response:
    if not isinstance(error, RequestValidationError):
        raise error
    wrong = "; ".join(f"{'.'.join(map(str, one['loc'][1:]))}: {one['msg']}" for one in error.errors())
    return answer_failure(request, 422, wrong, "what the API's description says", "Ask again")


def _tell_unchanged(request: Request, error: Exception) -> Response:  # noqa: ARG001 - as handlers are called
    return Response(status_code=304)


def _tell_defect(request: Request, error: Exception) -> Response:
    """Tell that sayso failed at it; the server raises the error again, so that the terminal shows where."""
    remedy = "Try again; where it fails again, report what the terminal shows that the desk runs in"
    return answer_failure(request, 500, f"sayso failed at it ({error!r})", "an answer", remedy)


def answer_failure(request: Request, status: int, came: str, wanted: str, remedy: str) -> Response:
    """A failure as a page, or as problem+json where the API was asked."""
    # half a surrogate pair in what was asked cannot be sent back
    came = came.encode("utf-8", "replace").decode()
    if request.url.path.startswith("/api/"):
        problem = {"title": came, "status": status, "detail": f"Wanted: {wanted}. {remedy}."}
        return JSONResponse(problem, status, media_type=PROBLEM)
    return render(request, "failure.html", status=status, came=came, wanted=wanted, remedy=remedy)
