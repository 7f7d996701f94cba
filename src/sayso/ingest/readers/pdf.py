"""Stories from PDF: press releases and the like that hold their text; pictures of text are refused.

What a stream may unpack to, and how much of it is parsed, is limited by pypdf: 75 MB and two million operands.
"""

import logging
import re
import time
import zlib
from collections.abc import Iterable
from datetime import datetime
from io import BytesIO
from statistics import quantiles

import pypdf
from pypdf.errors import PyPdfError

from sayso.errors import InputError
from sayso.ingest.fields.stories import story_from_text
from sayso.records import Story
from sayso.settings import LONGEST_STORY_CHARS

MOST_PAGES = 500
"""A longer document is refused: no story, and a book of law or accounts takes minutes."""

LONGEST_READING_SECONDS = 60.0
"""A document that takes longer is refused at the end of a page; a press release takes hundredths of a second a page."""

# pypdf raises all of these on what is no PDF inside
_DAMAGE = (
    *(PyPdfError, ArithmeticError, AssertionError, AttributeError, LookupError, NotImplementedError),
    *(OSError, RecursionError, TypeError, ValueError, zlib.error),
)
_FILE_NAME = re.compile(r"^Microsoft \w+ - |\.(?:docx?|indd|pdf|pages|rtf)$", re.IGNORECASE)
_PAGE_NUMBER = re.compile(r"(?:page\s+)?[-–—]?\s*\d{1,3}\s*[-–—]?(?:\s*(?:/|of)\s*\d{1,3})?", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[.!?:][\"'”’)\]]*$")
_SPLIT_WORD = re.compile(r"(?<=[^\W\d_])[-\xad]$")
_FULL_LINE_SHARE = 0.8
_FEWEST_LINES = 4

logging.getLogger("pypdf").addHandler(logging.NullHandler())


def story_from_pdf(data: bytes, url: str | None = None) -> Story:
    """Make a story of a PDF, its lines joined to paragraphs.

    It is dated by the making of its file, and its note says so: a PDF knows of no publication.

    Args:
        data: The whole file.
        url: The address that it was fetched from.

    Raises:
        InputError: it is damaged, locked by a password, longer than `MOST_PAGES`, takes longer than
            `LONGEST_READING_SECONDS`, or holds no text.
    """
    try:
        reader = pypdf.PdfReader(BytesIO(data))
        pages = _read_pages(reader)
        told = reader.metadata
        title, byline = (told.title, told.author) if told else (None, None)
        made, changed = (_date(told, "creation_date"), _date(told, "modification_date")) if told else (None, None)
    except _DAMAGE as error:
        raise _unreadable(f"a damaged PDF ({error or type(error).__name__})") from error
    text = "\n\n".join(filter(None, (join_lines(page.splitlines()) for page in pages)))
    if not text:
        raise _unreadable("a PDF without text (pictures of pages)")
    return story_from_text(
        text,
        title=title if title and not _FILE_NAME.search(title) else None,
        byline=byline or None,
        published=made,
        modified=changed if changed != made else None,
        url=url,
        note="dated by the making of its file" if made else None,
        raw=data,
    )


def _read_pages(reader: pypdf.PdfReader) -> list[str]:
    if reader.is_encrypted and not reader.decrypt(""):
        raise _unreadable("a PDF that is locked by a password")
    if len(reader.pages) > MOST_PAGES:
        raise InputError(
            f"a PDF of {len(reader.pages)} pages", f"at most {MOST_PAGES}", "Save the pages that hold the story"
        )
    started = time.monotonic()
    texts: list[str] = []
    for page in reader.pages:
        texts.append(page.extract_text())
        if time.monotonic() - started > LONGEST_READING_SECONDS:
            raise _unreadable(f"a PDF that takes longer than {LONGEST_READING_SECONDS:g} seconds")
        if sum(map(len, texts)) > LONGEST_STORY_CHARS:
            break  # which `story_from_text` refuses
    return texts


def join_lines(lines: Iterable[str]) -> str:
    """The lines of a page as paragraphs with an empty line between; numbers of pages are left out.

    A paragraph ends at an empty line, and at a line that ends a sentence well before the margin.
    """
    lines = [" ".join(line.split()) for line in lines]
    lines = [line for line in lines if not _PAGE_NUMBER.fullmatch(line)]
    lengths = [len(line) for line in lines if line]
    if not lengths:
        return ""
    margin = _FULL_LINE_SHARE * (quantiles(lengths, n=4)[2] if len(lengths) >= _FEWEST_LINES else max(lengths))
    text = ""
    ends = True
    for line in lines:
        if not line:
            ends = True
            continue
        if ends:
            text += ("\n\n" if text else "") + line
        elif _SPLIT_WORD.search(text) and line[0].islower():
            text = text[:-1] + line
        else:
            text += " " + line
        ends = len(line) < margin and (bool(_SENTENCE_END.search(line)) or text.endswith("\n\n" + line) or text == line)
    return text


def _date(told: pypdf.DocumentInformation, name: str) -> str | None:
    try:
        moment = getattr(told, name)
    except _DAMAGE:
        return None
    return moment.isoformat() if isinstance(moment, datetime) else None


def _unreadable(came: str) -> InputError:
    return InputError(came, "a PDF that holds its text", "Open it, and save its text as a file (scans want OCR first)")
