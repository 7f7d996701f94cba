"""Files that are read whole: their format's reader, and what each makes of the bytes."""

from collections.abc import Iterator
from dataclasses import replace

from sayso.ingest.raw.formats import Format
from sayso.ingest.readers.plain import story_from_plain
from sayso.records import Rejection, Story


def read_document(
    format_: Format, data: bytes, where: str, *, url: str | None = None, declared: str | None = None
) -> Iterator[Story | Rejection]:
    """Read the stories of a file or of an answer.

    The libraries of a format are only loaded where it is met.

    Args:
        format_: How it holds its stories; any other than those below is taken for plain text.
        data: The whole of it.
        where: How to call it in a Rejection, before "item 3".
        url: The address that it was fetched from.
        declared: The encoding that the HTTP header names; it goes before the file's own.

    Raises:
        InputError: it holds no story that can be read.
    """
    match format_:
        case Format.HTML:
            from sayso.ingest.readers.page import story_from_page

            yield story_from_page(data, url, declared)
        case Format.FEED:
            from sayso.ingest.readers.feed import stories_from_feed

            yield from stories_from_feed(data, where, declared)
        case Format.JSON_FEED:
            from sayso.ingest.readers.json_feed import stories_from_json_feed

            yield from _with_document(stories_from_json_feed(data, where), data)
        case Format.NINJS:
            from sayso.ingest.readers.ninjs import stories_from_ninjs

            yield from _with_document(stories_from_ninjs(data, where), data)
        case Format.NEWSML:
            from sayso.ingest.readers.newsml import stories_from_newsml

            yield from _with_document(stories_from_newsml(data, where), data)
        case Format.EMAIL:
            from sayso.ingest.readers.mail import story_from_mail

            yield story_from_mail(data)
        case Format.SAVED_PAGE:
            from sayso.ingest.readers.mail import story_from_saved_page

            yield story_from_saved_page(data)
        case Format.PDF:
            from sayso.ingest.readers.pdf import story_from_pdf

            yield story_from_pdf(data, url)
        case Format.DOCX:
            from sayso.ingest.readers.docx import story_from_docx

            yield story_from_docx(data, url)
        case _:
            yield story_from_plain(data, url, declared)


def _with_document(items: Iterator[Story | Rejection], data: bytes) -> Iterator[Story | Rejection]:
    """Stories with the whole document as what they were taken from; a ledger keeps it once."""
    for item in items:
        yield replace(item, raw=data) if isinstance(item, Story) else item
