"""Files that a browser sends: how many and how large they may be, and where they lie until they are read."""

import re
import shutil
from collections.abc import AsyncIterator, Iterable
from dataclasses import replace
from pathlib import Path
from typing import Annotated

from fastapi import Depends, Request
from starlette.datastructures import FormData, UploadFile
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from sayso.errors import InputError
from sayso.ingest import Input, find_inputs
from sayso.web.failures import answer_failure

LARGEST_UPLOAD_BYTES = 500_000_000
"""What is sent at once may be so large: about 100,000 stories as JSON lines."""

LARGEST_BODY_BYTES = 64_000_000
"""What is sent otherwise than as files may be so large, as it is held in memory: 10,000 stories of usual length."""

MOST_FILES = 500
"""So many files may be sent at once: each may be open until all are there, and a process may often have 1,024 open. The
page's script sends more in several parts."""

LARGEST_FIELD_BYTES = 8_000_000
"""A field, such as a pasted text, may be so large: the longest story with four bytes for each character."""

_LONGEST_NAME_BYTES, _DEEPEST = 120, 8
_UNWRITABLE = re.compile(r"[\0-\x1f\x7f]")
TOO_LARGE = 413


class UploadLimit:
    """Answers whoever sends too much that it is too much, instead of filling the disk with it."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on, or refuse with a page that says how much may be sent."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        request = Request(scope, receive)
        is_form = request.headers.get("content-type", "").startswith("multipart/form-data")
        largest = LARGEST_UPLOAD_BYTES if is_form else LARGEST_BODY_BYTES
        told = request.headers.get("content-length", "")
        if told.isdecimal() and int(told) > largest:
            # A browser shows no answer to what it has not sent whole.
            async for _ in request.stream():
                pass
            page = answer_failure(
                request,
                TOO_LARGE,
                f"{int(told) / 1e6:,.0f} MB at once",
                f"at most {largest / 1e6:,.0f} MB",
                "Send the files in smaller parts",
            )
            await page(scope, receive, send)
            return
        left = largest

        async def receive_some() -> Message:
            """Count what comes, as not everyone tells how much it will be."""
            nonlocal left
            message = await receive()
            left -= len(message.get("body", b""))
            if left < 0:
                raise HTTPException(TOO_LARGE, f"more than {largest / 1e6:,.0f} MB at once")
            return message

        await self._app(scope, receive_some, send)


async def _read_form(request: Request) -> AsyncIterator[FormData]:
    """What a form sends; its files are closed when the request is answered.

    Raises:
        InputError: it is more than a form may send.
    """
    asked = request.form(max_files=MOST_FILES, max_part_size=LARGEST_FIELD_BYTES)
    try:
        form = await asked
    except HTTPException as error:
        raise InputError(
            f"what was sent cannot be taken ({error.detail})",
            f"at most {MOST_FILES} files, and texts of at most {LARGEST_FIELD_BYTES / 1e6:,.0f} MB",
            "Send it in smaller parts, long texts as files",
        ) from error
    try:
        yield form
    finally:
        await form.close()


SentForm = Annotated[FormData, Depends(_read_form)]


def field_of(form: FormData, name: str) -> str:
    """What was typed into a field; "" where nothing was."""
    value = form.get(name)
    return value.strip() if isinstance(value, str) else ""


def files_of(form: FormData) -> list[UploadFile]:
    """The files of a form, without those that folders hide and those that were not chosen."""
    files = [one for one in form.getlist("files") if isinstance(one, UploadFile) and one.filename]
    return [one for one in files if not any(part.startswith(".") for part in _parts_of(one.filename or ""))]


def save_files(files: Iterable[UploadFile], folder: Path) -> list[Input]:
    """Write files into a folder, and find what they hold; each goes by the name that its sender knows it by.

    Raises:
        InputError: the system refuses to write one.
    """
    inputs: list[Input] = []
    for number, file in enumerate(files):
        name = "/".join(_parts_of(file.filename or "")) or "story.txt"
        path = folder / str(number) / name
        try:
            path.parent.mkdir(parents=True)
            with path.open("wb") as written:
                shutil.copyfileobj(file.file, written)
        except OSError as error:
            raise InputError(
                f"{name} could not be kept ({error.strerror})",
                "room on the disk for what is sent",
                "Free some space, or send less at once",
            ) from error
        found = find_inputs(str(path))
        inputs += [replace(source, where=name) if source.where == str(path) else source for source in found]
    return inputs


def _parts_of(name: str) -> list[str]:
    """The folders and the name of a file as its sender has them, in a form that every disk takes."""
    parts = [_UNWRITABLE.sub("", part) for part in name.replace("\\", "/").split("/")]
    short = [part.encode(errors="ignore")[-_LONGEST_NAME_BYTES:].decode(errors="ignore") for part in parts]
    return [part for part in short if part not in ("", ".", "..")][-_DEEPEST:]
